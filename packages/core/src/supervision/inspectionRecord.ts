import * as v from "valibot";
import { checkRows } from "../counting/checkRows.js";
import { type KnownShare, knownShare, shareStep } from "../counting/knownShare.js";
import { mostDays, QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { type ChecklistItem, checkItems } from "../progress/checkItems.js";
import { date, id, titled } from "../register/field.js";
import { addDays, type CivilDate, daysBetween } from "../time/civilDate.js";

/** Shape of one inspection: `null` means not yet, absent means not recorded. */
export const inspectionRecordSchema = v.strictObject({
  id,
  institution: titled(id, "被检查机构", "institution"),
  inspectedOn: titled(date, "检查日期", "date of the inspection"),
  publishedOn: v.exactOptional(titled(v.nullable(date), "公开日期", "date on which the result was published")),
  topics: v.exactOptional(titled(v.array(id), "检查事项", "topics inspected")),
  problems: v.exactOptional(
    v.array(v.strictObject({ id, due: titled(date, "整改期限", "last day to put it right"), rectifiedOn: v.exactOptional(v.nullable(date)) })),
  ),
});

/** One inspection: `null` means not yet, absent means not recorded. */
export interface InspectionRecord extends v.InferOutput<typeof inspectionRecordSchema> {}

/** Inspections, and within how many days their results are to be published. */
export interface PublicationQuestion {
  readonly records: readonly InspectionRecord[];
  readonly on: CivilDate;
  /** Days to publish a result, the day of the inspection not counted. */
  readonly publishWithinDays: number;
  /** Topics that every inspection must cover, such as 收费、运营、安全; absent where the plan names none. */
  readonly topics?: readonly ChecklistItem[];
  readonly clauses: readonly string[];
}

/** Which results are published, and which problems put right. */
export interface SupervisionRecord {
  /** Results not published past their day, the oldest first. */
  readonly unpublished: readonly { readonly id: string; readonly institution: string; readonly due: CivilDate; readonly daysLate: number }[];
  readonly waiting: readonly string[];
  readonly published: readonly string[];
  /** Inspections of which it is not recorded whether the result is published. */
  readonly undetermined: readonly string[];
  /** Problems put right of all found, as `<inspection>/<problem>`; without a share where some inspection does not say what it found. */
  readonly rectified: KnownShare;
  readonly problemsUnknown: readonly string[];
  /** Problems not put right past their day. */
  readonly rectificationOverdue: readonly string[];
  /** Inspections that left out topics of the plan, with those topics. */
  readonly topicsMissing: readonly { readonly id: string; readonly topics: readonly string[] }[];
  /** Inspections of which it is not recorded what they covered, where the plan names topics. */
  readonly topicsUnknown: readonly string[];
}

/**
 * Where the results of inspections stand on a date: published or not, and how many of the problems found are put right.
 *
 * @returns inspections by id, and the exact share of problems put right with its bounds
 * @throws EldercareError where a record is malformed, a number is not whole or an id occurs twice
 * @example
 * const records = [{ id: "n-1", institution: "home-1", inspectedOn: "2026-09-01", publishedOn: null, problems: [] }];
 * supervisionRecord({ records, on: "2026-10-01", publishWithinDays: 20, clauses: ["IM-2.8-a"] }).value.unpublished //=> [{ id: "n-1", institution: "home-1", due: "2026-09-21", daysLate: 10 }]
 * Source: IM-2.8-a, CK-3.1-b (落实整改); CL-3.2-a (收费、运营、安全), NC-4.1.3-b and NY-5.2-c for topics.
 */
export function supervisionRecord({ records, on, publishWithinDays, topics = [], clauses }: PublicationQuestion): Counted<SupervisionRecord> {
  const check = new QuestionCheck();
  const areSound = checkRows(check, "/records", inspectionRecordSchema, records);
  if (areSound)
    for (const [index, { problems = [] }] of records.entries())
      check.unique(
        (nth) => `/records/${index}/problems/${nth}/id`,
        problems.map((problem) => problem.id),
      );
  check.date("/on", on);
  check.whole("/publishWithinDays", publishWithinDays, { least: 0, most: mostDays });
  check.unique(
    (index) => `/topics/${index}/id`,
    topics.map((topic) => topic.id),
  );
  check.done();
  const past = records.filter(({ inspectedOn }) => inspectedOn <= on).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const done = (day: CivilDate | null | undefined): boolean | undefined => (day === undefined ? undefined : day !== null && day <= on);
  const dueOf = ({ inspectedOn }: InspectionRecord): CivilDate => addDays(inspectedOn, publishWithinDays);
  const open = past.filter(({ publishedOn }) => done(publishedOn) === false);
  const unpublished = open
    .filter((record) => dueOf(record) < on)
    .map((record) => ({ id: record.id, institution: record.institution, due: dueOf(record), daysLate: daysBetween(dueOf(record), on) }))
    .sort((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1));
  const problems = past.flatMap((record) => (record.problems ?? []).map((problem) => ({ ...problem, name: `${record.id}/${problem.id}` })));
  const problemsUnknown = past.filter((record) => record.problems === undefined).map((record) => record.id);
  const { share, ...groups } = knownShare(problems.map(({ name, rectifiedOn }) => [name, done(rectifiedOn)]));
  const rectified = problemsUnknown.length > 0 || share === undefined ? groups : { share, ...groups };
  const covered = past.map((record) => ({ id: record.id, ...checkItems({ items: topics, record: record.topics, clauses }).value }));
  const value: SupervisionRecord = {
    unpublished,
    waiting: open.filter((record) => dueOf(record) >= on).map((record) => record.id),
    published: past.filter(({ publishedOn }) => done(publishedOn) === true).map((record) => record.id),
    undetermined: past.filter(({ publishedOn }) => publishedOn === undefined).map((record) => record.id),
    rectified,
    problemsUnknown,
    rectificationOverdue: problems.filter(({ due, rectifiedOn }) => due < on && done(rectifiedOn) === false).map(({ name }) => name),
    topicsMissing: covered.filter(({ missing }) => missing.length > 0).map((record) => ({ id: record.id, topics: record.missing })),
    topicsUnknown: covered.filter(({ unknown }) => unknown.length > 0).map((record) => record.id),
  };
  const steps = [
    { zh: "已公开", en: "published", value: String(value.published.length) },
    { zh: "逾期未公开", en: "unpublished past their day", value: String(unpublished.length) },
    { zh: "是否公开不明", en: "not recorded whether published", value: String(value.undetermined.length) },
    shareStep("已整改", "put right", rectified),
    ...(topics.length === 0 ? [] : [{ zh: "检查事项有遗漏", en: "topics left out", value: String(value.topicsMissing.length) }]),
  ];
  return { value, unit: "inspection", steps, clauses };
}
