import type { Issue } from "../errors/issue.js";
import { type Facility, facilityStates } from "../facility/facility.js";
import type { CivilDate } from "../time/civilDate.js";
import { reportLifeCycleIssue } from "./codes.js";

/** A state of a facility's life. */
export type FacilityState = (typeof facilityStates)[number];

const rankOf = (state: FacilityState): number => facilityStates.indexOf(state);

/**
 * Whether a facility had reached a state by a date.
 *
 * Where the record skips a state that a later one presupposes (what operates has been built), the later one proves it from
 * its own day on and leaves it unknown before. Acceptance is never proved so: facilities do operate without it.
 *
 * @returns true, false, or undefined where the record does not tell
 * @example
 * const centre = { id: "f", kind: "streetCareCentre", area: "411302001", events: [{ on: "2021-06-01", state: "started" }] };
 * reachedOn(centre, "started", "2021-12-31") //=> true
 * reachedOn(centre, "built", "2021-12-31") //=> false
 * reachedOn({ ...centre, events: undefined }, "built", "2021-12-31") //=> undefined
 * Source: NY-4.0-a, NY-4.1-1.
 */
export function reachedOn(
  { events }: { readonly events?: Facility["events"] | undefined },
  state: FacilityState,
  on: CivilDate,
): boolean | undefined {
  if (events === undefined) return undefined;
  const own = events.filter((event) => event.state === state);
  if (own.length > 0) return own.some((event) => event.on <= on);
  const later = events.filter((event) => rankOf(event.state) > rankOf(state));
  if (later.length === 0) return false;
  const proves = rankOf(state) <= rankOf("built") && later.some((event) => event.state !== "closed" && event.on <= on);
  return proves ? true : undefined;
}

/**
 * Whether a facility operates on a date: it has begun to and has not closed.
 *
 * @example
 * operatesOn({ events: [{ on: "2022-05-01", state: "operating" }, { on: "2023-01-01", state: "closed" }] }, "2023-01-01") //=> false
 * Source: NY-4.3-1 (全部投入使用).
 */
export function operatesOn(facility: { readonly events?: Facility["events"] | undefined }, on: CivilDate): boolean | undefined {
  return facility.events?.some((event) => event.state === "closed" && event.on <= on) ? false : reachedOn(facility, "operating", on);
}

/**
 * What is wrong with the recorded life of a facility: states out of their order, or recorded twice.
 *
 * @param base JSON pointer of the facility in the caller's object
 * @returns every issue found; a skipped state is none
 * @example
 * checkLifeCycle({ id: "f", kind: "townshipHome", area: "500229103", events: [{ on: "2022-01-01", state: "started" }, { on: "2021-12-01", state: "built" }] }).map((issue) => issue.pointer) //=> ["/events/1"]
 */
export function checkLifeCycle({ events = [] }: Facility, base = ""): Issue[] {
  return events.flatMap((event, index) => {
    const pointer = `${base}/events/${index}`;
    const earlier = events.find((other) => rankOf(other.state) < rankOf(event.state) && other.on > event.on);
    return [
      ...(events.findIndex((other) => other.state === event.state) < index
        ? [reportLifeCycleIssue("EVENT_REPEATED", pointer, { seen: event.state })]
        : []),
      ...(earlier === undefined
        ? []
        : [
            reportLifeCycleIssue("EVENT_OUT_OF_ORDER", pointer, {
              seen: `${event.state} ${event.on}`,
              values: { earlier: `${earlier.state} ${earlier.on}` },
            }),
          ]),
    ];
  });
}
