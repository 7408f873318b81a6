import type { Issue } from "@eldercare/core";
import type { SitingProblem } from "./problem.js";

const lists = ["demands", "sites"] as const;

/** What can be read of a misshapen problem: without the rows, and without the rules and weights, that issues point into. */
export function readableParts(
  problem: SitingProblem,
  issues: readonly Issue[],
): { readonly problem: SitingProblem; readonly pointerOf: (pointer: string) => string } | undefined {
  const isBroken = (pointer: string): boolean => issues.some((issue) => issue.pointer === pointer || issue.pointer.startsWith(`${pointer}/`));
  // of what is no list at all nothing can be said
  const isMissing = lists.some((list) => issues.some(({ pointer }) => pointer === "" || pointer === `/${list}`));
  if (isMissing || !lists.every((list) => Array.isArray(problem[list]))) return undefined;
  const rowsOf = (list: (typeof lists)[number]): number[] => [...problem[list].keys()].filter((row) => !isBroken(`/${list}/${row}`));
  const rows = { demands: rowsOf("demands"), sites: rowsOf("sites") };
  const { rules, weights } = problem;
  const readable: SitingProblem = {
    demands: rows.demands.flatMap((row) => problem.demands[row] ?? []),
    sites: rows.sites.flatMap((row) => problem.sites[row] ?? []),
    travel: problem.travel,
    ...(rules === undefined || isBroken("/rules") ? {} : { rules }),
    ...(weights === undefined || isBroken("/weights") ? {} : { weights }),
  };
  const pointerOf = (pointer: string): string =>
    pointer.replace(/^\/(demands|sites)\/(\d+)/, (_, list: (typeof lists)[number], row: string) => `/${list}/${rows[list][Number(row)]}`);
  return { problem: readable, pointerOf };
}
