import type { Locale } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { createEngine } from "../assess/engine.js";
import { pack as national } from "../packs/cn.js";
import { pack as county, illustrative } from "../packs/cn-500229-chengkou.js";
import { wordRule } from "./wordRule.js";

const on = "2026-11-21";
const engine = createEngine({ packs: [national, county], overlays: [illustrative] });
const open = createEngine({ packs: [national, county] });
const rules = engine.rules(on).map(({ key }) => key);

/** Choices of the county's own facts, which the pack does not title. */
const untitled = /inTownHome|remoteHome/g;

const chinese = /^(?:“.+”：)?凡.+。依据《.+》.*“.+”。$/s;
const english = /^[A-Z].+ Basis: .+$/s;
const marred = {
  zh: /[A-Za-z]{3,}|\/[a-z]|undefined|null|“”|（）|，，|。。|的的|[，；：]。/,
  en: /[a-z][A-Z]|\/[a-z]+|undefined|null|“”|\(\)| {2}|,,| ,| is is |the the /,
};

describe.each([
  ["with example values", engine],
  ["with open parameters", open],
] as const)("every rule of every pack, %s", (_name, asked) => {
  const sentences = (locale: Locale) => rules.map((rule) => wordRule(asked, rule, { on, locale }).replaceAll(untitled, "…"));

  it("has a sentence in Chinese, without empty parts, pointers or identifiers", () => {
    const all = sentences("zh");
    expect(all.filter((text) => !chinese.test(text))).toEqual([]);
    expect(all.filter((text) => marred.zh.test(text.replaceAll("JGJ", "")))).toEqual([]);
  });

  it("has a sentence in English, without empty parts, pointers or identifiers", () => {
    const all = sentences("en");
    expect(all.filter((text) => !english.test(text))).toEqual([]);
    expect(all.filter((text) => marred.en.test(text.replace(/ Basis: .*$/s, "")))).toEqual([]);
  });
});

describe("the sentence of a rule", () => {
  const zh = (rule: string): string => wordRule(engine, `cn-500229-chengkou/${rule}`, { on, locale: "zh" }).replace(/。依据.*$/s, "。");
  const en = (rule: string): string => wordRule(engine, `cn-500229-chengkou/${rule}`, { on, locale: "en" }).replace(/ Basis:.*$/s, "");

  it("cites document, number, section and quote", () => {
    expect(wordRule(engine, "cn-500229-chengkou/pairing.oneToOne", { on, locale: "zh" })).toBe(
      "凡属于老年人，（属于居家特困人员或者低收入家庭成员，属于失能人员或者“结对帮扶条文中‘失能’的修饰范围”按“只修饰计划生育特殊家庭老年人”掌握）或者属于计划生育特殊家庭成员和失能人员的，应当实行“‘一对一’结对帮扶”。依据《关于做好农村养老服务全覆盖工作的通知》（城府办发〔2021〕156号）第二（七）部分“对居家特困人员、低收入家庭以及计划生育特殊家庭失能老年人等重点对象,  组织开展‘一对一’结对帮扶”。",
    );
  });

  it("says what is given, and how much of it", () => {
    expect(zh("benefit.oldAgeAllowance")).toBe("凡属于农村老年人和高龄人员的，应当发放“高龄津贴”，每月50元（示例值）。");
    expect(en("benefit.oldAgeAllowance")).toBe(
      "Old-age allowance. Where the person is a rural older person and is of advanced age, the person shall receive “old-age allowance”, 50 yuan (an example value) a month.",
    );
    expect(wordRule(open, "cn-500229-chengkou/benefit.oldAgeAllowance", { on, locale: "zh" })).toContain("每月数额由当地确定");
  });

  it("says what a standard asks, in its unit and with its strength", () => {
    expect(zh("standard.disabledCare.nursingBeds")).toBe(
      "“失能特困人员集中照护中心护理型床位占比”：凡设施类型为失能特困人员集中照护中心，在用的，应当使护理型床位占比不低于80%。",
    );
    expect(zh("standard.townshipCentre.floorArea")).toContain("原则上应当使建筑面积不低于800㎡");
    expect(en("standard.village.careAssistants")).toBe(
      "Each village has a care assistant. For every village, the care assistants of the village should, as far as possible, be at least 1 person.",
    );
  });

  it("says how many staff how many residents take", () => {
    expect(zh("staffing.disabledCare")).toContain("应当配备养老护理员、护士：失能入住每3人至少1人");
    expect(en("staffing.disabledCare")).toContain("staff (care worker, nurse) shall be present: one for every 3 disabled residents");
  });

  it("says by when a target is to be reached", () => {
    expect(zh("target.villagePoints")).toBe(
      "“设置村级互助养老服务点”：凡层级为县级的，在2022年12月31日以前应当使已建成的村级互助养老点数不少于113个。",
    );
    expect(en("target.homesSocialised")).toContain(
      "the share of township homes under socialised operation shall be at least 60% by 31 December 2022",
    );
  });

  it("says which reading of an ambiguous sentence makes a difference", () => {
    expect(zh("benefit.serviceSubsidy")).toContain(
      "“‘高龄失能’的含义”按“既高龄又失能”掌握的，属于高龄人员和失能人员；其他情形，属于高龄人员或者失能人员",
    );
  });
});
