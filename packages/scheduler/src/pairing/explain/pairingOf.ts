import type { Steps } from "../../model/steps.js";
import type { Grid, Pair, Pairing, PartnerChange, Unpaired, VolunteerLoad } from "../model/pairing.js";
import type { PairingMode } from "../model/problem.js";
import { membersOf, widthBetween } from "../search/clashes.js";
import type { CompiledPairing } from "../search/compilePairing.js";
import { costsOf, optimalityOf, type Solved } from "../search/optimalityOf.js";
import { explainUnpaired } from "./explainUnpaired.js";
import { spareOf } from "./spareOf.js";
import { betweenThem, standingOf, unknownOf } from "./standing.js";

type Loads = Readonly<Record<PairingMode, Int32Array>>;

function pairsOf(compiled: CompiledPairing, { market, pairOf }: Solved): Pair[] {
  return Array.from(pairOf).flatMap((pair, i): Pair[] => {
    const person = compiled.persons[market.persons[i] ?? -1];
    const row = market.volunteer[pair] ?? -1;
    const volunteer = compiled.volunteers[row];
    if (pair < 0 || person === undefined || volunteer === undefined) return [];
    const unknown = unknownOf(compiled, person, row);
    const distanceMetres = compiled.distance(volunteer.place, person.place);
    return [{ person: person.id, volunteer: volunteer.id, distanceMetres, ...(unknown.length === 0 ? {} : { unknown }) }];
  });
}

function gridsOf(compiled: CompiledPairing, solved: Solved): Grid[] {
  const { market, pairOf } = solved;
  const pairs = new Map(pairsOf(compiled, solved).map((pair) => [pair.person, pair]));
  return membersOf(market, pairOf).flatMap((grid, j): Grid[] => {
    const leader = compiled.volunteers[j]?.id;
    if (grid.length === 0 || leader === undefined) return [];
    const rows = grid.map((i) => market.persons[i] ?? -1);
    const members = rows.flatMap((row) => {
      const pair = pairs.get(compiled.persons[row]?.id ?? "");
      if (pair === undefined) return [];
      const { volunteer: _, ...member } = pair;
      return [member];
    });
    let widthMetres = 0;
    for (const [at, row] of rows.entries())
      for (const other of rows.slice(at + 1)) widthMetres = Math.max(widthMetres, widthBetween(compiled, row, other));
    return [{ leader, members, totalMetres: members.reduce((sum, { distanceMetres }) => sum + distanceMetres, 0), widthMetres }];
  });
}

function loadsOf(compiled: CompiledPairing, loads: Loads): VolunteerLoad[] {
  const modes = (["oneToOne", "grid"] as const).filter((mode) => compiled.persons.some((person) => person.mode === mode));
  return compiled.volunteers.map((volunteer, j) => {
    const counts = { oneToOne: loads.oneToOne[j] ?? 0, grid: loads.grid[j] ?? 0 };
    const barred = Object.fromEntries(
      modes.flatMap((mode) => {
        const [code] = standingOf(compiled, mode, j, counts.oneToOne).filter((each) => each !== "FULL" && each !== "TAKEN_ONE_TO_ONE");
        return code === undefined ? [] : [[mode, code]];
      }),
    );
    const spare = (mode: PairingMode): number | null => {
      const room = barred[mode] === undefined ? spareOf(compiled, mode, j, counts) : 0;
      return room === Number.POSITIVE_INFINITY ? null : room;
    };
    return {
      volunteer: volunteer.id,
      ...counts,
      spare: { oneToOne: spare("oneToOne"), grid: spare("grid") },
      ...(Object.keys(barred).length === 0 ? {} : { barred }),
    };
  });
}

function changesOf(compiled: CompiledPairing, volunteerOf: ReadonlyMap<string, string>, oneToOne: Int32Array): PartnerChange[] {
  const rows = new Map(compiled.volunteers.map(({ id }, row) => [id, row]));
  return compiled.persons.flatMap((person): PartnerChange[] => {
    const from = person.partner ?? undefined;
    const to = volunteerOf.get(person.id) ?? null;
    if (from === undefined || from === to) return [];
    const row = rows.get(from) ?? -1;
    const [reason] = betweenThem(compiled, person, row, standingOf(compiled, person.mode, row, oneToOne[row] ?? 0));
    return [{ person: person.id, from, to, ...(reason === undefined ? {} : { reason }) }];
  });
}

/** What the pairs of all modes cost, by component: summed in whole thousandths, so that sums are exact. */
function costOf(compiled: CompiledPairing, modes: readonly Solved[]): Pairing["cost"] {
  const sums = { change: 0, distance: 0, furtherPerson: 0, notPreferred: 0 };
  for (const solved of modes) {
    const costs = costsOf(compiled, solved);
    for (const part of ["change", "distance", "furtherPerson", "notPreferred"] as const) sums[part] += costs[part];
  }
  const { change, distance, furtherPerson, notPreferred } = sums;
  return {
    change: change / 1000,
    distance: distance / 1000,
    furtherPerson: furtherPerson / 1000,
    notPreferred: notPreferred / 1000,
    total: (change + distance + furtherPerson + notPreferred) / 1000,
  };
}

/** The finished pairing of what was solved for each mode. Resumable. */
export function* pairingOf(compiled: CompiledPairing, one: Solved, grid: Solved): Steps<Pairing> {
  const loadIn = ({ market, pairOf }: Solved): Int32Array => Int32Array.from(membersOf(market, pairOf), ({ length }) => length);
  const loads = { oneToOne: loadIn(one), grid: loadIn(grid) };
  const unpaired: Unpaired[] = [];
  for (const solved of [one, grid]) {
    const { mode } = solved.market;
    const standing = compiled.volunteers.map((_, j) => standingOf(compiled, mode, j, loads.oneToOne[j] ?? 0));
    const spare = compiled.volunteers.map((_, j) => spareOf(compiled, mode, j, { oneToOne: loads.oneToOne[j] ?? 0, grid: loads.grid[j] ?? 0 }));
    unpaired.push(...(yield* explainUnpaired(compiled, solved, { standing, spare })));
  }
  const pairs = pairsOf(compiled, one);
  yield;
  const volunteerOf = new Map([...pairs, ...pairsOf(compiled, grid)].map(({ person, volunteer }) => [person, volunteer]));
  yield;
  const grids = gridsOf(compiled, grid);
  yield;
  const changes = changesOf(compiled, volunteerOf, loads.oneToOne);
  yield;
  const volunteers = loadsOf(compiled, loads);
  yield;
  const cost = costOf(compiled, [one, grid]);
  yield;
  return {
    pairs,
    grids,
    unpaired: unpaired.sort((a, b) => (a.person < b.person ? -1 : 1)),
    changes,
    volunteers,
    cost,
    optimality: {
      ...(one.pairOf.length === 0 ? {} : { oneToOne: optimalityOf(compiled, one) }),
      ...(grid.pairOf.length === 0 ? {} : { grid: optimalityOf(compiled, grid) }),
    },
  };
}
