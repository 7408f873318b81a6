import { createEngine } from "@eldercare/rules";
import { explain, whatWouldChange, wordRule } from "@eldercare/rules/explain";
import { pack as national } from "@eldercare/rules/packs/cn";
import { pack as chengkou, illustrative } from "@eldercare/rules/packs/cn-500229-chengkou";

const engine = createEngine({ packs: [national, chengkou], overlays: [illustrative] });
const on = "2026-11-21";

// a synthetic person: 75 years old, mildly disabled, of a family with a low income
const rural = { id: "p-1", birthDate: "1951-03-02", registeredResidence: { kind: "rural" as const } };
const person = { ...rural, assistance: ["lowIncome" as const], ability: { level: 2 } };

const allowance = "cn-500229-chengkou/benefit.oldAgeAllowance";
console.log(wordRule(engine, allowance, { on, locale: "zh" }).split("依据")[0]);
//=> 凡同时属于农村老年人和高龄人员的，应当发放“高龄津贴”，每月50元（示例值）。

const refusal = explain(engine, { person }, allowance, { on, locale: "zh" });
console.log(refusal.status, refusal.reasons); //=> denied [ '不属于高龄人员（现年75周岁，未满80周岁）' ]
console.log(explain(engine, { person }, allowance, { on, locale: "en" }).reasons[0]); //=> you are not of advanced age (you are 75, under 80)
for (const { clause, from, value } of refusal.parameters) console.log(clause, from, value);
//=> CN-RIGHTS-2 2018-12-29 60周岁
//=> CN-RIGHTS-33 2021-09-28 80周岁
//=> CK-2.13-a 2021-09-28 50元

// nobody can change a date of birth: time alone grants
for (const { text } of whatWouldChange(engine, { person }, allowance, { on })) console.log(text.zh);
//=> 到2031年3月2日（届时年满80周岁），其他情况不变，即可符合“高龄津贴”的条件。（按示例值推算，仅供演示。）

// a care place takes a higher level of ability, and a wish that nobody has recorded
const carePlace = whatWouldChange(engine, { person }, "cn-500229-chengkou/service.carePlace", { on });
for (const found of carePlace)
  if (found.kind === "facts")
    console.log(
      found.changes.map(({ words }) => words.zh),
      found.proven,
    );
//=> [ '能力等级达到3级（现为2级）', '提出托养需求' ] true
//=> [ '能力等级达到3级（现为2级）', '愿意入住机构' ] true

// not granted and not refused: what to ask
const { ability, ...unassessed } = person;
const open = explain(engine, { person: unassessed }, "cn-500229-chengkou/database.disabled", { on, locale: "zh" });
console.log(
  open.status,
  open.missing?.map(({ title }) => title.zh),
); //=> undetermined [ '能力等级' ]
