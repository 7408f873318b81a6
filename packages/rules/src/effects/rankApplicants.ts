import {
  type CivilDate,
  type Counted,
  type Decision,
  didYouMean,
  EldercareError,
  type Issue,
  isCivilDate,
  jsonPointer,
  type Missing,
  type Register,
  reportIssue,
  type Step,
} from "@eldercare/core";
import { allocateDevices, type PriorityKey } from "@eldercare/core/rental";
import type { Engine, Question } from "../assess/engine.js";
import { pointingTo } from "../assess/pointingTo.js";
import type { Subject } from "../assess/subject.js";
import { wordStanding } from "../explain/words/termWords.js";
import { compileValue } from "../logic/closures.js";
import { indexOf, Scope } from "../logic/scope.js";
import type { EffectDeclaration } from "../pack/pack.js";
import { type PriorityEffect, priorityOf } from "./grantedTerms.js";

/** Somebody who applies for a place, under the id by which the answer names them. */
export interface QueueApplicant {
  readonly id: string;
  readonly subject: Subject;
}

/** Free places, and who applies for them. */
export interface QueueQuestion {
  /** The queue, as rules of the kind `priority` name it. */
  readonly queue: string;
  /** Free places; whole, at least 0. */
  readonly places: number;
  readonly applicants: readonly QueueApplicant[];
  readonly on: CivilDate;
  readonly register?: Partial<Register>;
}

/** Who gets a place, in order of rank, who waits, and for whom it depends on something that is not known. */
export interface QueueRanking {
  readonly served: readonly string[];
  readonly notServed: readonly string[];
  readonly open: readonly string[];
  /** Applicants whom no rule of the queue ranks, by id. */
  readonly notRanked: readonly string[];
  /** Of each applicant whose standing is not known what to ask: pointers of facts, ids of parameters. */
  readonly missing: readonly { readonly id: string; readonly ask: readonly string[] }[];
  /** Places that nobody gets yet: reserved, or kept for those for whom it is open, or asked for by nobody. */
  readonly kept: number;
}

/** How the rules rank one applicant; `effect` is absent where that is not known. */
interface Standing {
  readonly id: string;
  readonly effect?: PriorityEffect & { readonly rule: string };
  /** Some rule ranks them, whatever the unknown turns out to be. */
  readonly isRanked: boolean;
  readonly ask: readonly string[];
}

/** A rule of a queue: the rank that it gives, and the places that it reserves, `null` where that is not known. */
interface QueueRule {
  readonly rank: number;
  readonly reservedPlaces: number | null;
}

/** The rules of a queue by their keys. */
type QueueRules = ReadonlyMap<string, QueueRule>;

const nameOf = (missing: Missing): string => ("fact" in missing ? missing.fact : missing.parameter);

/** The standing that the decisions about an applicant give; undefined where none of them can. */
function standingOf(id: string, decisions: readonly Decision[], rules: QueueRules, queue: string): Standing | undefined {
  const rankOf = ({ rule }: Decision): number => rules.get(rule)?.rank ?? 0;
  const ranks = (decision: Decision): boolean => priorityOf(decision)?.queue === queue;
  const possible = decisions
    .filter((decision) => decision.status === "undetermined" || ranks(decision))
    .sort((a, b) => rankOf(a) - rankOf(b) || byText(a.rule, b.rule));
  const [best] = possible;
  if (best === undefined) return undefined;
  const effect = priorityOf(best);
  // what ranks behind a sure place does not matter
  if (effect !== undefined) return { id, effect: { ...effect, rule: best.rule }, isRanked: true, ask: effect.open };
  const asked = possible.flatMap(({ missing }) => [...(missing?.toGrant ?? []), ...(missing?.toDeny ?? [])].map(nameOf));
  return { id, isRanked: possible.some(ranks), ask: [...new Set(asked)].sort() };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const tieKey = (index: number): string => `tie ${index}`;
const keyOf = (key: string, first: PriorityKey["first"]): PriorityKey => ({ key, title: { zh: key, en: key }, first });

/** The first so many by rank, then by tie-breakers, then by id; for whom it depends on the unknown stays open. */
function firstOf(standings: readonly Standing[], places: number) {
  const ties = Math.max(0, ...standings.map(({ effect }) => effect?.tieBreakers?.length ?? 0));
  const indices = Array.from({ length: ties }, (_, index) => index);
  const applicants = standings.map(({ id, effect }) => {
    if (effect === undefined) return { id, values: {} };
    const held = indices.flatMap((index) => {
      const holds = effect.tieBreakers?.[index];
      return holds === null ? [] : [[tieKey(index), holds ?? false] as const];
    });
    return { id, values: { rank: effect.rank, ...Object.fromEntries(held) } };
  });
  // what is scarce is given out in one way, be it devices or places
  const order = [keyOf("rank", "low"), ...indices.map((index) => keyOf(tieKey(index), "high"))];
  return allocateDevices({ stock: places, applicants, order, clauses: [] }).value;
}

/** Gives the places that rules reserve to those whom they rank; who may or may not get one of them is unsettled. */
function giveReserved(standings: readonly Standing[], places: number, rules: QueueRules) {
  const unsure = standings.filter(({ effect }) => effect === undefined);
  const served = new Set<string>();
  const unsettled = new Set<string>();
  let free = places;
  for (const [rule, { reservedPlaces }] of [...rules].sort(([a, one], [b, other]) => one.rank - other.rank || byText(a, b))) {
    const reserved = Math.min(reservedPlaces ?? 0, free);
    if (reserved === 0) continue;
    const those = [...standings.filter(({ effect }) => effect?.rule === rule), ...unsure];
    const ranking = firstOf(those, reserved);
    for (const { id, effect } of those) {
      if (effect !== undefined && ranking.served.includes(id)) served.add(id);
      else if (!ranking.notServed.includes(id)) unsettled.add(id);
    }
    free -= reserved;
  }
  return { served, unsettled, free };
}

/** Who gets a place for sure, and who surely does not, whatever the unknown turns out to be. */
function settle(standings: readonly Standing[], places: number, rules: QueueRules) {
  // where it is not known how many places are reserved, nobody can tell whose the others are
  if ([...rules.values()].some(({ reservedPlaces }) => reservedPlaces === null)) return { served: new Set<string>(), notServed: new Set<string>() };
  const reserved = giveReserved(standings, places, rules);
  const others = standings.filter(({ id }) => !reserved.served.has(id));
  const competing = others.filter(({ id }) => !reserved.unsettled.has(id));
  // who may turn out not to be ranked at all takes a place of nobody for sure, but has none for sure either
  const ranked = new Set(standings.flatMap(({ id, isRanked }) => (isRanked ? [id] : [])));
  const served = firstOf(others, reserved.free).served.filter((id) => ranked.has(id));
  return { served: new Set([...reserved.served, ...served]), notServed: new Set(firstOf(competing, reserved.free).notServed) };
}

const isIn = (queue: string, then: EffectDeclaration | undefined): boolean => then?.kind === "priority" && then.queue === queue;

/** How many places a rule reserves in the area of its pack: the same for everybody whom it ranks. */
function reservedBy(engine: Engine, key: string, { on, register }: QueueQuestion, area: string): number | null {
  const rule = engine.ruleFor(key, on, area === "" ? undefined : area)?.rule;
  const node = rule?.parsed.values.reservedPlaces;
  if (rule === undefined || node === undefined) return 0;
  const { subject } = rule.parsed.info;
  const someone = subject === "person" ? { residence: { area } } : { area };
  const places = compileValue(node, rule.parameters)(new Scope(subject, area === "" ? {} : someone, on, indexOf(register)));
  return Number.isSafeInteger(places) && Number(places) >= 0 ? Number(places) : null;
}

/** The rules of a queue in force on the date asked, with what packs nearer to the place have made of them. */
function rulesOf(engine: Engine, question: QueueQuestion): QueueRules {
  const { queue, on } = question;
  const inForce = new Set(engine.rules(on).map(({ key }) => key));
  const moved = new Set(engine.packs.flatMap(({ overrides = [] }) => overrides.flatMap(({ rule, then }) => (isIn(queue, then) ? (rule ?? []) : []))));
  return new Map(
    engine.packs.flatMap(({ id, area, rules }) =>
      rules.flatMap(({ id: name, then }, index): [string, QueueRule][] => {
        const key = `${id}/${name}`;
        if (!inForce.has(key) || !(isIn(queue, then) || moved.has(key))) return [];
        const rank = rules.slice(0, index).filter((other) => isIn(queue, other.then)).length + 1;
        return [[key, { rank, reservedPlaces: reservedBy(engine, key, question, area) }]];
      }),
    ),
  );
}

/** What the engine finds wrong with the date, the register and the applicants, all of them at once. */
function issuesOf(engine: Engine, applicants: readonly QueueApplicant[], asked: Question): readonly Issue[] {
  const pointerOf = (row: number, kind: string): string => `/applicants/${row}/subject${kind === "" ? "" : `/${kind}`}`;
  const subjects = applicants.map(({ subject }) => subject);
  try {
    pointingTo(pointerOf, () => engine.prepare(subjects, asked));
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    return error.issues;
  }
  return [];
}

function requireSound({ places, applicants, queue, on }: QueueQuestion, rules: QueueRules, engine: Engine, asked: Question): void {
  const issues: Issue[] = [...issuesOf(engine, applicants, asked)];
  if (!Number.isSafeInteger(places)) issues.push(reportIssue("NOT_A_WHOLE_NUMBER", "/places", { seen: places }));
  else if (places < 0) issues.push(reportIssue("OUT_OF_RANGE", "/places", { seen: places, values: { expected: "0–" } }));
  // on what is no date no rule is in force
  if (rules.size === 0 && isCivilDate(on)) {
    const known = [...new Set(engine.packs.flatMap(({ rules: all }) => all.flatMap(({ then }) => (then.kind === "priority" ? [then.queue] : []))))];
    issues.push(reportIssue("NOT_IN_LIST", "/queue", { seen: queue, values: { expected: known.join(", "), ...didYouMean(queue, known) } }));
  }
  const seen = new Set<string>();
  for (const [index, { id }] of applicants.entries()) {
    if (seen.has(id)) issues.push(reportIssue("DUPLICATE_ID", jsonPointer(["applicants", index, "id"]), { seen: id }));
    seen.add(id);
  }
  if (issues.length > 0) throw new EldercareError(issues);
}

/** By rank, then by tie-breakers, what is not known after what holds, then by id. */
function inOrder(one: Standing, other: Standing): number {
  const [a, b] = [one.effect, other.effect];
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined) || byText(one.id, other.id);
  const weight = (holds: boolean | null | undefined): number => (holds === true ? 0 : holds === null ? 1 : 2);
  const ties = (a.tieBreakers ?? []).map((holds, index) => weight(holds) - weight(b.tieBreakers?.[index]));
  return a.rank - b.rank || ties.find((difference) => difference !== 0) || byText(one.id, other.id);
}

const states = {
  served: { zh: "安排", en: "served" },
  notServed: { zh: "轮候", en: "waiting" },
  open: { zh: "待查明", en: "open" },
} as const;

function stepOf({ id, effect, ask }: Standing, state: keyof typeof states): Step {
  const words = effect === undefined ? undefined : wordStanding(effect);
  const open = ask.length === 0 ? { zh: "", en: "" } : { zh: `，须查明 ${ask.join("、")}`, en: `, to be asked: ${ask.join(", ")}` };
  return {
    zh: `${id}：${effect === undefined ? "名次待定" : `第${effect.rank}位${words?.zh}`}${open.zh}`,
    en: `${id}: ${effect === undefined ? "rank not known" : `place ${effect.rank}${words?.en}`}${open.en}`,
    value: `${states[state].zh} ${states[state].en}`,
  };
}

/**
 * Gives the free places of a queue to those who apply, by the rules of a pack: by rank, then by tie-breakers, then by id, with
 * the places that a rule reserves kept for those whom it ranks.
 *
 * Who gets a place whatever the unknown turns out to be is served; who gets none even so is not; for all others it stays open,
 * with a place kept. Reserved places that nobody of the rank asks for stay kept.
 *
 * @param engine whose packs have rules of the kind `priority` for the queue
 * @param question.places free places; whole, at least 0
 * @returns ids by rank, unit place; `steps` say of each applicant why
 * @throws EldercareError NOT_A_DATE, NOT_A_WHOLE_NUMBER, OUT_OF_RANGE, NOT_IN_LIST (no such queue), DUPLICATE_ID; the issues of `assess`, of all applicants at once
 * Source: CL-2.3.7-b, CL-2.3.7-c, CL-2.3.7-d, CK-2.3-b, CK-2.5-b.
 * @example
 * const engine = createEngine({ packs: [national, county] });
 * const destitute = { birthDate: "1950-01-01", registeredResidence: { kind: "rural" }, assistance: ["destitute"], wishes: { institution: true } };
 * const applicants = [{ id: "p-1", subject: { person: { ...destitute, assistance: [] } } }, { id: "p-2", subject: { person: destitute } }];
 * rankApplicants(engine, { queue: "townshipCareCentre", places: 1, applicants, on: "2026-11-21" }).value.served //=> ["p-2"]
 */
export function rankApplicants(engine: Engine, question: QueueQuestion): Counted<QueueRanking> {
  const { queue, places, applicants, on, register } = question;
  const rules = isCivilDate(on) ? rulesOf(engine, question) : new Map<string, QueueRule>();
  const asked = { on, rules: [...rules.keys()], ...(register === undefined ? {} : { register }) };
  requireSound(question, rules, engine, asked);
  const assessed = applicants.map(({ id, subject }) => ({ id, decisions: engine.assess(subject, asked) }));
  const standings = assessed.flatMap(({ id, decisions }) => standingOf(id, decisions, rules, queue) ?? []).sort(inOrder);
  const { served, notServed } = settle(standings, places, rules);
  const stateOf = ({ id }: Standing): keyof typeof states => (served.has(id) ? "served" : notServed.has(id) ? "notServed" : "open");
  const those = (state: keyof typeof states): string[] => standings.filter((each) => stateOf(each) === state).map(({ id }) => id);
  const ranked = new Set(standings.map(({ id }) => id));
  return {
    value: {
      served: those("served"),
      notServed: those("notServed"),
      open: those("open"),
      notRanked: applicants.flatMap(({ id }) => (ranked.has(id) ? [] : [id])).sort(byText),
      missing: standings.flatMap(({ id, ask }) => (ask.length === 0 ? [] : [{ id, ask }])),
      kept: places - served.size,
    },
    unit: "place",
    steps: standings.map((standing) => stepOf(standing, stateOf(standing))),
    clauses: [...new Set(assessed.flatMap(({ decisions }) => decisions.flatMap(({ clauses }) => clauses)))],
  };
}
