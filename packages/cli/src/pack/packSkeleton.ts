import { addDays, addMonths } from "@eldercare/core";
import type { Overlay, Pack } from "@eldercare/rules";
import { pack as national } from "@eldercare/rules/packs/cn";
import type { PolicyCase } from "@eldercare/rules/testing";
import type { PackIdentity } from "./packIdentity.js";

const exampleAge = 80;
const exampleTimes = 2;
const [rule, fromAge, timesPerMonth] = ["service.visit", "visit.fromAge", "visit.timesPerMonth"];

/** The files of a new pack, with one worked rule that the author replaces. */
export interface PackSkeleton {
  readonly pack: Pack;
  readonly cases: readonly PolicyCase[];
  readonly overlay: Overlay;
}

/**
 * A new pack that passes its own checks: one example rule (visits from an age, how often left open) with its clause, two
 * parameters, four cases and an example value. Remarks in `note` say what to replace.
 */
export function packSkeleton({ id, area, titleZh, titleEn, documentNumber, issuer, issued, from }: PackIdentity): PackSkeleton {
  const clause = "A-1";
  const pack: Pack = {
    id,
    version: "0.1.0",
    title: { zh: titleZh, en: titleEn },
    area,
    extends: [national.id],
    inForce: { from },
    note: "由模板生成。把示例条款、参数和规则换成文件的内容，然后删除本说明。 Made from a template: replace the example clause, parameters and rule, then remove this note.",
    sources: {
      document: {
        number: documentNumber,
        title: titleZh,
        issuer,
        issued,
        checkedOn: issued,
        verification: "recalled",
        note: "title 改为文件的全称；checkedOn 改为逐字核对的日期；与公开文本核对一致后，verification 改为 verified。",
      },
    },
    clauses: {
      [clause]: {
        source: "document",
        section: "第一条",
        modality: "required",
        quote: "为八十周岁以上老年人上门巡访。",
        note: "示例条款，不是原文。逐字照录一句原文；“原则上”“鼓励”等措辞改写 modality。 An example, not the document: quote one sentence verbatim.",
      },
    },
    parameters: {
      [fromAge]: {
        type: "integer",
        unit: "year",
        title: { zh: "上门巡访的起始年龄", en: "age from which visits are owed" },
        clause,
        values: [{ from, value: exampleAge, clause }],
        note: "示例数值。条件中的数字一律写成参数，注明起始日期和条款。",
      },
      [timesPerMonth]: {
        type: "integer",
        title: { zh: "每月巡访次数", en: "visits a month" },
        clause,
        open: true,
        least: 1,
        note: "原文没有写明的数字写 open，由各地在取值文件中给出。",
      },
    },
    facts: {},
    rules: [
      {
        id: rule,
        subject: "person",
        title: { zh: "上门巡访", en: "visits at home" },
        when: { ">=": [{ var: "age" }, { param: fromAge }] },
        then: { kind: "service", service: "visit", times: { param: timesPerMonth }, per: "month" },
        clauses: [clause],
        note: "示例规则。一条规则一个条件、一项内容；age 等定义来自全国包。",
      },
    ],
  };
  const birthday = addMonths(from, -12 * exampleAge);
  const situation = (name: string, person: PolicyCase["subject"], expected: PolicyCase["expect"][string]): PolicyCase => ({
    name,
    on: from,
    subject: person,
    expect: { [rule]: expected },
  });
  const cases: readonly PolicyCase[] = [
    situation("八十周岁生日当天起享受巡访", { person: { birthDate: birthday } }, "granted"),
    situation("差一天满八十周岁，不享受", { person: { birthDate: addDays(birthday, 1) } }, "denied"),
    situation("出生日期不明，先问出生日期", { person: {} }, { undetermined: ["/birthDate"] }),
    {
      ...situation("每月次数由各地给出", { person: { birthDate: birthday } }, { granted: { times: exampleTimes } }),
      parameters: { [timesPerMonth]: exampleTimes },
    },
  ];
  const overlay: Overlay = {
    id: `${id}-illustrative`,
    for: id,
    illustrative: true,
    note: "示例值，仅供演示和测试，不得作为认定依据。 Example values for demonstration and tests; nobody enacted them.",
    parameters: { [timesPerMonth]: [{ from, value: exampleTimes }] },
  };
  return { pack, cases, overlay };
}
