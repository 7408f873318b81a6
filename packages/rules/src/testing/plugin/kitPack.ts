import type { Fact, Logic, Pack } from "../../pack/pack.js";
import type { PluginOperator, PluginType } from "../../plugin/plugin.js";
import { sampleValues } from "./sampleValues.js";

const title = { zh: "插件检查", en: "plug-in check" };
const on = "2000-01-01";

/** A fact that holds values of a type. Texts are told apart as choices: a pack knows no free text. */
function factOf(type: PluginType): Fact {
  const asked = { subject: "person", title } as const;
  switch (type.kind) {
    case "number":
      return { ...asked, type: type.integer ? "integer" : "rational" };
    case "text":
    case "enum":
      return { ...asked, type: "enum", values: sampleValues(type) as readonly string[] };
    case "list":
      return { ...asked, type: "list", values: sampleValues(type.of) as readonly string[] };
    default:
      return { ...asked, type: type.kind };
  }
}

/** The name of the fact that holds an argument. */
export const argumentName = (index: number): string => `argument${index}`;

// what a result is held against, so that there is a condition
const opposite = "opposite";

function conditionOn(call: Logic, result: PluginType): Logic {
  switch (result.kind) {
    case "boolean":
      return call;
    case "number":
    case "date":
      return { ">=": [call, { var: opposite }] };
    case "list":
      return { in: [{ var: opposite }, call] };
    default:
      return { "==": [call, { var: opposite }] };
  }
}

/** What the result of an operator is held against in the pack of `kitPack`: something likely. */
export function oppositeOf(result: PluginType): Readonly<Record<string, unknown>> {
  if (result.kind === "boolean") return {};
  const values = sampleValues(result.kind === "list" ? result.of : result);
  return { [opposite]: values[Math.floor(values.length / 2)] };
}

/** A pack with one rule, whose condition is the result of an operator, or holds it against a likely value. */
export function kitPack(name: string, { args, result }: PluginOperator): Pack {
  const call: Logic = { [name]: args.map((_, index) => ({ var: argumentName(index) })) };
  const when = conditionOn(call, result);
  const facts = Object.fromEntries(args.map((type, index) => [argumentName(index), factOf(type)]));
  const against = result.kind === "boolean" ? {} : { [opposite]: factOf(result.kind === "list" ? result.of : result) };
  return {
    id: "plugin-check",
    version: "1.0.0",
    title,
    area: "",
    extends: [],
    inForce: { from: on },
    sources: { check: { title: "check", issuer: "check", issued: on, checkedOn: on, verification: "verified" } },
    clauses: { CHECK: { source: "check", section: "1", modality: "required", quote: "check" } },
    parameters: {},
    facts: { ...facts, ...against },
    rules: [{ id: "holds", subject: "person", title, when, then: { kind: "category", category: "check" }, clauses: ["CHECK"] }],
  };
}
