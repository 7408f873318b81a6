import { defineCodes } from "@eldercare/core";

/** The codes of `@eldercare/rules`, with what each means and what to do. */
export const rulesCodes = {
  PACK_UNKNOWN_KEY: {
    message: { zh: "政策包中不认识的字段 {seen}{hint.zh}", en: "unknown key {seen} in the pack{hint.en}" },
    advice: { zh: "改正或删除该字段；说明文字写在 note 里", en: "correct or remove it; remarks belong in `note`" },
  },
  PACK_SHAPE: {
    message: { zh: "政策包格式不符：{problem.zh}", en: "the pack does not fit its schema: {problem.en}" },
    advice: { zh: "对照 pack.schema.json 修改", en: "mend it after pack.schema.json" },
  },
  PACK_NOT_FOUND: {
    message: { zh: "找不到上级政策包 {seen}", en: "parent pack {seen} was not given" },
    advice: { zh: "把该政策包一并加载，或改正 extends", en: "load that pack too, or correct `extends`" },
  },
  NO_PACK: {
    message: { zh: "没有给出任何政策包", en: "no pack was given" },
    advice: { zh: "至少加载一个政策包", en: "give at least one pack" },
  },
  BACKEND_NOT_FOUND: {
    message: { zh: "backend 不是一种执行方式：{seen}", en: "`backend` is no way of executing rules: {seen}" },
    advice: {
      zh: '去掉 backend；或写 import { functionBackend } from "@eldercare/rules/function"，并传入 backend: functionBackend',
      en: 'leave out `backend`; or import { functionBackend } from "@eldercare/rules/function" and pass `backend: functionBackend`',
    },
  },
  PLUGIN_NOT_DEFINED: {
    message: { zh: "插件 {seen} 不是 definePlugin 的结果", en: "plug-in {seen} is not what `definePlugin` gives" },
    advice: {
      zh: '写 import { definePlugin } from "@eldercare/rules/plugin"，并传入 definePlugin(…) 的结果',
      en: 'import { definePlugin } from "@eldercare/rules/plugin" and pass what `definePlugin(…)` gives',
    },
  },
  PLUGIN_NOT_GIVEN: {
    message: { zh: "运算符 {seen} 属于插件 {plugin}，未给出该插件", en: "operator {seen} belongs to plug-in {plugin}, which was not given" },
    advice: { zh: "在 plugins 中给出该插件，或不使用依赖它的政策包", en: "give that plug-in in `plugins`, or do without the pack that needs it" },
  },
  FACT_VALUE: {
    message: { zh: "{seen} 不符合政策包对该项的声明（{expected}）", en: "{seen} does not fit what the pack declares of this fact ({expected})" },
    advice: { zh: "改为声明的类型；不清楚时删除该项，按未知处理", en: "give a value of that type, or leave the fact out where it is not known" },
  },
  PACK_CIRCLE: {
    message: { zh: "政策包的继承形成循环：{path}", en: "packs extend one another in a circle: {path}" },
    advice: { zh: "去掉其中一处 extends", en: "remove one of the `extends`" },
  },
  NAME_TAKEN: {
    message: { zh: "名称 {seen} 已由 {owner} 定义", en: "the name {seen} is already defined by {owner}" },
    advice: { zh: "换一个名称", en: "use another name" },
  },
  CLAUSE_NOT_FOUND: {
    message: { zh: "条款 {seen} 未在 clauses 中列出{hint.zh}", en: "clause {seen} is not listed in `clauses`{hint.en}" },
    advice: { zh: "在 clauses 中补上该条款及原文", en: "add the clause with its quote to `clauses`" },
  },
  SOURCE_NOT_FOUND: {
    message: { zh: "文件 {seen} 未在 sources 中列出", en: "source {seen} is not listed in `sources`" },
    advice: { zh: "在 sources 中补上该文件", en: "add the source" },
  },
  RULE_NOT_FOUND: {
    message: { zh: "规则 {seen} 不存在{hint.zh}", en: "rule {seen} does not exist{hint.en}" },
    advice: { zh: "改正规则编号", en: "correct the rule's id" },
  },
  PARAMETER_NOT_FOUND: {
    message: { zh: "参数 {seen} 不存在{hint.zh}", en: "parameter {seen} does not exist{hint.en}" },
    advice: { zh: "在 parameters 中声明该参数，或改正名称", en: "declare it in `parameters`, or correct its name" },
  },
  PARAMETER_VALUE: {
    message: { zh: "参数取值 {seen} 不符合声明：{problem}", en: "the parameter's value {seen} does not fit its declaration: {problem}" },
    advice: { zh: "改正取值或声明", en: "correct the value or the declaration" },
  },
  PARAMETER_WITHOUT_VALUE: {
    message: { zh: "参数既没有取值，也没有声明为待定（open）", en: "the parameter has no value and is not declared open" },
    advice: { zh: "填写 values 及条款依据，或声明 open: true", en: "give `values` with their clause, or declare `open: true`" },
  },
  PARAMETER_OPEN_WITH_VALUE: {
    message: { zh: "待定参数不应带取值", en: "an open parameter has values" },
    advice: { zh: "取值放在单独的参数文件中，或去掉 open", en: "put the values into an overlay, or remove `open`" },
  },
  OVERLAY_FOR_OTHER_PACK: {
    message: { zh: "参数文件所属的政策包 {seen} 未加载", en: "the overlay is for pack {seen}, which was not given" },
    advice: { zh: "加载该政策包，或改正 for", en: "load that pack, or correct `for`" },
  },
  OVERLAY_OF_SETTLED_PARAMETER: {
    message: { zh: "参数 {seen} 由文件规定，不能另行取值", en: "parameter {seen} is settled by its document and cannot be supplied" },
    advice: { zh: "只为待定（open）的参数取值", en: "supply open parameters only" },
  },
  FIELD_NOT_FOUND: {
    message: { zh: "{subject} 没有字段或定义 {seen}{hint.zh}", en: "{subject} has no field or fact {seen}{hint.en}" },
    advice: { zh: "改正名称，或在 facts 中声明", en: "correct the name, or declare it in `facts`" },
  },
  FACTS_IN_CIRCLE: {
    message: { zh: "定义互相引用形成循环：{path}", en: "facts define one another in a circle: {path}" },
    advice: { zh: "去掉其中一处引用", en: "remove one of the references" },
  },
  LOGIC_SHAPE: {
    message: { zh: "条件写法不对：{seen}", en: "not an expression: {seen}" },
    advice: {
      zh: "一个对象只写一个运算符；说明文字写在条件之外的 note 里",
      en: "one operator an object; remarks belong in `note`, outside the logic",
    },
  },
  TEXT_ALONE: {
    message: { zh: "文本 {seen} 不能单独作为取值", en: "the text {seen} is no value on its own" },
    advice: {
      zh: "字段写 { var: … }，参数写 { param: … }；按条件取不同金额或名称的，写成表（tables），每行写明条款",
      en: "a field is written { var: … }, a parameter { param: … }; amounts or names that depend on a case are a table (`tables`), each row with its clause",
    },
  },
  LOGIC_TOO_LARGE: {
    message: { zh: "条件过大（超过 {most} 个节点或 {depth} 层）", en: "the condition is too large (over {most} nodes or {depth} levels)" },
    advice: { zh: "把一部分定义为 facts", en: "define a part of it as a fact" },
  },
  PACK_TOO_LARGE: {
    message: { zh: "政策包过大：{what} {seen}，上限为 {most}", en: "the pack is too large: {what} {seen}, at most {most}" },
    advice: { zh: "拆分为几个政策包，或删去重复内容", en: "split it into several packs, or leave out what repeats itself" },
  },
  OPERATOR_NOT_FOUND: {
    message: { zh: "不认识的运算符 {seen}{hint.zh}", en: "unknown operator {seen}{hint.en}" },
    advice: { zh: "可用：{known}", en: "use one of: {known}" },
  },
  OPERATOR_ARITY: {
    message: { zh: "运算符 {operator} 的参数个数不对：{seen} 个，应为 {expected}", en: "operator {operator} takes {expected} arguments, got {seen}" },
    advice: { zh: "补上或去掉多余的参数", en: "add or remove arguments" },
  },
  NUMBER_WITHOUT_CLAUSE: {
    message: { zh: "条件中直接写了数字 {seen}", en: "the number {seen} stands in the logic" },
    advice: { zh: "改为带条款依据的参数：{ param: … }", en: "make it a parameter with its clause: { param: … }" },
  },
  TYPE_MISMATCH: {
    message: { zh: "类型不符：此处需要 {expected}，实为 {seen}", en: "type mismatch: {expected} is wanted here, got {seen}" },
    advice: { zh: "改用相同类型的字段、参数或取值", en: "use a field, parameter or value of the same type" },
  },
  VALUE_NOT_IN_CHOICE: {
    message: { zh: "{seen} 不是该字段的取值{hint.zh}", en: "{seen} is not a value of that field{hint.en}" },
    advice: { zh: "可用：{known}", en: "use one of: {known}" },
  },
  PARTS_DO_NOT_ADD_UP: {
    severity: "warning",
    message: { zh: "目标合计 {total}，分项只有 {sum}", en: "the target says {total}, its parts add up to {sum}" },
    advice: { zh: "{quotes}。原文如此，未作改动；请向发文单位核实", en: "{quotes}. The text says so and was not mended; ask the issuing office" },
  },
  MEMBERS_DO_NOT_ADD_UP: {
    severity: "warning",
    message: { zh: "目标数为 {total}，列名 {named} 个", en: "the target says {total}, {named} are named" },
    advice: { zh: "原文如此，未作改动；请向发文单位核实", en: "the text says so and was not mended; ask the issuing office" },
  },
  SUBJECT_SHAPE: {
    message: { zh: "评估对象的类别不明：{seen}", en: "cannot tell what is to be assessed: {seen}" },
    advice: {
      zh: "给出且只给出一个：person、household、village、township、facility、workforce、provider、area",
      en: "give exactly one of person, household, village, township, facility, workforce, provider, area",
    },
  },
  NOT_A_DEADLINE: {
    message: { zh: "期限 {seen} 不是存在的年、年月或日期", en: "the deadline {seen} is not a year, month or day that exists" },
    advice: { zh: "写成 2022、2022-12 或 2022-12-31", en: "write 2022, 2022-12 or 2022-12-31" },
  },
  PERIOD_ENDS_BEFORE_IT_BEGINS: {
    message: { zh: "截止日期 {seen} 早于起始日期 {from}", en: "the period's end {seen} is before its beginning, {from}" },
    advice: { zh: "核对起止日期；首尾两日均计入", en: "check both dates; both days belong to the period" },
  },
  PARAMETER_VALUES_CLASH: {
    message: {
      zh: "参数有两个取值同自 {seen} 起施行，无法确定以哪个为准",
      en: "two values of the parameter both hold from {seen}: nobody can tell which",
    },
    advice: { zh: "删去其中一个，或改正起始日期", en: "remove one of them, or correct the day from which it holds" },
  },
  PARAMETER_BOUNDS: {
    message: { zh: "参数的下限 {seen} 大于上限 {most}", en: "the parameter's least value {seen} is above its greatest, {most}" },
    advice: { zh: "改正 least 或 most", en: "correct `least` or `most`" },
  },
  CHOICE_WITHOUT_READINGS: {
    message: { zh: "选择型参数至少要有两种解读，现有 {seen} 种", en: "a choice needs at least two readings, it has {seen}" },
    advice: { zh: "在 of 中列出每种解读及其含义", en: "name each reading with its meaning in `of`" },
  },
  READINGS_WITHOUT_CHOICE: {
    message: { zh: "参数类型为 {seen}，却列出了解读（of）", en: "a parameter of type {seen} has readings (`of`)" },
    advice: { zh: "删去 of，或把 type 改为 choice", en: "remove `of`, or make `type` choice" },
  },
  FACT_DEFINED_TWICE: {
    message: { zh: "同一定义写了几种算法：{seen}", en: "the fact is defined in more than one way: {seen}" },
    advice: { zh: "is、count、share 只保留一个", en: "keep one of `is`, `count` and `share`" },
  },
  FACT_TYPE: {
    message: { zh: "{by} 得出的类型是 {expected}，定义却写成 {seen}", en: "`{by}` gives type {expected}, the fact says {seen}" },
    advice: { zh: "把 type 改为 {expected}", en: "make `type` {expected}" },
  },
  COUNT_OUTSIDE_AREA: {
    message: { zh: "{seen} 不是区域，其中没有可统计的设施", en: "{seen} is not an area, so there are no facilities in it to count" },
    advice: { zh: "把 subject 改为 area、township 或 village", en: "make `subject` area, township or village" },
  },
  ENUM_WITHOUT_VALUES: {
    message: { zh: "枚举型定义没有列出取值", en: "a fact of type enum has no values" },
    advice: { zh: "在 values 中列出全部取值", en: "list every value in `values`" },
  },
  VALUES_WITHOUT_ENUM: {
    message: { zh: "定义的类型为 {seen}，却列出了取值（values）", en: "a fact of type {seen} has a list of values" },
    advice: { zh: "删去 values，或把 type 改为 enum", en: "remove `values`, or make `type` enum" },
  },
  NAME_OF_FIELD: {
    message: {
      zh: "{seen} 已是 {subject} 登记数据中的字段或关联，不能用作定义的名称",
      en: "{seen} is a field or join of {subject} in the register and cannot name a fact",
    },
    advice: { zh: "换一个名称；登记数据中已有的字段可直接使用", en: "use another name; what the register holds can be used as it is" },
  },
  NAME_RESERVED: {
    message: { zh: "名称 {seen} 为程序语言所保留", en: "the name {seen} is reserved by the programming language" },
    advice: { zh: "换一个名称", en: "use another name" },
  },
  FREQUENCY_INCOMPLETE: {
    message: { zh: "服务频次不完整：有 {given}，缺 {missing}", en: "half a frequency: `{given}` without `{missing}`" },
    advice: { zh: "times 和 per 同时填写，或同时删去", en: "give both `times` and `per`, or neither" },
  },
  STAFFING_WITHOUT_NUMBER: {
    message: { zh: "人员配备规则既没有配比，也没有最低人数", en: "the staffing rule has neither ratios nor a minimum" },
    advice: { zh: "填写 ratios 或 minimum", en: "give `ratios` or `minimum`" },
  },
  TABLE_NOT_FOUND: {
    message: { zh: "表 {seen} 不存在{hint.zh}", en: "table {seen} does not exist{hint.en}" },
    advice: { zh: "在 tables 中声明该表，或改正名称", en: "declare it in `tables`, or correct its name" },
  },
  TABLE_CELLS: {
    message: { zh: "该行写了 {seen} 格，表有 {expected} 项输入", en: "the row has {seen} cells, the table {expected} inputs" },
    advice: { zh: "每项输入写一格；不作要求的写“-”", en: 'write one cell for each input; "-" asks nothing of it' },
  },
  TABLE_CELL: {
    message: { zh: "该格不能这样写：{seen}{hint.zh}", en: "a cell of this input cannot say {seen}{hint.en}" },
    advice: { zh: "写取值、取值的列表，或者：{known}", en: "write a value, a list of values, or limits with: {known}" },
  },
  TABLE_TYPE: {
    message: { zh: "表 {seen} 各行取值的类型不一，或不能相加", en: "the rows of table {seen} are not of one type, or cannot be added up" },
    advice: {
      zh: "统一取值，并写明 type；hit 为 sum 的表取值须为数",
      en: "give values of one type and say which in `type`; with hit `sum` they are numbers",
    },
  },
  TABLE_ROWS_OVERLAP: {
    message: { zh: "表 {seen} 第 {first} 行与第 {second} 行可能同时适用", en: "rows {first} and {second} of table {seen} can both apply" },
    advice: {
      zh: "改正其中一行；确需按先后取用的，把 hit 写为 first",
      en: "correct one of them; where the earlier row is meant to win, make `hit` first",
    },
  },
  TABLE_CONFLICT: {
    severity: "warning",
    message: {
      zh: "表 {seen} 有几行同时适用：第 {rows} 行，无法确定取值",
      en: "several rows of table {seen} apply, {rows}: nobody can tell its value",
    },
    advice: {
      zh: "请向发文单位核实；确需按先后取用的，把 hit 写为 first",
      en: "ask the issuing office; where the earlier row is meant to win, make `hit` first",
    },
  },
  TABLE_WITHOUT_ROW: {
    severity: "warning",
    message: { zh: "表 {seen} 没有适用的行，没有取值", en: "no row of table {seen} applies, so it gives nothing" },
    advice: { zh: "补上相应的行，或在规则的条件中排除此类对象", en: "add a row, or exclude such cases in the rule's condition" },
  },
  FIELDS_WITHOUT_RECORD: {
    message: { zh: "类型为 {seen} 的定义不能这样写：{problem}", en: "a fact of type {seen} cannot be declared so: {problem}" },
    advice: {
      zh: "record 写 fields；list 写 fields 或 values 之一；其他类型都不写；open 只用于 list",
      en: "a record has `fields`; a list has either `fields` or `values`; other types have neither; `open` is for lists",
    },
  },
  BENEFIT_NOT_FOUND: {
    message: { zh: "没有规则给予补贴 {seen}{hint.zh}", en: "no rule grants the benefit {seen}{hint.en}" },
    advice: {
      zh: "补贴在给予它的规则中命名（then.kind 为 benefit 的 then.benefit）；现有：{known}",
      en: "a benefit is named by the rule that grants it (`then.benefit`, where `then.kind` is benefit); there are: {known}",
    },
  },
  LINKAGES_CONTRADICT: {
    message: { zh: "补贴 {seen} 之间已另有衔接规定（{first}）", en: "the benefits {seen} are linked otherwise already ({first})" },
    advice: { zh: "两项补贴之间只能有一种衔接关系", en: "two benefits meet in one way only" },
  },
  LINKAGE_PAYS: {
    message: { zh: "{seen} 不在该衔接规定的补贴之列", en: "{seen} is not among the benefits of the linkage" },
    advice: { zh: "pays 写 benefits 中的一项", en: "`pays` names one of `benefits`" },
  },
  SOURCE_STALE: {
    severity: "warning",
    message: {
      zh: "文件 {seen} 最近核对于 {checkedOn}，已超过 {months} 个月",
      en: "source {seen} was last checked on {checkedOn}, more than {months} months ago",
    },
    advice: { zh: "与公开文本重新核对，并更新 checkedOn", en: "compare it with the public copy again and update `checkedOn`" },
  },
} as const;

/** A code of `@eldercare/rules`. */
export type RulesCode = keyof typeof rulesCodes;

/** Reports an issue under a code of `@eldercare/rules`. */
export const reportRules = defineCodes<RulesCode>(rulesCodes);
