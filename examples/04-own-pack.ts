import { lintPack, type Pack, type PolicyCase, testPack } from "@eldercare/rules";
import { pack as national } from "@eldercare/rules/packs/cn";

// a made-up notice of a made-up county, to show the form
const notice = { title: "示例通知", issuer: "示例县", issued: "2026-01-01", checkedOn: "2026-11-21", verification: "recalled" } as const;
const quote = "为八十周岁以上独居老年人提供助餐服务。";
const title = { zh: "助餐", en: "meals" };
const eighty = { type: "integer", title: { zh: "起始年龄", en: "age from" }, clause: "EX-1", values: [{ from: "2026-01-01", value: 80 }] } as const;
const when = { and: [{ var: "alive" }, { var: "livesAlone" }, { ">=": [{ var: "age" }, { param: "meals.fromAge" }] }] };
const pack: Pack = {
  ...{ id: "example-meals", version: "1.0.0", title, area: "99", extends: ["cn"], inForce: { from: "2026-01-01" } },
  sources: { notice },
  clauses: { "EX-1": { source: "notice", section: "一", modality: "required", quote } },
  parameters: { "meals.fromAge": eighty },
  facts: {},
  rules: [{ id: "service.meals", subject: "person", title, when, then: { kind: "service", service: "meals" }, clauses: ["EX-1"] }],
};
const person = { birthDate: "1946-11-21" };
const onBirthday = { name: "八十岁生日当天，独居情况不明", on: "2026-11-21", subject: { person } };
const cases: PolicyCase[] = [{ ...onBirthday, expect: { "service.meals": { undetermined: ["/livingArrangement"] } } }];

console.log(lintPack(pack, [national]).length, testPack(pack, cases, [national]).failures.length); //=> 0 0
console.log(testPack(pack, cases, [national]).uncovered);
//=> [
//=>   {
//=>     rule: 'service.meals',
//=>     lacks: [ 'granted/met', 'denied/notMet/notApplicable' ]
//=>   }
//=> ]

const misspelt = JSON.parse(JSON.stringify(pack).replace('"and"', '"AND"'));
for (const { code, pointer, message } of lintPack(misspelt, [national])) console.log(`${code} ${pointer}: ${message.en}`);
//=> OPERATOR_NOT_FOUND /rules/0/when/AND: unknown operator "AND"; did you mean "and"?
