import type { Issue } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";

// several times the largest pack that we know of, and little enough to be read within a second
const most = { values: 100_000, levels: 200, characters: 4_000_000 } as const;

/** How many steps the rules of a pack, with those that it stands on, may take together. */
const mostStepsInAll = 100_000;

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

/**
 * What of a file is larger than any pack: looked at before anything else is done with it, level by level, so that neither
 * depth nor size costs more than the bound.
 */
export function sizeIssues(json: unknown): Issue[] {
  let [values, characters] = [0, 0];
  let level: readonly unknown[] = [json];
  for (let levels = 0; level.length > 0; levels += 1) {
    values += level.length;
    for (const value of level) if (typeof value === "string") characters += value.length;
    for (const [what, seen] of Object.entries({ values, levels, characters }))
      if (seen > most[what as keyof typeof most])
        return [reportRules("PACK_TOO_LARGE", "", { seen, values: { what, most: String(most[what as keyof typeof most]) } })];
    const next: unknown[] = [];
    for (const value of level) {
      if (!isContainer(value)) continue;
      for (const key of Object.keys(value)) {
        if (!Array.isArray(value)) characters += key.length;
        next.push((value as Readonly<Record<string, unknown>>)[key]);
        if (values + next.length > most.values) break;
      }
    }
    level = next;
  }
  return [];
}

/** What asking every rule of a pack takes, where it is too much. */
export function costIssues(steps: readonly number[]): Issue[] {
  const seen = steps.reduce((sum, each) => sum + each, 0);
  return seen > mostStepsInAll ? [reportRules("PACK_TOO_LARGE", "/rules", { seen, values: { what: "steps", most: String(mostStepsInAll) } })] : [];
}
