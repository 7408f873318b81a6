import * as v from "valibot";
import { checkRows } from "../counting/checkRows.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printBounds } from "../counting/wholeBounds.js";
import type { Wording } from "../errors/issue.js";
import { rational } from "../money/rational.js";
import { type TargetState, trackTarget } from "../network/trackTarget.js";
import { date, id, titled } from "../register/field.js";
import type { CivilDate } from "../time/civilDate.js";

/** Shape of one training that a person attended; a day that is absent is unknown. */
export const trainingRecordSchema = v.strictObject({
  id,
  person: titled(id, "参训人员", "person trained"),
  kind: titled(id, "培训类别", "kind of training"),
  on: v.exactOptional(titled(date, "培训日期", "date of the training")),
});

/** One training that a person attended; a day that is absent is unknown. */
export interface TrainingRecord extends v.InferOutput<typeof trainingRecordSchema> {}

/** How many people of each kind are to be trained, and who was. */
export interface HeadcountQuestion {
  readonly records: readonly TrainingRecord[];
  readonly targets: readonly { readonly kind: string; readonly title: Wording; readonly people: number }[];
  /** First day counted. */
  readonly from: CivilDate;
  /** Last day by which they are to be trained. */
  readonly by: CivilDate;
  readonly on: CivilDate;
  readonly clauses: readonly string[];
}

/** People trained of one kind against the target; somebody trained twice counts once. */
export interface TrainedCount {
  readonly kind: string;
  /** People trained for sure, and how many it may be where days are unknown. */
  readonly trained: number;
  readonly trainedAtMost: number;
  readonly target: number;
  readonly state: TargetState;
}

/**
 * How many different people were trained of each kind, against the number that is to be reached by a day.
 *
 * @returns persons by kind, in the order of the targets
 * @throws EldercareError where a record is malformed, a number is not whole or dates are reversed
 * @example
 * const records = [{ id: "t-1", person: "d-1", kind: "director", on: "2022-05-01" }, { id: "t-2", person: "d-1", kind: "director", on: "2022-09-01" }];
 * const target = { kind: "director", title: { zh: "院长主管", en: "directors" }, people: 25 };
 * trainedHeadcount({ records, targets: [target], from: "2021-12-01", by: "2022-12-31", on: "2022-10-01", clauses: ["CK-2.10-b"] }).value //=> [{ kind: "director", trained: 1, trainedAtMost: 1, target: 25, state: "due" }]
 * Source: CK-2.10-b (力争到2022年培训院长主管25名、养老护理员200名).
 */
export function trainedHeadcount({ records, targets, from, by, on, clauses }: HeadcountQuestion): Counted<TrainedCount[]> {
  const check = new QuestionCheck();
  checkRows(check, "/records", trainingRecordSchema, records);
  check.days("/from", from, "/by", by);
  check.date("/on", on);
  for (const [index, { people }] of targets.entries()) check.whole(`/targets/${index}/people`, people);
  check.done();
  const lastDay = on < by ? on : by;
  const different = (chosen: readonly TrainingRecord[]): number => new Set(chosen.map(({ person }) => person)).size;
  const value = targets.map(({ kind, people }): TrainedCount => {
    const ofKind = records.filter((record) => record.kind === kind);
    const dated = ofKind.filter((record) => record.on !== undefined && record.on >= from && record.on <= lastDay);
    const trained = different(dated);
    const trainedAtMost = different([...dated, ...ofKind.filter((record) => record.on === undefined)]);
    const observed = { least: rational(BigInt(trained), 1n), most: rational(BigInt(trainedAtMost), 1n) };
    const { value: state } = trackTarget({ op: ">=", required: rational(BigInt(people), 1n), observed, by, on, clauses });
    return { kind, trained, trainedAtMost, target: people, state };
  });
  const steps = value.map(({ trained, trainedAtMost, target }, index) => ({
    zh: `${targets[index]?.title.zh}：目标 ${target} 人，已培训`,
    en: `${targets[index]?.title.en}: target ${target}, trained`,
    value: printBounds({ least: trained, most: trainedAtMost }),
  }));
  return { value, unit: "person", steps, clauses };
}
