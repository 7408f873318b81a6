import type { Backend } from "../rows/backend.js";
import { functionRules, requireCodeGeneration } from "./functionRules.js";

/**
 * Rules written out as functions at run time, several times as fast as programs over rows where many subjects are asked about. For
 * places that allow code to be generated; elsewhere `createEngine` refuses it with BACKEND_FORBIDDEN.
 *
 * @example
 * const engine = createEngine({ packs: [national], backend: functionBackend });
 * const people = [{ person: { birthDate: "1940-01-01", died: null } }];
 * [...engine.assessMany(people, { on: "2026-11-21", rules: ["cn/category.olderPerson"] }).status] //=> [1]
 */
export const functionBackend: Backend = { name: "function", require: requireCodeGeneration, write: functionRules };
