import type { TruthOf } from "../closures.js";
import type { Node } from "../node.js";
import { encodingOf, type Slot } from "./slot.js";

type FactNode = Extract<Node, { op: "fact" }>;

/** Gives a place in the row to every fact that some conditions read, each once. */
export class SlotTable {
  readonly all: Slot[] = [];
  readonly opaque: TruthOf[] = [];
  bits = 0;
  numbers = 0;

  /** The slots of one context, in which a fact has one meaning. */
  within(): (node: FactNode) => Slot | undefined {
    const known = new Map<string, Slot | undefined>();
    return (node) => {
      const { key } = node.leaf;
      if (!known.has(key)) known.set(key, this.slotFor(node));
      return known.get(key);
    };
  }

  /** Gives a place to the answer of an opaque question. */
  ask(question: TruthOf): number {
    return this.opaque.push(question) - 1;
  }

  private slotFor({ leaf, type, nullable, read }: FactNode): Slot | undefined {
    const encoding = encodingOf(type, nullable);
    if (encoding === undefined) return undefined;
    const at = encoding.store === "bits" ? this.bits : this.numbers;
    const slot: Slot = { ...encoding, leaf, index: this.all.length, at, read };
    if (encoding.store === "bits") this.bits += 1;
    else this.numbers += 1;
    this.all.push(slot);
    return slot;
  }
}
