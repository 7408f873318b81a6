import { EldercareError } from "@eldercare/core";
import { createEngine } from "@eldercare/rules";
import { lintPack } from "@eldercare/rules/lint";
import { pack as national } from "@eldercare/rules/packs/cn";
import { mutatePack, testPack } from "@eldercare/rules/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillForm, type Given } from "./fillForm.js";
import { ruleOf } from "./firstRule.js";
import { identityFields, identityOf } from "./packIdentity.js";
import { packSkeleton } from "./packSkeleton.js";
import { personGroups } from "./personGroups.js";
import { ruleFields } from "./ruleFields.js";

const fields = [...identityFields, ...ruleFields];

const identity: Given = {
  id: "cn-990001-example",
  area: "990001",
  titleZh: "示例县养老服务",
  titleEn: "Elder care in Example County",
  documentNumber: "示例发〔2026〕1号",
  issuer: "示例县人民政府",
  issued: "2025年12月20日",
  from: "2026-01-01",
};
const sentence: Given = {
  section: "第三条",
  quote: "对一百周岁以上老年人，每年发放慰问金1000元。",
  kind: "benefit",
  name: "centenarianGift",
  ruleZh: "百岁慰问金",
  ruleEn: "gift to centenarians",
  fromAge: "100",
  per: "year",
  yuan: "1000",
};

async function packFrom(given: Given) {
  const said = await fillForm(fields, given, false);
  if (said === undefined) throw new Error("the form was given up");
  return packSkeleton(identityOf(said), ruleOf(said));
}

async function refusals(given: Given): Promise<string[]> {
  try {
    await fillForm(fields, given, false);
    return [];
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
  }
}

describe("the form of a new pack, filled from options", () => {
  it("takes the title of the pack for that of the document, and the strength from the words of the sentence", async () => {
    const { pack } = await packFrom({ ...identity, ...sentence });
    expect(pack.sources.document?.title).toBe("示例县养老服务");
    expect(pack.clauses["A-1"]?.modality).toBe("required");
    const encouraged = await packFrom({ ...identity, ...sentence, quote: "鼓励对百岁老人发放慰问金。" });
    expect(encouraged.pack.clauses["A-1"]?.modality).toBe("permitted-or-encouraged");
    expect(encouraged.pack.rules[0]?.whereAdopted).toBe(true);
  });

  it("takes amounts in yuan and writes them in fen", async () => {
    const { pack } = await packFrom({ ...identity, ...sentence, yuan: "88.5" });
    expect(pack.parameters["centenarianGift.fenPerYear"]?.values?.[0]?.value).toBe(8850);
  });

  it("refuses everything that cannot be used at once, each under its option", async () => {
    const wrong = {
      ...identity,
      ...sentence,
      area: "",
      from: "2026-02-30",
      modality: "shall",
      name: "百岁",
      fromAge: "一百",
      yuan: "1,000",
      groups: "alone",
    };
    expect(await refusals(wrong)).toEqual([
      "OPTION_INVALID /area",
      "OPTION_INVALID /from",
      "OPTION_INVALID /modality",
      "OPTION_INVALID /name",
      "OPTION_INVALID /from-age",
      "OPTION_INVALID /groups",
      "OPTION_INVALID /yuan",
    ]);
  });

  it("refuses an option that does not go with what the rule gives", async () => {
    expect(await refusals({ ...identity, ...sentence, kind: "device" })).toEqual(["OPTION_INVALID /per", "OPTION_INVALID /yuan"]);
    expect(await refusals({ ...identity, ...sentence, kind: "service", per: "once", yuan: undefined })).toEqual(["OPTION_INVALID /per"]);
  });

  it("asks of a benefit in which period it is paid", async () => {
    expect(await refusals({ ...identity, ...sentence, per: undefined })).toEqual(["OPTION_MISSING /per"]);
  });
});

const text = fc.constantFrom("高龄津贴", "一项", "助餐、助浴");
const money = fc.record({
  kind: fc.constant("benefit"),
  per: fc.constantFrom("month", "year", "once"),
  yuan: fc.constantFrom("", "0.01", "100", "1200.50"),
});
const service = fc
  .record({ kind: fc.constant("service"), per: fc.constantFrom("none", "week", "month", "year"), times: fc.constantFrom("", "1", "12") })
  .map(({ times, ...rest }): Given => (rest.per === "none" ? rest : { ...rest, times }));
const uncounted = fc.record({ kind: fc.constantFrom("device", "category") });
const answers = fc
  .record({
    gives: fc.oneof<fc.Arbitrary<Given>[]>(money, service, uncounted),
    section: text,
    ruleZh: text,
    ruleEn: text,
    quote: text,
    name: fc.constantFrom("oldAgeAllowance", "x1"),
    modality: fc.constantFrom("required", "in-principle", "aspirational", "permitted-or-encouraged", "conditional"),
    fromAge: fc.constantFrom("", "1", "60", "80", "100"),
    groups: fc.subarray(personGroups.map(({ name }) => name)).map((names) => names.join("、")),
    area: fc.constantFrom("99", "9900", "990001", "990001001", "990001001001"),
    from: fc.constantFrom("1990-12-31", "2026-07-01", "2028-02-29"),
  })
  .map(({ gives, ...rest }): Given => ({ ...identity, ...rest, ...gives }));

it("whatever is answered, the pack lints clean, its cases pass, show every answer, and notice every small change", async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (given) => {
      const { pack, cases, overlay } = await packFrom(given);
      expect(lintPack(pack, [national]).filter(({ severity }) => severity !== "note")).toEqual([]);
      expect(testPack(pack, cases, [national])).toMatchObject({ failures: [], uncovered: [] });
      expect(mutatePack(pack, cases, [national]).unnoticed.map(({ message }) => message.en)).toEqual([]);
      const engine = createEngine({ packs: [national, pack], overlays: overlay === undefined ? [] : [overlay] });
      const open = engine.openParameters(given.from ?? "").filter(({ id, supplied }) => id in pack.parameters && supplied.value === undefined);
      expect(open).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 60_000);
