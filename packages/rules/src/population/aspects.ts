import { adoptionOf } from "../logic/adoption.js";
import { compileTruth, compileValue, type ParameterValues } from "../logic/closures.js";
import { keyOf } from "../logic/columns/grouping.js";
import { areaSource, type Reading, type Source } from "../logic/columns/reads.js";
import type { Asked } from "../logic/columns/suppose.js";
import { isComparison, thresholdsOf } from "../logic/columns/thresholds.js";
import { booleanType, type Leaf, type Node, nodesOf, operands } from "../logic/node.js";
import type { Scope } from "../logic/scope.js";
import { printNode } from "./printNode.js";

/** One of the things that a decision depends on: subjects that have all of them in common get the same decision. */
export interface Aspect {
  readonly source: Source;
  /** Between two neighbouring thresholds all values come to the same; absent where each value counts. */
  readonly thresholds?: readonly number[];
  /** What of the source counts, where it is not the value itself. */
  readonly derived?: { readonly key: string; readonly read: (scope: Scope) => unknown };
}

/** A text that two aspects of rules in one jurisdiction share only where they group any subjects alike. */
export const keyOfAspect = ({ source, thresholds = [], derived }: Aspect): string => derived?.key ?? `${source.key} ${thresholds.join(" ")}`;

/** The parameters of a rule, and the same with example values unknown, by which a decision tells whether it rests on them. */
export interface AspectParameters {
  /** Of rules that are asked together, those of one context have the same name. */
  readonly context: string;
  readonly all: ParameterValues;
  readonly withoutExamples: ParameterValues;
}

/** What values are made of, where nothing but the values counts. */
const plain: ReadonlySet<Node["op"]> = new Set([
  ...(["literal", "param", "fact", "dateAsked", "ageOn", "daysBetween", "monthsBetween", "yearsBetween"] as const),
  ...(["addDays", "addMonths", "addYears", "+", "-", "*", "/", "min", "max", "==", "!=", "<", "<=", ">", ">=", "defined"] as const),
]);

const opened = (node: Node): Node => (node.op === "defined" && node.join === undefined ? opened(node.body) : node);

/** The parts of a node; of a table also its rows, of which warnings may be given. */
function partsOf(node: Node): readonly Node[] {
  if (node.op !== "table") return operands(node);
  const held = node.held === undefined ? [] : [node.held.left, node.held.right];
  return [node.body, ...node.rows.flatMap(({ when, then }) => [when, then]), ...held];
}

/** What a rule's decisions depend on, gathered from its condition and the values of its effect. */
class Gathering {
  private readonly found = new Map<string, Aspect>();
  private readonly stretches = new Map<string, { readonly source: Source; readonly thresholds: Set<number> }>();
  private readonly seen = new Set<Node>();
  private readonly parameters: AspectParameters;
  private readonly reading: Reading;
  private readonly asked: Asked;

  constructor(parameters: AspectParameters, reading: Reading, asked: Asked) {
    this.parameters = parameters;
    this.reading = reading;
    this.asked = asked;
  }

  get aspects(): readonly Aspect[] {
    const stretches = [...this.stretches.values()].map(({ source, thresholds }) => ({ source, thresholds: [...thresholds].sort((a, b) => a - b) }));
    return [...this.found.values(), ...stretches];
  }

  private add(aspect: Aspect): void {
    this.found.set(keyOfAspect(aspect), aspect);
  }

  /** What a leaf asks of a record besides its value: whether the record is there, of which the field itself is not known. */
  private presence({ record }: Leaf): void {
    if (record !== undefined) this.add({ source: { key: `there ${record.key}`, type: booleanType, read: record.isThere } });
  }

  private derive(source: Source, node: Node, read: (scope: Scope) => unknown): void {
    this.add({ source, derived: { key: `${this.parameters.context} ${printNode(node)}`, read } });
  }

  /**
   * A field held against something that is known: what counts is on which side it lies. Where what it is held against is not
   * known, the field says what values of that are worth supposing.
   *
   * @returns false where more may count
   */
  private side(node: Node): boolean {
    if (!isComparison(node)) return false;
    const { all, withoutExamples } = this.parameters;
    const parts = [...nodesOf(node)];
    const isSimple = (part: Node): boolean =>
      plain.has(part.op) && !(part.op === "defined" && part.join !== undefined) && !(part.op === "param" && all.get(part.id) === undefined);
    const reads = this.reading.of(node);
    if (reads === "everything" || !parts.every(isSimple)) return false;
    const isConstant = (side: Node): boolean => [...nodesOf(side)].every((part) => part.op !== "fact");
    const [source, second] = reads.values();
    if (source === undefined || second !== undefined || !(isConstant(node.left) || isConstant(node.right))) return false;
    for (const part of parts) if (part.op === "fact") this.presence(part.leaf);
    const thresholds = thresholdsOf(node, all, this.reading, this.asked);
    const further = thresholdsOf(node, withoutExamples, this.reading, this.asked);
    if (thresholds === undefined || further === undefined) {
      const [truth, without] = [compileTruth(node, all), compileTruth(node, withoutExamples)];
      this.derive(source, node, (scope) => {
        const value = source.read(scope);
        return value === undefined ? "unknown" : value === null ? "none" : `${truth(scope)} ${without(scope)}`;
      });
      return true;
    }
    const known = this.stretches.get(source.key) ?? { source, thresholds: new Set() };
    for (const threshold of [...thresholds, ...further]) known.thresholds.add(threshold);
    this.stretches.set(source.key, known);
    return true;
  }

  /** @returns false where what an expression reads cannot be told apart */
  visit(node: Node): boolean {
    if (this.seen.has(node)) return true;
    this.seen.add(node);
    const reads = this.reading.of(node);
    // whether a plug-in answers may differ from one call to the next
    if (reads === "everything" || node.op === "call") return false;
    if (this.side(node)) return true;
    const sources = [...reads.values()];
    const { all, withoutExamples } = this.parameters;
    const date = node.op === "ageOn" ? opened(node.date) : undefined;
    if (node.op === "adopted") {
      this.derive(areaSource, node, (scope) => {
        const { truth, unknown } = adoptionOf(node.clauses, scope);
        return [truth, ...unknown.map(({ key }) => key)].join(" ");
      });
    } else if (date?.op === "fact") {
      for (const source of sources) this.derive(source, node, compileValue(node, all));
      this.presence(date.leaf);
    } else if (node.op === "defined" && node.join !== undefined && [...nodesOf(node)].every(({ op }) => op !== "table" && op !== "call")) {
      // of another record only what is asked of it counts: it is asked for as a whole
      const [value, without] = [compileValue(node, all), compileValue(node, withoutExamples)];
      for (const source of sources) this.derive(source, node, (scope) => `${String(keyOf(value(scope)))} ${String(keyOf(without(scope)))}`);
    } else if (node.op === "fact" || node.op === "aggregate" || (node.op === "defined" && node.join !== undefined)) {
      for (const source of sources) this.add({ source });
      if (node.op === "fact") this.presence(node.leaf);
    } else {
      return partsOf(node).every((part) => this.visit(part));
    }
    return true;
  }
}

/**
 * What decisions under a rule depend on.
 *
 * @param nodes its condition and the values of its effect
 * @returns undefined where it cannot be told apart, so that each subject must be asked for itself
 */
export function aspectsOf(nodes: readonly Node[], parameters: AspectParameters, reading: Reading, asked: Asked): readonly Aspect[] | undefined {
  const gathering = new Gathering(parameters, reading, asked);
  return nodes.every((node) => gathering.visit(node)) ? gathering.aspects : undefined;
}
