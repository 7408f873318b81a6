import type { Register } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { proveOverrides } from "../analyse/index.js";
import { createEngine } from "../assess/engine.js";
import type { Subject } from "../assess/subject.js";
import type { Overlay } from "../pack/pack.js";
import { pack as national } from "../packs/cn.js";
import { pack as banner } from "../packs/cn-15-example-banner.js";
import { pack as pastoral } from "../packs/cn-15-pastoral.js";
import { cases, pack as county, illustrative } from "../packs/cn-500229-chengkou.js";
import { explain } from "./explain.js";
import type { ExplainedCondition } from "./explainedCondition.js";

const on = "2026-11-21";
const settled: Overlay = { ...illustrative, id: "settled", illustrative: false };
const engine = createEngine({ packs: [national, county], overlays: [settled] });
const open = createEngine({ packs: [national, county] });

/** Synthetic people, facilities and villages. */
const rural = { birthDate: "1944-03-05", registeredResidence: { kind: "rural" as const }, residence: { area: "500229103205" } };
const poor = { ...rural, assistance: ["destitute" as const], support: "dispersed" as const };
const county500229 = { code: "500229", name: "城口县", tier: "county" as const };
const adopting: Partial<Register> = { areas: [{ ...county500229, adopts: ["CK-2.6-c", "CK-2.6-d", "CK-2.6-e", "CK-2.6-g", "CK-2.12-b"] }] };

const told = (subject: Subject, rule: string, register?: Partial<Register>, asked = engine) => {
  const question = { on, ...(register === undefined ? {} : { register }) };
  const key = rule.includes("/") ? rule : `cn-500229-chengkou/${rule}`;
  return {
    zh: explain(asked, subject, key, { ...question, locale: "zh" }).text.replace(/^依据.+?部分“.+?”，(?=您|该|现有|“)/s, ""),
    en: explain(asked, subject, key, { ...question, locale: "en" }).text.replace(/ Basis: .*$/s, ""),
  };
};

describe("a refusal", () => {
  it("names an age that has not been reached", () => {
    expect(told({ person: { ...rural, birthDate: "1968-05-01" } }, "service.regularVisit")).toEqual({
      zh: "您不符合“定期巡访”的条件。原因：您不属于老年人（现年58周岁，未满60周岁）。",
      en: "You do not qualify for “regular visits”. This is because you are not an older person (you are 58, under 60).",
    });
  });

  it("names a level of ability that is too low", () => {
    expect(told({ person: { ...poor, ability: { level: 2 }, wishes: { institution: true } } }, "service.concentratedDisabledCare")).toEqual({
      zh: "您不符合“失能特困人员集中照护（应护尽护）”的条件。原因：您不属于失能人员（能力等级为2级，低于3级）。",
      en: "You do not qualify for “concentrated care for disabled destitute persons”. This is because you are not disabled (your ability level is 2, below 3).",
    });
  });

  it("names several failing conditions in their order, those of one kind together", () => {
    const person = { ...rural, assistance: [], ability: { level: 1 }, specialFamilyPlanning: false };
    expect(told({ person }, "pairing.oneToOne")).toEqual({
      zh: "您不符合“‘一对一’结对帮扶”的条件。原因：您不属于居家特困人员（不属于特困人员），不属于低收入家庭成员或者计划生育特殊家庭成员，不属于失能人员（能力等级为1级，低于3级）。",
      en: "You do not qualify for “one-to-one pairing”. This is because you are not a destitute person living at home (you are not a destitute person), are not a member of a low-income family, are not a member of a special family-planning family and are not disabled (your ability level is 1, below 3).",
    });
  });

  it("names what stands in the way", () => {
    expect(told({ person: { ...rural, assistance: ["lowIncome"], livingArrangement: "alone" } }, "pairing.grid").zh).toBe(
      "您不符合“‘网格化’‘划片式’结对帮扶”的条件。原因：您属于一对一结对的重点对象。",
    );
  });

  it("names a wish that nobody has", () => {
    expect(told({ person: { ...poor, ability: { level: 4 }, wishes: { institution: false } } }, "service.concentratedSupport")).toEqual({
      zh: "您不符合“特困人员集中供养（应养尽养）”的条件。原因：您不愿意入住机构。",
      en: "You do not qualify for “concentrated support of destitute persons”. This is because you do not wish to live in an institution.",
    });
  });

  it("names a registered residence of another kind", () => {
    expect(told({ person: { ...rural, registeredResidence: { kind: "urban" } } }, "service.healthCheck").zh).toBe(
      "您不符合“健康体检评估”的条件。原因：您不是农村户籍。",
    );
  });

  it("names a form of support that is another", () => {
    expect(told({ person: { ...poor, support: "concentrated" } }, "ledger.homeLivingDestitute")).toEqual({
      zh: "您不符合“基础台账：居家特困人员”的条件。原因：您不属于居家特困人员（供养方式为集中供养，不是分散供养）。",
      en: "You do not qualify for “basic ledger: destitute person living at home”. This is because you are not a destitute person living at home (your form of support is in an institution, not at home).",
    });
  });

  it("says that the place has not adopted a clause that only offers", () => {
    const areas = ["500229", "500229103", "500229103205"].map((code) => ({
      code,
      name: code,
      tier: ({ 6: "county", 9: "township", 12: "village" } as const)[code.length as 6 | 9 | 12],
      adopts: [],
    }));
    expect(told({ person: { ...rural, livingArrangement: "alone" } }, "service.mobile.bathing", { areas })).toEqual({
      zh: "您不符合“上门流动服务：助浴”的条件。原因：您所在地没有决定实施本条。",
      en: "You do not qualify for “mobile service at home: bathing”. This is because the place has not decided to apply the clause.",
    });
  });

  it("says of a village what its people are told", () => {
    expect(told({ village: { code: "500229103205", dispersed: false } }, "siting.point.forbidden", { areas: [], facilities: [] })).toEqual({
      zh: "该村不符合“不建设互助养老点”的条件。原因：该村人口居住不分散；本村的乡镇养老服务中心数为0个，少于1个。",
      en: "The village does not qualify for “no mutual-aid point is to be built”. This is because the dwellings are not dispersed; and the township centres in the village are 0 facilities, fewer than 1 facility.",
    });
  });
});

describe("a grant", () => {
  it("says what is given, how often, and why", () => {
    expect(told({ person: rural }, "service.regularVisit")).toEqual({
      zh: "您符合“定期巡访”的条件，应当为您提供“定期巡访”，每年4次。理由：您属于老年人（现年82周岁，已满60周岁），为农村户籍。",
      en: "You shall receive “regular visits”, 4 times a year. This is because you are an older person (you are 82, at least 60) and are registered as a rural resident.",
    });
  });

  it("says how much money", () => {
    expect(told({ person: rural }, "benefit.oldAgeAllowance")).toEqual({
      zh: "您符合“高龄津贴”的条件，应当向您发放“高龄津贴”，每月50元。理由：您属于农村老年人，属于高龄人员（现年82周岁，已满80周岁）。",
      en: "You shall receive “old-age allowance”, 50 yuan a month. This is because you are a rural older person and are of advanced age (you are 82, at least 80).",
    });
  });

  it("says in which order people are admitted", () => {
    expect(told({ person: { ...poor, wishes: { institution: true } } }, "admission.townshipCentre.destitute").zh).toBe(
      "您符合“乡镇养老服务中心优先收住：特困人员”的条件，列入“乡镇养老服务中心优先收住：特困人员”的次序，排在第1位。理由：您在世，属于特困人员，愿意入住机构。",
    );
  });

  it("says that the place has adopted a clause, and which device it brings", () => {
    expect(told({ person: { ...rural, livingArrangement: "alone" } }, "device.monitoring", adopting)).toEqual({
      zh: "您符合“安全防护手环等智能监测设备”的条件，可以为您配备“安全防护手环等智能监测设备”。理由：您所在地已决定实施本条，属于老年人（现年82周岁，已满60周岁），属于高龄人员（现年82周岁，已满80周岁），独居。",
      en: "You may receive “safety wristband or other monitoring device”. This is because the place has decided to apply the clause, you are an older person (you are 82, at least 60), are of advanced age (you are 82, at least 80) and live alone.",
    });
  });

  it("says what a facility is to be given, line by line", () => {
    const facility = { id: "f-1", kind: "townshipHome" as const, area: "500229103", facts: { concentratedSupportResidents: 20 } };
    expect(told({ facility }, "funding.runningCost").zh).toContain(
      "该设施应当核定“管理运行经费”，每年不低于33,000元。理由：该设施类型为乡镇敬老院，在用。计算过程：20 人",
    );
  });

  it("names the example values that it stands on", () => {
    const example = createEngine({ packs: [national, county], overlays: [illustrative] });
    expect(told({ person: rural }, "benefit.oldAgeAllowance", undefined, example).zh).toContain(
      "其中使用了示例值（高龄的起始年龄80周岁、高龄津贴标准（每月）50元），仅供演示，不作为认定依据。",
    );
  });
});

describe("an undetermined decision", () => {
  it("asks for what is not known, and says what it would settle", () => {
    expect(told({ person: { ...poor, wishes: { institution: true } } }, "service.concentratedDisabledCare")).toEqual({
      zh: "现有情况还不能确定您是否符合“失能特困人员集中照护（应护尽护）”的条件。尚待查明：是否属于失能人员（能力等级是否不低于3级）。请提供：能力等级。",
      en: "It cannot yet be said whether you qualify for “concentrated care for disabled destitute persons”. It is still open whether you are disabled (your ability level is at least 3). Please give: ability level.",
    });
  });

  it("asks yes-or-no questions as such", () => {
    const person = { ...poor, ability: { level: 4 } };
    expect(told({ person }, "service.concentratedDisabledCare")).toEqual({
      zh: "现有情况还不能确定您是否符合“失能特困人员集中照护（应护尽护）”的条件。尚待查明：是否愿意入住机构。请提供：是否愿意入住机构。",
      en: "It cannot yet be said whether you qualify for “concentrated care for disabled destitute persons”. It is still open whether you wish to live in an institution. Please give: whether you wish to live in an institution.",
    });
  });

  it("names what the document leaves to the place", () => {
    expect(told({ person: rural }, "benefit.oldAgeAllowance", undefined, open)).toEqual({
      zh: "现有情况还不能确定您是否符合“高龄津贴”的条件。尚待查明：是否属于高龄人员（现年82周岁，是否已满当地尚未确定的“高龄的起始年龄”）。下列事项文件没有规定，须由当地先行确定：“高龄的起始年龄”。",
      en: "It cannot yet be said whether you qualify for “old-age allowance”. It is still open whether you are of advanced age (your age, 82, is at least “age from which a person is of advanced age” [not yet set]). The document leaves open, and the place must first set: “age from which a person is of advanced age”.",
    });
  });

  it("never takes what is not known for a reason", () => {
    const { reasons, missing } = explain(engine, { person: {} }, "cn-500229-chengkou/pairing.oneToOne", { on, locale: "zh" });
    expect(missing?.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/是否/);
  });
});

describe("a standard, a staffing rule, a target, an item of a checklist", () => {
  const centre = { id: "f-2", kind: "concentratedDisabledCareCentre" as const, area: "500229" };
  const carer = (index: number) => ({ id: `c-${index}`, roles: ["careWorker" as const], facility: "f-2", area: "500229", shifts: [] });

  it("is held against what was observed", () => {
    expect(told({ facility: { ...centre, beds: 52, nursingBeds: 28 } }, "standard.disabledCare.nursingBeds")).toEqual({
      zh: "该设施护理型床位占比应当不低于80%；现为约53.8%，未达到要求。",
      en: "The share of nursing beds must be at least 80%, and is about 53.8%, which does not meet the requirement.",
    });
  });

  it("is worked out step by step", () => {
    const register = { caregivers: Array.from({ length: 12 }, (_, index) => carer(index)) } as unknown as Partial<Register>;
    expect(told({ facility: { ...centre, residents: { disabled: 47, semiDisabled: 0, selfCaring: 0 } } }, "staffing.disabledCare", register)).toEqual(
      {
        zh: "该设施应配16人，实配12人，缺4人，未达到要求。计算过程：失能 47 人 ÷ 3，进一取整 = 16；应配 16 人 − 实配 12 人 = 4。",
        en: "16 members of staff are required and 12 present: 4 short, which does not meet the requirement. Worked out: 47 disabled ÷ 3, rounded up = 16; 16 required − 12 present = 4.",
      },
    );
  });

  it("is due, or overdue", () => {
    expect(told({ area: { ...county500229, facts: { villagePointsBuilt: 51 } } }, "target.villagePoints")).toEqual({
      zh: "该地区已建成的村级互助养老点数应当不少于113个，期限为2022年底；现为51个，逾期未达到。",
      en: "The village points built must be at least 113 facilities by the end of 2022, and are 51 facilities, which is not reached in time.",
    });
  });

  it("that is an aim says so to whoever does not reach it", () => {
    expect(told({ area: { ...county500229, facts: { directorsTrained: 20 } } }, "target.directorsTrained")).toEqual({
      zh: "该地区已培训院长主管人数力争不少于25人，期限为2022年底；现为20人，逾期未达到。该项属于力争实现的目标，不是硬性要求。",
      en: "The directors trained are, as far as possible, to be at least 25 persons by the end of 2022, and are 20 persons, which is not reached in time. This is an aim, and does not bind.",
    });
    expect(told({ area: { ...county500229, facts: { directorsTrained: 25 } } }, "target.directorsTrained").zh).not.toContain("硬性");
  });

  it("is fulfilled, or names what is lacking", () => {
    const point = { id: "f-3", kind: "villageMutualAidPoint" as const, area: "500229103205", functions: ["dayCare"] };
    expect(told({ facility: point }, "checklist.point.function.dayCare").zh).toBe("该设施已达到“互助养老点功能：日间照料”的要求。");
    expect(told({ facility: point }, "checklist.point.function.leisure")).toEqual({
      zh: "该设施未达到“互助养老点功能：休闲娱乐”的要求。原因：该设施功能不包括休闲娱乐。",
      en: "The facility does not meet “function of the mutual-aid point: leisure”. This is because the functions do not include leisure.",
    });
  });

  it("does not concern a facility of another kind", () => {
    expect(told({ facility: { ...centre, kind: "townshipHome" } }, "standard.disabledCare.nursingBeds").zh).toBe(
      "“失能特困人员集中照护中心护理型床位占比”不适用于该设施。原因：该设施类型为乡镇敬老院，不是失能特困人员集中照护中心。",
    );
  });

  it("cannot be reckoned where there is nothing to take a share of", () => {
    expect(told({ facility: { ...centre, beds: 0, nursingBeds: 0 } }, "standard.disabledCare.nursingBeds").zh).toBe(
      "“失能特困人员集中照护中心护理型床位占比”在该设施无从计算，不作评判。",
    );
  });
});

describe("a decision of a rule that a place has changed", () => {
  const withBanner = createEngine({ packs: [national, pastoral, banner], prove: proveOverrides });
  const inBanner = { area: banner.area };
  const person = { birthDate: "1944-03-05", died: null, residence: inBanner, childless: false, livingArrangement: "alone" as const };
  const ask = (locale: "zh" | "en") => explain(withBanner, { person }, "cn-15-pastoral/category.specialDifficulty", { on, locale });

  it("cites the clause of the change before that of the rule, and says what was changed by whom", () => {
    const { text, basis } = ask("zh");
    expect(basis.length).toBeGreaterThan(1);
    expect(text).toMatch(/^依据《示例旗牧区养老服务实施细则》.+、《.+》.+，/s);
    expect(text).toContain("国家没有规定“高龄的起始年龄”，示例旗人民政府（虚构）确定为80周岁（《示例旗牧区养老服务实施细则》第二条）");
    expect(ask("en").text).toContain(
      "The state leaves “age from which a person is of advanced age” open; 示例旗人民政府（虚构） sets it to 80 years",
    );
  });
});

describe("an explanation", () => {
  const leaves = (condition: ExplainedCondition): ExplainedCondition[] =>
    condition.parts.length === 0 ? [condition] : condition.parts.flatMap(leaves);

  it("gives the condition as a tree, with facts, parameters and values", () => {
    const { condition, parameters } = explain(engine, { person: rural }, "cn-500229-chengkou/benefit.oldAgeAllowance", {
      on,
      locale: "zh",
      extent: "full",
    });
    const found = condition === undefined ? [] : leaves(condition);
    expect(found.find(({ fact }) => fact === "/birthDate")?.value).toBe("1944年3月5日");
    expect(found.find(({ parameter }) => parameter === "advancedAge.fromAge")?.value).toBe("80周岁");
    expect(parameters.find(({ id }) => id === "olderPerson.fromAge")).toEqual({
      id: "olderPerson.fromAge",
      title: "老年人的起始年龄",
      value: "60周岁",
      clause: "CN-RIGHTS-2",
      from: "2018-12-29",
      illustrative: false,
    });
  });

  it("shows what decided unless all is asked for", () => {
    const ask = (extent: "deciding" | "full") =>
      explain(engine, { person: { ...rural, registeredResidence: { kind: "urban" } } }, "cn-500229-chengkou/benefit.oldAgeAllowance", {
        on,
        locale: "en",
        extent,
      });
    const size = (condition: ExplainedCondition | undefined): number =>
      condition === undefined ? 0 : condition.parts.reduce((sum, part) => sum + size(part), 1);
    expect(size(ask("full").condition)).toBeGreaterThan(size(ask("deciding").condition));
  });

  it("is plain data, without empty words or pointers, for every rule of the county with each of its outcomes", () => {
    const engines = new Map<string, ReturnType<typeof createEngine>>();
    const engineWith = (parameters: object): ReturnType<typeof createEngine> => {
      const key = JSON.stringify(parameters);
      const values = Object.fromEntries(Object.entries(parameters).map(([id, value]) => [id, [{ from: "2018-12-29", value }]]));
      const made = engines.get(key) ?? createEngine({ packs: [national, county], overlays: [{ ...settled, parameters: values }] });
      engines.set(key, made);
      return made;
    };
    const explained = new Set<string>();
    for (const { subject, register, parameters = {}, on: day, expect: expected } of cases) {
      const fresh = Object.entries(expected).flatMap(([rule, outcome]) => {
        const outcomeOfRule = `${rule} ${typeof outcome === "string" ? outcome : "undetermined"}`;
        if (explained.has(outcomeOfRule)) return [];
        explained.add(outcomeOfRule);
        return [rule];
      });
      if (fresh.length === 0) continue;
      const asked = engineWith(parameters);
      for (const rule of fresh)
        for (const locale of ["zh", "en"] as const) {
          const told = explain(asked, subject, `${county.id}/${rule}`, { on: day, locale, ...(register === undefined ? {} : { register }) });
          const text = told.text.replace(/: “.*$/s, "");
          expect(text).not.toMatch(/undefined|null|“”|（）|\(\)|，，|。。|\/[a-z]|[a-z][A-Z]/);
          expect(JSON.parse(JSON.stringify(told))).toEqual(told);
        }
    }
  });

  it("refuses a rule that does not exist", () => {
    expect(() => explain(engine, { person: rural }, "cn/category.olderPersn", { on, locale: "zh" })).toThrow(/RULE_NOT_FOUND/);
  });
});
