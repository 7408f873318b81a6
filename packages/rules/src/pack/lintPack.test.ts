import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pack as national } from "../packs/cn.js";
import { pack as county } from "../packs/cn-500229-chengkou.js";
import { lintPack } from "./lintPack.js";
import { checkPack, parseOverlay, parsePack } from "./parsePack.js";

const changed = (change: (pack: Record<string, unknown>) => void): unknown => {
  const copy = structuredClone(county) as unknown as Record<string, unknown>;
  change(copy);
  return copy;
};

describe("a pack that is read", () => {
  it("is refused with the key that nobody knows, and the one that was meant", () => {
    const issues = checkPack(changed((pack) => Object.assign(pack, { rulez: [] })));
    expect(issues.map((issue) => [issue.code, issue.pointer, issue.message.en])).toEqual([
      ["PACK_UNKNOWN_KEY", "/rulez", 'unknown key "rulez" in the pack; did you mean "rules"?'],
    ]);
  });

  it("is refused with a key that its effect does not have", () => {
    const issues = checkPack(changed((pack) => Object.assign((pack.rules as { then: object }[])[0]?.then ?? {}, { amout: 1 })));
    expect(issues.map((issue) => [issue.code, issue.pointer])).toEqual([["PACK_UNKNOWN_KEY", "/rules/0/then/amout"]]);
    const misspelt = checkPack(changed((pack) => Object.assign((pack.rules as object[])[0] ?? {}, { claused: [] })));
    expect(misspelt[0]?.message.en).toContain('did you mean "clauses"?');
  });

  it("is refused where a clause is cited that it does not hold", () => {
    const issues = checkPack(changed((pack) => Object.assign((pack.rules as object[])[0] ?? {}, { clauses: ["CK-9.9-z"] })));
    expect(issues.map((issue) => [issue.code, issue.pointer])).toEqual([["CLAUSE_NOT_FOUND", "/rules/0/clauses/0"]]);
  });

  it("is refused where an open parameter has a value, and where a settled one has none", () => {
    const issues = checkPack(
      changed((pack) => {
        const parameters = pack.parameters as Record<string, Record<string, unknown>>;
        const [open] = Object.values(parameters).filter((parameter) => parameter.open === true);
        const [settled] = Object.values(parameters).filter((parameter) => parameter.open !== true && parameter.type === "integer");
        Object.assign(open ?? {}, { values: [{ from: "2021-01-01", value: 1 }] });
        delete settled?.values;
      }),
    );
    expect(new Set(issues.map((issue) => issue.code))).toEqual(
      new Set([
        "PARAMETER_OPEN_WITH_VALUE",
        "PARAMETER_WITHOUT_VALUE",
        ...issues.filter((issue) => issue.code === "PARAMETER_VALUE").map((issue) => issue.code),
      ]),
    );
  });

  it("reports every issue at once", () => {
    const issues = checkPack(changed((pack) => Object.assign(pack, { version: "1", area: "50022", extra: true })));
    expect(issues.map((issue) => issue.pointer).sort()).toEqual(["/area", "/extra", "/version"]);
  });

  it("never crashes the reader, whatever JSON it is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.constantFrom({ id: { valueOf: 1 } }, { rules: [{ then: { kind: { toString: 1 } } }] })), (json) => {
        expect(checkPack(json).length).toBeGreaterThan(0);
        expect(() => parsePack(json)).toThrow(EldercareError);
        expect(() => parseOverlay(json)).toThrow(EldercareError);
      }),
    );
  });

  it("is accepted as shipped", () => {
    expect(parsePack(county)).toBe(county);
    expect(lintPack(national).filter((issue) => issue.severity !== "note")).toEqual([]);
    expect(lintPack(county, [national]).filter((issue) => issue.severity !== "note")).toEqual([]);
  });

  it("needs the parents it names", () => {
    expect(lintPack(county).map((issue) => issue.code)).toContain("PACK_NOT_FOUND");
  });
});
