import type { Area, Decision, Effect, OlderPerson, ServiceCatalogue } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { validate } from "../model/validate.js";
import { rosterFor } from "./rosterFor.js";
import { visitsFor } from "./visitsFor.js";

const period = { from: "2026-11-23", to: "2026-11-29" };
const catalogue: ServiceCatalogue = {
  id: "test",
  services: [
    {
      id: "bathing",
      title: { zh: "助浴", en: "bathing" },
      serviceMinutes: 60,
      skills: { bathing: 1 },
      windows: [
        { from: "09:00", to: "11:00" },
        { from: "14:00", to: "15:30" },
      ],
      weekdays: [1, 2, 3, 4, 5],
      priority: 2,
    },
    {
      id: "cleaning",
      title: { zh: "助洁", en: "cleaning" },
      serviceMinutes: 45,
      windows: [{ from: "08:30", to: "16:00" }],
      weekdays: [1, 3, 5],
      priority: 4,
    },
  ],
};
const person = (id: string, amend: Partial<OlderPerson> = {}): OlderPerson => ({
  id,
  residence: { area: "500229103205", place: { lng: 108.5, lat: 31.9 } },
  ...amend,
});
const granted = (subject: string, service: string, times?: number, per?: "week" | "month" | "year", rule = "r"): Decision => ({
  rule: `test/${rule}`,
  subject,
  on: "2026-11-21",
  status: "granted",
  effect: { kind: "service", service, open: [], ...(times === undefined ? {} : { times }), ...(per === undefined ? {} : { per }) } satisfies Effect,
  modality: "required",
  illustrative: false,
  warnings: [],
  clauses: [],
});
const codes = (notes: readonly { readonly code: string }[]): string[] => notes.map(({ code }) => code);

describe("visits made of entitlements", () => {
  it("take length, skills, hours and priority from the catalogue, and wishes from the person", () => {
    const { visits, places, notes } = visitsFor({
      decisions: [granted("p-17", "bathing", 2, "week")],
      people: [person("p-17", { wishes: { caregiverSex: "female", language: "mn" } })],
      catalogue,
      period,
    });
    expect(visits[0]).toEqual({
      id: "p-17/bathing/1",
      person: "p-17",
      place: "person/p-17/home",
      service: "bathing",
      serviceMinutes: 60,
      when: {
        dates: ["2026-11-23", "2026-11-24"],
        daily: [
          { from: "09:00", to: "11:00" },
          { from: "14:00", to: "15:30" },
        ],
      },
      needs: { skills: { bathing: 1 }, sex: "female", language: "mn" },
      priority: 2,
    });
    expect(visits.map(({ id }) => id)).toEqual(["p-17/bathing/1", "p-17/bathing/2"]);
    expect(places).toEqual([{ id: "person/p-17/home", lng: 108.5, lat: 31.9 }]);
    expect(notes).toEqual([]);
  });

  it("are made once where several rules grant a service, as often as the most frequent says", () => {
    const decisions = [
      granted("p-1", "bathing", 4, "month", "a"),
      granted("p-1", "bathing", 2, "week", "b"),
      granted("p-1", "bathing", 12, "year", "c"),
    ];
    for (const order of [decisions, [...decisions].reverse()]) {
      const { visits } = visitsFor({ decisions: order, people: [person("p-1")], catalogue, period });
      expect(visits.length).toBe(2);
    }
  });

  it("are made of granted services alone", () => {
    const decisions: Decision[] = [
      { ...granted("p-1", "bathing", 1, "week"), status: "denied" },
      { ...granted("p-1", "bathing", 1, "week"), status: "undetermined" },
      { ...granted("p-1", "bathing"), effect: { kind: "category", category: "x", open: [] } },
    ];
    expect(visitsFor({ decisions, people: [person("p-1")], catalogue, period })).toEqual({
      places: [],
      visits: [],
      links: [],
      patterns: [],
      notes: [],
    });
  });

  it("do not depend on the order of the decisions", () => {
    const people = [person("p-1"), person("p-2")];
    const decisions = [granted("p-2", "cleaning", 1, "week"), granted("p-1", "bathing", 1, "week"), granted("p-1", "cleaning", 3, "week")];
    const once = visitsFor({ decisions, people, catalogue, period });
    expect(visitsFor({ decisions: [...decisions].reverse(), people, catalogue, period })).toEqual(once);
    expect(once.visits.map(({ id }) => id)).toEqual(["p-1/bathing/1", "p-1/cleaning/1", "p-1/cleaning/2", "p-1/cleaning/3", "p-2/cleaning/1"]);
  });
});

describe("a home without coordinates", () => {
  const areas: Area[] = [
    { code: "500229103", name: "a township", tier: "township", place: { lng: 108.6, lat: 31.8 } },
    { code: "500229103205", name: "a village", tier: "village", place: { lng: 108.7, lat: 31.7 } },
  ];
  const decisions = [granted("p-1", "bathing", 1, "week")];

  it("is visited at the place of its village, else of its township, with a note", () => {
    const village = visitsFor({ decisions, people: [person("p-1", { residence: { area: "500229103205" } })], catalogue, period, areas });
    expect([village.places, codes(village.notes)]).toEqual([[{ id: "area/500229103205/homes", lng: 108.7, lat: 31.7 }], ["VISIT_AT_VILLAGE_PLACE"]]);
    const township = visitsFor({ decisions, people: [person("p-1", { residence: { area: "500229103999" } })], catalogue, period, areas });
    expect([township.visits[0]?.place, township.notes[0]?.message.zh]).toEqual(["area/500229103/homes", '"p-1" 没有住址坐标，按所在乡镇的位置安排']);
  });

  it("is noted, and not visited, where neither has a place", () => {
    const { visits, notes } = visitsFor({ decisions, people: [person("p-1", { residence: { area: "500229104001" } })], catalogue, period, areas });
    expect([visits, codes(notes), notes[0]?.severity]).toEqual([[], ["VISIT_WITHOUT_PLACE"], "note"]);
  });
});

describe("entitlements that make no visit", () => {
  it("are noted, never lost", () => {
    const { visits, notes } = visitsFor({
      decisions: [
        granted("p-1", "singing", 1, "week"),
        granted("p-1", "bathing"),
        granted("p-9", "bathing", 1, "week"),
        granted("p-1", "cleaning", 4, "week"),
      ],
      people: [person("p-1")],
      catalogue,
      period,
    });
    expect(visits.length).toBe(4);
    expect(codes(notes).sort()).toEqual(["FREQUENCY_OPEN", "GRANTED_TO_UNKNOWN_PERSON", "MORE_VISITS_THAN_DAYS", "SERVICE_NOT_IN_CATALOGUE"]);
  });
});

describe("ids made of others", () => {
  const problemOf = (personId: string, caregiverId: string) => {
    const demanded = visitsFor({ decisions: [granted(personId, "bathing", 1, "week")], people: [person(personId)], catalogue, period });
    const roster = rosterFor({
      caregivers: [
        {
          id: caregiverId,
          roles: ["careWorker"],
          area: "500229103",
          homePlace: { lng: 1, lat: 2 },
          shifts: [{ weekdays: [1], from: "08:00", to: "17:00" }],
        },
      ],
      facilities: [],
      areas: [],
      period,
      profile: "car",
      workMinutes: {},
    });
    return {
      horizon: period,
      timeZone: "Asia/Shanghai",
      travel: { profiles: { car: { kind: "straightLine" as const, circuity: 1.44, metresPerSecond: 8.3 } } },
      places: [...demanded.places, ...roster.places],
      caregivers: roster.caregivers,
      visits: demanded.visits,
    };
  };

  it("keep a person and a caregiver of one id apart", () => {
    const problem = problemOf("x", "x");
    expect(problem.places.map(({ id }) => id)).toEqual(["person/x/home", "caregiver/x/home"]);
    expect(validate(problem).map(({ code }) => code)).toEqual(["NOBODY_HAS_SKILL"]);
  });

  it("may be longer than those that they are made of", () => {
    const long = "长".repeat(200);
    expect(validate(problemOf(long, long)).map(({ code }) => code)).toEqual(["NOBODY_HAS_SKILL"]);
  });

  it("tell whose slash it is", () => {
    const services = ["c", "b/c"].map((id) => ({ ...(catalogue.services[0] as (typeof catalogue.services)[number]), id }));
    const { visits } = visitsFor({
      decisions: [granted("a/b", "c", 1, "week"), granted("a", "b/c", 1, "week")],
      people: [person("a/b"), person("a")],
      catalogue: { id: "test", services },
      period,
    });
    expect(visits.map(({ id }) => id)).toEqual(["a%2Fb/c/1", "a/b%2Fc/1"]);
  });
});
