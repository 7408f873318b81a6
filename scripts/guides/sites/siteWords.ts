import type { Wording } from "@eldercare/core";
import type { SitingChange, SitingPlan, SitingRelaxation, UnservedDemand } from "@eldercare/scheduler/siting";
import type { Names } from "../picture/lane.js";
import type { Language } from "../words.js";

const say = (zh: string, en: string): Wording => ({ zh, en });

/** Why a place has no site, in words. */
export const unservedWords: Readonly<Record<UnservedDemand["reason"], Wording>> = {
  NO_SITE_WITHIN_REACH: say("服务半径内没有候选点", "no candidate is within reach"),
  CROWDED_OUT: say("附近的点放不下，或不能再多设", "what is opened has no room or is too far, and no more can be opened"),
  DEARER_THAN_LEAVING_OUT: say("服务的费用高于不服务的代价", "to serve it costs more than to leave it out"),
};

const rules: Readonly<Record<SitingChange["rule"], Wording>> = {
  furthestMetres: say("服务半径放宽到{to}米", "a reach of {to} m"),
  longestSeconds: say("最长行程放宽到{to}秒", "journeys of {to} s"),
  capacity: say("容量增至{to}人", "room for {to}"),
  leastHouseholds: say("最少户数降为{to}户", "at least {to} households"),
  leastPersons: say("最少人数降为{to}人", "at least {to} persons"),
  sites: say("共设{to}处", "{to} sites in all"),
  oneOffBudgetFen: say("一次性资金增至{to}分", "a budget of {to} fen"),
  yearlyBudgetFen: say("年运行资金增至{to}分", "{to} fen a year"),
};

/** A set of changes by which a site could serve, in words. */
export function relaxText({ site, changes }: SitingRelaxation, language: Language, names: Names): string {
  const parts = changes.map(({ rule, to }) => rules[rule][language].replace("{to}", String(to)));
  const name = names(site)[language];
  return language === "zh" ? `由${name}服务：${parts.join("，且")}` : `served by ${name}: ${parts.join(" and ")}`;
}

/** Why a site is opened, in words. */
export function reasonOfSite({ reasons }: SitingPlan["opened"][number], language: Language, names: Names): string {
  const list = (ids: readonly string[]): string => ids.map((id) => names(id)[language]).join(language === "zh" ? "、" : ", ");
  const parts = reasons.map((reason) => {
    if (reason.code === "REQUIRED") return language === "zh" ? "必设" : "required";
    if (reason.code === "ONLY_CANDIDATE")
      return language === "zh" ? `${list(reason.demands)}只够得着这一处候选点` : `the only candidate within reach of ${list(reason.demands)}`;
    if (reason.code === "ONLY_OPENED")
      return language === "zh"
        ? `所设各处中，${list(reason.demands)}只够得着这一处`
        : `of those opened, the only one within reach of ${list(reason.demands)}`;
    const km = Math.round(reason.personMetresSaved / 100) / 10;
    return language === "zh" ? `比去别处共少走${km}人公里` : `saves ${km} person-km against the next site`;
  });
  return parts.join(language === "zh" ? "；" : "; ");
}
