import type { PairingMode } from "../model/problem.js";
import type { CompiledPairing } from "../search/compilePairing.js";
import { roomLeft } from "../search/market.js";

const secondsOf = (hours: number): number => Math.round(hours * 3600);

/** How many more one-to-one persons the hours allow beside those that a volunteer has, of either mode. */
function hoursFor({ volunteers, asked }: CompiledPairing, j: number, counts: Readonly<Record<PairingMode, number>>): number {
  const hours = volunteers[j]?.hoursPerWeek;
  const each = asked.oneToOne.hoursPerPerson;
  if (hours === undefined) return Number.POSITIVE_INFINITY;
  const taken = counts.oneToOne * secondsOf(each ?? 0) + counts.grid * secondsOf(asked.grid.hoursPerPerson ?? 0);
  return each === undefined ? Number.POSITIVE_INFINITY : Math.floor((secondsOf(hours) - taken) / secondsOf(each));
}

/**
 * How many more persons a volunteer could have in a mode beside those that he has in both.
 *
 * @returns not below zero; `Infinity` where nothing limits
 */
export function spareOf(compiled: CompiledPairing, mode: PairingMode, j: number, counts: Readonly<Record<PairingMode, number>>): number {
  if (mode === "grid") return Math.max(0, roomLeft(compiled, mode, j, counts.oneToOne) - counts.grid);
  if (compiled.exclusive && counts.grid > 0) return 0;
  const { capacity = Number.POSITIVE_INFINITY } = compiled.volunteers[j] ?? {};
  const room = roomLeft(compiled, mode, j, 0) - counts.oneToOne;
  return Math.max(0, Math.min(room, capacity - counts.oneToOne - counts.grid, hoursFor(compiled, j, counts)));
}
