import type { OlderPerson } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forget } from "../../../test/forget.js";
import { completeSituations, dateAsked, languageConditions, languagePack, registerOf } from "../../../test/language.js";
import { createEngine } from "../../assess/engine.js";
import { compileTruth } from "../closures.js";
import { indexOf, Scope } from "../scope.js";
import { TRUE, UNKNOWN } from "../value.js";
import { type Trace, traceAll, traceOf } from "./trace.js";

const each = 20;
const inPacks = fc.array(languageConditions({ plain: false, open: true }), { minLength: each, maxLength: each });

const partsOf = (trace: Trace): Trace[] => [trace, ...trace.parts.flatMap(partsOf)];

/** The conditions of a random pack with somebody of whom part is forgotten. */
const asked = fc
  .tuple(inPacks, completeSituations(true), fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }))
  .map(([conditions, situation, kept]) => {
    let next = 0;
    const keeps = (): boolean => kept[next++ % kept.length] ?? true;
    const engine = createEngine({ packs: [languagePack(conditions)] });
    const person = forget(situation.person, keeps) as Partial<OlderPerson>;
    const found = engine.rules(dateAsked).flatMap(({ key }) => engine.ruleFor(key, dateAsked) ?? []);
    const scope = new Scope("person", person as never, dateAsked, indexOf(registerOf(situation)));
    return { nodes: found.flatMap(({ rule }) => rule.parsed.condition ?? []), parameters: found[0]?.context.parameters.all ?? new Map(), scope };
  });

describe("a traced condition", () => {
  it("comes to what the closures say, alone and among others, whatever is unknown", () => {
    let compared = 0;
    fc.assert(
      fc.property(asked, ({ nodes, parameters, scope }) => {
        const together = traceAll(nodes, scope, parameters);
        for (const node of nodes) {
          const truth = compileTruth(node, parameters)(scope);
          const expected = truth === UNKNOWN ? undefined : truth === TRUE;
          expect([traceOf(node, scope, parameters).value, together.valueOf(node)]).toEqual([expected, expected]);
          compared += 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(compared).toBe(40 * each);
  });

  it("shows, of what decided, only parts that came to the same", () => {
    fc.assert(
      fc.property(asked, ({ nodes, parameters, scope }) => {
        for (const node of nodes)
          for (const { node: inner, value, parts } of partsOf(traceOf(node, scope, parameters).tree())) {
            if (inner.op !== "and" && inner.op !== "or") continue;
            expect(parts.length).toBeGreaterThan(0);
            for (const part of parts) expect(part.value).toBe(value);
          }
      }),
      { numRuns: 20 },
    );
  });

  it("shows every part where all of it is asked for", () => {
    fc.assert(
      fc.property(asked, ({ nodes, parameters, scope }) => {
        for (const node of nodes) {
          const run = traceOf(node, scope, parameters);
          for (const { node: inner, parts } of partsOf(run.tree("full")))
            if (inner.op === "and" || inner.op === "or") expect(parts.map((part) => part.node)).toEqual(inner.args);
        }
      }),
      { numRuns: 20 },
    );
  });
});
