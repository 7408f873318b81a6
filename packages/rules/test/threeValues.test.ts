import type { Missing, OlderPerson } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine } from "../src/assess/engine.js";
import { secondOpinion } from "../src/reference/secondOpinion.js";
import { completePeople, conditions, domains, packOf, partialPeople } from "./policies.js";

const on = "2026-11-21";

type Facts = Record<string, unknown>;

const answer = (pack: ReturnType<typeof packOf>, person: Facts) => {
  const decision = createEngine({ packs: [pack] }).assess({ person: person as Partial<OlderPerson> }, { on })[0];
  if (decision === undefined) throw new Error("no decision");
  return decision;
};

const fieldOf = (missing: Missing): string => ("fact" in missing ? (missing.fact.split("/")[1] ?? "") : missing.parameter);

/** Every way to fill in some fields. */
function completions(fields: readonly string[]): Facts[] {
  return fields.reduce<Facts[]>(
    (made, field) => made.flatMap((facts) => (domains[field] ?? []).map((value) => ({ ...facts, [field]: value }))),
    [{}],
  );
}

const subsetsOfSize = (items: readonly string[], size: number): string[][] =>
  size === 0 ? [[]] : items.flatMap((item, index) => subsetsOfSize(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));

describe("an answer in three values", () => {
  it("is what json-logic-js says where everything is known", () => {
    fc.assert(
      fc.property(conditions, completePeople, (when, person) => {
        const pack = packOf(when);
        const opinion = secondOpinion({ packs: [pack] }, { person: person as Partial<OlderPerson> }, "random/r", { on });
        // fractions, and orderings beside none, are more than JSON-Logic can say
        fc.pre(opinion.holds !== undefined);
        expect(opinion.holds).toBe(answer(pack, person).status === "granted");
      }),
    );
  });

  it("is never contradicted by what turns out later", () => {
    fc.assert(
      fc.property(conditions, partialPeople, completePeople, (when, known, truth) => {
        const pack = packOf(when);
        const before = answer(pack, known).status;
        fc.pre(before !== "undetermined");
        expect(answer(pack, { ...truth, ...known }).status).toBe(before);
      }),
    );
  });

  it("names a set of facts that could grant, and no smaller set could", () => {
    fc.assert(
      fc.property(conditions, partialPeople, (when, known) => {
        const pack = packOf(when);
        const engine = createEngine({ packs: [pack] });
        const status = (facts: Facts) => engine.assess({ person: facts as Partial<OlderPerson> }, { on })[0]?.status;
        const decision = answer(pack, known);
        fc.pre(decision.status === "undetermined" && decision.missing?.proven === true);
        const unknown = Object.keys(domains).filter((field) => !(field in known));
        for (const [wanted, set] of [
          ["granted", decision.missing?.toGrant ?? []],
          ["denied", decision.missing?.toDeny ?? []],
        ] as const) {
          const fields = set.map(fieldOf);
          const reaches = (chosen: readonly string[]) => completions(chosen).some((facts) => status({ ...known, ...facts }) === wanted);
          if (fields.length > 0) expect(reaches(fields)).toBe(true);
          const limit = fields.length === 0 ? unknown.length : fields.length - 1;
          for (let size = 0; size <= Math.min(limit, 3); size += 1)
            for (const smaller of subsetsOfSize(unknown, size)) expect(reaches(smaller)).toBe(false);
        }
      }),
    );
  });

  it("lists as relevant everything that any smallest set names", () => {
    fc.assert(
      fc.property(conditions, partialPeople, (when, known) => {
        const { status, missing } = answer(packOf(when), known);
        fc.pre(status === "undetermined" && missing !== undefined);
        const relevant = (missing?.relevant ?? []).map(fieldOf);
        for (const item of [...(missing?.toGrant ?? []), ...(missing?.toDeny ?? [])]) expect(relevant).toContain(fieldOf(item));
      }),
    );
  });
});
