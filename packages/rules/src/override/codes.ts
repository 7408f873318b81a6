import { defineCodes } from "@eldercare/core";

/** What can be wrong with an override, with what each code means and what to do. */
export const overrideCodes = {
  OVERRIDE_SHAPE: {
    message: { zh: "改写的写法不对：{problem.zh}", en: "the override cannot be written so: {problem.en}" },
    advice: {
      zh: "写 rule 或 parameter 之一；改规则写 when、whereAdopted、then，改参数写 value；withdraw 都不写",
      en: "name a `rule` or a `parameter`; of a rule give `when`, `whereAdopted`, `then`, of a parameter `value`, of `withdraw` none of them",
    },
  },
  OVERRIDES_CLASH: {
    message: { zh: "{seen} 在同一时期另有改写：{other}", en: "{seen} is overridden otherwise in the same period: {other}" },
    advice: {
      zh: "合并为一项改写，或用 from、to 错开；两个上级政策包都改写的，由其中一个继承另一个",
      en: "make them one, or part them by `from` and `to`; where two parents do it, let one of them extend the other",
    },
  },
  OVERRIDES_NOT_PROVEN: {
    message: {
      zh: "政策包改写了上级的规则或参数（{seen} 项），却没有给出检验改写的函数",
      en: "the pack overrides rules or parameters of the packs above it ({seen}), and nothing was given to check them",
    },
    advice: {
      zh: '写 import { proveOverrides } from "@eldercare/rules/analyse"，并传入 prove: proveOverrides',
      en: 'import { proveOverrides } from "@eldercare/rules/analyse" and pass `prove: proveOverrides`',
    },
  },
  FLOOR_BY_ASSUMPTION: {
    message: {
      zh: "底线 {rule} 要看字段 {seen}，下级政策包不得自行推定没有登记的情况",
      en: "the floor {rule} reads the field {seen}: a pack below may not decide what its absence means",
    },
    advice: { zh: "删去 closedWorld 中的这一项", en: "remove this entry of `closedWorld`" },
  },
} as const;

/** A code of an override. */
export type OverrideCode = keyof typeof overrideCodes;

/** Reports an issue under a code of an override. */
export const reportOverride = defineCodes<OverrideCode>(overrideCodes);
