import { didYouMean, type Issue, jsonPointer, printValue } from "@eldercare/core";
import { Ajv, type ErrorObject } from "ajv";
import { describe, expect, it } from "vitest";
import overlayShape from "../../schema/overlay.schema.json" with { type: "json" };
import packShape from "../../schema/pack.schema.json" with { type: "json" };
import { original } from "../../test/fuzz/corpus.js";
import { Draw } from "../../test/fuzz/draw.js";
import { mutate } from "../../test/fuzz/mutateJson.js";
import { reportRules } from "../errors/codes.js";
import { overlaySchema, packSchema } from "../generated/schemas.js";
import { illustrative } from "../packs/cn-500229-chengkou.js";
import { type Schema, schemaIssues } from "./schemaIssues.js";

const ajv = new Ajv({ allErrors: true, discriminator: true, allowUnionTypes: true, verbose: true });

function valueAt(json: unknown, pointer: string): unknown {
  const names = pointer.split("/").slice(1);
  return names.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name.replaceAll("~1", "/").replaceAll("~0", "~")], json);
}

/** What ajv finds, as an issue. */
function issueOf({ keyword, instancePath, params, message, parentSchema }: ErrorObject, json: unknown): Issue {
  if (keyword === "additionalProperties") {
    const key = String(params.additionalProperty);
    const known = Object.keys((parentSchema as Schema).properties ?? {});
    return reportRules("PACK_UNKNOWN_KEY", instancePath + jsonPointer([key]), { seen: key, values: didYouMean(key, known) });
  }
  const print = keyword === "discriminator" && params.error === "tag" ? printValue : JSON.stringify;
  const words = Object.entries(params).map(([name, value]) => `${name}: ${print(value)}`);
  return reportRules("PACK_SHAPE", instancePath, { seen: valueAt(json, instancePath), values: { problem: `${message} (${words.join(", ")})` } });
}

describe("the issues of a schema", () => {
  const cases = [
    ["packs", packShape, packSchema, (draw: Draw): unknown => original(draw).pack],
    ["overlays", overlayShape, overlaySchema, (): unknown => structuredClone(illustrative)],
  ] as const;

  it.each(cases)("are those of ajv, in its words and order, for %s spoilt at random", (_, shape, schema, sound) => {
    const validator = ajv.compile(shape);
    let refused = 0;
    for (let seed = 0; seed < 400; seed += 1) {
      const draw = new Draw(seed);
      const json = sound(draw) as Record<string, unknown>;
      mutate(json, draw);
      const expected = validator(json) ? [] : (validator.errors ?? []).map((error) => issueOf(error, json));
      expect({ seed, issues: schemaIssues(schema, json) }).toEqual({ seed, issues: expected });
      refused += Number(expected.length > 0);
    }
    expect(refused).toBeGreaterThan(100);
  });

  it("point at each place, with what is near a misspelt key", () => {
    const found = schemaIssues(packSchema, { id: "A", ruels: [], rules: [{ then: { kind: "gift" } }] });
    expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(
      expect.arrayContaining(["PACK_UNKNOWN_KEY /ruels", "PACK_SHAPE /id", "PACK_SHAPE /rules/0/then"]),
    );
    expect(found.find(({ code }) => code === "PACK_UNKNOWN_KEY")?.message.en).toContain('did you mean "rules"?');
  });

  it("are found in what is too deep to be printed", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    const found = schemaIssues(packSchema, { rules: [{ then: { kind: deep } }] });
    expect(found.find(({ pointer }) => pointer === "/rules/0/then")?.message.en).toContain('tag "kind" must be string');
  });

  it("forget the branches of a choice of which one fits", () => {
    const choice: Schema = { anyOf: [{ enum: ["raise"] }, { type: "array", minItems: 2, items: { enum: ["raise", "widen"] } }] };
    expect(schemaIssues(choice, ["raise", "widen"])).toEqual([]);
    expect(schemaIssues(choice, ["raise"]).map(({ message }) => message.en.replace(/.*: m/, "m"))).toEqual([
      'must be equal to one of the allowed values (allowedValues: ["raise"])',
      "must NOT have fewer than 2 items (limit: 2)",
      "must match a schema in anyOf ()",
    ]);
  });
});
