import { defineCodes } from "./issue.js";

/** The codes of `@eldercare/core`, with what each means and what to do. */
export const coreCodes = {
  UNKNOWN_KEY: {
    message: { zh: "不认识的字段 {seen}{hint.zh}", en: "unknown field {seen}{hint.en}" },
    advice: { zh: "改正字段名，或删除该字段；本地特有的数据放在 facts 里", en: "correct the name or remove it; local data belongs in `facts`" },
  },
  MISSING_FIELD: {
    message: { zh: "缺少必填字段 {field}", en: "required field {field} is missing" },
    advice: { zh: "补上该字段", en: "add the field" },
  },
  WRONG_TYPE: {
    message: { zh: "类型不符：应为{expected.zh}，实为 {seen}", en: "wrong type: expected {expected.en}, got {seen}" },
    advice: { zh: "按数据说明改为正确的类型", en: "give a value of the type that the shape asks for" },
  },
  NOT_IN_LIST: {
    message: { zh: "取值 {seen} 不在允许范围内{hint.zh}", en: "value {seen} is not one of the allowed values{hint.en}" },
    advice: { zh: "改为下列之一：{expected}", en: "use one of: {expected}" },
  },
  OUT_OF_RANGE: {
    message: { zh: "数值 {seen} 超出范围（{expected}）", en: "value {seen} is out of range ({expected})" },
    advice: { zh: "核对数值和单位", en: "check the value and its unit" },
  },
  NOT_A_WHOLE_NUMBER: {
    message: { zh: "{seen} 不是整数", en: "{seen} is not a whole number" },
    advice: { zh: "金额以分为单位、人数以人为单位，填整数", en: "give a whole number (money in fen, people in persons)" },
  },
  NOT_A_NUMBER: {
    message: { zh: "{seen} 不是有限数值", en: "{seen} is not a finite number" },
    advice: { zh: "填写数值", en: "give a number" },
  },
  NOT_A_DATE: {
    message: { zh: "{seen} 不是存在的日期", en: "{seen} is not a date that exists" },
    advice: { zh: "写成 年-月-日，例如 1942-06-01", en: "write YYYY-MM-DD, for example 1942-06-01" },
  },
  PERIOD_REVERSED: {
    message: { zh: "时段 {seen} 的终止日早于起始日", en: "the period {seen} ends before it begins" },
    advice: { zh: "核对起止日期", en: "check both dates" },
  },
  NOT_A_CLOCK_TIME: {
    message: { zh: "{seen} 不是时刻", en: "{seen} is not a time of day" },
    advice: { zh: "写成 时:分，例如 08:30", en: "write HH:MM, for example 08:30" },
  },
  NOT_AN_AREA_CODE: {
    message: { zh: "{seen} 不是区划代码", en: "{seen} is not an area code" },
    advice: { zh: "区划代码为 2、4、6、9 或 12 位数字，作为文本填写", en: "area codes have 2, 4, 6, 9 or 12 digits, given as text" },
  },
  NOT_AN_ID: {
    message: { zh: "{seen} 不能作为编号", en: "{seen} cannot serve as an identifier" },
    advice: { zh: "编号为 1 至 200 个字符、不含换行的文本", en: "use 1 to 200 characters without a line break" },
  },
  EMPTY_LIST: {
    message: { zh: "列表为空", en: "the list is empty" },
    advice: { zh: "至少填写一项", en: "give at least one entry" },
  },
  BIRTH_DATE_IN_FUTURE: {
    message: { zh: "出生日期 {seen} 晚于查询日期 {on}", en: "birth date {seen} is later than the date asked about, {on}" },
    advice: { zh: "核对出生日期", en: "check the date of birth" },
  },
  DIED_BEFORE_BIRTH: {
    message: { zh: "死亡日期 {seen} 早于出生日期", en: "date of death {seen} is before the date of birth" },
    advice: { zh: "核对两个日期", en: "check both dates" },
  },
  AREA_NOT_FOUND: {
    message: { zh: "区划代码 {seen} 不在区划表中", en: "area {seen} does not exist in the list of areas" },
    advice: { zh: "核对代码，或在区划表（areas）中补上该区划", en: "check the code, or add the area to `areas`" },
  },
  AREA_TIER: {
    message: { zh: "层级 {seen} 与代码 {areaCode} 的位数不符", en: "the tier {seen} does not fit the digits of the code {areaCode}" },
    advice: {
      zh: "省、市、县、乡、村的代码分别为 2、4、6、9、12 位",
      en: "codes of provinces, prefectures, counties, townships and villages have 2, 4, 6, 9 and 12 digits",
    },
  },
  CAREGIVER_WITHOUT_SHIFTS: {
    message: { zh: "护理人员没有班次", en: "the caregiver has no shifts" },
    advice: { zh: "在 shifts 中至少填写一个班次（星期、起止时刻）", en: "give at least one shift (weekdays, from, to) in `shifts`" },
  },
  SHIFT_ENDS_BEFORE_IT_BEGINS: {
    message: { zh: "班次结束时刻 {seen} 不晚于开始时刻", en: "the shift's end {seen} is not after its beginning" },
    advice: { zh: "核对起止时刻；跨午夜的班次拆成两个", en: "check both times; split a shift that passes midnight" },
  },
  SHIFTS_OVERLAP: {
    message: { zh: "班次 {seen} 与同一人的另一班次重叠", en: "the shift {seen} overlaps another of the same caregiver" },
    advice: { zh: "核对星期和起止时刻，合并或错开两个班次", en: "check weekdays and times; join the two shifts or part them" },
  },
  BREAK_OUTSIDE_SHIFT: {
    message: { zh: "休息时段 {seen} 无法安排在班次之内", en: "the break {seen} cannot be taken within the shift" },
    advice: {
      zh: "核对休息的时段和时长：须有不少于一个休息时长落在班次内",
      en: "check its hours and minutes: the whole break must fit within the shift",
    },
  },
  DUPLICATE_ID: {
    message: { zh: "编号 {seen} 重复", en: "identifier {seen} occurs twice" },
    advice: { zh: "每条记录使用唯一编号", en: "give every record an identifier of its own" },
  },
  REFERENCE_NOT_FOUND: {
    message: { zh: "引用的{what.zh} {seen} 不存在{hint.zh}", en: "{what.en} {seen} does not exist{hint.en}" },
    advice: { zh: "核对编号，或补上被引用的记录", en: "check the identifier, or add the record" },
  },
  MORE_NURSING_BEDS_THAN_BEDS: {
    message: { zh: "护理型床位数 {seen} 多于床位总数 {beds}", en: "{seen} nursing beds are more than the {beds} beds in all" },
    advice: { zh: "核对两个数值", en: "check both numbers" },
  },
  EMPTY_REGISTER: {
    message: { zh: "花名册中没有老年人", en: "the register holds no older person" },
    advice: { zh: "在 people.jsonl 或 people.csv 中至少提供一人", en: "give at least one person in people.jsonl or people.csv" },
  },
} as const;

/** A code of `@eldercare/core`. */
export type CoreCode = keyof typeof coreCodes;

/** Reports an issue under a code of `@eldercare/core`. */
export const reportIssue = defineCodes<CoreCode>(coreCodes);
