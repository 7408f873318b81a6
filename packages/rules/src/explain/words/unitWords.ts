import type { Wording } from "@eldercare/core";

/** A unit as it stands after a number, and whether what it counts is 多少 or 高低. */
export interface UnitWord extends Wording {
  /** Things and people are counted: 不少于; sums, shares and levels are measured: 不低于. */
  readonly counted?: true;
}

const of = (zh: string, en: string): UnitWord => ({ zh, en });
const each = (zh: string, en: string): UnitWord => ({ zh, en, counted: true });

/** Units that packs use, and those of the register's fields. English gives the plural; one of a thing loses its last s. */
export const unitWords: Readonly<Record<string, UnitWord>> = {
  age: of("周岁", "years"),
  year: each("年", "years"),
  level: of("级", ""),
  grade: of("级", ""),
  minute: each("分钟", "minutes"),
  hour: each("小时", "hours"),
  day: each("天", "days"),
  month: each("个月", "months"),
  person: each("人", "persons"),
  team: each("支", "teams"),
  group: each("个", "groups"),
  post: each("个", "posts"),
  facility: each("个", "facilities"),
  association: each("个", "associations"),
  hazard: each("处", "hazards"),
  household: each("户", "households"),
  bed: each("张", "beds"),
  indicator: each("项", "indicators"),
  goal: each("项", "goals"),
  task: each("项", "tasks"),
  measure: each("项", "measures"),
  step: each("项", "steps"),
  system: each("个", "systems"),
  plan: each("份", "plans"),
  report: each("份", "reports"),
  meeting: each("次", "meetings"),
  survey: each("次", "surveys"),
  device: each("台", "devices"),
  entity: each("家", "bodies"),
  firm: each("家", "firms"),
  estate: each("个", "estates"),
  village: each("个", "villages"),
  sumu: each("个", "townships"),
  point: of("分", "points"),
  metre: of("米", "metres"),
  "persons per km2": of("人/平方千米", "persons per km²"),
  "m2 per household": of("㎡/户", "m² per household"),
  m2: of("㎡", "m²"),
  mu: of("亩", "mu"),
  "times per week": each("次", "times a week"),
  "times per month": each("次", "times a month"),
  "times per year": each("次", "times a year"),
};

/** Units of the register's numbers, by subject and path. */
const fieldUnits: Readonly<Record<string, string>> = {
  "person/ability.level": "level",
  "person/disability.grade": "grade",
  "area/population": "person",
  "area/population60": "person",
  "area/households": "household",
  "facility/siteMu": "mu",
  "facility/floorAreaM2": "m2",
  "facility/beds": "bed",
  "facility/nursingBeds": "bed",
  "facility/residents.disabled": "person",
  "facility/residents.semiDisabled": "person",
  "facility/residents.selfCaring": "person",
  "facility/grade": "level",
};

const ofAnAge = /[岁龄]/;

/** Years that count an age are 周岁, all others 年: the title tells which. */
export const yearsAs = (unit: string | undefined, title: string): string | undefined => (unit === "year" && ofAnAge.test(title) ? "age" : unit);

/** The unit of a field of the register; undefined where it has none. */
export const unitOfField = (subject: string, path: string): string | undefined =>
  fieldUnits[`${subject === "village" || subject === "township" ? "area" : subject}/${path}`];
