import type { OlderPerson } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine, type Engine } from "../src/assess/engine.js";
import type { Overlay } from "../src/pack/pack.js";
import { forget } from "./forget.js";
import { completeSituations, dateAsked, languageConditions, languagePack, registerOf, type Situation } from "./language.js";

const overlay = (parameters: Situation["parameters"]): Overlay => ({
  id: "known",
  for: "random",
  illustrative: false,
  parameters: Object.fromEntries(Object.entries(parameters).map(([id, value]) => [id, [{ from: "2000-01-01", value }]])),
});

const asked = ({ person, members, people }: Situation) =>
  [{ person: person as Partial<OlderPerson> }, { on: dateAsked, register: registerOf({ members, people }) }] as const;

const undetermined = 2;

const statusesOf = (engine: Engine, situation: Situation): Uint8Array => {
  const [subject, question] = asked(situation);
  return engine.assessMany([subject], question).status;
};

describe("what is known of the whole language", () => {
  it("is never contradicted by what turns out later: no fact, member, person or parameter supplied undoes an answer", () => {
    const conditions = fc.array(languageConditions({ plain: false, open: true }), { minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(conditions, completeSituations(true), fc.infiniteStream(fc.boolean()), (rules, truth, coins) => {
        const keeps = () => coins.next().value === true;
        const known: Situation = {
          ...truth,
          person: forget(truth.person, keeps),
          members: truth.members.map((member) => forget(member, keeps)),
          people: truth.people.filter(keeps).map((relative) => forget(relative, keeps)),
        };
        const pack = languagePack(rules);
        const before = statusesOf(createEngine({ packs: [pack] }), known);
        const after = statusesOf(createEngine({ packs: [pack], overlays: [overlay(truth.parameters)] }), truth);
        for (const [index, status] of before.entries()) if (status !== undetermined) expect([index, status]).toEqual([index, after[index]]);
      }),
    );
  });

  it("says of whatever is undetermined what would settle it, or that this is not proven", () => {
    fc.assert(
      fc.property(
        languageConditions({ plain: false, open: true }),
        completeSituations(true),
        fc.infiniteStream(fc.boolean()),
        (rule, truth, coins) => {
          const keeps = () => coins.next().value === true;
          const known = { ...truth, person: forget(truth.person, keeps) };
          for (const { status, missing } of createEngine({ packs: [languagePack([rule])] }).assess(...asked(known))) {
            fc.pre(status === "undetermined");
            const { toGrant = [], toDeny = [], relevant = [], proven } = missing ?? {};
            // what nobody could supply is never asked for
            for (const each of relevant) expect("fact" in each ? each.fact : each.parameter).toMatch(/^[^:]+$/);
            if (proven === true) expect(toGrant.length + toDeny.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
