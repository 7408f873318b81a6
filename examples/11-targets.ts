import type { Facility, Interval, Rational } from "@eldercare/core";
import { lifeCycleRate } from "@eldercare/core/lifeCycle";
import { checkMilestones, type DatedTarget, trackTargets } from "@eldercare/core/network";

const count = (value: number): Rational => ({ numerator: BigInt(value), denominator: 1n });
const exactly = (value: number): Interval => ({ least: count(value), most: count(value) });

// the village points of Chengkou: 51 in 2021 and 62 in 2022, 113 in all; the counts are synthetic
const points: DatedTarget = {
  id: "villagePoints",
  title: { zh: "村级互助养老点", en: "village points" },
  op: ">=",
  required: count(113),
  unit: "facility",
  by: "2022",
  modality: "required",
  milestones: [
    { by: "2021", adds: count(51), clauses: ["CK-2.4-e"] },
    { by: "2022", adds: count(62), clauses: ["CK-2.4-f"] },
  ],
  observations: [
    { on: "2021-12-31", value: exactly(51) },
    { on: "2022-09-30", value: { least: count(97), most: count(104) } },
  ],
  clauses: ["CK-1.1-j"],
};
for (const on of ["2021-12-31", "2022-10-01", "2023-01-01"]) {
  const [step] = trackTargets({ targets: [points], on }).steps;
  console.log(`${on} ${step?.zh} = ${step?.value}`);
}
//=> 2021-12-31 村级互助养老点：现值 51，目标不低于 113，期限 2022-12-31，差距 62 = onTrack
//=> 2022-10-01 村级互助养老点：现值 97–104，目标不低于 113，期限 2022-12-31，差距 9–16 = onTrack
//=> 2023-01-01 村级互助养老点：现值 97–104，目标不低于 113，期限 2022-12-31，差距 9–16 = overdue

// do parts add up to their total? 51 + 62 are 113, but 6 + 6 homes are not the 18 of the plan: that is said, not corrected
const { title, required: total, clauses, milestones = [] } = points;
console.log(checkMilestones({ title, total, clauses, milestones }).value.status); //=> confirmed
const yearly = ["CK-2.2-f", "CK-2.2-g"].map((clause) => ({ adds: count(6), clauses: [clause] }));
const homes = checkMilestones({ title: { zh: "敬老院", en: "homes" }, total: count(18), clauses: ["CK-1.1-h"], milestones: yearly });
console.log(homes.value.warnings[0]?.message.zh); //=> 总目标 18（CK-1.1-h）与分项合计 12（CK-2.2-f 6；CK-2.2-g 6）不一致

// half of 45 street centres must be built by the end of 2021 (NY-4.1-2); 22 are, and of one nothing is recorded
const centres = Array.from({ length: 45 }, (_, index): Facility => {
  const centre = { id: `s-${index + 1}`, kind: "streetCareCentre", area: "411302001" } as const;
  return index === 22 ? centre : { ...centre, events: [{ on: "2021-11-30", state: index < 22 ? "built" : "started" }] };
});
const built = { kind: "streetCareCentre", title: { zh: "建成率", en: "completion rate" }, state: "built", of: "all" } as const;
const half = { numerator: 1n, denominator: 2n };
const rate = lifeCycleRate({ ...built, facilities: centres, atLeast: half, on: "2021-12-31", clauses: ["NY-4.1-2"] });
console.log(rate.steps.map(({ zh, value }) => `${zh} = ${value}`).join("；")); //=> 建成率 22–23 ÷ 45 = 48.8%–51.1%；45 × 50%，进一取整 = 23；不低于 50% = ?
console.log(rate.value.outcome, rate.value.unknown); //=> undetermined [ 's-23' ]
