import { defineCodes } from "@eldercare/core";

/** The codes of what a pack says of its facts, its benefits and its own contradictions. */
export const packCodes = {
  CLAUSES_CONTRADICT: {
    severity: "warning",
    message: { zh: "原文自相矛盾（{title.zh}）：{quotes}", en: "the document contradicts itself ({title.en}): {quotes}" },
    advice: { zh: "原文如此，未作改动；请向发文单位核实", en: "the text says so and was not mended; ask the issuing office" },
  },
  TITLE_WITHOUT_VALUE: {
    message: { zh: "{seen} 有名称，却不在取值之中", en: "{seen} has a title, but is none of the values" },
    advice: { zh: "取值：{known}；改正拼写，或在 values 中补上", en: "the values are {known}; mend the spelling, or add it to `values`" },
  },
  TERM_UNUSED: {
    message: { zh: "{term} 用不上（{because}）", en: "`{term}` has no use ({because})" },
    advice: {
      zh: "折算只用于按月计发的补贴；按整月计发的没有可取整的零头；删去该项",
      en: "only monthly benefits are prorated, and whole months leave nothing to round; remove it",
    },
  },
} as const;

/** A code of what a pack says. */
export type PackCode = keyof typeof packCodes;

/** Reports an issue under a code of what a pack says. */
export const reportPack = defineCodes<PackCode>(packCodes);
