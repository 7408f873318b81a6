import * as v from "valibot";
import { checkRows } from "../counting/checkRows.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { type Rational, rational } from "../money/rational.js";
import { type Rounding, roundRational } from "../money/rounding.js";
import { id, titled } from "../register/field.js";
import { DrawGenerator } from "./drawGenerator.js";

/** Shape of one inspector; each list of institutions is empty where there are none, absent where nobody has declared it. */
export const inspectorSchema = v.strictObject({
  id,
  worksFor: v.exactOptional(titled(v.array(id), "任职机构", "institutions worked for")),
  workedFor: v.exactOptional(titled(v.array(id), "曾任职机构", "institutions worked for before")),
  relativesAt: v.exactOptional(titled(v.array(id), "亲属所在机构或应回避机构", "institutions of relatives or to be recused from")),
});

/** One inspector; each list of institutions is empty where there are none, absent where nobody has declared it. */
export interface Inspector extends v.InferOutput<typeof inspectorSchema> {}

/** Why an inspector may not inspect an institution. */
export type ConflictOfInterest = "worksFor" | "workedFor" | "relativesAt";

/** Whom to draw from, and how many. */
export interface DrawQuestion {
  readonly institutions: readonly { readonly id: string /** Inspectors needed here; as for all where absent. */; readonly teamSize?: number }[];
  readonly inspectors: readonly Inspector[];
  /** How many institutions to draw: a number, or a share with its rounding. */
  readonly sample: { readonly number: number } | { readonly share: Rational; readonly rounding: Rounding };
  readonly teamSize: number;
  /** Whole number from 0 to 2^53 − 1; publish it with the result, and anybody can repeat the draw. */
  readonly seed: number;
  readonly clauses: readonly string[];
}

/** One institution drawn with its team. */
export interface DrawnInspection {
  readonly institution: string;
  readonly team: readonly string[];
  /** Inspectors kept out here, with the reasons. */
  readonly recused: readonly { readonly inspector: string; readonly why: readonly ConflictOfInterest[] }[];
}

/** Result of a draw. */
export interface InspectionDraw {
  readonly seed: number;
  /** By institution. */
  readonly inspections: readonly DrawnInspection[];
  /** Institutions drawn that too few inspectors may inspect. */
  readonly withoutTeam: readonly { readonly institution: string; readonly eligible: number; readonly needed: number }[];
  /** Inspectors who have not declared all their ties and are therefore not drawn. */
  readonly undeclared: readonly string[];
}

const ties = ["worksFor", "workedFor", "relativesAt"] as const;
const byId = <Record extends { readonly id: string }>(records: readonly Record[]): Record[] => records.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/**
 * Draws institutions, and for each a team of inspectors without conflict of interest: every institution is equally likely,
 * and so is every inspector who may inspect it. An inspector who has not declared all ties is not known to be free of
 * conflict and is left out. The same seed gives the same draw, in whatever order the lists come.
 *
 * @returns inspections by institution; one inspector may be in several teams
 * @throws EldercareError where ids occur twice, numbers are not whole, or more institutions are asked for than there are
 * @example
 * const inspectors = [{ id: "i-1", worksFor: ["home-1"], workedFor: [], relativesAt: [] }, { id: "i-2", worksFor: [], workedFor: [], relativesAt: [] }];
 * const draw = drawInspections({ institutions: [{ id: "home-1" }], inspectors, sample: { number: 1 }, teamSize: 1, seed: 7, clauses: ["IM-2.8-a"] });
 * draw.value.inspections //=> [{ institution: "home-1", team: ["i-2"], recused: [{ inspector: "i-1", why: ["worksFor"] }] }]
 * Source: IM-2.8-a (双随机、一公开).
 */
export function drawInspections(question: DrawQuestion): Counted<InspectionDraw> {
  const count = checkedSample(question);
  const { teamSize, seed, clauses } = question;
  const inspectors = byId(question.inspectors);
  const declared = inspectors.filter((inspector) => ties.every((tie) => inspector[tie] !== undefined));
  const chance = new DrawGenerator(seed);
  const drawn = byId(chance.sample(byId(question.institutions), count));
  const inspections: DrawnInspection[] = [];
  const withoutTeam: { institution: string; eligible: number; needed: number }[] = [];
  for (const { id: institution, teamSize: needed = teamSize } of drawn) {
    const conflictsOf = (inspector: Inspector): ConflictOfInterest[] => ties.filter((tie) => inspector[tie]?.includes(institution));
    const recused = declared.map((inspector) => ({ inspector: inspector.id, why: conflictsOf(inspector) })).filter(({ why }) => why.length > 0);
    const eligible = declared.filter((inspector) => conflictsOf(inspector).length === 0);
    if (eligible.length < needed) withoutTeam.push({ institution, eligible: eligible.length, needed });
    else
      inspections.push({
        institution,
        team: chance
          .sample(eligible, needed)
          .map((inspector) => inspector.id)
          .sort(),
        recused,
      });
  }
  const undeclared = inspectors.filter((inspector) => !declared.includes(inspector)).map((inspector) => inspector.id);
  const steps = [
    { zh: `${question.institutions.length} 家机构，抽取`, en: `drawn of ${question.institutions.length} institutions`, value: String(drawn.length) },
    { zh: "未申报利害关系、不参与抽取的检查人员", en: "inspectors left out for undeclared ties", value: String(undeclared.length) },
    { zh: `随机种子 ${seed}，组成检查组`, en: `teams drawn with seed ${seed}`, value: String(inspections.length) },
    { zh: "可派人员不足的机构", en: "institutions without enough inspectors", value: String(withoutTeam.length) },
  ];
  return { value: { seed, inspections, withoutTeam, undeclared }, unit: "inspection", steps, clauses };
}

/** How many institutions are drawn, after every argument is found to be sound. */
function checkedSample({ institutions, inspectors, sample, teamSize, seed }: DrawQuestion): number {
  const check = new QuestionCheck();
  checkRows(check, "/inspectors", inspectorSchema, inspectors);
  check.unique(
    (index) => `/institutions/${index}/id`,
    institutions.map((institution) => institution.id),
  );
  for (const [index, institution] of institutions.entries())
    if (institution.teamSize !== undefined) check.whole(`/institutions/${index}/teamSize`, institution.teamSize, { least: 1 });
  check.whole("/teamSize", teamSize, { least: 1 });
  check.whole("/seed", seed);
  if ("number" in sample) check.whole("/sample/number", sample.number, { least: 0, most: institutions.length });
  else check.rational("/sample/share", sample.share, { least: 0, most: 1 });
  check.done();
  if ("number" in sample) return sample.number;
  const { numerator, denominator } = sample.share;
  return roundRational(rational(numerator * BigInt(institutions.length), denominator), sample.rounding);
}
