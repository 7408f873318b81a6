import { createEngine, type Pack } from "@eldercare/rules";
import { analysePack } from "@eldercare/rules/analyse";
import { explain, prepareTrace } from "@eldercare/rules/explain";
import type { Facts } from "./facts.js";
import { median } from "./measure.js";
import { dateAsked } from "./policy.js";

/** How long one person, one decision or one pack takes. */
export interface OnePersonResult {
  /** All rules, from a record that has been checked to the statuses. */
  readonly statusMicroseconds: number;
  /** All rules, with the record checked and every decision written out. */
  readonly decisionsMicroseconds: number;
  /** All rules, from a record that has been checked to the statuses, with the value of every part of every condition kept. */
  readonly traceMicroseconds: number;
  /** The tree of one rule, built from a trace: all of its condition. */
  readonly treeMicroseconds: number;
  /** One decision in words, the record checked. */
  readonly explanationMicroseconds: number;
  /** The smallest missing sets of one undetermined decision, of 5 % missing: median and 99th percentile. */
  readonly missingMicroseconds: { readonly median: number; readonly p99: number };
  /** Reading and checking a pack of 200 rules. */
  readonly loadMilliseconds: number;
  /** Analysing that pack: overlaps, subsumed rules, dead conditions, gaps. */
  readonly analyseMilliseconds: number;
}

const timed = (work: () => void): number => {
  const before = performance.now();
  work();
  return performance.now() - before;
};

function perPerson(people: number, rounds: number, work: () => void, warming = 1): number {
  for (let round = 0; round < warming; round += 1) work();
  return (median(Array.from({ length: rounds }, () => timed(work))) * 1000) / people;
}

/**
 * Measures what a caseworker waits for.
 *
 * @param complete people of whom everything is known; `partial` people of whom 5 % of the facts are not
 * @param large a pack of 200 rules
 */
export function measureOnePerson(pack: Pack, large: Pack, complete: readonly Facts[], partial: readonly Facts[], rounds: number): OnePersonResult {
  const engine = createEngine({ packs: [pack] });
  const question = { on: dateAsked };
  const subjects = complete.map((facts) => ({ person: { facts } }));
  const prepared = subjects.map((subject) => engine.prepare([subject], question));
  const unsettled = engine.assessMany(
    partial.map((facts) => ({ person: { facts } })),
    question,
  );
  const width = unsettled.rules.length;
  const undetermined = Array.from(unsettled.status.keys()).filter((at) => unsettled.status[at] === 2);
  const ask = (at: number): number => timed(() => unsettled.decision(Math.floor(at / width), at % width));
  for (let warming = 0; warming < 2; warming += 1) for (const at of undetermined) ask(at);
  // before the rest is made: a collection of what lives beside it would be counted to the hundredth decision
  const micros = undetermined.map((at) => ask(at) * 1000).sort((a, b) => a - b);
  const traces = prepareTrace(engine, subjects, question);
  const rules = traces.trace(0).rules;
  const statuses = (subject: number): void => {
    const traced = traces.trace(subject);
    for (const rule of rules) traced.value(rule);
  };
  const traced = subjects.map((_, subject) => traces.trace(subject));
  const ruleOf = (subject: number): string => rules[subject % rules.length] ?? "";
  // words cost a hundred times as much as a status: fewer people tell as much
  const explained = subjects.slice(0, 200);
  return {
    statusMicroseconds: perPerson(prepared.length, rounds, () => {
      for (const each of prepared) each.assess();
    }),
    decisionsMicroseconds: perPerson(subjects.length, rounds, () => {
      for (const subject of subjects) engine.assess(subject, question);
    }),
    traceMicroseconds: perPerson(traces.subjects, rounds, () => {
      for (const subject of subjects.keys()) statuses(subject);
    }),
    treeMicroseconds: perPerson(traced.length, rounds, () => {
      for (const [subject, each] of traced.entries()) each.tree(ruleOf(subject), "full");
    }),
    // the words are many functions, each called a few times a decision: they take 2,000 decisions to be compiled
    explanationMicroseconds: perPerson(
      explained.length,
      rounds,
      () => {
        for (const [subject, each] of explained.entries()) explain(engine, each, ruleOf(subject), { ...question, locale: "zh" });
      },
      10,
    ),
    missingMicroseconds: { median: median(micros), p99: micros[Math.floor(micros.length * 0.99)] ?? Number.NaN },
    loadMilliseconds: median(Array.from({ length: rounds }, () => timed(() => createEngine({ packs: [large] })))),
    analyseMilliseconds: timed(() => analysePack(large, { on: dateAsked })),
  };
}
