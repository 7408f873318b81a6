import { type Issue, jsonPointer, reportMissing } from "@eldercare/core";
import { reportSchedulerIssue } from "./codes.js";
import { isFact } from "./facts.js";
import { gapSeconds, isAllOrNone, type Link } from "./link.js";
import type { Problem } from "./problem.js";
import { isRequired } from "./requiredPrice.js";
import { beyondSingleRoutes } from "./softTerms.js";
import type { Steps } from "./steps.js";
import { usualPriority } from "./visit.js";
import { serviceSeconds } from "./windowsOf.js";

/** Between two visits lie at least so many seconds, or days, by the link of a row. */
interface Bound {
  readonly from: string;
  readonly to: string;
  readonly least: number;
  readonly row: number;
}

/** What is wrong with a list of visits that somehow belong together. */
export function checkListed(listed: readonly string[], pointer: string, visits: ReadonlySet<string>): Issue[] {
  return listed.flatMap((id, index) => {
    const at = `${pointer}/visits/${index}`;
    if (!visits.has(id)) return [reportMissing("visit", at, id, [...visits])];
    return listed.indexOf(id) < index ? [reportSchedulerIssue("TWICE_IN_LINK", at, { seen: id })] : [];
  });
}

function checkLink(link: Link, row: number, visits: ReadonlySet<string>): Issue[] {
  const pointer = jsonPointer(["links", row]);
  const { length } = link.visits;
  const [fits, expected] = link.kind === "sequence" ? [length === 2, "2"] : [length >= 2, "≥ 2"];
  const size = fits ? [] : [reportSchedulerIssue("LINK_OF_TOO_FEW", `${pointer}/visits`, { seen: length, values: { kind: link.kind, expected } })];
  const days =
    link.kind === "spacing" && link.maxDays !== undefined && link.maxDays < (link.minDays ?? 0)
      ? [reportSchedulerIssue("DAYS_UPSIDE_DOWN", `${pointer}/maxDays`, { seen: link.maxDays })]
      : [];
  const gap =
    link.kind === "sequence" && link.maxMinutes !== undefined && link.maxMinutes < (link.minMinutes ?? 0)
      ? [reportSchedulerIssue("GAP_UPSIDE_DOWN", `${pointer}/maxMinutes`, { seen: link.maxMinutes })]
      : [];
  return [...size, ...checkListed(link.visits, pointer, visits), ...gap, ...days];
}

/** Alternatives stand for one another, so they count alike, and nothing else hangs on any of them. */
function checkAlternatives({ links = [], visits }: Problem): Issue[] {
  const visitOf = new Map(visits.map((visit) => [visit.id, visit]));
  return links.flatMap((link, row) => {
    if (link.kind !== "oneOf") return [];
    // one that has begun is fixed, and stands for all of them
    const hasBegun = link.visits.some((id) => isFact(visitOf.get(id) ?? {}));
    const first = visitOf.get(link.visits[0] ?? "");
    return link.visits.flatMap((id, index) => {
      const pointer = jsonPointer(["links", row, "visits", index]);
      const visit = visitOf.get(id);
      if (visit === undefined || first === undefined) return [];
      const alike = hasBegun || (isRequired(visit) === isRequired(first) && (visit.priority ?? usualPriority) === (first.priority ?? usualPriority));
      const isLinked = links.some((other) => other !== link && (other.kind === "oneOf" || isAllOrNone(other)) && other.visits.includes(id));
      return [
        ...(alike ? [] : [reportSchedulerIssue("ALTERNATIVES_DIFFER", pointer, { seen: id })]),
        ...(isLinked ? [reportSchedulerIssue("ALTERNATIVE_LINKED", pointer, { seen: id })] : []),
      ];
    });
  });
}

function boundsOf(problem: Problem): Bound[] {
  const factor = Math.min(...problem.caregivers.map((caregiver) => caregiver.serviceTimeFactor ?? 1));
  const lengths = new Map(problem.visits.map((visit) => [visit.id, serviceSeconds(visit, Number.isFinite(factor) ? factor : 1)]));
  return (problem.links ?? []).flatMap((link, row): Bound[] => {
    const [first = "", ...others] = link.visits;
    const both = (to: string, least: number, most: number): Bound[] => [
      { from: first, to, least, row },
      ...(most === Number.POSITIVE_INFINITY ? [] : [{ from: to, to: first, least: -most, row }]),
    ];
    if (link.kind === "together") return others.flatMap((to) => both(to, 0, 0));
    if (link.kind !== "sequence") return [];
    const { fromEnd, least, most } = gapSeconds(link);
    const length = fromEnd ? (lengths.get(first) ?? 0) : 0;
    return both(others[0] ?? "", least + length, most + length);
  });
}

/** The same for their days. */
function dayBoundsOf({ links = [] }: Problem): Bound[] {
  return links.flatMap((link, row): Bound[] => {
    if (link.kind !== "sameDay" && link.kind !== "spacing") return [];
    const [least, most] = link.kind === "sameDay" ? [0, 0] : [link.minDays ?? 0, link.maxDays];
    return link.visits.slice(1).flatMap((to, index) => {
      const from = link.visits[index] ?? "";
      return [{ from, to, least, row }, ...(most === undefined ? [] : [{ from: to, to: from, least: -most, row }])];
    });
  });
}

/** Rows of links that cannot all be kept, whoever makes the visits: their gaps lead in a circle back past the beginning. */
function* contradictions(bounds: readonly Bound[]): Steps<number[]> {
  const starts = new Map(bounds.flatMap(({ from, to }) => [from, to]).map((id) => [id, 0]));
  for (let pass = 0; pass <= starts.size; pass++) {
    const raised: number[] = [];
    for (const { from, to, least, row } of bounds) {
      const earliest = (starts.get(from) ?? 0) + least;
      if (earliest <= (starts.get(to) ?? 0)) continue;
      starts.set(to, earliest);
      raised.push(row);
    }
    if (raised.length === 0) return [];
    if (pass === starts.size) return [...new Set(raised)];
    yield;
  }
  return [];
}

/** What is wrong with the links of a problem of the right shape, and with what is asked beside them. Resumable. */
export function* validateLinks(problem: Problem): Steps<Issue[]> {
  const visits = new Set(problem.visits.map(({ id }) => id));
  const issues = (problem.links ?? []).flatMap((link, row) => checkLink(link, row, visits));
  yield;
  // a circle says nothing where a link of it is at fault by itself
  const circle = issues.length > 0 ? [] : [...(yield* contradictions(boundsOf(problem))), ...(yield* contradictions(dayBoundsOf(problem)))];
  const rows = [...new Set(circle)].map((row) =>
    reportSchedulerIssue("LINKS_CONTRADICT", jsonPointer(["links", row]), { seen: (problem.links?.[row]?.visits ?? []).join(", ") }),
  );
  const carried = (problem.transports ?? []).length === 0 ? [] : beyondSingleRoutes(problem);
  return [...issues, ...checkAlternatives(problem), ...rows, ...carried.map((pointer) => reportSchedulerIssue("NOT_WITH_TRANSPORTS", pointer))];
}
