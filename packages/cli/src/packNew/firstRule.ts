import type { Modality } from "@eldercare/core";
import type { Said } from "./formField.js";
import { type PersonGroup, personGroups } from "./personGroups.js";

/** What a first rule may give. */
export type FirstKind = "benefit" | "service" | "device" | "category";
/** The period of a benefit's amount, or of how often a service is given. */
export type FirstPeriod = "week" | "month" | "year" | "once";

/** The first rule of a new pack, with the sentence that it states. */
export interface FirstRule {
  readonly section: string;
  readonly quote: string;
  readonly modality: Modality;
  readonly kind: FirstKind;
  /** The identifier of what is given: `oldAgeAllowance`. */
  readonly name: string;
  readonly titleZh: string;
  readonly titleEn: string;
  /** Whole years; absent where the sentence says no age, and an older person is meant as the law defines one. */
  readonly fromAge?: number;
  /** Only those who are in all of these groups. */
  readonly groups: readonly PersonGroup[];
  /** Absent for what is not counted: devices, categories, services without a frequency. */
  readonly per?: FirstPeriod;
  /** Fen, or times; absent where the document leaves the number open. */
  readonly figure?: number;
  /** The sentence is not the document's: an example to be replaced. */
  readonly example?: true;
}

/** The rule that a pack begins with where its author has given none. */
export const exampleRule: FirstRule = {
  section: "第一条",
  quote: "为八十周岁以上老年人上门巡访。",
  modality: "required",
  kind: "service",
  name: "visit",
  titleZh: "上门巡访",
  titleEn: "visits at home",
  fromAge: 80,
  groups: [],
  per: "month",
  example: true,
};

const fenPerYuan = 100;

/** Yuan as written, with at most two decimals, in fen; undefined where the text is no such amount. */
export function readYuan(text: string): number | undefined {
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim());
  return match === null ? undefined : Number(match[1]) * fenPerYuan + Number((match[2] ?? "").padEnd(2, "0"));
}

/** The first rule that a filled form gives. */
export function ruleOf(said: Said): FirstRule {
  const of = (name: string): string => said[name] ?? "";
  const groups = of("groups").split(",");
  const { fromAge = "", per = "none", yuan = "", times = "" } = said;
  const figure = yuan === "" ? (times === "" ? undefined : Number(times)) : readYuan(yuan);
  return {
    section: of("section"),
    quote: of("quote"),
    modality: of("modality") as Modality,
    kind: of("kind") as FirstKind,
    name: of("name"),
    titleZh: of("ruleZh"),
    titleEn: of("ruleEn"),
    groups: personGroups.filter(({ name }) => groups.includes(name)),
    ...(fromAge === "" ? {} : { fromAge: Number(fromAge) }),
    ...(per === "none" ? {} : { per: per as FirstPeriod }),
    ...(figure === undefined ? {} : { figure }),
  };
}
