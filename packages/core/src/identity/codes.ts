import { defineCodes } from "../errors/issue.js";

/** The codes of the room `identity`; what they print of a number is masked. */
export const identityCodes = {
  CITIZEN_ID_NOT_TEXT: {
    message: { zh: "公民身份号码应为文本，实为 {expected}", en: "a citizen ID number is a text, not a {expected}" },
    advice: { zh: "作为文本读取：按数值读取会丢失末几位", en: "read it as text: as a number it loses its last digits" },
  },
  CITIZEN_ID_LENGTH: {
    message: { zh: "公民身份号码 {seen} 为 {length} 位，应为 15 或 18 位", en: "the citizen ID number {seen} has {length} characters, not 15 or 18" },
    advice: { zh: "核对是否漏录或多录", en: "check for characters left out or added" },
  },
  CITIZEN_ID_CHARACTERS: {
    message: { zh: "公民身份号码 {seen} 含有不允许的字符", en: "the citizen ID number {seen} holds characters that it may not" },
    advice: { zh: "只能为数字；18 位号码的末位可为 X", en: "digits only; the last of 18 may be X" },
  },
  CITIZEN_ID_CHECKSUM: {
    message: { zh: "公民身份号码 {seen} 的校验码不符", en: "the check character of the citizen ID number {seen} does not fit" },
    advice: { zh: "至少有一位录错，对照证件核对", en: "at least one digit is wrong: compare with the card" },
  },
  CITIZEN_ID_BIRTH_DATE: {
    message: { zh: "公民身份号码 {seen} 中的出生日期不存在", en: "the birth date in the citizen ID number {seen} does not exist" },
    advice: { zh: "对照证件核对第 7 位起的出生日期", en: "compare the date from the 7th digit on with the card" },
  },
  CITIZEN_ID_BORN_LATER: {
    message: {
      zh: "公民身份号码 {seen} 中的出生日期晚于查询日期 {on}",
      en: "the birth date in the citizen ID number {seen} is after the date asked about, {on}",
    },
    advice: { zh: "核对号码和查询日期", en: "check the number and the date asked about" },
  },
} as const;

/** Reports an issue under a code of the room `identity`. */
export const reportIdentityIssue = defineCodes<keyof typeof identityCodes>(identityCodes);
