import type { Pack, PolicyCase } from "@eldercare/rules";
import { lintPack } from "@eldercare/rules/lint";
import { pack as national } from "@eldercare/rules/packs/cn";
import { testPack } from "@eldercare/rules/testing";

// a made-up notice of a made-up county, to show the form
const title = { zh: "助餐", en: "meals" };
const quote = "为八十周岁以上独居老年人提供助餐服务。";
const fromAge = { type: "integer", title: { zh: "起始年龄", en: "age from" }, clause: "EX-1", values: [{ from: "2026-01-01", value: 80 }] } as const;
const when = { and: [{ var: "alive" }, { var: "livesAlone" }, { ">=": [{ var: "age" }, { param: "meals.fromAge" }] }] };
const pack: Pack = {
  ...{ id: "example-meals", version: "1.0.0", title, area: "99", extends: ["cn"], inForce: { from: "2026-01-01" } },
  sources: { notice: { title: "示例通知", issuer: "示例县", issued: "2026-01-01", checkedOn: "2026-11-21", verification: "recalled" } },
  clauses: { "EX-1": { source: "notice", section: "一", modality: "required", quote } },
  parameters: { "meals.fromAge": fromAge },
  facts: {},
  rules: [{ id: "service.meals", subject: "person", title, when, then: { kind: "service", service: "meals" }, clauses: ["EX-1"] }],
};
const born = { person: { birthDate: "1946-11-21" } };
const expect = { "service.meals": { undetermined: ["/livingArrangement"] } };
const cases: PolicyCase[] = [{ name: "八十岁生日当天，居住状况不明", on: "2026-11-21", subject: born, expect }];

const { failures, uncovered } = testPack(pack, cases, [national]);
console.log(lintPack(pack, [national]), failures); //=> [] []
for (const { rule, lacks } of uncovered) console.log(`${rule}: no case shows ${lacks.join(", ")}`);
//=> service.meals: no case shows granted/met, denied/notMet/notApplicable

const misspelt = JSON.parse(JSON.stringify(pack).replace('"and"', '"AND"'));
const [issue] = lintPack(misspelt, [national]);
console.log(`${issue?.code} ${issue?.pointer}: ${issue?.message.en}`);
//=> OPERATOR_NOT_FOUND /rules/0/when/AND: unknown operator "AND"; did you mean "and"?
