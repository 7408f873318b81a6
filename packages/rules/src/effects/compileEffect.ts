import {
  deadlineDay,
  fundingNeed,
  type Interval,
  type Missing,
  planStaffing,
  printInterval,
  printRational,
  type Rational,
  rational,
  surelySatisfies,
  trackTarget,
} from "@eldercare/core";
import type { EffectOf, Outcome, ParsedRule } from "../assess/compiledRule.js";
import { compileTruth, compileValue, type ParameterValues, type TruthOf } from "../logic/closures.js";
import { countOf } from "../logic/countOf.js";
import { compileInterval } from "../logic/interval.js";
import { type Node, parametersOf } from "../logic/node.js";
import { readPath, type Scope } from "../logic/scope.js";
import { unknownLeaves } from "../logic/unknownLeaves.js";
import { TRUE, type Truth, toRational, UNKNOWN } from "../logic/value.js";
import type { BenefitEffect, PriorityEffect } from "./grantedTerms.js";
import { residentFields, tieBreakerName } from "./parseEffect.js";

type Of<Kind> = Extract<ParsedRule["rule"]["then"], { kind: Kind }>;

const classWords = {
  disabled: { zh: "失能", en: "disabled" },
  semiDisabled: { zh: "半失能", en: "semi-disabled" },
  selfCaring: { zh: "自理", en: "self-caring" },
  all: { zh: "入住", en: "residents" },
} as const;

/** Parameters of an expression that nobody has supplied. */
const openOf = (node: Node | undefined, parameters: ParameterValues): string[] =>
  node === undefined ? [] : [...parametersOf(node)].filter((id) => parameters.get(id) === undefined).sort();

/** Reads one exact number of an effect. */
const numberOf = (node: Node | undefined, parameters: ParameterValues): ((scope: Scope) => Rational | undefined) => {
  if (node === undefined) return () => undefined;
  const value = compileValue(node, parameters);
  return (scope) => toRational(value(scope));
};

/** What an effect needs and nobody has given: open parameters by their ids, facts by their pointers. */
const openIn = (nodes: readonly (Node | undefined)[], scope: Scope, parameters: ParameterValues): string[] =>
  unknownLeaves(nodes, scope, parameters)
    .map((missing) => ("fact" in missing ? missing.fact : missing.parameter))
    .sort();

const missingIn = (nodes: readonly (Node | undefined)[], scope: Scope, parameters: ParameterValues): Missing[] =>
  unknownLeaves(nodes, scope, parameters);

function compileBenefit(then: Of<"benefit">, { amountFen }: ParsedRule["values"], parameters: ParameterValues): EffectOf {
  const amount = numberOf(amountFen, parameters);
  const { benefit, per, form, payee, proration, rounding } = then;
  const terms = {
    ...(form === undefined ? {} : { form }),
    ...(payee === undefined ? {} : { payee }),
    ...(proration === undefined ? {} : { proration }),
    ...(rounding === undefined ? {} : { rounding }),
  };
  return {
    grants: true,
    effect: (scope) => {
      const fen = countOf(amount(scope));
      const open = openIn([amountFen], scope, parameters);
      const effect: BenefitEffect = { kind: "benefit", benefit, per, ...terms, ...(fen === undefined ? {} : { amountFen: fen }), open };
      return effect;
    },
  };
}

/** The rank that a rule gives: rules of one queue rank in the order in which their pack states them. */
function rankOf({ rule, pack }: Pick<ParsedRule, "rule" | "pack">, queue: string): number {
  return pack.rules.filter(({ then }) => then.kind === "priority" && then.queue === queue).indexOf(rule) + 1;
}

const knownOf = (truth: Truth): boolean | null => (truth === UNKNOWN ? null : truth === TRUE);

function compilePriority(parsed: ParsedRule, { queue, tieBreakers = [] }: Of<"priority">, parameters: ParameterValues): EffectOf {
  const { reservedPlaces } = parsed.values;
  const ranked: PriorityEffect = { kind: "priority", queue, rank: rankOf(parsed, queue), open: [] };
  if (tieBreakers.length === 0 && reservedPlaces === undefined) return { grants: true, effect: () => ranked };
  const breakers = tieBreakers.map((_, index) => parsed.values[tieBreakerName(index)]);
  const truths = breakers.map((node): TruthOf => (node === undefined ? () => UNKNOWN : compileTruth(node, parameters)));
  const places = numberOf(reservedPlaces, parameters);
  return {
    grants: true,
    effect: (scope) => {
      const effect: PriorityEffect = {
        ...ranked,
        ...(tieBreakers.length === 0 ? {} : { tieBreakers: truths.map((truth) => knownOf(truth(scope))) }),
        ...(reservedPlaces === undefined ? {} : { reservedPlaces: countOf(places(scope)) ?? null }),
        open: openIn([...breakers, reservedPlaces], scope, parameters),
      };
      return effect;
    },
  };
}

function compileGrant(parsed: ParsedRule, parameters: ParameterValues): EffectOf {
  const { then } = parsed.rule;
  const { values } = parsed;
  switch (then.kind) {
    case "service": {
      const times = numberOf(values.times, parameters);
      return {
        grants: true,
        effect: (scope) => {
          const count = countOf(times(scope));
          const frequency = { ...(count === undefined ? {} : { times: count }), ...(then.per === undefined ? {} : { per: then.per }) };
          return { kind: "service", service: then.service, ...frequency, open: openIn([values.times], scope, parameters) };
        },
      };
    }
    case "benefit":
      return compileBenefit(then, values, parameters);
    case "priority":
      return compilePriority(parsed, then, parameters);
    default: {
      const { note: _, ...plain } = then as typeof then & { note?: string };
      const effect = { ...plain, open: [] } as unknown as ReturnType<Extract<EffectOf, { grants: true }>["effect"]>;
      return { grants: true, effect: () => effect };
    }
  }
}

/** What a share divides by; undefined where a metric is no share. */
const divisorOf = (metric: Node | undefined): Node | undefined =>
  metric?.op === "defined" && metric.join === undefined ? divisorOf(metric.body) : metric?.op === "/" ? metric.args[1] : undefined;

function compileStandard(parsed: ParsedRule, then: Of<"standard">, parameters: ParameterValues): EffectOf {
  const { metric, value } = parsed.values;
  const observe = metric === undefined ? () => undefined : compileInterval(metric, parameters);
  const raw = metric === undefined ? () => undefined : compileValue(metric, parameters);
  const divisor = divisorOf(metric);
  const share = divisor === undefined ? () => undefined : compileValue(divisor, parameters);
  const require = numberOf(value, parameters);
  const open = openOf(value, parameters);
  return {
    grants: false,
    outcome: (scope) => {
      const observed = observe(scope);
      // none is known, and reaches nothing; but a share of nothing has no sense
      const none = raw(scope) === null;
      const senseless = none && share(scope) === 0;
      const required = require(scope);
      const met = none ? false : observed === undefined || required === undefined ? undefined : surelySatisfies(observed, then.op, required);
      const seen = none ? "—" : observed === undefined ? "?" : printInterval(observed);
      const wanted = required === undefined ? "?" : printRational(required);
      const verdict = met === undefined ? "?" : met ? "✓" : "✗";
      return {
        met,
        senseless,
        missing: missingIn([metric, value], scope, parameters),
        effect: {
          kind: "standard",
          metric: then.metric,
          ...(parsed.unit === undefined ? {} : { unit: parsed.unit }),
          ...(observed === undefined ? {} : { observed: printInterval(observed) }),
          ...(required === undefined ? {} : { required: printRational(required) }),
          steps: [{ zh: `${seen} ${then.op} ${wanted}`, en: `${seen} ${then.op} ${wanted}`, value: verdict }],
          open,
        },
      };
    },
  };
}

function compileStaffing(parsed: ParsedRule, then: Of<"staffing">, parameters: ParameterValues): EffectOf {
  const { values, info } = parsed;
  const residents = residentFields.map((field) => numberOf(values[field], parameters));
  const ratios = (then.ratios ?? []).map((ratio, index) => ({ class: ratio.class, perCarer: numberOf(values[`ratio${index}`], parameters) }));
  const minimum = numberOf(values.minimum, parameters);
  const used = (then.ratios ?? []).flatMap((ratio) => (ratio.class === "all" ? residentFields : [ratio.class]));
  const nodes = [
    ...(then.ratios ?? []).map((_, index) => values[`ratio${index}`]),
    values.minimum,
    ...[...new Set(used)].map((field) => values[field]),
  ];
  const open = [...new Set(nodes.flatMap((node) => openOf(node, parameters)))].sort();
  const count = (name: (typeof ratios)[number]["class"], scope: Scope): number | undefined => {
    const chosen = residents.filter((_, index) => name === "all" || residentFields[index] === name).map((read) => countOf(read(scope)));
    return chosen.some((number) => number === undefined) ? undefined : chosen.reduce<number>((sum, number) => sum + (number ?? 0), 0);
  };
  return {
    grants: false,
    outcome: (scope): Outcome => {
      const id = readPath(scope.record, ["id"]);
      const present = typeof id === "string" ? scope.index.staffOf(id, then.roles) : undefined;
      // no list of staff is not a list of nobody
      const unlisted = present === undefined ? [{ fact: "/caregivers", title: { zh: "工作人员名册", en: "list of staff" } }] : [];
      const rows = ratios.map((ratio) => ({
        class: classWords[ratio.class],
        residents: count(ratio.class, scope),
        residentsPerCarer: ratio.perCarer(scope),
      }));
      const least = values.minimum === undefined ? 0 : countOf(minimum(scope));
      const known = rows.flatMap((row) =>
        row.residents === undefined || row.residentsPerCarer === undefined || row.residentsPerCarer.numerator <= 0n
          ? []
          : [{ ...row, residents: row.residents, residentsPerCarer: row.residentsPerCarer }],
      );
      const missing = [...missingIn(nodes, scope, parameters), ...unlisted];
      const seen = present === undefined ? {} : { present };
      if (known.length < rows.length || least === undefined || present === undefined)
        return { met: undefined, missing, effect: { kind: "staffing", ...seen, steps: [], open } };
      const minimumPart = values.minimum === undefined ? {} : { minimum: least };
      const plan = planStaffing({ ratios: known, ...minimumPart, rounding: then.rounding, present, clauses: info.clauses });
      return { met: plan.value.short === 0, missing, effect: { kind: "staffing", ...plan.value, steps: plan.steps, open } };
    },
  };
}

/** Whether what is to be provided is a number that is held exactly, and not less than nothing. */
function isHeld(share: Rational, fen: number, people: number): boolean {
  const [whole, most] = [BigInt(fen) * BigInt(people), BigInt(Number.MAX_SAFE_INTEGER)];
  return whole <= most && share.numerator >= 0n && whole * share.numerator <= most * share.denominator;
}

function compileFunding(parsed: ParsedRule, parameters: ParameterValues): EffectOf {
  const { share, of: allowance, persons } = parsed.values;
  const [readShare, readAllowance, readPersons] = [share, allowance, persons].map((node) => numberOf(node, parameters));
  return {
    grants: true,
    effect: (scope) => {
      const open = openIn([share, allowance, persons], scope, parameters);
      const [part, fen, people] = [readShare?.(scope), countOf(readAllowance?.(scope)), countOf(readPersons?.(scope))];
      if (part === undefined || fen === undefined || people === undefined || !isHeld(part, fen, people))
        return { kind: "funding", per: "year", steps: [], open };
      // 不低于: a floor is met only when part of a fen is rounded up
      const need = fundingNeed({ persons: people, allowanceFenPerYear: fen, share: part, rounding: "up", clauses: parsed.info.clauses });
      return { kind: "funding", amountFen: need.value, per: "year", steps: need.steps, open };
    },
  };
}

const nothing: Interval = { least: rational(0n, 1n), most: rational(0n, 1n) };

function compileTarget(parsed: ParsedRule, then: Of<"target">, parameters: ParameterValues): EffectOf {
  const { metric, value } = parsed.values;
  const observe = metric === undefined ? () => undefined : compileInterval(metric, parameters);
  const raw = metric === undefined ? () => undefined : compileValue(metric, parameters);
  const require = numberOf(value, parameters);
  const divisor = divisorOf(metric);
  const share = divisor === undefined ? () => undefined : compileValue(divisor, parameters);
  const unit = parsed.unit === undefined ? {} : { unit: parsed.unit };
  const by = then.by === undefined ? {} : { by: deadlineDay(then.by) };
  const open = openOf(value, parameters);
  return {
    grants: false,
    outcome: (scope) => {
      // none is known, and is nothing towards a target; but a share of nothing does not keep within one
      const none = raw(scope) === null;
      const senseless = none && then.op !== ">=" && share(scope) === 0;
      const observed = none ? nothing : observe(scope);
      const required = require(scope);
      const seen = observed === undefined ? {} : { observed };
      const missing = missingIn([metric, value], scope, parameters);
      const base = {
        kind: "target",
        metric: then.metric,
        ...unit,
        ...by,
        ...(observed === undefined ? {} : { observed: printInterval(observed) }),
        open,
      } as const;
      if (required === undefined) return { met: undefined, missing, effect: { ...base, state: "undetermined", steps: [] } };
      const tracked = trackTarget({ op: then.op, required, ...seen, ...by, on: scope.on, clauses: parsed.info.clauses });
      const met = tracked.value === "undetermined" ? undefined : tracked.value === "met";
      return { met, senseless, missing, effect: { ...base, required: printRational(required), state: tracked.value, steps: tracked.steps } };
    },
  };
}

function compileChecklist(parsed: ParsedRule, then: Of<"checklist">, parameters: ParameterValues): EffectOf {
  const { is } = parsed.values;
  const truth = is === undefined ? () => UNKNOWN : compileTruth(is, parameters);
  const effect = { kind: "checklist", item: then.item, open: openOf(is, parameters) } as const;
  return {
    grants: false,
    outcome: (scope) => {
      const holds = truth(scope);
      return { met: holds === UNKNOWN ? undefined : holds === TRUE, missing: missingIn([is], scope, parameters), effect };
    },
  };
}

/** Makes the effect of a rule executable for one date. */
export function compileEffect(parsed: ParsedRule, parameters: ParameterValues): EffectOf {
  const { then } = parsed.rule;
  switch (then.kind) {
    case "standard":
      return compileStandard(parsed, then, parameters);
    case "staffing":
      return compileStaffing(parsed, then, parameters);
    case "funding":
      return compileFunding(parsed, parameters);
    case "target":
      return compileTarget(parsed, then, parameters);
    case "checklist":
      return compileChecklist(parsed, then, parameters);
    default:
      return compileGrant(parsed, parameters);
  }
}
