import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileNames } from "./toCalendars.js";

describe("the name of a calendar file", () => {
  it("is the caregiver's identifier where every file system takes it", () => {
    expect(fileNames(["c-1", "护理员.二"])).toEqual(["c-1", "护理员.二"]);
  });

  it("says by a hash that the identifier was altered, or differs from another only in capitals", () => {
    const names = fileNames(["a/b", "..", "C-1", "c-1", "x".repeat(61)]);
    expect(names.map((name) => name.replace(/-[0-9a-f]{8}$/, "-#"))).toEqual(["a_b-#", "-#", "C-1", "c-1-#", `${"x".repeat(60)}-#`]);
  });

  it("leads nowhere else and is nobody else's, whatever the identifiers", () => {
    const id = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
      fc.string({ unit: fc.constantFrom("a", "A", ".", "/"), minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(id), (ids) => {
        const names = fileNames(ids);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
        for (const name of names) {
          expect(name).toMatch(/^(?!\.)[\p{L}\p{N}._-]+$/u);
          expect([...name].length).toBeLessThanOrEqual(60 + 9);
        }
      }),
    );
  });
});
