import { expect, it } from "vitest";
import overlaySchema from "../../schema/overlay.schema.json" with { type: "json" };
import packSchema from "../../schema/pack.schema.json" with { type: "json" };
import { overlayKeys, packKeys } from "./knownKeys.js";

/** The keys of every object of a schema that takes no others, by its place. */
function keysOf(schema: unknown, place = "#"): [string, string][] {
  if (typeof schema !== "object" || schema === null) return [];
  const { additionalProperties, properties } = schema as { readonly additionalProperties?: unknown; readonly properties?: object };
  const own: [string, string][] = additionalProperties === false && properties !== undefined ? [[place, Object.keys(properties).join(" ")]] : [];
  const inner = Object.entries(schema).filter(([key]) => key !== "examples");
  return [...own, ...inner.flatMap(([key, part]) => keysOf(part, `${place}/${key}`))];
}

it.each([
  ["pack", packSchema, packKeys],
  ["overlay", overlaySchema, overlayKeys],
])("the keys known of a %s are those of its schema", (_, schema, known) => {
  expect(known).toEqual(Object.fromEntries(keysOf(schema)));
});
