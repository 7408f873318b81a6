import { isCivilDate } from "@eldercare/core";
import { type VisitChannel, type VisitInterval, type VisitRecord, type VisitsDue, visitsDue } from "@eldercare/core/visiting";
import type { Engine, ManyDecisions } from "../assess/engine.js";
import { answeredPeople } from "./checkedPeople.js";
import type { Snapshot } from "./identifiedPerson.js";

/** Whom the packs owe visits, what has been, and until when the list is to reach. */
export interface VisitListQuestion extends Snapshot {
  /** The services of the packs that are visits, as the effects of their rules name them. */
  readonly services: readonly string[];
  readonly visits: readonly VisitRecord[];
  /** Channels that count as a visit. */
  readonly accepts: readonly VisitChannel[];
  /** Last day of the list: visits due later are left out. */
  readonly through: string;
}

/** Visits due under the packs. */
export interface VisitList extends VisitsDue {
  /** The rules that owe the visits, in the order of the packs. */
  readonly rules: readonly string[];
  readonly clauses: readonly string[];
}

const [granted, undetermined] = [1, 2];
const periodDays = { week: 7, month: 28, year: 365 } as const;
const monthsOfYear = 12;

/**
 * The longest time between two visits with which a frequency is kept in every period: once a week, a month or a year is that;
 * a number of times a year that divides twelve is whole months; else as many whole days as leave the visits room in the
 * shortest such period.
 *
 * @param times how many visits, a whole number above 0
 * @example
 * intervalOf(4, "year") //=> { every: 3, unit: "month" }
 * intervalOf(2, "week") //=> { every: 3, unit: "day" }
 */
export function intervalOf(times: number, per: "week" | "month" | "year"): VisitInterval {
  if (per === "week" && times === 1) return { every: 1, unit: "week" };
  if (per === "month" && times === 1) return { every: 1, unit: "month" };
  if (per === "year" && monthsOfYear % times === 0) return { every: monthsOfYear / times, unit: "month" };
  return { every: Math.max(1, Math.floor(periodDays[per] / times)), unit: "day" };
}

/** Days that an interval takes at least: those of several rules are told apart by it. */
const leastDays = ({ every, unit }: VisitInterval): number => every * (unit === "month" ? periodDays.month : unit === "week" ? periodDays.week : 1);

const nameOf = ({ every, unit }: VisitInterval): string => `${every} ${unit}`;

/** The rules in force on a day that give people one of some services. */
function visitRules(engine: Engine, on: string, services: readonly string[]): { readonly key: string; readonly clauses: readonly string[] }[] {
  return engine.rules(on).filter(({ key, subject, pack }) => {
    const area = engine.packs.find(({ id }) => id === pack)?.area;
    const then = engine.ruleFor(key, on, area === "" ? undefined : area)?.rule.parsed.rule.then;
    return subject === "person" && then?.kind === "service" && services.includes(then.service);
  });
}

/**
 * Who is to be visited by a day, and who should have been: those to whom a rule of the packs gives a visit, each at the
 * interval that the rule gives, the strictest where there are several. Who may be owed visits but is not known to be, and
 * whose interval the packs leave open, are named as undetermined.
 *
 * @returns as `visitsDue` of `@eldercare/core/visiting`, with the rules and clauses behind it
 * @throws EldercareError NOT_A_DATE, DUPLICATE_ID; whatever `assess` refuses of a person, or `visitsDue` of the log
 * @example
 * visitList(createEngine({ packs: [national] }), { on: "2026-11-21", through: "2026-11-30", register: {}, services: ["visit"], visits: [], accepts: ["homeVisit"] })
 * //=> { due: [], undetermined: [], rules: [], clauses: [] }
 * Source: CL-2.1.2-a, CK-2.7-e, IM-1-k.
 */
export function visitList(engine: Engine, { on, register, services, visits, accepts, through }: VisitListQuestion): VisitList {
  const owing = isCivilDate(on) ? visitRules(engine, on, services) : [];
  const rules = owing.map(({ key }) => key);
  const clauses = [...new Set(owing.flatMap((rule) => rule.clauses))];
  const intervals: Record<string, VisitInterval> = {};
  const targets: { readonly person: string; readonly group?: string }[] = [];
  for (const part of answeredPeople(engine, { on, register }, rules))
    for (const [row, { id }] of part.people.entries()) {
      const owed = owedTo(part.many, row);
      if (owed === undefined) continue;
      if (owed.interval !== undefined) intervals[nameOf(owed.interval)] = owed.interval;
      targets.push({ person: id, ...(owed.interval === undefined ? {} : { group: nameOf(owed.interval) }) });
    }
  const { value } = visitsDue({ targets, visits, accepts, intervals, on, through, clauses });
  return { ...value, rules, clauses };
}

/**
 * What the rules owe one of many people: the strictest interval of those that give visits, none where none is known to or
 * none says how often; undefined where no visit is owed.
 */
function owedTo(many: ManyDecisions, row: number): { readonly interval: VisitInterval | undefined } | undefined {
  const width = many.rules.length;
  let interval: VisitInterval | undefined;
  let mayBeOwed = false;
  for (let column = 0; column < width; column += 1) {
    const status = many.status[row * width + column];
    if (status === granted || status === undetermined) mayBeOwed = true;
    if (status !== granted) continue;
    const { effect } = many.decision(row, column);
    if (effect?.kind !== "service" || effect.times === undefined || effect.per === undefined || effect.times <= 0) continue;
    const found = intervalOf(effect.times, effect.per);
    if (interval === undefined || leastDays(found) < leastDays(interval)) interval = found;
  }
  return mayBeOwed ? { interval } : undefined;
}
