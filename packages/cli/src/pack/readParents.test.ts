import { readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EldercareError } from "@eldercare/core";
import { pack as national } from "@eldercare/rules/packs/cn";
import { pack as banner } from "@eldercare/rules/packs/cn-15-example-banner";
import { pack as region } from "@eldercare/rules/packs/cn-15-pastoral";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtInPacks } from "./builtInPacks.js";
import { readParents, readSoundPack } from "./packFile.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "eldercare-parents-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, json: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(json));
  return file;
}
const idsOf = async (json: unknown, files: readonly string[] = []) => (await readParents(json, files)).map(({ id }) => id);

describe("the packs that come with the program", () => {
  it("are those that the library ships, each under its own id", async () => {
    const shipped = readdirSync(new URL("../../../rules/packs/", import.meta.url));
    expect(Object.keys(builtInPacks).sort()).toEqual(shipped.sort());
    for (const [id, load] of Object.entries(builtInPacks)) expect((await load()).pack.id).toBe(id);
  });
});

describe("the parents of a pack", () => {
  it("that come with the program are found by their ids, with all that they stand on", async () => {
    expect(await idsOf(banner)).toEqual(["cn", "cn-15-pastoral"]);
    expect(await idsOf(region)).toEqual(["cn"]);
    expect(await idsOf(national)).toEqual([]);
    const { pack, parents } = await readSoundPack(await written("banner.json", banner), []);
    expect([pack.id, parents.map(({ id }) => id)]).toEqual(["cn-15-example-banner", ["cn", "cn-15-pastoral"]]);
  });

  it("that are given go before those that come with the program, and find theirs there", async () => {
    const own = { ...region, version: "9.9.9" };
    const found = await readParents(banner, [await written("region.json", own)]);
    expect(found.map(({ id, version }) => `${id} ${version}`)).toEqual([`cn ${national.version}`, "cn-15-pastoral 9.9.9"]);
    const country = { ...national, version: "8.8.8" };
    const both = await readParents(banner, [await written("country.json", country)]);
    expect(both.map(({ id, version }) => `${id} ${version}`)).toEqual(["cn 8.8.8", `cn-15-pastoral ${region.version}`]);
  });

  it("that nobody has are told as such, and what is no pack has none", async () => {
    expect(await idsOf({ ...banner, extends: ["cn-99-nowhere"] })).toEqual([]);
    await expect(readSoundPack(await written("lost.json", { ...banner, extends: ["cn-99-nowhere"] }), [])).rejects.toThrow(EldercareError);
    for (const json of [null, 5, [], { extends: "cn" }, { extends: ["constructor", 7, null] }]) expect(await idsOf(json)).toEqual([]);
  });
});
