import { describe, expect, it } from "vitest";
import { pack as chengkou } from "../packs/cn-500229-chengkou.js";
import type { Fact } from "./pack.js";
import { checkPack } from "./parsePack.js";

const title = { zh: "楼层", en: "floor" };
const packWith = (fact: Fact) => ({ ...chengkou, facts: { ...chengkou.facts, floor: fact } });
const issuesOf = (fact: Fact): string[] => checkPack(packWith(fact)).map(({ code, pointer }) => `${code} ${pointer}`);

describe("the titles of values", () => {
  it("may be given to the values of a fact and of a field of its records", () => {
    const titles = { ground: { zh: "底层", en: "ground floor" } };
    expect(issuesOf({ subject: "facility", type: "enum", title, values: ["ground", "upper"], titles })).toEqual([]);
    expect(issuesOf({ subject: "facility", type: "list", title, fields: { floor: { type: "enum", title, values: ["ground"], titles } } })).toEqual(
      [],
    );
  });

  it("are refused where there is no such value", () => {
    const titles = { grond: { zh: "底层", en: "ground floor" } };
    expect(issuesOf({ subject: "facility", type: "enum", title, values: ["ground"], titles })).toEqual([
      "TITLE_WITHOUT_VALUE /facts/floor/titles/grond",
    ]);
    expect(issuesOf({ subject: "facility", type: "list", title, fields: { floor: { type: "enum", title, values: ["ground"], titles } } })).toEqual([
      "TITLE_WITHOUT_VALUE /facts/floor/fields/floor/titles/grond",
    ]);
  });
});
