import { type KnownShare, knownShare, shareStep } from "../counting/knownShare.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import type { CivilDate } from "../time/civilDate.js";

/** A person's contract with a family doctor: `null` where there is none, absent where that is unknown. */
export interface DoctorContract {
  readonly id: string;
  readonly familyDoctor?: { readonly from: CivilDate /** Last day; absent where unknown. */; readonly to?: CivilDate } | null;
}

/** People and the date asked about. */
export interface DoctorQuestion {
  readonly people: readonly DoctorContract[];
  readonly on: CivilDate;
  readonly clauses: readonly string[];
}

/**
 * The share of people who have a contract with a family doctor on a date; unknown contracts leave it open.
 *
 * @returns the exact share with bounds, and who has a contract, who has none, and of whom it is not known
 * @throws EldercareError where a period is reversed or a date does not exist, or an id occurs twice
 * @example
 * const people = [{ id: "p-1", familyDoctor: { from: "2026-01-01", to: "2026-12-31" } }, { id: "p-2" }];
 * familyDoctorCoverage({ people, on: "2026-11-21", clauses: ["CK-2.11-a"] }).value.unknown //=> ["p-2"]
 * Source: CK-2.11-a (力争全覆盖), IM-2.5-f.
 */
export function familyDoctorCoverage({ people, on, clauses }: DoctorQuestion): Counted<KnownShare> {
  const check = new QuestionCheck();
  check.date("/on", on);
  check.unique(
    (index) => `/people/${index}/id`,
    people.map(({ id }) => id),
  );
  for (const [index, { familyDoctor }] of people.entries()) if (familyDoctor) check.period(`/people/${index}/familyDoctor`, familyDoctor);
  check.done();
  const covered = ({ familyDoctor }: DoctorContract): boolean | undefined => {
    if (familyDoctor === undefined) return undefined;
    if (familyDoctor === null || familyDoctor.from > on) return false;
    return familyDoctor.to === undefined ? undefined : on <= familyDoctor.to;
  };
  const value = knownShare(people.map((person) => [person.id, covered(person)]));
  return { value, unit: "share", steps: [shareStep("家庭医生签约", "with a family doctor", value)], clauses };
}
