import { placeGap } from "../capacity/placeGap.js";
import { type PlaceCandidate, type WillingDemand, willingDemand } from "../capacity/willingDemand.js";
import { satisfies } from "../counting/comparison.js";
import { printPercent, printShare } from "../counting/knownShare.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printBounds, type WholeBounds } from "../counting/wholeBounds.js";
import { reportIssue } from "../errors/codes.js";
import type { Wording } from "../errors/issue.js";
import { type Rational, rational } from "../money/rational.js";
import { tick, type Verdict, verdictOf } from "../progress/verdict.js";
import { planStaffing, type StaffingPlan } from "../staffing/planStaffing.js";

/** A concentrated care centre and those who may move in. */
export interface CareCentreQuestion {
  /** Disabled destitute persons: whether each is owed the place, and wants it. */
  readonly candidates: readonly PlaceCandidate[];
  /** Absent where unknown. */
  readonly beds?: number;
  readonly nursingBeds?: number;
  /** Least share of nursing beds, exact: 80 % is 4/5. */
  readonly nursingShareAtLeast: Rational;
  /** Residents for each member of staff, above zero: 3 for 1:3. */
  readonly residentsPerCarer: Rational;
  /** Staff there are. */
  readonly staffPresent: number;
  readonly clauses: readonly string[];
}

/** What a centre needs and has to offer. */
export interface CareCentrePlan {
  readonly demand: WillingDemand;
  /** Candidates for whom there is no bed; absent where the beds are unknown. */
  readonly short?: WholeBounds;
  /** Beds left for other disabled older persons once the candidates are in. */
  readonly spare?: WholeBounds;
  /** Absent where a number of beds is unknown, or there are none. */
  readonly nursingShare?: Rational;
  readonly nursing: Verdict;
  /** Staff for those who move in, as far as there are beds; of unknown beds there may be none. */
  readonly staffRequired: WholeBounds;
  readonly staffShort: WholeBounds;
}

const residents: Wording = { zh: "失能入住", en: "disabled residents" };

/**
 * Plans a centre for disabled destitute persons: who moves in, beds short or to spare, the share of nursing beds, staff.
 * Whose claim or wish is unknown opens the bounds; spare beds go to others only once everyone entitled and willing has one.
 *
 * @returns persons, beds and staff, each with bounds
 * @throws EldercareError `DUPLICATE_ID`, `NOT_A_WHOLE_NUMBER`, `OUT_OF_RANGE`, `MORE_NURSING_BEDS_THAN_BEDS`
 * @example
 * const candidates = [{ id: "p-1", entitled: true, willing: true }];
 * planCareCentre({ candidates, beds: 60, nursingBeds: 50, nursingShareAtLeast: rational(4n, 5n), residentsPerCarer: rational(3n, 1n), staffPresent: 0, clauses: ["CK-2.1-c"] }).value.spare //=> { least: 59, most: 59 }
 * Source: CK-1.1-c, CK-2.1-c, CK-2.1-d, CK-2.5-a, CK-2.5-b.
 */
export function planCareCentre(question: CareCentreQuestion): Counted<CareCentrePlan> {
  const { candidates, beds, nursingBeds, nursingShareAtLeast, residentsPerCarer, staffPresent, clauses } = question;
  const check = new QuestionCheck();
  check.unique(
    (index) => `/candidates/${index}/id`,
    candidates.map(({ id }) => id),
  );
  if (beds !== undefined) check.whole("/beds", beds);
  if (nursingBeds !== undefined) check.whole("/nursingBeds", nursingBeds);
  if (beds !== undefined && nursingBeds !== undefined && nursingBeds > beds)
    check.add(reportIssue("MORE_NURSING_BEDS_THAN_BEDS", "/nursingBeds", { seen: nursingBeds, values: { beds: String(beds) } }));
  check.rational("/nursingShareAtLeast", nursingShareAtLeast, { least: 0, most: 1 });
  check.rational("/residentsPerCarer", residentsPerCarer, { positive: true });
  check.whole("/staffPresent", staffPresent);
  check.done();
  const demand = willingDemand(candidates);
  const gap = placeGap({ demand, ...(beds === undefined ? {} : { places: beds }), clauses });
  const nursingShare = beds === undefined || beds === 0 || nursingBeds === undefined ? undefined : rational(BigInt(nursingBeds), BigInt(beds));
  const enough = nursingShare === undefined ? undefined : satisfies(nursingShare, ">=", nursingShareAtLeast);
  const staffFor = (persons: number): Counted<StaffingPlan> =>
    planStaffing({
      ratios: [{ class: residents, residents: persons, residentsPerCarer }],
      rounding: "upPerClass",
      present: staffPresent,
      clauses,
    });
  // of unknown beds there may be none, or enough for everyone
  const moveIn = { least: Math.min(demand.least, beds ?? 0), most: Math.min(demand.most, beds ?? demand.most) };
  const [fewest, most] = [staffFor(moveIn.least), staffFor(moveIn.most)];
  return {
    value: {
      demand,
      ...gap.value,
      ...(nursingShare === undefined ? {} : { nursingShare }),
      nursing: verdictOf(enough),
      staffRequired: { least: fewest.value.required, most: most.value.required },
      staffShort: { least: fewest.value.short, most: most.value.short },
    },
    unit: "person, bed",
    steps: [
      { zh: "应护且自愿入住", en: "entitled and willing", value: printBounds(demand) },
      ...gap.steps,
      {
        zh: `护理型床位 ${nursingBeds ?? "?"} ÷ 床位 ${beds ?? "?"} = ${nursingShare === undefined ? "?" : printPercent(nursingShare)}，不低于 ${printShare(nursingShareAtLeast)}`,
        en: `${nursingBeds ?? "?"} nursing beds ÷ ${beds ?? "?"} beds = ${nursingShare === undefined ? "?" : printPercent(nursingShare)}, at least ${printShare(nursingShareAtLeast)}`,
        value: tick(enough),
      },
      ...fewest.steps,
      ...(moveIn.least === moveIn.most ? [] : most.steps),
    ],
    clauses,
  };
}
