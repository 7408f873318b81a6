import { describe, expect, it } from "vitest";
import { twoVisits } from "../../test/twoVisits.js";
import type { Link } from "../model/link.js";
import type { Pattern } from "../model/pattern.js";
import type { Problem } from "../model/problem.js";
import type { Visit } from "../model/visit.js";
import { settleLinks } from "./settleLinks.js";
import { settlePatterns } from "./settlePatterns.js";

const monday = "2026-11-23";
const fixed = { caregiver: "c-1", date: "2026-11-24", start: "09:30", state: "done" as const };

/** Four visits over two weeks, of which one (the second unless said) has begun on the second day. */
function weeks(rule: { readonly links?: Link[]; readonly patterns?: Pattern[] }, begun = "v-2", amend: Partial<Visit> = {}): Problem {
  const problem = twoVisits();
  const visits = ["v-1", "v-2", "v-3", "v-4"].map(
    (id): Visit => ({ id, place: "home-1", serviceMinutes: 30, ...amend, ...(id === begun ? { fixed } : {}) }),
  );
  return { ...problem, horizon: { from: monday, to: "2026-12-06" }, visits, ...rule };
}
const all = ["v-1", "v-2", "v-3", "v-4"];
const whenOf = ({ visits }: Problem): unknown[] => visits.map(({ when }) => when?.dates);
const daysOf = (...days: number[]): string[] => days.map((day) => (day <= 30 ? `2026-11-${day}` : `2026-12-0${day - 30}`));

describe("links of which a part has begun", () => {
  it("say on which days the others can be", () => {
    expect(whenOf(settleLinks(weeks({ links: [{ kind: "sameDay", visits: all }] })))).toEqual([
      ["2026-11-24"],
      undefined,
      ["2026-11-24"],
      ["2026-11-24"],
    ]);
    const spaced = settleLinks(weeks({ links: [{ kind: "spacing", visits: all, minDays: 1, maxDays: 3 }] }));
    expect(whenOf(spaced)).toEqual([daysOf(23), undefined, daysOf(25, 26, 27), daysOf(26, 27, 28, 29, 30)]);
  });

  it("go on without it: twice the days where it was between two", () => {
    const links: Link[] = [{ kind: "spacing", visits: all, minDays: 1, maxDays: 3 }];
    expect(settleLinks(weeks({ links })).links?.slice(1)).toEqual([
      { kind: "spacing", visits: ["v-1", "v-3"], minDays: 2, maxDays: 6 },
      { kind: "spacing", visits: ["v-1", "v-4"], minDays: 3, maxDays: 9 },
      { kind: "spacing", visits: ["v-3", "v-4"], minDays: 1, maxDays: 3 },
    ]);
  });

  it("leave a visit to nobody where they leave it no day", () => {
    const { visits, caregivers } = settleLinks(weeks({ links: [{ kind: "spacing", visits: ["v-3", "v-2"], minDays: 2 }] }));
    expect(visits[2]?.bars).toEqual(caregivers.map(({ id }) => id));
  });

  it("stay as they are where they are of alternatives", () => {
    const problem = weeks({ links: [{ kind: "oneOf", visits: all }] });
    expect(settleLinks(problem)).toEqual(problem);
  });
});

describe("patterns of which a part has begun", () => {
  const settled = (pattern: Omit<Pattern, "visits">, amend: Partial<Visit> = {}) =>
    settlePatterns(weeks({ patterns: [{ visits: all, ...pattern }] }, "v-2", amend)).visits[3];

  it("go on on its weekday", () => {
    expect(settled({ sameWeekday: true })?.when?.dates).toEqual(["2026-11-24", "2026-12-01"]);
  });

  it("go on with its caregiver, or with nobody where she may not", () => {
    expect(settled({ sameCaregiver: "require" })?.only).toEqual(["c-1"]);
    expect(settled({ sameCaregiver: "require" }, { only: ["c-2"] })).toMatchObject({ bars: weeks({}).caregivers.map(({ id }) => id) });
    expect(settled({ sameCaregiver: "require" }, { bars: ["c-1"] })?.only).toBeUndefined();
    expect(settled({ sameCaregiver: "prefer" })?.only).toBeUndefined();
  });

  it("go on at much the same hour, within the visit's own", () => {
    expect(settled({ startToleranceMinutes: 20 })?.when?.daily).toEqual([{ from: "09:10", to: "09:50" }]);
    const hours = [
      { from: "08:00", to: "09:15" },
      { from: "09:40", to: "12:00" },
    ];
    expect(settled({ startToleranceMinutes: 20 }, { when: { daily: hours } })?.when?.daily).toEqual([
      { from: "09:10", to: "09:15" },
      { from: "09:40", to: "09:50" },
    ]);
    expect(settled({ startToleranceMinutes: 5 }, { when: { daily: hours } })?.bars).toBeDefined();
  });

  it("go by what began last", () => {
    const earlier = { ...fixed, date: monday, caregiver: "c-2" };
    const problem = weeks({ patterns: [{ visits: all, sameCaregiver: "require" }] });
    const both = { ...problem, visits: problem.visits.map((visit) => (visit.id === "v-4" ? { ...visit, fixed: earlier } : visit)) };
    expect(settlePatterns(both).visits.map(({ only }) => only)).toEqual([["c-1"], undefined, ["c-1"], undefined]);
  });
});
