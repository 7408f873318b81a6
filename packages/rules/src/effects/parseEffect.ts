import { didYouMean, type FieldType, type Issue, type SubjectKind } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { booleanType, integerType, type Node, numberType } from "../logic/node.js";
import { parseLogic } from "../logic/parseLogic.js";
import type { ChainMeaning } from "../pack/meaning.js";
import type { EffectDeclaration } from "../pack/pack.js";

interface Expression {
  readonly name: string;
  readonly logic: unknown;
  readonly wanted: FieldType;
  readonly pointer: string;
}

const number = (name: string, logic: unknown, pointer = `/${name}`): Expression => ({ name, logic, wanted: numberType, pointer });

/** A number of which part of one would be lost: fen, times, people. */
const whole = (name: string, logic: unknown): Expression => ({ name, logic, wanted: integerType, pointer: `/${name}` });

const condition = (name: string, logic: unknown, pointer: string): Expression => ({ name, logic, wanted: booleanType, pointer });

/** The name of a condition that decides among those of one rank, by its place. */
export const tieBreakerName = (index: number): string => `tieBreaker${index}`;

/** The expressions that an effect holds, each with the type it must have. */
function expressions(then: EffectDeclaration): Expression[] {
  switch (then.kind) {
    case "service":
      return then.times === undefined ? [] : [whole("times", then.times)];
    case "benefit":
      return [whole("amountFen", then.amountFen)];
    case "checklist":
      return [condition("is", then.is, "/is")];
    case "priority":
      return [
        ...(then.tieBreakers ?? []).map((logic, index) => condition(tieBreakerName(index), logic, `/tieBreakers/${index}`)),
        ...(then.reservedPlaces === undefined ? [] : [whole("reservedPlaces", then.reservedPlaces)]),
      ];
    case "standard":
    case "target":
      return [number("metric", { var: then.metric }), number("value", then.value)];
    case "staffing":
      return [
        ...(then.ratios ?? []).map((ratio, index) => number(`ratio${index}`, ratio.residentsPerCarer, `/ratios/${index}/residentsPerCarer`)),
        ...(then.minimum === undefined ? [] : [whole("minimum", then.minimum)]),
        ...residentFields.map((field) => number(field, { var: `residents.${field}` }, "/ratios")),
      ];
    case "funding":
      return [number("share", then.share), number("of", then.of), number("persons", then.persons)];
    default:
      return [];
  }
}

/** The classes of residents that a facility counts. */
export const residentFields = ["disabled", "semiDisabled", "selfCaring"] as const;

/** Parses the expressions of an effect; what cannot be parsed is reported and left out. */
export function parseEffect(
  then: EffectDeclaration,
  subject: SubjectKind,
  pointer: string,
  meaning: ChainMeaning,
  issues: Issue[],
): Record<string, Node> {
  const values: Record<string, Node> = {};
  for (const { name, logic, wanted, pointer: inner } of expressions(then)) {
    const node = parseLogic(logic, wanted, pointer + inner, meaning.of(subject), issues);
    if (node !== undefined) values[name] = node;
  }
  return values;
}

/** Checks that the parts of a target are targets of the same pack. */
export function checkParts(then: EffectDeclaration, pointer: string, targets: readonly string[], issues: Issue[]): void {
  if (then.kind !== "target") return;
  for (const [index, part] of (then.parts ?? []).entries())
    if (!targets.includes(part))
      issues.push(reportRules("RULE_NOT_FOUND", `${pointer}/parts/${index}`, { seen: part, values: didYouMean(part, targets) }));
}
