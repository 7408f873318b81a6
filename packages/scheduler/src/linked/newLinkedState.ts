import { EldercareError } from "@eldercare/core";
import { begunLinkedLimits } from "../evaluate/begunLimit.js";
import { rivalsOf } from "../features/oneAtATime/rivals.js";
import { reportSchedulerIssue } from "../model/codes.js";
import type { Compiled } from "../model/compiled.js";
import { linkedModel } from "./linkedModel.js";
import { LinkedState } from "./linkedState.js";

/**
 * Empty routes of a compiled problem that is searched as an order of appointments, under the limits of its features.
 *
 * @throws EldercareError `FEATURE_NOT_LINKED` for each feature whose limit binds and is only known for single routes
 */
export function newLinkedState(compiled: Compiled): LinkedState {
  const issues = compiled.features.flatMap(({ name, search }, row) =>
    search.limit !== undefined && search.linkedLimit === undefined && search.limit(compiled) !== undefined
      ? [reportSchedulerIssue("FEATURE_NOT_LINKED", `/features/${row}`, { seen: name })]
      : [],
  );
  if (issues.length > 0) throw new EldercareError(issues);
  const { first } = rivalsOf(compiled);
  const limits = [...begunLinkedLimits(compiled), ...compiled.features.flatMap(({ search }) => search.linkedLimit?.(compiled) ?? [])];
  return new LinkedState(
    linkedModel(compiled, (visit) => (first[visit + 1] as number) > (first[visit] as number)),
    limits,
  );
}
