import type { CivilDate } from "../time/civilDate.js";
import type { Facility, facilityStates } from "./facility.js";

/**
 * The state that a facility had reached on a date: that of its latest event so far. Undefined where nothing is recorded
 * (`events` absent) or nothing had happened yet, so that a gap in the record is never read as "not built".
 *
 * @example
 * stateOn({ id: "f", kind: "townshipHome", area: "500229103", events: [{ on: "2021-06-01", state: "started" }] }, "2022-01-01") //=> "started"
 */
export function stateOn(facility: Facility, on: CivilDate): (typeof facilityStates)[number] | undefined {
  return facility.events
    ?.filter((event) => event.on <= on)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .at(-1)?.state;
}
