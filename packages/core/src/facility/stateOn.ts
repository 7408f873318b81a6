import type { CivilDate } from "../time/civilDate.js";
import { type Facility, facilityStates } from "./facility.js";

/**
 * The state that a facility had reached on a date: that of its latest event so far. Undefined where nothing is recorded
 * (`events` absent) or nothing had happened yet, so that a gap in the record is never read as "not built". Of several
 * events of one day the furthest in a facility's life holds, in whatever order they were written.
 *
 * @example
 * stateOn({ events: [{ on: "2021-06-01", state: "started" }] }, "2022-01-01") //=> "started"
 * Source: NY-4.0-a (压茬推进、逐个验收).
 */
export function stateOn(facility: Pick<Facility, "events">, on: CivilDate): (typeof facilityStates)[number] | undefined {
  return facility.events
    ?.filter((event) => event.on <= on)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : facilityStates.indexOf(a.state) - facilityStates.indexOf(b.state)))
    .at(-1)?.state;
}
