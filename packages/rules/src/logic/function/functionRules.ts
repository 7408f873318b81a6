import { EldercareError } from "@eldercare/core";
import type { WrittenRules } from "../rows/backend.js";
import type { RowPlan } from "../rows/rowPlan.js";
import { reportBackend } from "./codes.js";
import { generateRules, writableRules } from "./generateRules.js";

type Generated = (rows: number, bits: Int32Array, numbers: Float64Array, missing: Int32Array, out: Uint8Array) => void;

const names = ["rows", "bits", "numbers", "missing", "out"] as const;

/** Makes a function of generated text. */
function load(text: string): Generated {
  return new Function(...names, text) as Generated;
}

/**
 * Asks whether code may be generated here.
 *
 * @throws EldercareError BACKEND_FORBIDDEN where a content security policy, or a flag of the runtime, forbids it
 */
export function requireCodeGeneration(): void {
  try {
    load("");
  } catch (error) {
    throw new EldercareError([
      reportBackend("BACKEND_FORBIDDEN", "/backend", { values: { problem: error instanceof Error ? error.message : String(error) } }),
    ]);
  }
}

/** Writes out the rules of a plan, as many as can be. */
export function functionRules(plan: RowPlan): WrittenRules {
  const groups = writableRules(plan.rules);
  const functions = groups.map((rules) => load(generateRules(plan, rules)));
  return {
    written: groups.reduce((sum, rules) => sum + rules.length, 0),
    answer: ({ rows, bits, numbers, missing }, out) => {
      for (const run of functions) run(rows, bits, numbers, missing, out);
    },
  };
}
