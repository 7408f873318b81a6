import { didYouMean, type Issue, jsonPointer, reportIssue } from "@eldercare/core";
import { reportSchedulerIssue } from "./codes.js";
import { gapSeconds, type Link } from "./link.js";
import type { Problem } from "./problem.js";
import { beyondSingleRoutes } from "./softTerms.js";
import type { Steps } from "./steps.js";
import { serviceSeconds } from "./windowsOf.js";

/** Between the starts of two visits lie at least so many seconds, by the link of a row. */
interface Bound {
  readonly from: string;
  readonly to: string;
  readonly least: number;
  readonly row: number;
}

function checkLink(link: Link, row: number, visits: ReadonlySet<string>): Issue[] {
  const pointer = jsonPointer(["links", row]);
  const { length } = link.visits;
  const [fits, expected] = link.kind === "sequence" ? [length === 2, "2"] : [length >= 2, "≥ 2"];
  const size = fits ? [] : [reportSchedulerIssue("LINK_OF_TOO_FEW", `${pointer}/visits`, { seen: length, values: { kind: link.kind, expected } })];
  const unknown = link.visits.flatMap((id, index) =>
    visits.has(id)
      ? []
      : [reportIssue("REFERENCE_NOT_FOUND", `${pointer}/visits/${index}`, { seen: id, values: { what: "visit", ...didYouMean(id, [...visits]) } })],
  );
  const twice = link.visits.flatMap((id, index) =>
    link.visits.indexOf(id) < index ? [reportSchedulerIssue("TWICE_IN_LINK", `${pointer}/visits/${index}`, { seen: id })] : [],
  );
  const gap =
    link.kind === "sequence" && link.maxMinutes !== undefined && link.maxMinutes < (link.minMinutes ?? 0)
      ? [reportSchedulerIssue("GAP_UPSIDE_DOWN", `${pointer}/maxMinutes`, { seen: link.maxMinutes })]
      : [];
  return [...size, ...unknown, ...twice, ...gap];
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
    if (link.kind === "apart") return [];
    const { fromEnd, least, most } = gapSeconds(link);
    const length = fromEnd ? (lengths.get(first) ?? 0) : 0;
    return both(others[0] ?? "", least + length, most + length);
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
  const circle = issues.length > 0 ? [] : yield* contradictions(boundsOf(problem));
  const rows = circle.map((row) =>
    reportSchedulerIssue("LINKS_CONTRADICT", jsonPointer(["links", row]), { seen: (problem.links?.[row]?.visits ?? []).join(", ") }),
  );
  const carried = (problem.transports ?? []).length === 0 ? [] : beyondSingleRoutes(problem);
  return [...issues, ...rows, ...carried.map((pointer) => reportSchedulerIssue("NOT_WITH_TRANSPORTS", pointer))];
}
