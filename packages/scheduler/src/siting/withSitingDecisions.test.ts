import type { Decision, Effect } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { threeHomes } from "../../test/threeHomes.js";
import { withSitingDecisions } from "./withSitingDecisions.js";

const siting = (what: "forbid" | "require" | "handOver", of = "townshipHome"): Effect => ({ kind: "siting", siting: what, of, open: [] });

const decided = (subject: string, effect: Effect | undefined, amend: Partial<Decision> = {}): Decision => ({
  rule: "p/home",
  subject,
  on: "2026-11-21",
  status: "granted",
  ...(effect === undefined ? {} : { effect }),
  modality: "required",
  illustrative: false,
  warnings: [],
  clauses: [],
  ...amend,
});

function marked(...decisions: Decision[]) {
  const { problem, notes } = withSitingDecisions(threeHomes(), decisions);
  const of = (mark: "barred" | "required") => problem.sites.filter((each) => each[mark] === true).map(({ id }) => id);
  return { barred: of("barred"), required: of("required"), notes: notes.map(({ why }) => why) };
}

describe("what rules decide about sites", () => {
  it("bars the candidates of the area that it forbids, and those of no other area or kind", () => {
    expect(marked(decided("361021101", siting("forbid")))).toEqual({ barred: ["home-1"], required: [], notes: [] });
    expect(marked(decided("361021", siting("forbid"))).barred).toHaveLength(3);
    expect(marked(decided("361021101", siting("forbid", "villageMutualAidPoint"))).barred).toEqual([]);
  });

  it("requires the candidate of the area where there is one, and says where there is none or more than one", () => {
    expect(marked(decided("361021102", siting("require")))).toEqual({ barred: [], required: ["home-2"], notes: [] });
    expect(marked(decided("361021109", siting("require")))).toEqual({ barred: [], required: [], notes: ["noCandidate"] });
    expect(marked(decided("361021", siting("require")))).toEqual({ barred: [], required: [], notes: ["severalCandidates"] });
  });

  it("is not taken for a duty where the clause only encourages, nor for a no where facts are missing", () => {
    expect(marked(decided("361021102", siting("require"), { modality: "permitted-or-encouraged" })).notes).toEqual(["notBinding"]);
    expect(marked(decided("361021102", undefined, { status: "undetermined" }))).toEqual({ barred: [], required: [], notes: ["undetermined"] });
  });

  it("is passed over where it is denied, about something else, or of no area", () => {
    const other = decided("361021101", { kind: "category", category: "c", open: [] });
    expect(marked(decided("361021101", undefined, { status: "denied" }), other, decided("", siting("forbid")))).toEqual({
      barred: [],
      required: [],
      notes: [],
    });
    expect(marked(decided("361021101", siting("handOver"))).notes).toEqual([]);
  });
});
