import type { PairingMode, PairingProblem, PairingVolunteer } from "../model/problem.js";

/** Persons whom a volunteer has, by mode. */
export type Counts = Readonly<Record<PairingMode, number>>;

const seconds = (hours: number | undefined): number => Math.round((hours ?? 0) * 3600);

/** Whether a volunteer may carry so many persons of both modes: of his own capacity and hours, and of the limits of each mode. */
function mayCarry({ requirements }: PairingProblem, { capacity, hoursPerWeek }: PairingVolunteer, { oneToOne, grid }: Counts): boolean {
  const one = requirements?.oneToOne ?? {};
  const many = requirements?.grid ?? {};
  if (oneToOne + grid > (capacity ?? Number.POSITIVE_INFINITY)) return false;
  if (oneToOne > (one.mostPersons ?? Number.POSITIVE_INFINITY) || grid > (many.mostPersons ?? Number.POSITIVE_INFINITY)) return false;
  if (one.exclusive === true && oneToOne > 0 && grid > 0) return false;
  if (hoursPerWeek === undefined) return true;
  const taken = oneToOne * seconds(one.hoursPerPerson) + grid * seconds(many.hoursPerPerson);
  // hours limit the mode that asks for them; a mode that takes none is not held up by those that another takes
  const asks = (oneToOne > 0 && one.hoursPerPerson !== undefined) || (grid > 0 && many.hoursPerPerson !== undefined);
  return !asks || taken <= seconds(hoursPerWeek);
}

/**
 * The most persons of a mode that a volunteer may have beside those of the other.
 *
 * @param upTo no more than this is asked about
 */
export function mostBeside(problem: PairingProblem, volunteer: PairingVolunteer, mode: PairingMode, counts: Counts, upTo: number): number {
  let most = 0;
  while (most < upTo && mayCarry(problem, volunteer, { ...counts, [mode]: most + 1 })) most++;
  return most;
}
