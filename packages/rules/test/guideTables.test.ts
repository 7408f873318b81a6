import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lintPack } from "../src/pack/lintPack.js";
import type { Pack } from "../src/pack/pack.js";
import { packOf } from "./policies.js";

it("the guide's own table and linkage are sound", () => {
  const guide = readFileSync(new URL("../../../docs/packs.md", import.meta.url), "utf8");
  const shown = [...guide.matchAll(/^```jsonc\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => JSON.parse(`{${text}}`) as Partial<Pack>);
  const { tables, linkages } = Object.assign({}, ...shown) as Partial<Pack>;
  const base = packOf(true);
  const [rule] = base.rules;
  const clause = base.clauses.C;
  if (rule === undefined || clause === undefined || tables === undefined || linkages === undefined) throw new Error("the guide shows both");
  const benefit = (name: string) =>
    ({ ...rule, id: name, then: { kind: "benefit", benefit: name, amountFen: { table: "purchase" }, per: "month" } }) as const;
  const pack: Pack = {
    ...base,
    clauses: { C: clause, "EX-2": clause },
    tables,
    linkages,
    rules: linkages.flatMap(({ benefits }) => benefits.map(benefit)),
  };
  expect(lintPack(pack).filter(({ severity }) => severity === "error")).toEqual([]);
});
