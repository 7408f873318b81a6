import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { analysePack } from "../src/analyse/index.js";
import type { Pack } from "../src/pack/pack.js";

const on = "2026-11-21";
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const has = (path: string): boolean => existsSync(new URL(path, import.meta.url));

/** A finding that stays, with the reason. */
interface Explained {
  readonly code: string;
  readonly pointer: string;
  readonly why: { readonly zh: string; readonly en: string };
}

const ids = readdirSync(new URL("../packs/", import.meta.url))
  .filter((id) => has(`../packs/${id}/pack.json`))
  .sort();
const packOf = (id: string): Pack => read(`../packs/${id}/pack.json`) as Pack;
const explainedOf = (id: string): readonly Explained[] =>
  has(`../packs/${id}/findings.json`) ? (read(`../packs/${id}/findings.json`) as readonly Explained[]) : [];

/** All that a pack stands on, parents first. */
const parentsOf = (pack: Pack): Pack[] =>
  [...new Set(pack.extends.flatMap((id) => [...parentsOf(packOf(id)).map((each) => each.id), id]))].map(packOf);

const fits = new Ajv({ allErrors: true }).compile(read("../schema/findings.schema.json") as object);
const place = ({ code, pointer }: Pick<Explained, "code" | "pointer">): string => `${code} ${pointer}`;

/** What one list holds that another does not; a place with two findings may be explained once, or twice. */
const without = (all: readonly string[], others: readonly string[]): string[] => [...new Set(all)].filter((each) => !others.includes(each)).sort();

describe.each(ids)("what an analysis of the pack %s finds", (id) => {
  const explained = explainedOf(id);

  it("is explained in a file of the published shape", () => {
    fits(explained);
    expect(fits.errors ?? []).toEqual([]);
  });

  it("is what is explained, and nothing else", () => {
    const pack = packOf(id);
    const { findings, undecided } = analysePack(pack, { parents: parentsOf(pack), on });
    const found = [...findings, ...undecided].map(place);
    expect({
      errors: findings.filter(({ severity }) => severity === "error").map(place),
      notExplained: without(found, explained.map(place)),
      notFound: without(explained.map(place), found),
    }).toEqual({ errors: [], notExplained: [], notFound: [] });
  });
});

it("a finding explained without its reason in both languages is refused", () => {
  const finding = { code: "RULES_OVERLAP", pointer: "/rules/3", why: { zh: "原文如此。", en: "The document says so." } };
  expect(fits([finding])).toBe(true);
  for (const bad of [
    { ...finding, why: { zh: "原文如此。" } },
    { ...finding, why: { zh: "", en: "" } },
    { ...finding, pointer: "rules/3" },
  ])
    expect(fits([bad])).toBe(false);
});
