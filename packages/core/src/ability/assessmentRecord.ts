import * as v from "valibot";
import { date, id, titled, whole } from "../register/field.js";
import { type Parsed, parseShape } from "../register/parse.js";
import type { AbilityScale } from "./abilityScale.js";

/** What an assessor found; a score or a condition that is absent is unknown. */
export interface AbilityFindings {
  /** Points by item of the scale. */
  readonly scores: Readonly<Record<string, number | undefined>>;
  readonly coma?: boolean;
  readonly dementia?: boolean;
  /** A mental or behavioural disorder other than dementia, diagnosed by a psychiatrist. */
  readonly otherMentalDisorder?: boolean;
  /** Care-risk incidents (falls, choking, self-harm, getting lost …) in the days that the scale names. */
  readonly incidents?: number;
}

/** One assessment as it was recorded. */
export interface AssessmentRecord extends AbilityFindings {
  readonly id: string;
  readonly person: string;
  readonly assessedOn: string;
  /** Department that assessed, by its id in the pack. */
  readonly department?: string;
}

// @__NO_SIDE_EFFECTS__
const scoresOf = ({ items }: AbilityScale) =>
  v.strictObject(Object.fromEntries(items.map((item) => [item.id, v.exactOptional(titled(whole(0, item.most), item.title.zh, item.title.en))])));

const conditions = {
  coma: v.exactOptional(titled(v.boolean(), "是否昏迷", "coma")),
  dementia: v.exactOptional(titled(v.boolean(), "是否确诊认知障碍", "dementia")),
  otherMentalDisorder: v.exactOptional(titled(v.boolean(), "是否确诊其他精神和行为障碍", "other mental disorder")),
  incidents: v.exactOptional(titled(whole(0), "照护风险事件次数", "care-risk incidents")),
};

/**
 * Shape of what an assessor found by a scale.
 *
 * @example
 * parseShape(findingsSchema(gbt42195), { scores: { eating: 4 }, coma: false }).issues //=> []
 */
// @__NO_SIDE_EFFECTS__
export const findingsSchema = (scale: AbilityScale) => v.strictObject({ scores: scoresOf(scale), ...conditions });

/**
 * Reads an assessment made by a scale: every score out of range and every item that the scale does not have, at once.
 *
 * @param scale the scale that the assessor used
 * @param base JSON pointer of the record within the caller's object
 * @example
 * parseAssessment(gbt42195, { id: "a-1", person: "p-1", assessedOn: "2026-03-01", scores: { eating: 5, walk: 1 } }).issues.map((issue) => issue.pointer) //=> ["/scores/eating", "/scores/walk"]
 */
export function parseAssessment(scale: AbilityScale, value: unknown, base = ""): Parsed<AssessmentRecord> {
  const schema = v.strictObject({
    id,
    person: titled(id, "被评估人", "person assessed"),
    assessedOn: titled(date, "评估日期", "date of the assessment"),
    department: v.exactOptional(titled(id, "评估部门", "department")),
    scores: scoresOf(scale),
    ...conditions,
  });
  return parseShape(schema, value, base);
}
