import { describe, expect, it } from "vitest";
import { linkedPair } from "../../test/linkedPair.js";
import type { Link } from "./link.js";
import type { Problem } from "./problem.js";
import { validate } from "./validate.js";

const found = (problem: Problem): string[] =>
  validate(problem).flatMap(({ code, pointer, severity }) => (severity === "error" ? [`${code} ${pointer}`] : []));
const withLinks = (...links: unknown[]): Problem => linkedPair({ links: links as Link[] });
const pair = ["x-1", "x-2"];

describe("links", () => {
  it("of every kind are accepted", () => {
    expect(
      found(
        withLinks(
          { kind: "together", visits: pair },
          { kind: "apart", visits: pair },
          { kind: "sequence", visits: pair, from: "start", maxMinutes: 9 },
        ),
      ),
    ).toEqual([]);
  });

  it("name two visits or more, each once, and those of a sequence two", () => {
    expect(
      found(
        withLinks(
          { kind: "together", visits: ["x-1"] },
          { kind: "sequence", visits: ["x-1", "x-2", "x-1"] },
          { kind: "apart", visits: ["x-1", "x-9"] },
          { kind: "near", visits: pair },
        ),
      ),
    ).toEqual([
      "WRONG_TYPE /links/3/kind",
      "LINK_OF_TOO_FEW /links/0/visits",
      "LINK_OF_TOO_FEW /links/1/visits",
      "TWICE_IN_LINK /links/1/visits/2",
      "REFERENCE_NOT_FOUND /links/2/visits/1",
    ]);
  });

  it("leave a gap that is the right way round", () => {
    expect(found(withLinks({ kind: "sequence", visits: pair, minMinutes: 10, maxMinutes: 9 }))).toEqual(["GAP_UPSIDE_DOWN /links/0/maxMinutes"]);
  });

  it("do not contradict one another", () => {
    const [there, back]: Link[] = [
      { kind: "sequence", visits: ["x-1", "x-2"] },
      { kind: "sequence", visits: ["x-2", "x-1"] },
    ];
    expect(found(withLinks(there, back))).toEqual(["LINKS_CONTRADICT /links/0", "LINKS_CONTRADICT /links/1"]);
    expect(found(withLinks(there, { kind: "together", visits: pair })).length).toBeGreaterThan(0);
    // one begins no later than the other ends, and the other way round: that can be
    expect(found(withLinks({ ...there, from: "start" }, { ...back, from: "start" }))).toEqual([]);
  });

  it("and what else bears on several routes do not go with transports yet", () => {
    const transports = [{ id: "t-1", from: "home-1", to: "home-2", boardMinutes: 5, alightMinutes: 5 }];
    const late = { when: { daily: [{ from: "09:00", to: "10:00" }], soft: true } };
    const shift = { overtimeMinutes: 10, breaks: [{ minutes: 10, from: "10:00", to: "11:00", required: false }] };
    const problem = linkedPair({ links: [{ kind: "apart", visits: pair }], visits: [{}, late], shift, objective: { idlestMinute: 1 } });
    expect(found({ ...problem, transports }).filter((text) => text.startsWith("NOT_WITH"))).toEqual([
      "NOT_WITH_TRANSPORTS /links",
      "NOT_WITH_TRANSPORTS /visits/1/when/soft",
      "NOT_WITH_TRANSPORTS /caregivers/0/shifts/0/overtimeMinutes",
      "NOT_WITH_TRANSPORTS /caregivers/0/shifts/0/breaks",
      "NOT_WITH_TRANSPORTS /objective/idlestMinute",
    ]);
    expect(found(problem)).toEqual([]);
  });
});
