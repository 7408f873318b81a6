import { type Area, addDays, addMonths, type CivilDate, type OlderPerson } from "@eldercare/core";
import type { PolicyCase } from "@eldercare/rules";
import type { FirstFigure } from "./firstFigure.js";
import type { FirstRule } from "./firstRule.js";
import { type PersonGroup, personOf } from "./personGroups.js";

/** What the cases of a first rule are about. */
export interface FirstCases {
  readonly rule: FirstRule;
  readonly ruleId: string;
  readonly clause: string;
  readonly area: string;
  /** The day asked about: the first on which the rule speaks. */
  readonly on: CivilDate;
  /** Whole years from which the rule speaks. */
  readonly age: number;
  /** Whether the place must have adopted the clause. */
  readonly offered: boolean;
  /** The amount or the number of times, where there is one. */
  readonly figure?: FirstFigure;
}

/** A made-up village in an area, by which a case says where its person lives. */
function villageIn(area: string): string {
  let code = area;
  for (const [digits, next] of [
    [2, "01"],
    [4, "01"],
    [6, "001"],
    [9, "001"],
  ] as const)
    if (code.length === digits) code += next;
  return code;
}

/** The village as it has decided about a clause that only offers; counties and townships above it decide nothing. */
function decidedAreas(village: string, adopts: readonly string[]): Area[] {
  const tiers = [
    ["county", 6],
    ["township", 9],
    ["village", 12],
  ] as const;
  return tiers.map(([tier, digits]) => ({
    code: village.slice(0, digits),
    name: { county: "示例县", township: "示例镇", village: "示例村" }[tier],
    tier,
    adopts: tier === "village" ? [...adopts] : [],
  }));
}

/**
 * Cases for a first rule that show each of its answers, right on its borders: the birthday and the day before, everybody
 * else whom a group leaves out, and each fact that may be missing.
 */
export function firstCases({ rule, ruleId, clause, area, on, age, offered, figure }: FirstCases): PolicyCase[] {
  const title = `“${rule.titleZh}”`;
  const birthday = addMonths(on, -12 * age);
  const village = villageIn(area);
  const home: Partial<OlderPerson> = offered ? { residence: { area: village } } : {};
  const adopted = offered ? { register: { areas: decidedAreas(village, [clause]) } } : {};
  const everyone = personOf(rule.groups);
  const situation = (
    name: string,
    person: Partial<OlderPerson>,
    expected: PolicyCase["expect"][string],
    rest: Partial<PolicyCase> = adopted,
  ): PolicyCase => ({
    name,
    on,
    subject: { person: { ...person, ...home } },
    ...rest,
    expect: { [ruleId]: expected },
  });
  const settled = figure === undefined || figure.open ? ("granted" as const) : { granted: { [figure.field]: figure.value } };
  const of = (group: PersonGroup): PolicyCase[] => [
    situation(`不属于${group.words.zh}的，不符合${title}`, { birthDate: birthday, ...personOf(rule.groups, { group, is: "outside" }) }, "denied"),
    situation(
      `是否${group.words.zh}没有登记的，先问这一项`,
      { birthDate: birthday, ...personOf(rule.groups, { group, is: "unknown" }) },
      { undetermined: [group.pointer] },
    ),
  ];
  return [
    situation(`满${age}周岁当天，符合${title}`, { birthDate: birthday, ...everyone }, settled),
    situation(`差一天满${age}周岁，不符合${title}`, { birthDate: addDays(birthday, 1), ...everyone }, "denied"),
    situation("死亡当日起不再认定", { birthDate: birthday, died: on, ...everyone }, "denied"),
    situation("出生日期没有登记的，先问出生日期", everyone, { undetermined: ["/birthDate"] }),
    ...rule.groups.flatMap(of),
    ...(offered
      ? [
          situation("县、乡镇、村都没有决定实施的，不适用", { birthDate: birthday, ...everyone }, "denied", {
            register: { areas: decidedAreas(village, []) },
          }),
          situation("是否决定实施没有写明的，先问县", { birthDate: birthday, ...everyone }, { undetermined: ["/county/adopts"] }, {}),
        ]
      : []),
    ...(figure?.open !== true
      ? []
      : [
          situation(
            `${title}的标准由各地给出`,
            { birthDate: birthday, ...everyone },
            { granted: { [figure.field]: figure.value } },
            {
              ...adopted,
              parameters: { [figure.parameterId]: figure.value },
            },
          ),
        ]),
  ];
}
