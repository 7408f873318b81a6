import type { Logic, Overlay, Pack, Parameter } from "@eldercare/rules";
import { pack as national } from "@eldercare/rules/packs/cn";
import type { PolicyCase } from "@eldercare/rules/testing";
import { firstCases } from "./firstCases.js";
import { effectOf, figureOf } from "./firstFigure.js";
import { exampleRule, type FirstRule } from "./firstRule.js";
import type { PackIdentity } from "./packIdentity.js";

const clause = "A-1";
const statutoryAge = "olderPerson.fromAge";

/** The files of a new pack, with one rule that works. */
export interface PackSkeleton {
  readonly pack: Pack;
  readonly cases: readonly PolicyCase[];
  /** Example values for what is open; absent where nothing is. */
  readonly overlay?: Overlay;
}

/** The first day from which a pack can be asked about that reads these parameters of the nation: some laws are younger than it. */
const firstDayOf = (from: string, parameters: readonly string[]): string =>
  [from, ...parameters.flatMap((id) => national.parameters[id]?.values?.[0]?.from ?? [])].toSorted().at(-1) ?? from;

/** From which age the law counts a person as older, on a day. */
const ageByLaw = (on: string): number => Number(national.parameters[statutoryAge]?.values?.findLast(({ from }) => from <= on)?.value);

/**
 * A new pack that passes its own checks: one rule with its clause, its parameters, and cases for each of its answers. Of an
 * example rule, remarks in `note` say what to replace.
 *
 * @param identity what the pack is about
 * @param rule its first rule; an example where there is none
 * @param parents the packs that it stands on, by their identifiers
 */
export function packSkeleton(identity: PackIdentity, rule: FirstRule = exampleRule, parents: readonly string[] = [national.id]): PackSkeleton {
  const { id, area, titleZh, titleEn, documentTitle, documentNumber, issuer, issued, from } = identity;
  const { section, quote, modality, kind, name, fromAge, groups, example } = rule;
  const ruleId = `${kind}.${name}`;
  const ageId = `${name}.fromAge`;
  const figure = figureOf(rule, from, clause);
  const offered = modality === "permitted-or-encouraged" || modality === "conditional";
  const oldEnough: readonly Logic[] =
    fromAge === undefined ? [{ var: "olderPerson" }] : [{ var: "alive" }, { ">=": [{ var: "age" }, { param: ageId }] }];
  const [first = true, ...others]: readonly Logic[] = [...oldEnough, ...groups.map((group) => ({ var: group.name }))];
  const pack: Pack = {
    id,
    version: "0.1.0",
    title: { zh: titleZh, en: titleEn },
    area,
    extends: parents,
    inForce: { from },
    ...(example
      ? {
          note: "由模板生成。把示例条款、参数和规则换成文件的内容，然后删除本说明。 Made from a template: replace the example clause, parameters and rule, then remove this note.",
        }
      : {}),
    sources: {
      document: {
        number: documentNumber,
        title: documentTitle,
        issuer,
        issued,
        checkedOn: issued,
        verification: "recalled",
        note: "checkedOn 改为逐字核对的日期；与公开文本核对一致后，verification 改为 verified，删除本说明。",
      },
    },
    clauses: {
      [clause]: {
        source: "document",
        section,
        modality,
        quote,
        ...(example
          ? {
              note: "示例条款，不是原文。逐字照录一句原文；“原则上”“鼓励”等措辞改写 modality。 An example, not the document: quote one sentence verbatim.",
            }
          : {}),
      },
    },
    parameters: {
      ...(fromAge === undefined
        ? {}
        : {
            [ageId]: {
              type: "integer",
              unit: "year",
              title: { zh: `${rule.titleZh}的起始年龄`, en: `age from which: ${rule.titleEn}` },
              clause,
              values: [{ from, value: fromAge, clause }],
              ...(example ? { note: "示例数值。条件中的数字一律写成参数，注明起始日期和条款。" } : {}),
            } satisfies Parameter,
          }),
      ...(figure === undefined ? {} : { [figure.parameterId]: figure.parameter }),
    },
    facts: {},
    rules: [
      {
        id: ruleId,
        subject: "person",
        title: { zh: rule.titleZh, en: rule.titleEn },
        when: others.length === 0 ? first : { and: [first, ...others] },
        then: effectOf(rule, figure),
        clauses: [clause],
        ...(offered ? { whereAdopted: true } : {}),
        ...(example ? { note: "示例规则。一条规则一个条件、一项内容；alive、age 等定义来自全国包。" } : {}),
      },
    ],
  };
  const readOfTheNation = [...(fromAge === undefined ? [statutoryAge] : []), ...groups.flatMap(({ parameter = [] }) => parameter)];
  const on = firstDayOf(from, readOfTheNation);
  const cases = firstCases({
    ...{ rule, ruleId, clause, area, offered },
    ...{ on, age: fromAge ?? ageByLaw(on) },
    ...(figure === undefined ? {} : { figure }),
  });
  if (figure?.open !== true) return { pack, cases };
  const overlay: Overlay = {
    id: `${id}-illustrative`,
    for: id,
    illustrative: true,
    note: "示例值，仅供演示和测试，不得作为认定依据。 Example values for demonstration and tests; nobody enacted them.",
    parameters: { [figure.parameterId]: [{ from, value: figure.value }] },
  };
  return { pack, cases, overlay };
}
