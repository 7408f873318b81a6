import { isAreaCode, isCivilDate, type Wording } from "@eldercare/core";
import { readDate } from "../table/readDate.js";

/** What a new pack is about, as its author says it. */
export interface PackIdentity {
  readonly id: string;
  readonly area: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly issued: string;
  readonly from: string;
}

/** One thing to be said of a new pack: its option, what it is, an example, and what it must be like. */
export interface IdentityField {
  readonly name: keyof PackIdentity;
  readonly option: string;
  readonly what: Wording;
  readonly example: string;
  readonly expected: Wording;
  /** What was meant by what was written; undefined where it cannot be used. */
  readonly read: (written: string) => string | undefined;
}

const when = (written: string, fits: (text: string) => boolean): string | undefined => (fits(written) ? written : undefined);

const text: Pick<IdentityField, "expected" | "read"> = {
  expected: { zh: "一段文字", en: "some text" },
  read: (written) => (written.trim() === "" ? undefined : written.trim()),
};

const date: Pick<IdentityField, "expected" | "read"> = {
  expected: { zh: "存在的日期，如 2026-01-01", en: "a date that exists, such as 2026-01-01" },
  read: (written) => when(readDate(written.trim()), isCivilDate),
};

/** All that must be said of a new pack, in the order in which it is asked. */
export const identityFields: readonly IdentityField[] = [
  {
    name: "id",
    option: "--id",
    what: { zh: "政策包编号", en: "identifier of the pack" },
    example: "cn-990001-example",
    expected: { zh: "小写字母、数字和连字符，如 cn-990001-example", en: "small letters, digits and hyphens, such as cn-990001-example" },
    read: (written) => when(written.trim(), (id) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)),
  },
  {
    name: "area",
    option: "--area",
    what: { zh: "适用区划代码", en: "code of the area that it is for" },
    example: "990001",
    expected: { zh: "2、4、6、9 或 12 位区划代码", en: "an area code of 2, 4, 6, 9 or 12 digits" },
    read: (written) => when(written.trim(), isAreaCode),
  },
  { name: "titleZh", option: "--title-zh", what: { zh: "中文名称", en: "title in Chinese" }, example: "示例县养老服务", ...text },
  { name: "titleEn", option: "--title-en", what: { zh: "英文名称", en: "title in English" }, example: "Elder care in Example County", ...text },
  { name: "documentNumber", option: "--document-number", what: { zh: "文号", en: "number of the document" }, example: "示例发〔2026〕1号", ...text },
  { name: "issuer", option: "--issuer", what: { zh: "发文单位", en: "issuing office" }, example: "示例县人民政府", ...text },
  { name: "issued", option: "--issued", what: { zh: "发文日期", en: "date of issue" }, example: "2025-12-20", ...date },
  { name: "from", option: "--from", what: { zh: "施行日期", en: "date from which it holds" }, example: "2026-01-01", ...date },
];
