import { EldercareError, type OlderPerson } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine, type Engine } from "../src/assess/engine.js";
import type { Overlay } from "../src/pack/pack.js";
import { secondOpinion } from "../src/reference/index.js";
import { completeSituations, dateAsked, languageConditions, languagePack, registerOf, type Situation } from "./language.js";
import { LeftOpen, PlainReference } from "./plainReference.js";

const expressions = 25;
// 2,000 expressions of each kind at every change; 100,000 in the wide run, which asks for 1,000 runs of every property
const asked = process.env.FC_RUNS === undefined ? 110 : Number(process.env.FC_RUNS) * 6;
// a mutant is asked about some expressions only
const runs = process.env.MUTATED_PACKAGE === undefined ? asked : asked / 6;
// the wide run shares the machine with every other property
const timeoutMs = process.env.FC_RUNS === undefined ? 30_000 : 590_000;
const least = process.env.FC_RUNS === undefined ? 2000 : (runs * 100) / 6;

const overlay = (parameters: Situation["parameters"]): Overlay => ({
  id: "known",
  for: "random",
  illustrative: false,
  parameters: Object.fromEntries(Object.entries(parameters).map(([id, value]) => [id, [{ from: "2000-01-01", value }]])),
});

const inPacks = (plain: boolean) => fc.array(languageConditions({ plain, open: false }), { minLength: expressions, maxLength: expressions });

/** An engine of random rules, unless one of them has grown beyond what is accepted. */
function engineOf(policy: Parameters<typeof createEngine>[0]): Engine {
  try {
    return createEngine(policy);
  } catch (error) {
    fc.pre(!(error instanceof EldercareError && error.issues.every(({ code }) => code === "LOGIC_TOO_LARGE")));
    throw error;
  }
}

/** What the engine says of each rule about a situation. */
function answersOf(pack: ReturnType<typeof languagePack>, situation: Situation) {
  const policy = { packs: [pack], overlays: [overlay(situation.parameters)] };
  const subject = { person: situation.person as Partial<OlderPerson> };
  const question = { on: dateAsked, register: registerOf(situation) };
  const { rules, status } = engineOf(policy).assessMany([subject], question);
  return { policy, subject, question, rules, status };
}

describe("a random expression on complete data", () => {
  it(
    "means what json-logic-js says, over the operators that both have",
    () => {
      let compared = 0;
      fc.assert(
        fc.property(inPacks(true), completeSituations(false), (conditions, situation) => {
          const { policy, subject, question, rules, status } = answersOf(languagePack(conditions), situation);
          for (const [index, rule] of rules.entries()) {
            const { holds } = secondOpinion(policy, subject, rule, question);
            // a table without a row is none, and JavaScript takes none for 0 where it orders
            if (holds === undefined) continue;
            compared += 1;
            expect([rule, status[index] === 1]).toEqual([rule, holds]);
          }
        }),
        { numRuns: runs },
      );
      expect(compared).toBeGreaterThan(least);
    },
    timeoutMs,
  );

  it(
    "means what the words of the guide say, dates, areas, fractions and tables included",
    () => {
      let compared = 0;
      fc.assert(
        fc.property(inPacks(false), completeSituations(true), (conditions, situation) => {
          const pack = languagePack(conditions);
          const reference = new PlainReference(pack, situation);
          const { rules, status } = answersOf(pack, situation);
          for (const [index, condition] of conditions.entries()) {
            let holds: boolean;
            try {
              holds = reference.holds(condition);
            } catch (error) {
              if (error instanceof LeftOpen) continue;
              throw error;
            }
            compared += 1;
            expect([rules[index], condition, status[index]]).toEqual([rules[index], condition, Number(holds)]);
          }
        }),
        { numRuns: runs },
      );
      expect(compared).toBeGreaterThan(least);
    },
    timeoutMs,
  );
});
