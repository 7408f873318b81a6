import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";

/** Where a person is cared for: 居家、社区、机构. */
export type ReferralSetting = "home" | "community" | "institution";

/** A facility that may take the person. */
export interface ReferralFacility {
  readonly id: string;
  readonly setting: "community" | "institution";
  /** Beds or places free, whole; absent where unknown. */
  readonly freeBeds?: number;
  /** Distance from the person, metres, straight or by road as the caller measures; absent where unknown. */
  readonly distanceMetres?: number;
}

/** A person whose ability has changed, and where there is room. */
export interface ReferralQuestion {
  readonly person: string;
  /** Best and worst level of ability that are possible, equal where it is known. */
  readonly leastLevel: number;
  readonly mostLevel: number;
  readonly current: ReferralSetting;
  /** Setting from a level on, by rising level from 0: the pack's thresholds. */
  readonly thresholds: readonly { readonly fromLevel: number; readonly setting: ReferralSetting }[];
  readonly facilities: readonly ReferralFacility[];
  readonly clauses: readonly string[];
}

/** Where the person goes. */
export interface Referral {
  readonly state: "stay" | "refer" | "waiting" | "undetermined";
  /** Setting that the level asks for; absent where the level leaves it open. */
  readonly setting?: ReferralSetting;
  readonly facility?: string;
  readonly distanceMetres?: number;
  /** Trip to be made when the person moves into a facility. */
  readonly pickUp?: { readonly person: string; readonly from: ReferralSetting; readonly to: string };
  readonly why?: "noFacility" | "noFreeBed" | "bedsUnknown" | "levelUnknown" | "noThreshold";
  /** Facilities to ask for their beds or distance: they may be nearer, or the only ones with room. */
  readonly ask: readonly string[];
}

/**
 * The setting that a person's level of ability asks for, and the nearest facility of it with a free bed. Who lives in the
 * setting already stays. Where no bed is known to be free the person waits, or it is said whose beds are unknown.
 *
 * @throws EldercareError where levels, beds or distances mean nothing, or a facility occurs twice
 * @example
 * const thresholds = [{ fromLevel: 0, setting: "home" }, { fromLevel: 3, setting: "institution" }];
 * const facilities = [{ id: "near", setting: "institution", freeBeds: 0, distanceMetres: 900 }, { id: "sumu", setting: "institution", freeBeds: 2, distanceMetres: 8000 }];
 * const { value } = referPerson({ person: "p-1", leastLevel: 3, mostLevel: 3, current: "home", thresholds, facilities, clauses: ["IM-2.2-g"] });
 * value //=> { state: "refer", setting: "institution", facility: "sumu", distanceMetres: 8000, pickUp: { person: "p-1", from: "home", to: "sumu" }, ask: [] }
 * Source: IM-2.2-g (及时接入苏木乡镇区域养老服务中心), CL-2.3.9-b (在居家、社区、机构之间接续养老).
 */
export function referPerson(question: ReferralQuestion): Counted<Referral> {
  checkQuestion(question);
  const { leastLevel, mostLevel, thresholds, facilities, clauses } = question;
  const settingOf = (level: number): ReferralSetting | undefined => thresholds.findLast(({ fromLevel }) => level >= fromLevel)?.setting;
  const levels = Array.from({ length: mostLevel - leastLevel + 1 }, (_, index) => leastLevel + index);
  const settings = [...new Set(levels.map(settingOf))];
  const value = settings.includes(undefined)
    ? ({ state: "undetermined", why: "noThreshold", ask: [] } as const)
    : settings.length > 1
      ? ({ state: "undetermined", why: "levelUnknown", ask: [] } as const)
      : placed(question, settings[0] ?? question.current);
  const ofSetting = facilities.filter(({ setting }) => setting === value.setting);
  const steps = [
    { zh: `能力等级 ${levels.join("、")}，对应服务方式`, en: `level ${levels.join(", ")}: setting`, value: value.setting ?? "?" },
    {
      zh: `同类设施 ${ofSetting.length} 家，已知有空位`,
      en: `of ${ofSetting.length} facilities, known to have room`,
      value: String(ofSetting.filter(({ freeBeds = 0 }) => freeBeds > 0).length),
    },
    { zh: "转介", en: "referral", value: value.facility ?? value.state },
  ];
  return { value, unit: "referral", steps, clauses };
}

function placed({ person, current, facilities }: ReferralQuestion, setting: ReferralSetting): Referral {
  if (setting === current) return { state: "stay", setting, ask: [] };
  if (setting === "home") return { state: "refer", setting, ask: [] };
  const ofSetting = facilities.filter((facility) => facility.setting === setting);
  if (ofSetting.length === 0) return { state: "waiting", setting, why: "noFacility", ask: [] };
  const metres = ({ distanceMetres }: ReferralFacility): number => distanceMetres ?? Number.POSITIVE_INFINITY;
  const nearest = ofSetting
    .filter(({ freeBeds }) => freeBeds !== undefined && freeBeds > 0)
    .sort((a, b) => (metres(a) === metres(b) ? (a.id < b.id ? -1 : 1) : metres(a) - metres(b)))[0];
  const mayBeNearer = (facility: ReferralFacility): boolean =>
    facility !== nearest &&
    facility.freeBeds !== 0 &&
    (facility.distanceMetres === undefined ||
      (facility.freeBeds === undefined && (nearest === undefined || facility.distanceMetres < metres(nearest))));
  const ask = ofSetting
    .filter(mayBeNearer)
    .map(({ id }) => id)
    .sort();
  if (nearest === undefined)
    return ask.length > 0 ? { state: "undetermined", setting, why: "bedsUnknown", ask } : { state: "waiting", setting, why: "noFreeBed", ask };
  const distance = nearest.distanceMetres === undefined ? {} : { distanceMetres: nearest.distanceMetres };
  return { state: "refer", setting, facility: nearest.id, ...distance, pickUp: { person, from: current, to: nearest.id }, ask };
}

function checkQuestion({ leastLevel, mostLevel, thresholds, facilities }: ReferralQuestion): void {
  const check = new QuestionCheck();
  check.whole("/leastLevel", leastLevel, { least: 0, most: 9 });
  check.whole("/mostLevel", mostLevel, { least: 0, most: 9 });
  if (mostLevel < leastLevel) check.add(reportIssue("OUT_OF_RANGE", "/mostLevel", { seen: mostLevel, values: { expected: `${leastLevel}–9` } }));
  for (const [index, { fromLevel }] of thresholds.entries())
    check.whole(`/thresholds/${index}/fromLevel`, fromLevel, { least: (thresholds[index - 1]?.fromLevel ?? -1) + 1, most: 9 });
  check.unique(
    (index) => `/facilities/${index}/id`,
    facilities.map(({ id }) => id),
  );
  for (const [index, { freeBeds, distanceMetres }] of facilities.entries()) {
    if (freeBeds !== undefined) check.whole(`/facilities/${index}/freeBeds`, freeBeds);
    if (distanceMetres !== undefined && !(Number.isFinite(distanceMetres) && distanceMetres >= 0))
      check.add(reportIssue("OUT_OF_RANGE", `/facilities/${index}/distanceMetres`, { seen: distanceMetres, values: { expected: "0–" } }));
  }
  check.done();
}
