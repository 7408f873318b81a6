import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packFileKind } from "./packFileKind.js";

const packs = new URL("../../../rules/packs/", import.meta.url);
const files = readdirSync(packs).flatMap((id) =>
  readdirSync(new URL(`${id}/`, packs))
    .filter((name) => name.endsWith(".json"))
    .map((name) => [id, name] as const),
);

describe("what a file of a pack is", () => {
  it.each(files)("is told of %s/%s by what it holds", (id, name) => {
    expect(packFileKind(JSON.parse(readFileSync(new URL(`${id}/${name}`, packs), "utf8")))).toBe(name);
  });

  it.each([[[]], [{}], [null], [3], ["pack"], [[1]], [{ version: "1.0.0" }]])("is not guessed of %j", (json) => {
    expect(packFileKind(json)).toBeUndefined();
  });
});
