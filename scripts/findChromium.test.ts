import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "./findChromium.mjs";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "eldercare-chromium-"));
  writeFileSync(join(folder, "google-chrome"), "");
  chmodSync(join(folder, "google-chrome"), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the browser of the tests", () => {
  it("is the one that CHROMIUM_PATH names, and no other", () => {
    const named = join(folder, "google-chrome");
    expect(findChromium({ CHROMIUM_PATH: named, PATH: "" })).toBe(named);
    expect(findChromium({ CHROMIUM_PATH: join(folder, "missing"), PATH: folder })).toBeUndefined();
  });

  it("is otherwise the first Chromium or Chrome on the path", () => {
    expect(findChromium({ PATH: folder })).toBe(join(folder, "google-chrome"));
  });
});
