import type { IdentifiedPerson, VisitList } from "@eldercare/rules/identify";
import fc from "fast-check";
import { expect, it } from "vitest";
import { withVisits } from "./outreachPerson.js";

const told = (person: string): IdentifiedPerson => ({ person, events: [{ kind: "joined" }], changes: [], ask: [] });

it("an outreach list holds everybody of whom there is something to tell or who is to be visited, once, in the order of their ids", () => {
  const ids = fc.uniqueArray(fc.constantFrom<string[]>("p-1", "p-10", "p-2", "p-3", "p-4"));
  fc.assert(
    fc.property(ids, ids, ids, (some, due, unknown) => {
      const undetermined = unknown.filter((id) => !due.includes(id));
      const list: VisitList = { due: due.map((person) => ({ person, due: "2026-12-01", state: "due" })), undetermined, rules: [], clauses: [] };
      const merged = [...withVisits([...some].sort().map(told), list)];
      expect(merged.map(({ person }) => person)).toEqual([...new Set([...some, ...due, ...undetermined])].sort());
      for (const { person, events, visit } of merged) {
        expect(events.length).toBe(some.includes(person) ? 1 : 0);
        expect(visit?.state).toBe(due.includes(person) ? "due" : undetermined.includes(person) ? "undetermined" : undefined);
      }
    }),
  );
});

it("an outreach list without a log of visits is the identification as it is", () => {
  const people = [told("p-1"), told("p-2")];
  expect([...withVisits(people, undefined)]).toEqual(people);
});
