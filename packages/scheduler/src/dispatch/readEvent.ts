import { EldercareError, type Issue, type Noun, parseShape, reportIssue, reportMissing } from "@eldercare/core";
import type { Problem } from "../model/problem.js";
import { knownNames, validateVisit } from "../model/validateVisit.js";
import { momentsOf } from "../model/when.js";
import { reportDispatchIssue } from "./codes.js";
import { type DispatchEvent, eventSchema } from "./event.js";

/** What an event names that does not exist. */
function unknownNames(problem: Problem, event: DispatchEvent): Issue[] {
  const missing = (what: Noun, list: readonly { readonly id: string }[], id: string | undefined, pointer: string): Issue[] =>
    id === undefined || list.some((each) => each.id === id) ? [] : [reportMissing(what, pointer, id)];
  const taken = (id: string | undefined, pointer: string): Issue[] =>
    problem.visits.some((visit) => visit.id === id) ? [reportIssue("DUPLICATE_ID", pointer, { seen: id })] : [];
  switch (event.kind) {
    case "emergency":
      return [
        ...taken(event.visit.id, "/event/visit/id"),
        ...missing("caregiver", problem.caregivers, event.responder, "/event/responder"),
        ...validateVisit(event.visit, 0, problem, knownNames(problem)).map((issue) => ({
          ...issue,
          pointer: issue.pointer.replace(/^\/visits\/0/, "/event/visit"),
        })),
      ];
    case "caregiverOut":
      return missing("caregiver", problem.caregivers, event.caregiver, "/event/caregiver");
    case "vehicleDown":
      return missing("vehicle", problem.vehicles ?? [], event.vehicle, "/event/vehicle");
    case "roadClosed":
      return event.roads.flatMap(({ from, to }, row) => [
        ...missing("place", problem.places, from, `/event/roads/${row}/from`),
        ...missing("place", problem.places, to, `/event/roads/${row}/to`),
      ]);
    case "noShow":
      return [...missing("visit", problem.visits, event.visit, "/event/visit"), ...taken(event.again?.id, "/event/again/id")];
    default:
      return missing("visit", problem.visits, event.visit, "/event/visit");
  }
}

/** What is wrong with the moment of an event. */
function momentIssues({ now, horizon }: Problem, { kind, at }: DispatchEvent): Issue[] {
  const moment = at ?? now;
  if (moment === undefined)
    return kind === "emergency" || kind === "noShow" ? [reportDispatchIssue("EVENT_WITHOUT_MOMENT", "/event", { seen: kind })] : [];
  const date = moment.slice(0, 10);
  if (date < horizon.from || date > horizon.to)
    return [reportDispatchIssue("EVENT_OUTSIDE_HORIZON", at === undefined ? "/problem/now" : "/event/at", { seen: moment })];
  const since = (text: string): number => momentsOf({ notBefore: text }, horizon.from).from;
  return now !== undefined && at !== undefined && since(at) < since(now)
    ? [reportDispatchIssue("EVENT_BEFORE_NOW", "/event/at", { seen: at, values: { now } })]
    : [];
}

/**
 * Refuses an event that is not of the shape, or that does not belong to a problem that `validate` has accepted.
 *
 * @throws EldercareError with every issue
 */
export function requireEvent(problem: Problem, event: DispatchEvent): void {
  const shape = parseShape(eventSchema, event, "/event").issues;
  const carried = (["transports", "tours"] as const).flatMap((list) =>
    (problem[list] ?? []).length === 0 ? [] : [reportDispatchIssue("NOT_WITH_PEOPLE_CARRIED", `/problem/${list}`)],
  );
  const issues = shape.length > 0 ? shape : [...unknownNames(problem, event), ...momentIssues(problem, event), ...carried];
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new EldercareError(errors);
}
