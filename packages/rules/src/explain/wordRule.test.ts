import type { Locale, SubjectKind } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { proveOverrides } from "../analyse/index.js";
import { createEngine } from "../assess/engine.js";
import type { Subject } from "../assess/subject.js";
import { type Node, operands } from "../logic/node.js";
import type { Pack } from "../pack/pack.js";
import { pack as national } from "../packs/cn.js";
import { pack as banner } from "../packs/cn-15-example-banner.js";
import { pack as pastoral } from "../packs/cn-15-pastoral.js";
import { pack as nanyang } from "../packs/cn-4113-nanyang.js";
import { pack as changli } from "../packs/cn-130322-changli.js";
import { pack as nancheng } from "../packs/cn-361021-nancheng.js";
import { pack as chengkou, illustrative } from "../packs/cn-500229-chengkou.js";
import { explain } from "./explain.js";
import type { ExplainedCondition } from "./explainedCondition.js";
import { unitOf, wordParameter } from "./quantityWords.js";
import { speakingOf } from "./telling.js";
import { wordRule } from "./wordRule.js";

const on = "2026-11-21";
const engineOf = (...packs: readonly Pack[]) => createEngine({ packs, prove: proveOverrides });
const withBanner = engineOf(national, pastoral, banner);
const engines = {
  cn: engineOf(national),
  "cn-500229-chengkou": engineOf(national, chengkou),
  "cn-130322-changli": engineOf(national, changli),
  "cn-361021-nancheng": engineOf(national, nancheng),
  "cn-4113-nanyang": engineOf(national, nanyang),
  "cn-15-pastoral": engineOf(national, pastoral),
  "cn-15-example-banner": withBanner,
};
const example = createEngine({ packs: [national, chengkou], overlays: [illustrative] });

type PackId = keyof typeof engines;
const packIds = Object.keys(engines) as PackId[];

/** The rules of a pack; the county's also with its example values. */
const rulesOf = (id: PackId): readonly string[] => engines[id].rules(on).flatMap(({ key, pack }) => (pack === id ? [key.slice(id.length + 1)] : []));

/** The sentence of a rule without the clause behind it. */
const worded = (id: PackId, rule: string, locale: Locale): string => wordRule(engines[id], `${id}/${rule}`, { on, locale, basis: false });

/** Names that documents themselves write in Latin letters. */
const latin = /JGJ|APP/g;

const marred = {
  zh: /[A-Za-z]{3,}|\/[a-z]|undefined|null|“”|（）|，，|。。|的的|为为|[，；：]。|（（|））|不（不|不不/,
  en: /[a-z][A-Z]|\/[a-z]+|undefined|null|“”|\(\)| {2}|,,| ,| is is |the the |not is|\(\(|\)\)/,
};

/** Pairs that open and close in a text, the innermost first; what is left shows what does not. */
function unbalanced(text: string): string {
  // in English one of them is an apostrophe
  let left = text.replace(/(?<=[a-z])’/g, "").replace(/[^“”‘’（）〔〕()[\]]/g, "");
  for (let before = ""; before !== left; ) {
    before = left;
    left = left.replace(/“”|‘’|（）|〔〕|\(\)|\[\]/g, "");
  }
  return left;
}

describe.each(packIds)("every rule of %s", (id) => {
  it("has a sentence in Chinese that an official could sign: no identifier, no empty part, no brackets in brackets", () => {
    for (const rule of rulesOf(id)) {
      const text = worded(id, rule, "zh");
      expect([rule, text.replaceAll(latin, "")]).not.toEqual([rule, expect.stringMatching(marred.zh)]);
      expect([rule, text]).toEqual([
        rule,
        expect.stringMatching(/^(?:“.+”：)?(?:自.+?起，|.+期间，|截至.+?，)?(?:在.*已决定实施本条的地方，)?(?:凡|各|所有人员).+。$/s),
      ]);
      expect([rule, unbalanced(text)]).toEqual([rule, ""]);
    }
  });

  it("has a sentence in English without identifiers, empty parts or brackets in brackets", () => {
    for (const rule of rulesOf(id)) {
      const text = worded(id, rule, "en");
      expect([rule, text]).not.toEqual([rule, expect.stringMatching(marred.en)]);
      expect([rule, text]).toEqual([rule, expect.stringMatching(/^[A-Z0-9].+\. (?:Where|For every) .+\.$/s)]);
      expect([rule, unbalanced(text)]).toEqual([rule, ""]);
    }
  });

  it("names every number that its condition holds something against, by value or as still open", () => {
    for (const rule of rulesOf(id)) {
      const key = `${id}/${rule}`;
      const home = engines[id].packs.find((pack) => pack.id === id)?.area;
      const found = engines[id].ruleFor(key, on, home === "" ? undefined : home);
      if (found === undefined) throw new Error(`${key} is not in force`);
      const speaking = speakingOf(found, undefined);
      for (const node of asked(found.rule.parsed.condition)) {
        if (node.op !== "param" || node.type.kind !== "number") continue;
        const { zh } = wordParameter(node, unitOf(node, speaking), speaking);
        expect([rule, worded(id, rule, "zh")]).toEqual([rule, expect.stringContaining(/^\d[\d,.]*/.exec(zh)?.[0] ?? zh)]);
      }
    }
  });
});

/** Somebody of whom only the place is known: every part of the condition is still to be asked. */
const unknown = (kind: SubjectKind, area: string): Subject => {
  const where: Partial<Record<SubjectKind, object>> = {
    person: { residence: { area } },
    village: { code: area },
    township: { code: area },
    area: { code: area },
    provider: {},
  };
  return { [kind]: area === "" ? {} : (where[kind] ?? { area }) } as unknown as Subject;
};

describe.each(packIds)("the conditions of %s", (id) => {
  it("call every choice by a title, down to the definitions of its words", () => {
    const area = engines[id].packs.find((pack) => pack.id === id)?.area ?? "";
    for (const { key, subject, pack } of engines[id].rules(on)) {
      if (pack !== id) continue;
      const { condition } = explain(engines[id], unknown(subject, area), key, { on, locale: "zh", extent: "full" });
      for (const text of saidIn(condition)) expect([key, text.replaceAll(latin, "")]).not.toEqual([key, expect.stringMatching(/[a-z][A-Za-z]{2,}/)]);
    }
  });
});

/** What the parts of a condition say that hold or fail. */
const saidIn = (part: ExplainedCondition | undefined): string[] =>
  part === undefined ? [] : [...(part.outcome === undefined ? [] : [part.text]), ...part.parts.flatMap(saidIn)];

/** The parts of a condition that its sentence spells out: defined words are told by their names. */
function asked(node: Node | undefined): readonly Node[] {
  if (node === undefined || node.op === "defined" || node.op === "table") return [];
  return [node, ...operands(node).flatMap(asked)];
}

describe("the sentence of a rule", () => {
  it.each<[PackId, string, string]>([
    [
      "cn",
      "category.visitAndCare",
      "凡属于老年人，属于空巢人员、留守人员、失能人员、重度残疾（持证）人员、计划生育特殊家庭成员或者独居的，列为“探访关爱对象”。",
    ],
    [
      "cn",
      "category.selfCarePartlyLost",
      "凡在世，属于特困人员，自理能力六项指标中不能达到的项数不少于1项且少于4项的，列为“特困人员：部分丧失生活自理能力”。",
    ],
    [
      "cn-500229-chengkou",
      "standard.disabledCare.nursingBeds",
      "“失能特困人员集中照护中心护理型床位占比”：凡在用的失能特困人员集中照护中心，护理型床位占比应当不低于80%。",
    ],
    ["cn-500229-chengkou", "standard.village.elderAssociations", "“每个村至少有1个老年协会”：各村，老年协会数力争不少于1个。"],
    ["cn-500229-chengkou", "target.villagePoints", "“设置村级互助养老服务点”：各县级地区，到2022年底，已建成的村级互助养老点数应当不少于113个。"],
    [
      "cn-500229-chengkou",
      "service.mobile.bathing",
      "在已决定实施本条的地方，凡属于老年人，居家生活的，可以提供“上门流动服务：助浴”，次数由当地确定。",
    ],
    [
      "cn-500229-chengkou",
      "checklist.village.offered.living",
      "在有条件并已决定实施本条的地方，凡具备集中居住条件的村，可以按“有条件的地区开展集中居住”的要求实施。",
    ],
    [
      "cn-500229-chengkou",
      "funding.runningCost",
      "凡在用的乡镇敬老院或者失能特困人员集中照护中心，应当核定“管理运行经费”，每年不低于当地尚未确定的“集中供养对象年基本生活金标准”×集中供养对象人数×15%。",
    ],
    [
      "cn-500229-chengkou",
      "pairing.oneToOne",
      "凡属于老年人，有下列情形之一：①属于居家特困人员或者低收入家庭成员，属于失能人员或者“结对帮扶条文中‘失能’的修饰范围”按“只修饰计划生育特殊家庭老年人”掌握；②同时属于计划生育特殊家庭成员和失能人员的，应当实行“‘一对一’结对帮扶”。",
    ],
    [
      "cn-130322-changli",
      "category.visitProvider",
      "凡服务机构类型为老年协会、志愿服务组织、养老机构、社区卫生服务机构或者家政服务企业的，可以列为“鼓励提供探访关爱服务的机构”。",
    ],
    ["cn-361021-nancheng", "phase.survey", "2023年7月1日至2023年7月31日期间，各县级地区均列为“调查摸底阶段”。"],
    ["cn-361021-nancheng", "siting.oldAndYoung.firstBatch", "凡试点批次为第一批的村，第一批试点打造“一老一小幸福院”。"],
    ["cn-4113-nanyang", "target.annualOutput", "“城市养老产业年产值”：各市级地区，到2023年底，城市养老产业年产值力争不低于100亿元。"],
    ["cn-4113-nanyang", "standard.setting.home", "“‘9073’格局：居家养老规划服务人数”：各市级地区，居家养老规划服务人数力争不少于60岁以上人口的90%。"],
    ["cn-15-pastoral", "service.monthlyVisit", "自2025年12月31日起，凡属于特殊困难老年人的，应当提供“特殊困难老年人月探访”，每月1次。"],
    [
      "cn-15-pastoral",
      "standard.villageFacilities",
      "“建设嘎查村级养老服务设施”：在有条件并已决定实施本条的地方，凡属于牧区嘎查村的，已建成的嘎查村级养老服务设施数可以按不少于1个掌握。",
    ],
    [
      "cn-15-example-banner",
      "benefit.winterHeating",
      "凡在世，居住在牧区，属于分散居住牧民，不愿意离开草原，已满80周岁的，应当发放“冬季取暖补贴”，每年1,500元，以现金发放，付给本人。",
    ],
  ])("of %s %s reads so in Chinese", (id, rule, sentence) => {
    expect(worded(id, rule, "zh")).toBe(sentence);
  });

  it.each<[PackId, string, string]>([
    [
      "cn",
      "service.healthManagement",
      "Health management of older persons. Where the person is alive and is at least 65 years old, the person shall receive “health management of older persons”, once a year.",
    ],
    [
      "cn",
      "category.visitAndCare",
      "Person of visit and care. Where the person is an older person and (the person lives alone, is an empty-nester, is left behind, is disabled, has a severe disability by certificate or is a member of a special family-planning family), the person is listed under “person of visit and care”.",
    ],
    [
      "cn-500229-chengkou",
      "standard.village.elderAssociations",
      "Each village has an older persons' association. For every village, the older persons' associations should, as far as possible, be at least 1 association.",
    ],
    [
      "cn-500229-chengkou",
      "service.mobile.bathing",
      "Mobile service at home: bathing. Where the place has decided to apply the clause, the person is an older person and lives at home, the person may receive “mobile service at home: bathing”, as often as the place decides.",
    ],
    [
      "cn-500229-chengkou",
      "staffing.disabledCare",
      "Service staff of the disabled-care centre. Where the kind of facility is concentrated care centre for disabled destitute persons and the facility is in use, staff (care worker, nurse) shall be present: one for every 3 disabled residents.",
    ],
    [
      "cn-500229-chengkou",
      "target.homesSocialised",
      "Township homes under socialised operation. Where the tier is county, the share of township homes under socialised operation shall be at least 60% by the end of 2022.",
    ],
    [
      "cn-130322-changli",
      "standard.inspections",
      "Regular inspections of care institutions. Where the ownership of the care institution is public or private and the facility is in use, the inspections in the past year shall be at least “inspections of a care institution a year” (not yet set).",
    ],
    [
      "cn-361021-nancheng",
      "phase.survey",
      "Phase of the pilot: survey. Where the tier is county, it is 1 July 2023 or later and it is not later than 31 July 2023, the area is listed under “phase of the pilot: survey”.",
    ],
    [
      "cn-361021-nancheng",
      "service.meals",
      "Regular services in pilot villages: meals. Where the person is an older person and lives in a pilot village, the person shall receive “regular services in pilot villages: meals”, as often as the place decides.",
    ],
    [
      "cn-4113-nanyang",
      "standard.setting.community",
      "9073 pattern: persons provided for in the community. Where the tier is prefecture, the older persons provided for in the community should, as far as possible, be at least 7% of population aged 60 or over.",
    ],
    [
      "cn-15-pastoral",
      "service.monthlyVisit",
      "Monthly visit to an older person in special difficulty. Where it is 31 December 2025 or later and the person is an older person in special difficulty, the person shall receive “monthly visit to an older person in special difficulty”, once a month.",
    ],
    [
      "cn-15-pastoral",
      "category.happinessHomeAllowed",
      "A mutual-aid happiness home may be built. Where the village is a gacha of a pastoral area and the households that want to live together are at least 20 households, the village may be listed under “a mutual-aid happiness home may be built”.",
    ],
  ])("of %s %s reads so in English", (id, rule, sentence) => {
    expect(worded(id, rule, "en")).toBe(sentence);
  });

  it("cites document, number, section and quote", () => {
    expect(wordRule(engines["cn-500229-chengkou"], "cn-500229-chengkou/pairing.oneToOne", { on, locale: "zh" })).toContain(
      "。依据《关于做好农村养老服务全覆盖工作的通知》（城府办发〔2021〕156号）第二（七）部分“对居家特困人员、低收入家庭以及计划生育特殊家庭失能老年人等重点对象,  组织开展‘一对一’结对帮扶”。",
    );
  });

  it("gives the steps of an amount that depends on the case, not that the place sets it", () => {
    expect(worded("cn-4113-nanyang", "benefit.homeServicePurchase", "zh")).toBe(
      "凡属于城市特殊困难家庭老年人，居家生活，属于失能人员或者半失能人员的，应当给付“政府购买居家养老服务”，以服务形式提供，付给提供服务的机构，每月标准为：属于失能人员的，300元；不属于失能人员，属于半失能人员的，200元。",
    );
    expect(worded("cn-4113-nanyang", "benefit.homeServicePurchase", "en")).toContain(
      "in the form of services, paid to the provider of the services: where the person is disabled, 300 yuan a month; where the person is not disabled and is semi-disabled, 200 yuan a month.",
    );
  });

  it("says that an amount is open, or that it is an example", () => {
    const rule = "benefit.oldAgeAllowance";
    expect(worded("cn-500229-chengkou", rule, "zh")).toBe("凡同时属于农村老年人和高龄人员的，应当发放“高龄津贴”，每月数额由当地确定。");
    expect(wordRule(example, `cn-500229-chengkou/${rule}`, { on, locale: "zh", basis: false })).toBe(
      "凡同时属于农村老年人和高龄人员的，应当发放“高龄津贴”，每月50元（示例值）。",
    );
  });

  it("says how many residents take one member of staff, in fractions of a person too", () => {
    expect(worded("cn-4113-nanyang", "staffing.centre.perClass", "zh")).toContain(
      "失能入住人员每1.5人至少1人；半失能入住人员每4人至少1人；自理入住人员每10人至少1人",
    );
    expect(worded("cn-361021-nancheng", "staffing.regionalHome", "zh")).toContain(
      "入住人员按当地尚未确定的“区域性敬老院每名护理人员对应的入住人数上限”配备",
    );
  });

  it("says which reading of an ambiguous sentence makes a difference", () => {
    expect(worded("cn-500229-chengkou", "benefit.serviceSubsidy", "zh")).toContain(
      "（“‘高龄失能’的含义”按“既高龄又失能”掌握的，同时属于高龄人员和失能人员；其他情形，属于高龄人员或者失能人员）的，",
    );
  });
});

describe("the sentence of a rule that a place has changed", () => {
  const here = banner.area;
  const changed = (rule: string, locale: Locale): string => wordRule(withBanner, `cn-15-pastoral/${rule}`, { on, locale, basis: false, area: here });
  const zh = (rule: string): string => changed(rule, "zh");

  it("says what was laid down above, who changed it, and how", () => {
    expect(zh("service.monthlyVisit")).toMatch(/每月2次。/);
    expect(zh("service.monthlyVisit")).toContain(
      "内蒙古自治区民政厅等六部门规定“每月探访次数下限”为1次，示例旗人民政府（虚构）提高为2次（《示例旗牧区养老服务实施细则》第三条）",
    );
    expect(changed("category.happinessHomeAllowed", "en")).toContain(
      "sets “households wanting to live together from which a happiness home may be built” to 20 households; 示例旗人民政府（虚构） widens it to 15 households",
    );
  });

  it("says what the documents above had left open", () => {
    expect(zh("service.gachaHelp")).toContain("国家没有规定“失能的起始能力等级”，示例旗人民政府（虚构）确定为3级");
  });

  it("says how its condition was narrowed, or that it no longer needs the place's decision", () => {
    expect(zh("service.doctorRound")).toContain(
      "示例旗人民政府（虚构）收紧了本条（《示例旗牧区养老服务实施细则》第八条），适用条件由“属于牧区老年人，居家生活”改为“属于牧区老年人，居家生活，属于失能人员”",
    );
    expect(zh("service.homeAdaptationExtended")).toContain(
      "示例旗人民政府（虚构）放宽了本条（《示例旗牧区养老服务实施细则》第四条），不再以当地决定实施为前提",
    );
  });

  it("follows the value that holds on the date asked", () => {
    const ask = (day: string): string => wordRule(withBanner, "cn-15-pastoral/staffing.destituteHome", { on: day, locale: "zh", area: here });
    expect(ask("2026-12-31")).toContain("确定为6人");
    expect(ask("2027-01-01")).toContain("确定为5人");
  });

  it("quotes the clause of the change and that of the rule", () => {
    const text = wordRule(withBanner, "cn-15-pastoral/service.homeAdaptationExtended", { on, locale: "zh", area: here });
    expect(text.match(/依据.*$/s)?.[0]).toMatch(/《示例旗牧区养老服务实施细则》.*第四条“.+”、《.+》.*“.+”。$/s);
  });

  it("is as the pack above has it where that pack alone speaks", () => {
    expect(worded("cn-15-pastoral", "service.monthlyVisit", "zh")).not.toContain("示例旗");
  });
});

describe("the clauses behind the sentence of a rule", () => {
  const [first] = chengkou.rules;
  const clauseOf = (section: string, quote: string, modality: "required" | "aspirational") => ({ source: "notice", section, quote, modality });
  /** The county's first rule, with clauses that nobody enacted. */
  const quoting = (clauses: readonly string[], locale: Locale): string => {
    const [source] = Object.keys(chengkou.sources);
    const made = {
      "T-1": clauseOf("第一条", "鼓励登记。", "aspirational"),
      "T-2": clauseOf("第二条", "应当登记；", "required"),
      "T-3": clauseOf("第二条", "每年应当登记。", "required"),
      "T-4": clauseOf("第三条", "每年应当登记，并应当公示。", "required"),
    };
    const written = Object.fromEntries(Object.entries(made).map(([id, each]) => [id, { ...each, source: source ?? "" }]));
    const pack: Pack = {
      ...chengkou,
      clauses: { ...chengkou.clauses, ...written },
      rules: chengkou.rules.map((rule) => (rule === first ? { ...rule, clauses } : rule)),
    };
    const text = wordRule(createEngine({ packs: [national, pack] }), `${pack.id}/${first?.id}`, { on, locale });
    return text.slice(text.search(/依据|Basis:/));
  };

  it("are all quoted, those that bind first, the document named once", () => {
    expect(quoting(["T-1", "T-2"], "zh")).toMatch(/^依据《[^《]+》（[^（]+）第二条“应当登记”、第一条“鼓励登记”。$/);
    expect(quoting(["T-1", "T-2"], "en")).toMatch(/^Basis: [^:]+, 第二条: “应当登记”; 第一条: “鼓励登记”\.$/);
  });

  it("do not say again what another of them says", () => {
    expect(quoting(["T-2", "T-3"], "zh")).toMatch(/》（[^（]+）第二条“每年应当登记”。$/);
    expect(quoting(["T-3", "T-4", "T-2"], "zh")).toMatch(/》（[^（]+）第三条“每年应当登记，并应当公示”。$/);
  });
});
