import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { number, packOf } from "../../test/jurisdictions.js";
import { lintPack } from "../pack/lintPack.js";
import type { Logic, Override } from "../pack/pack.js";

/** The overrides that a guide shows. */
function shownIn(name: string): readonly Override[] {
  const guide = readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), "utf8");
  const [, text = ""] = /^```jsonc\n("overrides": \[[\s\S]*?)^```$/m.exec(guide) ?? [];
  return (JSON.parse(`{${text}}`) as { readonly overrides: readonly Override[] }).overrides;
}

const title = { zh: "题", en: "title" };
const when: Logic = { ">=": [{ ageOn: [{ var: "birthDate" }] }, { param: "oldAge.fromAge" }] };
const above = packOf("example-province", "99", [], {
  clauses: { X: { source: "notice", section: "一", modality: "required", quote: "虚构的条文。" } },
  parameters: { "oldAge.fromAge": number(80, { clause: "X" }), "oldAge.fen": number(10_000, { type: "fen", clause: "X" }) },
  rules: [
    {
      id: "benefit.oldAge",
      subject: "person",
      title,
      when,
      then: { kind: "benefit", benefit: "oldAgeAllowance", amountFen: { param: "oldAge.fen" }, per: "month" },
      clauses: ["X"],
    },
    { id: "service.meals", subject: "person", title, when, then: { kind: "service", service: "meals" }, clauses: ["X"] },
  ],
});

it.each(["packs.md", "packs.en.md"])("the overrides that %s shows are sound, and do what they say", (name) => {
  const overrides = shownIn(name);
  const clause = { source: "notice", section: "一", modality: "required", quote: "虚构的条文。" } as const;
  const pack = packOf("example-county", "990001", ["example-province"], {
    clauses: { "EX-2": clause, "EX-3": clause },
    parameters: { "oldAge.fenHere": number(12_000, { type: "fen", clause: "EX-2" }) },
    overrides,
  });
  expect(overrides.length).toBeGreaterThan(1);
  expect(lintPack(pack, [above]).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([]);
});
