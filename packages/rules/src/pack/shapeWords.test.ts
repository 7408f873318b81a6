import { expect, it } from "vitest";
import { pack as national } from "../packs/cn.js";
import { checkPack } from "./parsePack.js";
import { wordShape } from "./shapeWords.js";

const said = (change: Record<string, unknown>) =>
  checkPack({ ...national, ...change })
    .filter(({ code }) => code === "PACK_SHAPE")
    .map(({ pointer, message }) => `${pointer} ${message.zh.split("：")[1]} / ${message.en.split(": ")[1]}`);

it("says what the schema asks for, in both languages", () => {
  const [rule] = national.rules;
  expect(said({ version: 1 })).toEqual(["/version 应为文字 / must be a text"]);
  expect(said({ version: "one" })).toEqual(["/version 应为^\\d+\\.\\d+\\.\\d+$ / must be ^\\d+\\.\\d+\\.\\d+$"]);
  expect(said({ inForce: { from: "1 May" } })).toEqual(["/inForce/from 应为日期，如 2026-11-21 / must be a date, as 2026-11-21"]);
  expect(said({ inForce: {} })).toEqual(["/inForce 缺少 from / from is missing"]);
  expect(said({ rules: [{ ...rule, subject: "cat" }] })[0]).toMatch(/^\/rules\/0\/subject 应为 "person" \| .* \/ must be "person" \| /);
  expect(said({ rules: [{ ...rule, clauses: [] }] })).toEqual(["/rules/0/clauses 至少 1 项 / must have at least 1 entries"]);
  expect(said({ rules: [{ ...rule, then: { kind: "gift" } }] })).toEqual(['/rules/0/then kind 不能是 "gift" / kind cannot be "gift"']);
});

it("leaves no keyword of the schemas without words but those that only join others", () => {
  for (const keyword of [
    "type",
    "enum",
    "const",
    "required",
    "pattern",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minimum",
    "minProperties",
    "propertyNames",
    "discriminator",
  ])
    expect(wordShape(keyword, { type: "string", limit: 2 }).zh).not.toContain(keyword);
});
