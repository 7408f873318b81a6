import type { ParameterValues } from "../closures.js";
import type { Node } from "../node.js";
import type { Reading, Source } from "./reads.js";
import { Structure } from "./structure.js";
import type { Asked } from "./suppose.js";
import { isComparison, thresholdsOf } from "./thresholds.js";

/** A condition whose answer is found out for groups of subjects before anything is combined. */
export interface Atom {
  readonly node: Node;
  readonly sources: readonly Source[] | "everything";
  /** Where its answer can change, for whole numbers or dates held against constants. */
  readonly thresholds: readonly number[] | undefined;
}

/** Where a truth is found: an atom by its number, the result of a step by the complement (`~`) of its number. */
export type Place = number;

/** One operation on planes. */
export type Step =
  | { readonly op: "and" | "or"; readonly args: readonly Place[] }
  | { readonly op: "!"; readonly args: readonly [Place] }
  | { readonly op: "if"; readonly args: readonly [condition: Place, whenTrue: Place, whenFalse: Place] }
  | { readonly op: "=="; readonly args: readonly [Place, Place] };

/** Conditions as operations on planes, what several of them share done once. */
export interface Program {
  readonly atoms: readonly Atom[];
  readonly steps: readonly Step[];
  /** Where each condition has its answer. */
  readonly answers: readonly Place[];
}

const neverNone = new Set(["and", "or", "!", "==", "!=", "<", "<=", ">", ">=", "in", "inside", "some", "all", "none", "adopted"]);

/** Whether a truth may be `null`, which connectives take for false but comparisons do not. */
function mayBeNone(node: Node): boolean {
  if (node.op === "fact") return node.nullable;
  if (node.op === "literal") return node.value === null;
  if (node.op === "defined" || node.op === "table") return mayBeNone(node.body);
  return !neverNone.has(node.op) && !(node.op === "if" && node.type.kind === "boolean");
}

/** Thresholds of all comparisons in a condition about one source; undefined where one of them has none. */
function allThresholds(node: Node, parameters: ParameterValues, reading: Reading, asked: Asked): readonly number[] | undefined {
  const reads = reading.of(node);
  if (reads !== "everything" && reads.size === 0) return [];
  const ofAll = (nodes: readonly Node[]): readonly number[] | undefined => {
    const found = nodes.map((each) => allThresholds(each, parameters, reading, asked));
    return found.every((each) => each !== undefined) ? found.flat() : undefined;
  };
  switch (node.op) {
    case "defined":
      return node.join === undefined ? ofAll([node.body]) : undefined;
    case "table":
      return ofAll([node.body]);
    case "and":
    case "or":
      return ofAll(node.args);
    case "!":
      return ofAll([node.arg]);
    case "if":
      return ofAll([node.condition, node.whenTrue, node.whenFalse]);
    default:
      return isComparison(node) ? thresholdsOf(node, parameters, reading, asked) : undefined;
  }
}

class Lowering {
  readonly atoms: Atom[] = [];
  readonly steps: Step[] = [];
  private readonly structure = new Structure();
  private readonly places = new Map<number, Place>();
  private readonly reading: Reading;
  private readonly parameters: ParameterValues;
  private readonly asked: Asked;

  constructor(parameters: ParameterValues, reading: Reading, asked: Asked) {
    this.parameters = parameters;
    this.reading = reading;
    this.asked = asked;
  }

  placeOf(node: Node): Place {
    if ((node.op === "defined" && node.join === undefined) || node.op === "table") return this.placeOf(node.body);
    const number = this.structure.numberOf(node);
    const known = this.places.get(number);
    if (known !== undefined) return known;
    const place = this.make(node);
    this.places.set(number, place);
    return place;
  }

  private make(node: Node): Place {
    const reads = this.reading.of(node);
    // what depends on one source is asked once a group, however it is put together
    if (reads !== "everything" && reads.size <= 1) return this.atom(node);
    switch (node.op) {
      case "and":
      case "or":
        return node.args[0] !== undefined && node.args.length === 1
          ? this.placeOf(node.args[0])
          : this.step({ op: node.op, args: node.args.map((arg) => this.placeOf(arg)) });
      case "!":
        return this.step({ op: "!", args: [this.placeOf(node.arg)] });
      case "if":
        return this.step({ op: "if", args: [this.placeOf(node.condition), this.placeOf(node.whenTrue), this.placeOf(node.whenFalse)] });
      case "==":
      case "!=": {
        if (node.left.type.kind !== "boolean" || mayBeNone(node.left) || mayBeNone(node.right)) return this.atom(node);
        const same = this.step({ op: "==", args: [this.placeOf(node.left), this.placeOf(node.right)] });
        return node.op === "==" ? same : this.step({ op: "!", args: [same] });
      }
      default:
        return this.atom(node);
    }
  }

  private step(step: Step): Place {
    return ~(this.steps.push(step) - 1);
  }

  private atom(node: Node): Place {
    const reads = this.reading.of(node);
    const sources = reads === "everything" ? reads : [...reads.values()];
    const found = sources.length === 1 ? allThresholds(node, this.parameters, this.reading, this.asked) : undefined;
    const thresholds = found === undefined ? undefined : [...new Set(found)].sort((a, b) => a - b);
    return this.atoms.push({ node, sources, thresholds }) - 1;
  }
}

/** Turns conditions about one kind of subject into operations on planes. */
export function lower(conditions: readonly Node[], parameters: ParameterValues, reading: Reading, asked: Asked): Program {
  const lowering = new Lowering(parameters, reading, asked);
  const answers = conditions.map((condition) => lowering.placeOf(condition));
  return { atoms: lowering.atoms, steps: lowering.steps, answers };
}
