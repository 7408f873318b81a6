import type { Decision } from "@eldercare/core";
import type { Scope } from "../logic/scope.js";
import { FALSE, TRUE } from "../logic/value.js";
import { type AmountOf, amountOf } from "./amountOf.js";
import type { CompiledRule } from "./compiledRule.js";
import { decideSpoken } from "./jurisdiction.js";
import type { EncodedSubjects, RuleSet } from "./ruleSet.js";

/** The answers of all rules for many records of one kind. */
export interface ManyDecisions {
  readonly rules: readonly string[];
  /** Subject-major: `[subject * rules.length + rule]`; 0 denied or not met, 1 granted or met, 2 undetermined, 3 not applicable. */
  readonly status: Uint8Array;
  /** Subject-major; fen of benefits and funding, `NaN` where there is no amount. */
  readonly amountFen: Float64Array;
  /** The whole decision of one record under one rule. */
  decision(subject: number, rule: number): Decision;
}

const [undetermined, notApplicable] = [2, 3];

/** One rule that is answered. */
export interface Column {
  readonly rule: CompiledRule;
  /** Place of the rule among those of the group, and among those answered. */
  readonly from: number;
  readonly to: number;
  readonly amount: AmountOf | undefined;
  /** True where the truth of the condition is the status. */
  readonly plain: boolean;
}

/** The rules of a set that are answered, in the order of the set. */
export function columnsOf({ spoken }: RuleSet, keys: readonly string[]): Column[] {
  const columnOfKey = new Map(keys.map((key, index) => [key, index]));
  return spoken.flatMap(({ rule }, from) => {
    const { key, kind } = rule.parsed.info;
    const to = columnOfKey.get(key);
    return to === undefined ? [] : [{ rule, from, to, amount: amountOf(rule), plain: rule.effect.grants && kind !== "funding" }];
  });
}

/** The subjects of one kind in one jurisdiction, by their place among all that were given. */
export interface SubjectGroup {
  readonly rules: RuleSet;
  readonly columns: readonly Column[];
  readonly places: readonly number[];
  readonly encoded: EncodedSubjects;
}

function statusOf(rule: CompiledRule, truth: number, scope: Scope): number {
  if (rule.effect.grants) return truth === FALSE && rule.parsed.info.kind === "funding" ? notApplicable : truth;
  if (truth === FALSE) return notApplicable;
  if (truth !== TRUE) return undetermined;
  const { met, senseless } = rule.effect.outcome(scope);
  return senseless === true ? notApplicable : met === undefined ? undetermined : Number(met);
}

/** Whether the truths of the one group are the statuses: one jurisdiction, and rules that only grant. */
function areStatuses(groups: readonly SubjectGroup[], keys: readonly string[]): boolean {
  const [only, second] = groups;
  if (only === undefined || second !== undefined || only.columns.length !== keys.length) return false;
  return only.rules.spoken.length === keys.length && only.columns.every(({ plain, from, to }) => plain && from === to);
}

const fillWithNone = (length: number): Float64Array => new Float64Array(length).fill(Number.NaN);

/** Writes statuses of one group where they belong among those of all subjects. */
function writeStatus({ places, encoded, columns, rules }: SubjectGroup, truths: Uint8Array, width: number, status: Uint8Array): void {
  for (const { rule, from, to, plain } of columns)
    for (let row = 0; row < places.length; row += 1) {
      const truth = truths[row * rules.spoken.length + from] as number;
      status[(places[row] as number) * width + to] = plain ? truth : statusOf(rule, truth, encoded.scopes[row] as Scope);
    }
}

/** Writes amounts of one group where they belong among those of all subjects. */
function writeAmounts({ places, encoded, columns, rules }: SubjectGroup, truths: Uint8Array, width: number, amountFen: Float64Array): void {
  const payers = columns.flatMap(({ from, amount }) => (amount === undefined ? [] : [{ from, amount }]));
  const columnOfRule = new Map(columns.map(({ from, to }) => [from, to]));
  rules.amounts(encoded, truths, payers, (row, from, fen) => {
    amountFen[(places[row] as number) * width + (columnOfRule.get(from) as number)] = fen;
  });
}

/**
 * Prepares some rules to be asked about groups of subjects.
 *
 * @param keys the rules to answer, in the order of the columns
 * @param subjects how many subjects there are in all groups
 * @returns asks them
 */
export function prepareAnswers(groups: readonly SubjectGroup[], keys: readonly string[], subjects: number): () => ManyDecisions {
  const cells = subjects * keys.length;
  const direct = areStatuses(groups, keys);
  const pays = groups.some(({ columns }) => columns.some(({ amount }) => amount !== undefined));
  let found: ReturnType<typeof findRows> | undefined;
  const decision = (subject: number, rule: number): Decision => {
    found ??= findRows(groups, subjects);
    const group = groups[found.group[subject] ?? groups.length];
    const place = group?.columns.find(({ to }) => to === rule)?.from;
    const scope = group?.encoded.scopes[found.row[subject] ?? 0];
    const spoken = place === undefined ? undefined : group?.rules.spoken[place];
    if (group === undefined || scope === undefined || place === undefined || spoken === undefined)
      throw new RangeError(`no such subject or rule: ${subject}, ${rule}`);
    return group.rules.about(scope, (answers) => decideSpoken(spoken, scope, answers?.of(place)));
  };
  return () => {
    const truths = groups.map(({ rules, encoded }) => rules.truths(encoded));
    const status = direct ? (truths[0] as Uint8Array) : new Uint8Array(cells).fill(notApplicable);
    // most rules give no money: 30 empty amounts a person took longer than 30 rules
    let amountFen = pays ? fillWithNone(cells) : undefined;
    for (const [index, group] of groups.entries()) {
      const ofGroup = truths[index] as Uint8Array;
      if (!direct) writeStatus(group, ofGroup, keys.length, status);
      if (amountFen !== undefined) writeAmounts(group, ofGroup, keys.length, amountFen);
    }
    return {
      rules: keys,
      status,
      get amountFen() {
        amountFen ??= fillWithNone(cells);
        return amountFen;
      },
      decision,
    };
  };
}

/** The group in which each subject is, and its row there. */
function findRows(groups: readonly SubjectGroup[], subjects: number): { readonly group: Uint32Array; readonly row: Uint32Array } {
  const [group, row] = [new Uint32Array(subjects), new Uint32Array(subjects)];
  for (const [index, { places }] of groups.entries())
    for (const [at, place] of places.entries()) {
      group[place] = index;
      row[place] = at;
    }
  return { group, row };
}
