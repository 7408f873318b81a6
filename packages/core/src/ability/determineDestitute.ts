import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import type { disabilityKinds } from "../person/olderPerson.js";
import { tick, verdictOfAll } from "../progress/verdict.js";
import { ageOn, type CivilDate } from "../time/civilDate.js";
import type { StandardNumber } from "./abilityScale.js";

type DisabilityKind = (typeof disabilityKinds)[number];

/** Who counts as without ability to work: an age, or a certified disability of a grade. */
export interface DestituteCriteria {
  readonly source: string;
  /** Age from which nobody is expected to work, the birthday included. */
  readonly fromAge: StandardNumber;
  /** Age below which nobody is. */
  readonly belowAge: StandardNumber;
  /** The mildest grade that counts, by kind of disability (1 is the most severe); a kind that is left out does not count. */
  readonly mildestGrade: Readonly<Partial<Record<DisabilityKind, StandardNumber>>>;
}

const recalled = (value: number): StandardNumber => ({ value, verified: false, source: "民发〔2021〕43号" });

/**
 * The national criteria of ability to work. The ages were seen in public copies; the grades of disability are those of local
 * texts of 2021 and later (the text of 2016 has 2 for intellectual and mental and 1 for limb), and to be confirmed.
 *
 * Source: 特困人员认定办法; 社会救助暂行办法 art. 14.
 */
export const destituteCriteria: DestituteCriteria = {
  source: "特困人员认定办法",
  fromAge: { value: 60, verified: true, source: "社会救助暂行办法 art. 14" },
  belowAge: { value: 16, verified: true, source: "特困人员认定办法 (2016)" },
  mildestGrade: { intellectual: recalled(3), mental: recalled(3), limb: recalled(2), visual: recalled(1) },
};

/** What decides whether a person is destitute; absent is unknown. */
export interface DestituteQuestion {
  readonly criteria: DestituteCriteria;
  readonly birthDate?: CivilDate;
  /** Certificate of disability, `null` where there is none. */
  readonly disability?: { readonly grade: number; readonly kinds: readonly DisabilityKind[] } | null;
  /** Monthly income that the local rule counts, fen: without the basic pension, old-age allowance and the like that it leaves out. */
  readonly countedIncomeFen?: number;
  /** Line of minimum living of the place, fen a month. */
  readonly minimumLivingFen?: number;
  /** Whether the property is within what the local rule allows. */
  readonly propertyWithinRule?: boolean;
  /** Those obliged by law to support the person, all of them, and whether each is able to; empty where there is nobody. */
  readonly supporters?: readonly { readonly id: string; readonly able?: boolean }[];
  readonly on: CivilDate;
  readonly clauses: readonly string[];
}

/** Whether a person is destitute: each of the three conditions, and what leaves them open. */
export interface DestituteFinding {
  readonly state: "destitute" | "notDestitute" | "undetermined";
  /** Undefined where unknown. */
  readonly withoutAbilityToWork: boolean | undefined;
  readonly withoutSourceOfLiving: boolean | undefined;
  readonly withoutAbleSupporter: boolean | undefined;
  /** What is unknown and could turn it, by the names of the question. */
  readonly missing: readonly string[];
  /** Values of the criteria behind the finding that are recalled, not checked against their text. */
  readonly unverified: readonly string[];
}

/** A condition with what leaves it open. */
interface Condition {
  readonly holds: boolean | undefined;
  readonly missing: readonly string[];
}

const open = (missing: readonly string[]): Condition => ({ holds: undefined, missing });
const settled = (holds: boolean): Condition => ({ holds, missing: [] });

function byAge({ birthDate, on, criteria }: DestituteQuestion): boolean | undefined {
  if (birthDate === undefined) return undefined;
  const age = ageOn(birthDate, on);
  return age >= criteria.fromAge.value || age < criteria.belowAge.value;
}

function byDisability({ disability, criteria }: DestituteQuestion): boolean | undefined {
  if (disability === undefined || disability === null) return disability === null ? false : undefined;
  return disability.kinds.some((kind) => disability.grade <= (criteria.mildestGrade[kind]?.value ?? 0));
}

function abilityToWork(question: DestituteQuestion): Condition {
  const [age, disability] = [byAge(question), byDisability(question)];
  if (age === true || disability === true) return settled(true);
  const missing = [...(age === undefined ? ["birthDate"] : []), ...(disability === undefined ? ["disability"] : [])];
  return missing.length > 0 ? open(missing) : settled(false);
}

function sourceOfLiving({ countedIncomeFen, minimumLivingFen, propertyWithinRule }: DestituteQuestion): Condition {
  const poor = countedIncomeFen === undefined || minimumLivingFen === undefined ? undefined : countedIncomeFen < minimumLivingFen;
  if (poor === false || propertyWithinRule === false) return settled(false);
  const missing = [
    ...(countedIncomeFen === undefined ? ["countedIncomeFen"] : []),
    ...(minimumLivingFen === undefined ? ["minimumLivingFen"] : []),
    ...(propertyWithinRule === undefined ? ["propertyWithinRule"] : []),
  ];
  return missing.length > 0 ? open(missing) : settled(true);
}

function ableSupporter({ supporters }: DestituteQuestion): Condition {
  if (supporters === undefined) return open(["supporters"]);
  if (supporters.some(({ able }) => able === true)) return settled(false);
  const missing = supporters.flatMap(({ id, able }) => (able === undefined ? [`supporters.${id}`] : []));
  return missing.length > 0 ? open(missing.sort()) : settled(true);
}

function checkQuestion({ birthDate, disability, countedIncomeFen, minimumLivingFen, supporters, on }: DestituteQuestion): void {
  const check = new QuestionCheck();
  check.date("/on", on);
  if (birthDate !== undefined) check.date("/birthDate", birthDate);
  if (birthDate !== undefined && birthDate > on) check.add(reportIssue("BIRTH_DATE_IN_FUTURE", "/birthDate", { seen: birthDate, values: { on } }));
  if (disability) check.whole("/disability/grade", disability.grade, { least: 1, most: 4 });
  if (countedIncomeFen !== undefined) check.whole("/countedIncomeFen", countedIncomeFen);
  if (minimumLivingFen !== undefined) check.whole("/minimumLivingFen", minimumLivingFen);
  if (supporters !== undefined)
    check.unique(
      (index) => `/supporters/${index}/id`,
      supporters.map(({ id }) => id),
    );
  check.done();
}

/** The recalled values that the finding rests on: those of the person's kinds of disability, where the age does not settle it. */
function unverifiedBehind(question: DestituteQuestion): string[] {
  const { criteria, disability } = question;
  const ages = (["fromAge", "belowAge"] as const).filter((name) => question.birthDate !== undefined && !criteria[name].verified);
  if (byAge(question) === true || !disability) return ages;
  return [...ages, ...disability.kinds.filter((kind) => criteria.mildestGrade[kind]?.verified === false).map((kind) => `mildestGrade.${kind}`)];
}

/**
 * Whether a person is destitute (特困): without ability to work, without source of living, and without anybody who is obliged
 * and able to support them: all three. One that is known not to hold settles it; what is unknown and could turn it is named.
 *
 * @returns the finding, its three conditions, what is missing, and what of the criteria is only recalled
 * @throws EldercareError where a date, a grade or an amount means nothing, or a supporter occurs twice
 * @example
 * const known = { criteria: destituteCriteria, birthDate: "1950-03-01", countedIncomeFen: 20000, minimumLivingFen: 60000, propertyWithinRule: true, on: "2026-11-21", clauses: ["CK-1.1-d"] };
 * determineDestitute({ ...known, supporters: [] }).value.state //=> "destitute"
 * determineDestitute({ ...known, supporters: [{ id: "s-1" }] }).value.missing //=> ["supporters.s-1"]
 * Source: 社会救助暂行办法 art. 14; 特困人员认定办法; CK-1.1-d.
 */
export function determineDestitute(question: DestituteQuestion): Counted<DestituteFinding> {
  checkQuestion(question);
  const conditions = [abilityToWork(question), sourceOfLiving(question), ableSupporter(question)] as const;
  const [work, living, supporter] = conditions;
  const verdict = verdictOfAll(conditions.map(({ holds }) => holds));
  const state = ({ met: "destitute", notMet: "notDestitute", undetermined: "undetermined" } as const)[verdict];
  const steps: Step[] = [
    { zh: "无劳动能力", en: "without ability to work", value: tick(work.holds) },
    { zh: "无生活来源", en: "without source of living", value: tick(living.holds) },
    { zh: "无法定赡养、抚养、扶养义务人或者义务人无履行能力", en: "without anybody obliged and able to support", value: tick(supporter.holds) },
    { zh: "是否符合特困人员条件", en: "destitute", value: tick(verdict === "undetermined" ? undefined : verdict === "met") },
  ];
  return {
    value: {
      state,
      withoutAbilityToWork: work.holds,
      withoutSourceOfLiving: living.holds,
      withoutAbleSupporter: supporter.holds,
      missing: state === "undetermined" ? conditions.flatMap(({ missing }) => missing) : [],
      unverified: unverifiedBehind(question),
    },
    unit: "state",
    steps,
    clauses: question.clauses,
  };
}
