import type { Steps } from "../../model/steps.js";
import { type PairingMode, weightOfPriority } from "../model/problem.js";
import { type CompiledPairing, costOfPair } from "./compilePairing.js";
import { pairObstacles, roomOf, volunteerObstacles } from "./eligible.js";

/**
 * Who may be paired with whom in one mode, flat: the pairs of person `i` stand at `start[i]` … `start[i + 1] − 1`. Costs are
 * whole thousandths of an objective unit.
 */
export interface Market {
  readonly mode: PairingMode;
  /** Rows of the persons of this mode in the compiled problem. */
  readonly persons: Int32Array;
  readonly start: Int32Array;
  readonly volunteer: Int32Array;
  readonly cost: Float64Array;
  /** The pairs of each volunteer: `pairsOf[startOf[j]]` …, and of each pair its person. */
  readonly startOf: Int32Array;
  readonly pairsOf: Int32Array;
  readonly personOf: Int32Array;
  /** What it costs to leave a person unpaired: her weight times `step`. */
  readonly unpaired: Float64Array;
  /** More than all pairs together can cost: so that no cost is worth leaving anybody unpaired. */
  readonly step: number;
  /** Most persons of each volunteer, never more than he could have. */
  readonly most: Int32Array;
  /** Persons whom each volunteer has already. */
  readonly before: Int32Array;
  /** What each further person costs, times the persons a volunteer has. */
  readonly further: number;
  /** Fewest persons of a volunteer who has any. */
  readonly least: number;
}

/** What the `nth` person of a volunteer (from 1) costs beside the pair itself. */
export const slotCost = (market: Market, volunteer: number, nth: number): number => market.further * ((market.before[volunteer] ?? 0) + nth - 1);

/** How many more persons a volunteer may have in a mode, `Infinity` where nothing limits it. */
export function roomLeft(compiled: CompiledPairing, mode: PairingMode, volunteer: number, before: number): number {
  const one = compiled.volunteers[volunteer];
  if (one === undefined || (mode === "grid" && compiled.exclusive && before > 0)) return 0;
  return roomOf(one, compiled.asked[mode], { persons: mode === "grid" ? before : 0, hours: compiled.asked.oneToOne.hoursPerPerson ?? 0 });
}

/** The market of a mode. Resumable between persons. */
export function* marketOf(compiled: CompiledPairing, mode: PairingMode, before: Int32Array): Steps<Market> {
  const { persons, volunteers, distance, weights, on } = compiled;
  const asked = compiled.asked[mode];
  const accept = asked.acceptUnknown === true;
  const least = mode === "grid" ? (asked.leastPersons ?? 1) : 1;
  const rooms = volunteers.map((_, row) => roomLeft(compiled, mode, row, before[row] ?? 0));
  const open = volunteers.map((volunteer, row) => {
    const { no, unknown } = volunteerObstacles(volunteer, mode, asked, on);
    return no.length === 0 && (accept || unknown.length === 0) && (rooms[row] ?? 0) >= least;
  });
  const rowsOfMode = persons.flatMap((person, row) => (person.mode === mode ? [row] : []));
  const start = new Int32Array(rowsOfMode.length + 1);
  const volunteerList: number[] = [];
  const costList: number[] = [];
  const personList: number[] = [];
  let dearest = 0;
  for (const [index, row] of rowsOfMode.entries()) {
    yield;
    const person = persons[row];
    if (person === undefined) continue;
    let most = 0;
    for (const [at, volunteer] of volunteers.entries()) {
      if (open[at] !== true) continue;
      const metres = distance(volunteer.place, person.place);
      if (asked.longestMetres !== undefined && metres > asked.longestMetres) continue;
      const { no, unknown } = pairObstacles(person, volunteer, metres, asked);
      if (no.length > 0 || (unknown.length > 0 && !accept)) continue;
      const parts = costOfPair(person, volunteer, metres, weights);
      const cost = parts.distance + parts.change + parts.notPreferred;
      if (cost > most) most = cost;
      volunteerList.push(at);
      costList.push(cost);
      personList.push(index);
    }
    dearest += most;
    start[index + 1] = volunteerList.length;
  }
  return yield* arrange({
    mode,
    before,
    least,
    further: weights.furtherPerson,
    rooms,
    dearest,
    start,
    volunteerList,
    costList,
    personList,
    compiled,
    rowsOfMode,
  });
}

/** Pairs after which the work may be interrupted. */
const atOnce = 20_000;

interface Lists {
  readonly mode: PairingMode;
  readonly before: Int32Array;
  readonly least: number;
  readonly further: number;
  readonly rooms: readonly number[];
  readonly dearest: number;
  readonly start: Int32Array;
  readonly volunteerList: readonly number[];
  readonly costList: readonly number[];
  readonly personList: readonly number[];
  readonly compiled: CompiledPairing;
  readonly rowsOfMode: readonly number[];
}

function* arrange(lists: Lists): Steps<Market> {
  const { mode, before, least, further, rooms, start, volunteerList, compiled, rowsOfMode } = lists;
  const startOf = new Int32Array(rooms.length + 1);
  for (const at of volunteerList) startOf[at + 1] = (startOf[at + 1] ?? 0) + 1;
  for (let at = 0; at < rooms.length; at++) startOf[at + 1] = (startOf[at + 1] ?? 0) + (startOf[at] ?? 0);
  const next = startOf.slice();
  const pairsOf = new Int32Array(volunteerList.length);
  for (let pair = 0; pair < volunteerList.length; pair++) {
    if (pair % atOnce === 0) yield;
    const at = volunteerList[pair] ?? 0;
    const place = next[at] ?? 0;
    pairsOf[place] = pair;
    next[at] = place + 1;
  }
  // nobody can have more persons than there are pairs of hers
  const most = Int32Array.from(rooms, (room, at) => Math.min(room, (startOf[at + 1] ?? 0) - (startOf[at] ?? 0)));
  let loads = 0;
  for (const [at, many] of most.entries()) loads += further * many * ((before[at] ?? 0) + many);
  const step = 1 + lists.dearest + loads;
  return {
    mode,
    persons: Int32Array.from(rowsOfMode),
    start,
    volunteer: Int32Array.from(volunteerList),
    cost: Float64Array.from(lists.costList),
    startOf,
    pairsOf,
    personOf: Int32Array.from(lists.personList),
    unpaired: Float64Array.from(rowsOfMode, (row) => weightOfPriority(compiled.persons[row]?.priority) * step),
    step,
    most,
    before,
    further,
    least,
  };
}

/** Whether every sum of this market's costs stays a whole number that a double holds. */
export const isExact = ({ step, persons, most }: Market): boolean => step * 16 * (persons.length + most.length + 1) < Number.MAX_SAFE_INTEGER;
