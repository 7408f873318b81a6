import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkedPair } from "../../test/linkedPair.js";
import type { Visit } from "../model/visit.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";
import { splitVisit } from "./splitVisit.js";

const watch: Visit = { id: "watch", place: "home-1", serviceMinutes: 600, priority: 1, when: { daily: [{ from: "08:30", to: "09:00" }] } };

describe("a visit longer than a shift", () => {
  it("is made by one caregiver after another, or not at all", async () => {
    const { visits, links } = splitVisit(watch, { longestMinutes: 360, handoverMinutes: 15 });
    const pair = linkedPair();
    const [first] = pair.caregivers;
    if (first === undefined) throw new RangeError("no caregiver");
    const shifts = (from: string, to: string) => first.shifts.map((shift) => ({ ...shift, from, to }));
    const early = { ...first, shifts: shifts("08:00", "14:30") };
    const late = { ...first, id: "c-2", shifts: shifts("13:00", "20:00") };
    const problem = { ...pair, visits, links, caregivers: [early, late] };
    const { plan } = await solve(problem, { maxIterations: 200, seed: 1 });
    expect(verify(problem, plan)).toEqual([]);
    expect(plan.routes.map(({ caregiver, stops }) => [caregiver, ...stops.map(({ id, start }) => `${start} ${id}`)])).toEqual([
      ["c-1", "08:30 watch/1"],
      ["c-2", "13:30 watch/2"],
    ]);
    const alone = { ...problem, caregivers: [early] };
    expect((await solve(alone, { maxIterations: 200, seed: 1 })).plan.unassigned.map(({ visit }) => visit)).toEqual(["watch/1", "watch/2"]);
  });

  it("is divided into as few and as even parts as may be, none too long and nothing lost", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), fc.integer({ min: 1, max: 1440 }), fc.boolean(), (minutes, longestMinutes, half) => {
        const serviceMinutes = half ? minutes - 0.5 : minutes;
        const { visits, links } = splitVisit({ ...watch, serviceMinutes }, { longestMinutes });
        const lengths = visits.map((part) => part.serviceMinutes);
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(serviceMinutes);
        expect(visits.length).toBe(Math.ceil(serviceMinutes / longestMinutes));
        expect(Math.max(...lengths)).toBeLessThanOrEqual(longestMinutes);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
        expect(links.length).toBe(2 * (visits.length - 1));
      }),
    );
  });

  it("brings goods once, is asked for at its hours once, and keeps whatever else it says", () => {
    const needs = { stock: { pads: 2 }, skills: { nursing: 1 } };
    const { visits } = splitVisit({ ...watch, needs, required: true }, { longestMinutes: 300 });
    expect(visits).toEqual([
      { ...watch, id: "watch/1", serviceMinutes: 300, needs, required: true },
      { id: "watch/2", place: "home-1", serviceMinutes: 300, priority: 1, needs: { skills: { nursing: 1 } }, required: true },
    ]);
  });

  it("stays as it is where it is short enough or fixed", () => {
    expect(splitVisit(watch, { longestMinutes: 600 })).toEqual({ visits: [watch], links: [] });
    const fixed = { ...watch, fixed: { caregiver: "c-1", date: "2026-11-23" } };
    expect(splitVisit(fixed, { longestMinutes: 300 }).visits).toEqual([fixed]);
  });

  it("is refused with every fault at once", () => {
    const faults = () => splitVisit({ ...watch, place: "" }, { longestMinutes: 0, handoverMinutes: -1 });
    expect(faults).toThrow(EldercareError);
    try {
      faults();
    } catch (error) {
      expect((error as EldercareError).issues.map(({ pointer }) => pointer)).toEqual([
        "/visit/place",
        "/parts/longestMinutes",
        "/parts/handoverMinutes",
      ]);
    }
  });
});
