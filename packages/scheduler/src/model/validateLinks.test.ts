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
    expect(found(withLinks({ kind: "sameDay", visits: pair }, { kind: "spacing", visits: pair, maxDays: 3 }))).toEqual([]);
    expect(found(withLinks({ kind: "oneOf", visits: pair }))).toEqual([]);
  });

  it("leave days that are the right way round and do not contradict one another", () => {
    expect(found(withLinks({ kind: "spacing", visits: pair, minDays: 2, maxDays: 1 }))).toEqual(["DAYS_UPSIDE_DOWN /links/0/maxDays"]);
    expect(found(withLinks({ kind: "spacing", visits: pair, minDays: 1 }, { kind: "sameDay", visits: pair }))).toEqual([
      "LINKS_CONTRADICT /links/0",
      "LINKS_CONTRADICT /links/1",
    ]);
  });

  it("have alternatives that count alike and hang on nothing else", () => {
    const unlike = linkedPair({ links: [{ kind: "oneOf", visits: pair }], visits: [{ priority: 1 }, { required: true }] });
    expect(found(unlike)).toEqual(["ALTERNATIVES_DIFFER /links/0/visits/1"]);
    expect(found(withLinks({ kind: "oneOf", visits: pair }, { kind: "apart", visits: pair }))).toEqual([
      "ALTERNATIVE_LINKED /links/0/visits/0",
      "ALTERNATIVE_LINKED /links/0/visits/1",
    ]);
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

describe("patterns", () => {
  const withPatterns = (...patterns: unknown[]): string[] => found({ ...linkedPair(), patterns: patterns as Problem["patterns"] & object });

  it("are accepted with any rule", () => {
    expect(withPatterns({ visits: pair, sameWeekday: true }, { visits: pair, sameCaregiver: "prefer", startToleranceMinutes: 15 })).toEqual([]);
  });

  it("say something, of two visits or more that exist, of one person, and once when they begin", () => {
    expect(
      withPatterns(
        { visits: pair },
        { visits: ["x-1"], sameWeekday: true },
        { visits: ["x-1", "x-8"], sameWeekday: true },
        { visits: pair, person: "p-7", sameCaregiver: "require" },
        { visits: pair, startToleranceMinutes: 5 },
        { visits: pair, startToleranceMinutes: 15 },
        { visits: pair, sameCaregiver: "maybe" },
      ),
    ).toEqual([
      "NOT_IN_LIST /patterns/6/sameCaregiver",
      "PATTERN_SAYS_NOTHING /patterns/0",
      "PATTERN_OF_ONE /patterns/1/visits",
      "REFERENCE_NOT_FOUND /patterns/2/visits/1",
      "PATTERN_OF_ANOTHER /patterns/3/visits/0",
      "PATTERN_OF_ANOTHER /patterns/3/visits/1",
      "RHYTHM_TWICE /patterns/5/visits/0",
      "RHYTHM_TWICE /patterns/5/visits/1",
    ]);
  });
});
