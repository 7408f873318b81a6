import { type CodeWording, defineCodes, type Wording } from "@eldercare/core";

/** The codes of siting, with what each means and what to do. */
export const sitingCodes = {
  SITING_COUNTS_CONTRADICT: {
    message: { zh: "设施个数的要求互相矛盾：{seen}", en: "the numbers of sites contradict one another: {seen}" },
    advice: { zh: "exactly 单独使用；least 不得大于 most", en: "give `exactly` alone, or `least` not above `most`" },
  },
  SITING_TOO_FEW_CANDIDATES: {
    message: { zh: "要求设置 {seen} 处，可选的候选点只有 {count} 处", en: "{seen} sites are asked for; only {count} candidates may be opened" },
    advice: { zh: "增加候选点，或减少要求的个数", en: "add candidates, or ask for fewer sites" },
  },
  SITING_REQUIRED_TOO_MANY: {
    message: { zh: "必设的设施有 {seen} 处，多于允许的 {most} 处", en: "{seen} sites are required, more than the {most} allowed" },
    advice: { zh: "减少必设的设施，或放宽个数", en: "require fewer, or allow more" },
  },
  SITING_REQUIRED_AND_BARRED: {
    message: { zh: "设施 {seen} 既必设又不得设置", en: "site {seen} is both required and barred" },
    advice: { zh: "只保留其中一项", en: "keep one of the two" },
  },
  SITING_REQUIRED_OVER_BUDGET: {
    message: {
      zh: "必设的设施和必要的撤并已需 {seen} 分，超过 {field} 的 {most} 分",
      en: "what is required costs {seen} fen, more than the {most} of `{field}`",
    },
    advice: { zh: "提高资金上限，或减少必设的设施", en: "raise the budget, or require fewer sites" },
  },
  SITING_CLOSING_WITHOUT_EXISTING: {
    message: { zh: "设施 {seen} 并非已有，却有撤并费用", en: "site {seen} does not exist yet and has a cost of closing" },
    advice: { zh: "注明 existing 为 true，或删除 closingFen", en: "say `existing: true`, or remove `closingFen`" },
  },
  SITING_HOUSEHOLDS_UNKNOWN: {
    message: { zh: "规定了最少户数，但 {seen} 没有户数", en: "there is a least number of households, and {seen} does not say how many it has" },
    advice: { zh: "补上 households", en: "add `households`" },
  },
  SITING_TRAVEL_INCOMPLETE: {
    message: { zh: "{what.zh}要求有{needs.zh}，travel 中没有", en: "{what.en} needs {needs.en}, which `travel` does not give" },
    advice: { zh: "补上路程或行程时间（直线估算时补上速度）", en: "add distances or durations (a speed, by straight line)" },
  },
  SITING_MATRIX_WRONG_SIZE: {
    message: {
      zh: "矩阵有 {seen} 项，应为 {expected} 项（需求点数 × 候选点数）",
      en: "the matrix has {seen} entries, not {expected} (demands × sites)",
    },
    advice: { zh: "按 demands 的顺序逐行给出到各候选点的数值", en: "give a row for every demand, with an entry for every site" },
  },
  SITING_MATRIX_ENTRY_INVALID: {
    message: {
      zh: "矩阵中从 {from} 到 {to} 的数值 {seen} 无效（共 {count} 处）",
      en: "the entry from {from} to {to} is {seen}, which is no time or distance ({count} such in all)",
    },
    advice: { zh: "填非负数；没有道路时填 null", en: "give a number not below zero, or null where there is no way" },
  },
  SITING_SUMS_TOO_LARGE: {
    message: {
      zh: "人数、路程、费用与权重之积过大，合计不能精确计算",
      en: "people, journeys and money times their weights are too large to be added up exactly",
    },
    advice: { zh: "把各项权重按同一比例调小", en: "make all weights smaller by the same factor" },
  },
  SITING_OPTION_INVALID: {
    message: { zh: "{field} 的取值 {seen} 无效", en: "{seen} cannot serve as {field}" },
    advice: { zh: "应为 {expected}", en: "give {expected}" },
  },
  SITING_SOLVER_MISSING: {
    message: { zh: "精确求解需要软件包 highs，但没有安装", en: "the exact method needs the package `highs`, which is not installed" },
    advice: { zh: '执行 npm install highs，或改用 method: "heuristic"', en: 'run `npm install highs`, or take `method: "heuristic"`' },
  },
  SITING_SOLVER_FAILED: {
    message: { zh: "精确求解没有完成：{seen}", en: "the exact method broke off: {seen}" },
    advice: {
      zh: '核对 startWorker 和 wasmUrl；数据量大时改用 method: "heuristic"',
      en: 'check `startWorker` and `wasmUrl`; take `method: "heuristic"` for what is too large',
    },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;

/** A code of siting. */
export type SitingCode = keyof typeof sitingCodes;

/** Reports an issue under a code of siting. */
export const reportSitingIssue = defineCodes<SitingCode>(sitingCodes);

/** What the checker of plans of sites finds; `{name}` stands for a value. */
export const sitingViolationCodes = {
  SITING_UNKNOWN: { zh: "编号 {id} 不存在", en: "{id} does not exist" },
  SITING_BARRED_OPENED: { zh: "{site} 不得设置", en: "{site} may not be opened" },
  SITING_REQUIRED_NOT_OPENED: { zh: "必设的 {site} 没有设置", en: "{site} is required and not opened" },
  SITING_LISTED_TWICE: { zh: "{id} 出现多次", en: "{id} occurs more than once" },
  SITING_DEMAND_FORGOTTEN: { zh: "{demand} 既没有分派，也不在未服务清单中", en: "{demand} is neither assigned nor listed as unserved" },
  SITING_NOT_OPENED: { zh: "{demand} 分派到没有设置的 {site}", en: "{demand} is assigned to {site}, which is not opened" },
  SITING_OUT_OF_REACH: { zh: "{demand} 到 {site} 超出服务半径或者没有道路", en: "{site} is out of reach of {demand}" },
  SITING_OVER_CAPACITY: { zh: "{site} 服务 {seen} 人，超过可容纳的 {most} 人", en: "{site} serves {seen} persons, more than {most}" },
  SITING_TOO_FEW_PERSONS: { zh: "{site} 服务 {seen} 人，少于 {least} 人", en: "{site} serves {seen} persons, fewer than {least}" },
  SITING_TOO_FEW_HOUSEHOLDS: { zh: "{site} 服务 {seen} 户，少于 {least} 户", en: "{site} serves {seen} households, fewer than {least}" },
  SITING_WRONG_COUNT: { zh: "设置 {seen} 处，不符合个数要求", en: "{seen} sites are opened, which is not the number asked for" },
  SITING_OVER_BUDGET: { zh: "需 {seen} 分，超过资金上限 {most} 分", en: "it costs {seen} fen, more than the budget of {most}" },
  SITING_FIGURE_WRONG: { zh: "{field} 为 {seen}，重新计算为 {expected}", en: "{field} is {seen}; worked out anew it is {expected}" },
  SITING_RELAXATION_WRONG: { zh: "{demand} 的放宽建议 {seen} 不成立", en: "the change {seen} proposed for {demand} does not serve it" },
} as const satisfies Readonly<Record<string, Wording>>;
