import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import type { Logic, Pack } from "../pack/pack.js";
import { pack as national, cases as nationalCases } from "../packs/cn.js";
import { type Mutant, mutantsOf, mutated } from "./mutants.js";
import { mutatePack } from "./mutatePack.js";
import { PackUnderTest } from "./packUnderTest.js";
import type { PolicyCase } from "./policyCase.js";
import { testPack } from "./testPack.js";

const eightyYears: Logic = { ">=": [{ var: "age" }, { param: "eighty" }] };

const person = (birthDate: string, expected: "granted" | "denied"): PolicyCase => ({
  name: birthDate,
  on: "2026-11-21",
  subject: { person: { birthDate } },
  expect: { r: expected },
});

const unnoticedIn = (pack: Pack, cases: readonly PolicyCase[]): string[] => mutatePack(pack, cases).unnoticed.map(({ message }) => message.en);

const eightiethBirthday = "1946-11-21";
const seventyNinth = "1947-11-21";
const dayAfter = "1946-11-22";

describe("small changes of a pack", () => {
  it("are noticed by cases on both sides of a threshold", () => {
    const report = mutatePack(packOf(eightyYears), [person(eightiethBirthday, "granted"), person(seventyNinth, "denied")]);
    expect(report).toEqual({ noticed: 3, tried: 3, unnoticed: [] });
  });

  it("go unnoticed where no case stands on the line, and are then told in words", () => {
    const [first, ...others] = mutatePack(packOf(eightyYears), [person("1936-01-01", "granted"), person("1966-01-01", "denied")]).unnoticed;
    expect(first).toMatchObject({
      code: "MUTANT_UNNOTICED",
      pointer: "/parameters/eighty/values/0/value",
      message: { zh: "参数 eighty：把 80 改为 81，没有情形能发现", en: "moving 80 to 81 in parameter eighty is noticed by no case" },
    });
    expect(others.map(({ pointer }) => pointer)).toEqual(["/parameters/eighty/values/0/value", "/rules/0/when"]);
  });

  it("are noticed in one direction by one case", () => {
    expect(unnoticedIn(packOf(eightyYears), [person(eightiethBirthday, "granted")])).toEqual([
      "moving 80 to 79 in parameter eighty is noticed by no case",
    ]);
  });

  it("are not noticed by an expectation that fails as it is", () => {
    expect(mutatePack(packOf(eightyYears), [person(eightiethBirthday, "denied")]).noticed).toBe(0);
  });

  it("drop each operand, exchange connectives and move the texts of choices", () => {
    const when: Logic = { and: [eightyYears, { "==": [{ var: "support" }, "dispersed"] }] };
    const pack = packOf(when);
    const changes = mutantsOf(new PackUnderTest(pack, [], [])).map(({ change, place, path }) => `${(place ?? path).join("/")} ${change.en}`);
    expect(changes).toEqual([
      "parameters/eighty/values/0/value moving 80 to 81 in parameter eighty",
      "parameters/eighty/values/0/value moving 80 to 79 in parameter eighty",
      "rules/0/when turning and into or",
      'rules/0/when/and/0 dropping {">=":[{"var":"age"},{"param":"eighty"}]}',
      'rules/0/when/and/1 dropping {"==":[{"var":"support"},"dispersed"]}',
      "rules/0/when/and/0 turning >= into >",
      "rules/0/when/and/1 turning == into !=",
      "rules/0/when/and/1/==/1 moving dispersed to concentrated",
    ]);
  });

  it("move the amounts of a table, which a case notices that expects the amount", () => {
    const clause = "C";
    const base = packOf(true);
    const pack: Pack = {
      ...base,
      tables: {
        allowance: {
          inputs: ["age"],
          hit: "unique",
          rows: [
            { if: [{ ">=": 80, "<": 90 }], then: 5000, from: "2000-01-01", clause },
            { if: [{ ">=": 90 }], then: 10_000, from: "2000-01-01", clause },
          ],
        },
      },
      rules: [
        {
          id: "r",
          subject: "person",
          title: base.title,
          when: eightyYears,
          then: { kind: "benefit", benefit: "b", amountFen: { table: "allowance" }, per: "month" },
          clauses: [clause],
        },
      ],
    };
    const plain = person(eightiethBirthday, "granted");
    const exact: PolicyCase = { ...plain, expect: { r: { granted: { amountFen: 5000 } } } };
    expect(testPack(pack, [exact]).failures).toEqual([]);
    expect(testPack(pack, [{ ...plain, expect: { r: { granted: { amountFen: 5001 } } } }]).failures[0]?.message.en).toContain(
      "should be granted { amountFen: 5001 }",
    );
    const moved = "moving 5000 to 5001 in row 1 of table allowance is noticed by no case";
    expect(unnoticedIn(pack, [plain])).toContain(moved);
    expect(unnoticedIn(pack, [exact])).not.toContain(moved);
  });

  it("stay within the bounds that a parameter declares", () => {
    const base = packOf({ "<=": [{ var: "ability.level" }, { param: "two" }] });
    const bounded: Pack = {
      ...base,
      parameters: { two: { type: "integer", title: base.title, clause: "C", least: 0, most: 2, values: [{ from: "2000-01-01", value: 2 }] } },
      facts: {},
    };
    const values = mutantsOf(new PackUnderTest(bounded, [], [])).filter(({ path }) => path[0] === "parameters");
    expect(values.map(({ value }) => value)).toEqual([1]);
  });

  it("are judged as running every case on the whole changed pack would judge them", () => {
    // so few cases that some changes are not noticed
    const few = nationalCases.filter((_, index) => index % 3 === 0);
    const { unnoticed } = mutatePack(national, few);
    const survived = new Set(unnoticed.map(({ pointer, message }) => `${pointer} ${message.en}`));
    const nameOf = ({ place, path, change }: Mutant): string => `/${(place ?? path).join("/")} ${change.en} is noticed by no case`;
    const some = mutantsOf(new PackUnderTest(national, few, [])).filter((mutant, index) => index % 9 === 0 || survived.has(nameOf(mutant)));
    const verdicts = some.map((mutant) => ({
      quickly: !survived.has(nameOf(mutant)),
      wholly: testPack(mutated(national, mutant), few).failures.length > 0,
    }));
    expect(verdicts.map(({ quickly }) => quickly)).toEqual(verdicts.map(({ wholly }) => wholly));
    expect(new Set(verdicts.map(({ wholly }) => wholly)).size).toBe(2);
  });
});

describe("the parts of conditions that cases show", () => {
  it("are both ways where one case meets them and another does not", () => {
    const when: Logic = { and: [eightyYears, { var: "leftBehind" }] };
    const both = (birthDate: string, leftBehind: boolean, expected: "granted" | "denied"): PolicyCase => ({
      ...person(birthDate, expected),
      subject: { person: { birthDate, leftBehind } },
    });
    const one = testPack(packOf(when), [both(eightiethBirthday, true, "granted"), both(dayAfter, true, "denied")]).conditions;
    expect(one).toMatchObject({ parts: 2, seenBothWays: 1 });
    expect(one.unseen.map(({ pointer, message }) => `${pointer} ${message.en}`)).toEqual([
      '/rules/0/when/and/1 no case makes this part of a condition false: {"var":"leftBehind"}',
    ]);
    const all = [both(eightiethBirthday, true, "granted"), both(dayAfter, true, "denied"), both(eightiethBirthday, false, "denied")];
    expect(testPack(packOf(when), all).conditions).toEqual({ parts: 2, seenBothWays: 2, unseen: [] });
  });

  it("are counted for each rule by the answer shown", () => {
    const { answers } = testPack(packOf(eightyYears), [person(eightiethBirthday, "granted"), person(dayAfter, "denied")]);
    expect(answers).toEqual([{ rule: "r", shown: { granted: 1, denied: 1 } }]);
  });
});
