import { type AreaCode, type CivilDate, isCivilDate } from "@eldercare/core";
import { otherAreas } from "../areaBeside.js";
import { daysAround } from "../calendar.js";
import type { Leaf } from "../node.js";
import { compareValues, toRational, type Value } from "../value.js";
import { numbersNear, withMiddles } from "./nearThresholds.js";

// spread over what people can be; only to find out whether some value exists, never to decide
const sampleNumbers = [0, 1, 2, 3, 4, 5, 10, 30, 60, 100, 1000, 1_000_000];
const sampleAreas: readonly AreaCode[] = ["110101"];
/** A text that no pack names. */
const otherText = "\u0000";

const mostSubsets = 5;

function subsets(items: readonly string[]): readonly (readonly string[])[] {
  if (items.length > mostSubsets) return [[], ...items.map((item) => [item]), items];
  return Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, index) => (mask & (2 ** index)) !== 0));
}

/** The values worth supposing of one leaf, as a condition is gone through. */
export class LeafValues {
  /** True where what it is held against is not known, so that finding no value proves nothing. */
  sampled = false;
  private readonly leaf: Leaf;
  private readonly values = new Set<Value>();
  /** Texts and areas that it is held against; of a list, what is looked for in it. */
  private readonly named = new Set<string>();
  private known: AreaCode | undefined;

  constructor(leaf: Leaf) {
    this.leaf = leaf;
    if (leaf.type.kind === "boolean") this.add([true, false]);
    if (leaf.type.kind === "enum") this.add(leaf.type.values);
    if (leaf.nullable) this.add([null]);
  }

  /** Takes values as they are, as far as the leaf can have them. */
  add(values: readonly Value[]): void {
    for (const value of values) if (this.fits(value)) this.values.add(value);
  }

  private fits(value: Value): boolean {
    const { type } = this.leaf;
    if (type.kind !== "number" || value === null) return true;
    const { least, most } = type;
    return (least === undefined || compareValues(value, least) >= 0) && (most === undefined || compareValues(value, most) <= 0);
  }

  /** Takes note of what a list is searched for, as far as the list can hold it. */
  seek(items: readonly string[]): void {
    const { type } = this.leaf;
    const held = type.kind === "list" && type.of.kind === "enum" ? type.of.values : undefined;
    for (const item of items) if (held === undefined || held.includes(item)) this.named.add(item);
    if (this.named.size > mostSubsets) this.sampled = true;
  }

  /** Takes note of an area that is known, but of which a closer one may be asked for. */
  within(area: AreaCode): void {
    this.known = area;
  }

  /** Takes note of what the leaf is held against; `undefined` where that is not known. */
  against(opposite: Value, on: CivilDate): void {
    const { type } = this.leaf;
    if (opposite === undefined && type.kind !== "boolean" && type.kind !== "enum") this.sampled = true;
    switch (type.kind) {
      case "number": {
        const exact = toRational(opposite);
        this.add(exact === undefined ? sampleNumbers : numbersNear(exact, type.integer));
        this.add([type.least, type.most].filter((bound) => bound !== undefined));
        return;
      }
      case "date":
        this.add(daysAround(isCivilDate(opposite) ? opposite : on, [-1, 0, 1]));
        return;
      default:
        if (typeof opposite === "string" && type.kind !== "enum") this.named.add(opposite);
    }
  }

  /** The values that the condition names, or that lie on both sides of what it names. */
  get likely(): readonly Value[] {
    const { type } = this.leaf;
    if (type.kind === "list") return [...this.values, ...subsets([...this.named].sort())];
    const values = [...this.values, ...this.named];
    return type.kind === "number" && !type.integer ? withMiddles(values) : values;
  }

  /** Values that stand for all others. */
  get others(): readonly Value[] {
    const { leaf, named, known, sampled } = this;
    if (leaf.type.kind === "text") return [otherText];
    if (leaf.type.kind !== "area") return [];
    const samples = sampled ? sampleAreas : [];
    const others = otherAreas([...named, ...samples, ...(known === undefined ? [] : [known])]);
    return [...samples, ...(leaf.parameter === undefined ? others.filter((code) => code !== "") : others)];
  }
}
