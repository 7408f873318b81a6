import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { listFiles } from "../listFiles.mjs";
import { root } from "../workspace.mjs";
import { promisedOutput } from "./promisedOutput.js";

/** `examples/01-name.ts`, or `examples/01-name/main.ts` where an example brings files of its own. */
const examples = listFiles("examples").filter((file) => /^examples\/\d+-[^/]+(?:\.ts|\/main\.ts)$/.test(file) && !file.endsWith(".test.ts"));

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the examples", () => {
  it("exist", () => {
    expect(examples).not.toEqual([]);
  });

  it.each(examples)("%s prints what its comments promise", async (file) => {
    const printed: string[] = [];
    vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => {
      printed.push(...format(...values).split("\n"));
    });
    await import(join(root, file));
    const promised = promisedOutput(readFileSync(join(root, file), "utf8"));
    expect(promised, "an example shows what it prints in comments //=>").not.toEqual([]);
    expect(printed).toEqual(promised);
  });
});
