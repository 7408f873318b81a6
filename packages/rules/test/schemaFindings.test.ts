import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import illustrative from "../packs/cn-500229-chengkou/illustrative.json" with { type: "json" };
import overlaySchema from "../schema/overlay.schema.json" with { type: "json" };
import packSchema from "../schema/pack.schema.json" with { type: "json" };
import { overlayShape, packShape } from "../src/generated/shapes.js";
import { sizeIssues } from "../src/pack/packSize.js";
import { type ShapeSchema, schemaFindings } from "../src/pack/schemaFindings.js";
import { original } from "./fuzz/corpus.js";
import { Draw } from "./fuzz/draw.js";
import { copied, mutate, mutatePack } from "./fuzz/mutateJson.js";

const ajv = new Ajv({ allErrors: true, discriminator: true, allowUnionTypes: true, inlineRefs: false });

/** Params that ajv gives beyond those that words are made of, or under another name. */
const worded = (keyword: string, params: Readonly<Record<string, unknown>>): unknown =>
  keyword === "additionalProperties"
    ? (params.additionalProperty ?? params.key)
    : keyword === "discriminator"
      ? [params.tag, params.tagValue]
      : keyword === "uniqueItems"
        ? undefined
        : params;

function compare(schema: object, shape: ShapeSchema): (value: unknown) => number {
  const validate = ajv.compile(schema);
  return (value) => {
    validate(value);
    const theirs = (validate.errors ?? []).map(({ instancePath, keyword, params }) => [instancePath, keyword, worded(keyword, params)]);
    expect(schemaFindings(shape, value).map(({ pointer, keyword, params }) => [pointer, keyword, worded(keyword, params)])).toEqual(theirs);
    return theirs.length;
  };
}

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** The value at a pointer of a value. */
const at = (root: unknown, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((node, part) => (node as Readonly<Record<string, unknown>>)[part.replaceAll("~1", "/").replaceAll("~0", "~")], root);

describe("the check of a pack's shape", () => {
  const [ofPack, ofOverlay] = [compare(packSchema, packShape), compare(overlaySchema, overlayShape)];

  it("finds what ajv finds, in its order, in packs and overlays that were spoilt", () => {
    let [found, sound] = [0, 0];
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = new Draw(seed);
        const { pack } = original(draw);
        mutatePack(pack as unknown as Record<string, unknown>, draw);
        const overlay = copied(illustrative) as Record<string, unknown>;
        mutate(overlay, draw);
        for (const [json, check] of [
          [pack, ofPack],
          [overlay, ofOverlay],
        ] as const) {
          // larger things are refused before their shape is looked at
          if (sizeIssues(json).length > 0) continue;
          const issues = check(json);
          found += issues;
          if (issues === 0) sound += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(found, sound)).toBeGreaterThan(100);
  });

  it("finds what ajv finds in things that are no pack at all", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        ofPack(json);
        ofOverlay(json);
      }),
    );
  });

  it("shows of each finding the value that it is about", () => {
    const { pack } = original(new Draw(1));
    const spoilt = { ...pack, "rules/~": 1, version: 7, inForce: { from: "1 May" }, rules: [{ ...pack.rules[0], clauses: [] }] };
    const findings = schemaFindings(packShape, spoilt);
    expect(findings.map(({ keyword }) => keyword).sort()).toEqual(["additionalProperties", "minItems", "pattern", "type"]);
    for (const { pointer, seen } of findings) expect(seen).toBe(at(spoilt, pointer));
  });

  it("reads nothing that every object inherits", () => {
    const withoutId = Object.fromEntries(Object.entries(original(new Draw(1)).pack).filter(([key]) => key !== "id"));
    const inherits = Object.setPrototypeOf(withoutId, { id: "inherited" }) as unknown;
    expect(schemaFindings(packShape, inherits).map(({ params }) => params)).toEqual([{ missingProperty: "id" }]);
  });
});
