import type { Wording } from "@eldercare/core";

type Params = Readonly<Record<string, unknown>>;

const both = (text: string): Wording => ({ zh: text, en: text });

const typeNames: Readonly<Record<string, Wording>> = {
  object: { zh: "对象 {…}", en: "an object {…}" },
  array: { zh: "列表 […]", en: "a list […]" },
  string: { zh: "文字", en: "a text" },
  boolean: { zh: "true 或 false", en: "true or false" },
  integer: { zh: "整数", en: "a whole number" },
  number: { zh: "数", en: "a number" },
  null: both("null"),
};

const typesOf = (type: unknown): readonly Wording[] => [type].flat().map((name) => typeNames[String(name)] ?? both(String(name)));

/** Patterns of the schemas that words say better. */
const patternNames: Readonly<Record<string, Wording>> = {
  "^\\d{4}-\\d{2}-\\d{2}$": { zh: "日期，如 2026-11-21", en: "a date, as 2026-11-21" },
};

const listed = (values: unknown): string =>
  [values]
    .flat()
    .map((value) => JSON.stringify(value))
    .join(" | ");

/** What each keyword of JSON Schema asks for. */
const asked: Readonly<Record<string, (params: Params) => Wording>> = {
  type: ({ type }) => {
    const types = typesOf(type);
    return { zh: `应为${types.map(({ zh }) => zh).join("、")}`, en: `must be ${types.map(({ en }) => en).join(" or ")}` };
  },
  enum: ({ allowedValues }) => ({ zh: `应为 ${listed(allowedValues)}`, en: `must be ${listed(allowedValues)}` }),
  const: ({ allowedValue }) => ({ zh: `应为 ${listed(allowedValue)}`, en: `must be ${listed(allowedValue)}` }),
  required: ({ missingProperty }) => ({ zh: `缺少 ${String(missingProperty)}`, en: `${String(missingProperty)} is missing` }),
  pattern: ({ pattern }) => {
    const name = patternNames[String(pattern)] ?? both(String(pattern));
    return { zh: `应为${name.zh}`, en: `must be ${name.en}` };
  },
  minLength: () => ({ zh: "不能为空", en: "must not be empty" }),
  maxLength: ({ limit }) => ({ zh: `最多 ${String(limit)} 个字符`, en: `must have at most ${String(limit)} characters` }),
  minItems: ({ limit }) => ({ zh: `至少 ${String(limit)} 项`, en: `must have at least ${String(limit)} entries` }),
  maxItems: ({ limit }) => ({ zh: `最多 ${String(limit)} 项`, en: `must have at most ${String(limit)} entries` }),
  uniqueItems: () => ({ zh: "有重复的项", en: "must not repeat an entry" }),
  minimum: ({ limit }) => ({ zh: `不能小于 ${String(limit)}`, en: `must be at least ${String(limit)}` }),
  minProperties: ({ limit }) => ({ zh: `至少 ${String(limit)} 个字段`, en: `must have at least ${String(limit)} fields` }),
  propertyNames: ({ propertyName }) => ({ zh: `名称 ${String(propertyName)} 不合要求`, en: `the name ${String(propertyName)} is not allowed` }),
  discriminator: ({ tag, tagValue }) => ({ zh: `${String(tag)} 不能是 ${listed(tagValue)}`, en: `${String(tag)} cannot be ${listed(tagValue)}` }),
};

/** What a schema asks for and does not find, in words. */
export function wordShape(keyword: string, params: Params): Wording {
  return asked[keyword]?.(params) ?? both(`${keyword} ${JSON.stringify(params)}`);
}
