import { didYouMean, EldercareError, type Issue, parseShape, reportIssue } from "@eldercare/core";
import { reportSchedulerIssue } from "../../model/codes.js";
import type { Problem } from "../../model/problem.js";
import { beyondSingleRoutes } from "../../model/softTerms.js";
import { validateClocks } from "../../model/validateClocks.js";
import { knownNames, validateVisit } from "../../model/validateVisit.js";
import { type Visit, visitSchema } from "../../model/visit.js";

/** Pointers of a visit that is the only one of a problem, as those of the visit given. */
const asGiven = (issue: Issue): Issue => ({ ...issue, pointer: issue.pointer.replace(/^\/visits\/0(?=\/|$)/, "/visit") });

function issuesOf(problem: Problem, visit: Visit): readonly Issue[] {
  const { issues } = parseShape(visitSchema, visit, "/visit");
  if (issues.length > 0) return issues;
  const alone: Problem = { ...problem, caregivers: [], transports: [], visits: [visit] };
  const soft = (problem.transports ?? []).length === 0 ? [] : beyondSingleRoutes({ ...alone, objective: {}, links: [] });
  return [
    ...(problem.visits.some(({ id }) => id === visit.id) ? [reportIssue("DUPLICATE_ID", "/visit/id", { seen: visit.id })] : []),
    ...validateVisit(visit, 0, problem, knownNames(problem)),
    ...validateClocks(alone),
    ...soft.map((pointer) => reportSchedulerIssue("NOT_WITH_TRANSPORTS", pointer)),
  ].map(asGiven);
}

/**
 * The problem with the visit asked about, and which of its visits that is.
 *
 * @throws EldercareError `VISIT_NOT_TO_ADVISE_ON`; every error of a new visit, with pointers into `/visit`
 */
export function withVisit(problem: Problem, visit: Visit | string): { readonly problem: Problem; readonly visit: number } {
  if (typeof visit === "string") {
    const index = problem.visits.findIndex(({ id }) => id === visit);
    if (index >= 0) return { problem, visit: index };
    const values = didYouMean(
      visit,
      problem.visits.map(({ id }) => id),
    );
    throw new EldercareError([reportSchedulerIssue("VISIT_NOT_TO_ADVISE_ON", "/visit", { seen: visit, values })]);
  }
  const errors = issuesOf(problem, visit).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new EldercareError(errors);
  return { problem: { ...problem, visits: [...problem.visits, visit] }, visit: problem.visits.length };
}
