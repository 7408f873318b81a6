import { defineCodes } from "@eldercare/core";

/** What can be wrong with a population given as columns. */
export const populationCodes = {
  COLUMN_NOT_FOUND: {
    message: { zh: "没有规则读取字段 {seen}{hint.zh}", en: "no rule reads a field {seen}{hint.en}" },
    advice: { zh: "改正列名（字段的 JSON 指针），或去掉该列", en: "correct the column's name, the JSON pointer of a field, or leave the column out" },
  },
  COLUMN_LENGTH: {
    message: { zh: "该列有 {seen} 人，人口总数为 {expected}", en: "the column speaks of {seen} subjects, the population has {expected}" },
    advice: {
      zh: "每列人数应相同；缺失位图每 32 人占一个字",
      en: "give every column the same length; bits of what is missing take a word for 32 subjects",
    },
  },
  COLUMN_KIND: {
    message: { zh: "该字段的类型为 {expected}，不能用 {seen} 列表示", en: "the field holds {expected}, which a column of {seen} cannot" },
    advice: {
      zh: "整数用 numbers，日期用 days，其余用 codes",
      en: "use `numbers` for numbers, `days` for dates, `codes` for everything else",
    },
  },
  COLUMN_VALUE: {
    message: { zh: "第 {subject} 人的取值 {seen} 不是 {expected}", en: "the value {seen} of subject {subject} is not {expected}" },
    advice: { zh: "改正取值；不清楚的按缺失处理", en: "correct it, or mark it as missing where it is not known" },
  },
  COLUMN_AND_REGISTER: {
    message: { zh: "字段 {seen} 既有列，登记册中又有可查的记录", en: "the field {seen} has a column, and the register has records to look it up in" },
    advice: { zh: "二者只给其一", en: "give one of the two" },
  },
  POPULATION_KIND: {
    message: { zh: "此处应为 {expected}，实为 {seen}", en: "the population is of {expected}, this is a {seen}" },
    advice: { zh: "每次只评估同一类对象", en: "ask about subjects of one kind at a time" },
  },
  POPULATION_JURISDICTION: {
    message: { zh: "区划 {seen} 适用的规则不是所问的 {expected}", en: "other rules than those asked, {expected}, speak for the area {seen}" },
    advice: { zh: "按区划分组，逐组以 area 指明适用地区", en: "split the population by jurisdiction and name the `area` of each part" },
  },
} as const;

/** A code of a population's columns. */
export type PopulationCode = keyof typeof populationCodes;

/** Reports what is wrong with a population. */
export const reportPopulation = defineCodes<PopulationCode>(populationCodes);
