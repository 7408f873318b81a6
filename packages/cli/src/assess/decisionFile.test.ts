import { Buffer } from "node:buffer";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DecisionFile } from "./decisionFile.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "eldercare-decisions-"));
});

afterEach(() => rm(folder, { recursive: true }));

describe("a file of decisions", () => {
  it("holds every piece in its order, however large, and stands in its place only when it is whole", async () => {
    const place = join(folder, "decisions.csv");
    const file = await DecisionFile.open(place);
    // up to twice what is written at once
    const sizes = Array.from({ length: 400 }, (_, piece) => (piece % 57 === 56 ? 9_000_000 : (piece * 7919) % 90_000));
    const pieces = sizes.map((size, piece) => Buffer.alloc(size, piece % 251));
    for (const piece of pieces) if (!file.add(piece)) await file.flush(piece);
    expect(existsSync(place)).toBe(false);
    await file.finish();
    expect((await readFile(place)).equals(Buffer.concat(pieces))).toBe(true);
    expect(await readdir(folder)).toEqual(["decisions.csv"]);
  });

  it("leaves nothing behind where it is given up", async () => {
    const file = await DecisionFile.open(join(folder, "decisions.csv"));
    await file.flush(Buffer.from("half"));
    file.abandon();
    expect(await readdir(folder)).toEqual([]);
  });

  it("is refused where it cannot be", async () => {
    await expect(DecisionFile.open(join(folder, "no", "such", "folder.csv"))).rejects.toMatchObject({ issues: [{ code: "OUT_NOT_WRITABLE" }] });
  });
});
