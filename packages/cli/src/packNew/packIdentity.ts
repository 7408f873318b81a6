import { isAreaCode } from "@eldercare/core";
import { type FormField, type Said, someDate, someText } from "./formField.js";

/** What a new pack is about, as its author says it. */
export interface PackIdentity {
  readonly id: string;
  readonly area: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly documentTitle: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly issued: string;
  readonly from: string;
}

/** All that must be said of a new pack, in the order in which it is asked. */
export const identityFields: readonly FormField[] = [
  {
    name: "id",
    option: "--id",
    what: { zh: "政策包编号", en: "identifier of the pack" },
    example: "cn-990001-example",
    expected: { zh: "小写字母、数字和连字符，如 cn-990001-example", en: "small letters, digits and hyphens, such as cn-990001-example" },
    read: (written) => (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(written.trim()) ? written.trim() : undefined),
  },
  {
    name: "area",
    option: "--area",
    what: { zh: "适用区划代码", en: "code of the area that it is for" },
    example: "990001",
    expected: { zh: "2、4、6、9 或 12 位区划代码", en: "an area code of 2, 4, 6, 9 or 12 digits" },
    // the empty code is the whole country, whose pack is there already
    read: (written) => (written.trim() !== "" && isAreaCode(written.trim()) ? written.trim() : undefined),
  },
  { name: "titleZh", option: "--title-zh", what: { zh: "政策包的中文名称", en: "title in Chinese" }, example: "示例县养老服务", ...someText },
  {
    name: "titleEn",
    option: "--title-en",
    what: { zh: "政策包的英文名称", en: "title in English" },
    example: "Elder care in Example County",
    ...someText,
  },
  {
    name: "documentTitle",
    option: "--document-title",
    what: { zh: "文件全称", en: "full title of the document" },
    example: "示例县养老服务办法",
    ...someText,
    usual: ({ titleZh }) => titleZh,
  },
  {
    name: "documentNumber",
    option: "--document-number",
    what: { zh: "文号", en: "number of the document" },
    example: "示例发〔2026〕1号",
    ...someText,
  },
  { name: "issuer", option: "--issuer", what: { zh: "发文单位", en: "issuing office" }, example: "示例县人民政府", ...someText },
  { name: "issued", option: "--issued", what: { zh: "发文日期", en: "date of issue" }, example: "2025-12-20", ...someDate },
  { name: "from", option: "--from", what: { zh: "施行日期", en: "date from which it holds" }, example: "2026-01-01", ...someDate },
];

/** The identity that a filled form gives. */
export function identityOf(said: Said): PackIdentity {
  const of = (name: keyof PackIdentity): string => said[name] ?? "";
  return {
    id: of("id"),
    area: of("area"),
    titleZh: of("titleZh"),
    titleEn: of("titleEn"),
    documentTitle: of("documentTitle"),
    documentNumber: of("documentNumber"),
    issuer: of("issuer"),
    issued: of("issued"),
    from: of("from"),
  };
}
