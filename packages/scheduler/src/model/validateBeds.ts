import { type Issue, jsonPointer, reportIssue, reportMissing } from "@eldercare/core";
import { reportSchedulerIssue } from "./codes.js";
import type { Problem } from "./problem.js";
import type { Transport } from "./transport.js";

function checkReturn(transport: Transport, pointer: string, known: ReadonlyMap<string, Transport>): Issue[] {
  const returnOf = transport.returnOf ?? undefined;
  if (returnOf === undefined) return [];
  const first = known.get(returnOf);
  if (first === undefined) return [reportMissing("transport", `${pointer}/returnOf`, returnOf)];
  if ((first.returnOf ?? undefined) !== undefined) return [reportSchedulerIssue("RETURN_OF_RETURN", `${pointer}/returnOf`, { seen: returnOf })];
  const differ = (seen: string | undefined, expected: string | undefined): boolean =>
    seen !== undefined && expected !== undefined && seen !== expected;
  return [
    ...(transport.from === first.to
      ? []
      : [reportSchedulerIssue("RETURN_FROM_ELSEWHERE", `${pointer}/from`, { seen: transport.from, values: { expected: first.to } })]),
    ...(differ(transport.person, first.person)
      ? [reportSchedulerIssue("RETURN_OF_ANOTHER", `${pointer}/person`, { seen: transport.person, values: { expected: first.person ?? "" } })]
      : []),
    ...(differ(transport.bed ?? undefined, first.bed ?? "—")
      ? [reportSchedulerIssue("RETURN_LEAVES_OTHER_BED", `${pointer}/bed`, { seen: transport.bed, values: { expected: first.bed ?? "—" } })]
      : []),
  ];
}

function checkBeds({ beds = [] }: Problem, places: ReadonlySet<string>): Issue[] {
  const seen = new Set<string>();
  return beds.flatMap(({ place, free }, row): Issue[] => {
    const pointer = jsonPointer(["beds", row]);
    const isTwice = seen.has(place);
    seen.add(place);
    const dates = Array.isArray(free) ? free.map(({ date }) => date) : [];
    return [
      ...(places.has(place) ? [] : [reportMissing("place", `${pointer}/place`, place)]),
      ...(isTwice ? [reportIssue("DUPLICATE_ID", `${pointer}/place`, { seen: place })] : []),
      ...dates.flatMap((date, index) =>
        dates.indexOf(date) < index ? [reportSchedulerIssue("BED_DATE_TWICE", `${pointer}/free/${index}/date`, { seen: date })] : [],
      ),
    ];
  });
}

/** What is wrong with the beds of a problem of the right shape, and with the transports that take and leave them. */
export function validateBeds(problem: Problem): Issue[] {
  const { transports = [], beds = [] } = problem;
  const known = new Map(transports.map((transport) => [transport.id, transport]));
  const places = new Set(problem.places.map(({ id }) => id));
  const withBeds = new Set(beds.map(({ place }) => place));
  const returned = new Set<string>();
  const carried = transports.flatMap((transport, row): Issue[] => {
    const pointer = jsonPointer(["transports", row]);
    const { from, to } = transport;
    const [bed, returnOf] = [transport.bed ?? undefined, transport.returnOf ?? undefined];
    const isTwice = returnOf !== undefined && returned.has(returnOf);
    if (returnOf !== undefined) returned.add(returnOf);
    return [
      ...(bed === undefined || withBeds.has(bed) ? [] : [reportMissing("place with beds", `${pointer}/bed`, bed)]),
      ...(bed === undefined || (from !== to && (bed === from || bed === to))
        ? []
        : [reportSchedulerIssue("BED_NOT_ON_THE_WAY", `${pointer}/bed`, { seen: bed })]),
      ...checkReturn(transport, pointer, known),
      ...(isTwice ? [reportSchedulerIssue("RETURN_TWICE", `${pointer}/returnOf`, { seen: returnOf })] : []),
    ];
  });
  return [...checkBeds(problem, places), ...carried];
}
