import { addDays, type CivilDate } from "@eldercare/core";
import type { Problem } from "@eldercare/scheduler";
import { Chance } from "../chance.js";

type Visit = Problem["visits"][number];
type Link = NonNullable<Problem["links"]>[number];
type Pattern = NonNullable<Problem["patterns"]>[number];
type Place = Problem["places"][number];
type Caregiver = Problem["caregivers"][number];

const monday: CivilDate = "2026-11-23";
const townships = 20;
const caregiversOfATownship = 4;
const workdaysOfAWeek = 5;
/** People by what they are visited for. */
const people = {
  caredForTwiceADay: 40,
  helpedOnWorkdays: 40,
  helpedThrice: 60,
  helpedTwice: 50,
  bathedByTwo: 40,
  nursedThenHelped: 25,
  single: 30,
} as const;

const morning = { from: "08:00", to: "11:30" };
const afternoon = { from: "13:00", to: "17:00" };
const allDay = { from: "08:00", to: "17:00" };

interface Person {
  readonly id: string;
  readonly place: string;
  readonly township: number;
}

/** What a county asks for, gathered person by person. */
class Demand {
  readonly places: Place[] = [];
  readonly visits: Visit[] = [];
  readonly links: Link[] = [];
  readonly patterns: Pattern[] = [];
  readonly faces: Record<string, Record<string, number>> = {};
  readonly chance: Chance;
  private readonly centres: readonly Place[];
  private persons = 0;

  constructor(chance: Chance, centres: readonly Place[]) {
    this.chance = chance;
    this.centres = centres;
  }

  /** Somebody living within some kilometres of a township's centre, half of them with a caregiver of that township whom they know. */
  person(): Person {
    const { chance } = this;
    const township = chance.below(townships);
    const centre = this.centres[township] as Place;
    const id = `p-${++this.persons}`;
    const place = `home-${this.persons}`;
    this.places.push({ id: place, lng: centre.lng + (chance.next() - 0.5) * 0.12, lat: centre.lat + (chance.next() - 0.5) * 0.1 });
    if (chance.next() < 0.5) this.faces[id] = { [caregiverId(township, chance.below(caregiversOfATownship))]: 1 + chance.below(8) };
    return { id, place, township };
  }

  /** A required visit to someone. */
  visit({ id, place }: Person, name: string, serviceMinutes: number, more: Partial<Visit>): string {
    const visit = `${id}-${name}`;
    this.visits.push({ id: visit, person: id, place, serviceMinutes, required: true, priority: 2, ...more });
    return visit;
  }
}

const caregiverId = (township: number, index: number): string => `c-${township + 1}-${index + 1}`;

/** Baths by two caregivers at once, some day of the week. */
function addBathedByTwo(demand: Demand): void {
  const person = demand.person();
  const when = { daily: [demand.chance.pick([morning, afternoon])] };
  const washes = demand.visit(person, "washes", 75, { service: "bathing", when, needs: { skills: { bathing: 2 } } });
  const lifts = demand.visit(person, "lifts", 75, { service: "bathing", when, needs: { skills: { bathing: 1 } } });
  demand.links.push({ kind: "together", visits: [washes, lifts] });
}

/** Help on several days of a week, some days apart, at much the same hour and rather by one caregiver. */
function addHelped(demand: Demand, times: number, minDays: number): void {
  const person = demand.person();
  const when = { daily: [demand.chance.pick([morning, afternoon, allDay])] };
  const minutes = demand.chance.pick([60, 90, 120]);
  const visits = Array.from({ length: times }, (_, index) => demand.visit(person, `help-${index + 1}`, minutes, { service: "homeHelp", when }));
  demand.links.push({ kind: "spacing", visits, minDays });
  demand.patterns.push({ person: person.id, visits, startToleranceMinutes: 90, sameCaregiver: "prefer" });
}

/** A visit on each of the first days of a week, within two hours and a half. */
function daily(demand: Demand, person: Person, name: string, days: number, from: number, serviceMinutes: number): string[] {
  const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const hours = [{ from: clock(from), to: clock(from + 150) }];
  return Array.from({ length: days }, (_, index) =>
    demand.visit(person, `${name}-${index + 1}`, serviceMinutes, { service: "dailyCare", when: { dates: [addDays(monday, index)], daily: hours } }),
  );
}

/** Care every morning and every afternoon of the week, each at much the same hour. */
function addCaredForTwiceADay(demand: Demand): void {
  const person = demand.person();
  for (const [name, from] of [
    ["morning", 8 * 60],
    ["afternoon", 14 * 60 + 30],
  ] as const) {
    const visits = daily(demand, person, name, 7, from, 45);
    demand.patterns.push({ person: person.id, visits, startToleranceMinutes: 60 });
  }
}

/** Help on every workday at much the same hour and rather by one caregiver. */
function addHelpedOnWorkdays(demand: Demand): void {
  const person = demand.person();
  const visits = daily(demand, person, "day", workdaysOfAWeek, 8 * 60 + 60 * demand.chance.below(3), 60);
  demand.patterns.push({ person: person.id, visits, startToleranceMinutes: 60, sameCaregiver: "prefer" });
}

/** A nurse, and within the hour after her a caregiver. */
function addNursedThenHelped(demand: Demand): void {
  const person = demand.person();
  const nurse = demand.visit(person, "nurse", 20, { service: "nursing", when: { daily: [morning] }, needs: { skills: { nursing: 1 } } });
  const help = demand.visit(person, "after", 40, { service: "homeHelp" });
  demand.links.push({ kind: "sequence", visits: [nurse, help], minMinutes: 0, maxMinutes: 60 });
}

/** One visit some day, not all of them required, some due by a day. */
function addSingle(demand: Demand): void {
  const { chance } = demand;
  const from = chance.below(5);
  const when = { dates: { from: addDays(monday, from), to: addDays(monday, from + 2) }, daily: [chance.pick([morning, afternoon, allDay])] };
  const dueBy = chance.next() < 0.3 ? { dueBy: addDays(monday, from + 1 + chance.below(2)) } : {};
  demand.visit(demand.person(), "visit", chance.pick([30, 60, 90]), {
    service: "visiting",
    when: { ...when, ...dueBy },
    required: chance.next() < 0.5,
    priority: 1 + chance.below(5),
  });
}

function caregiversOf(chance: Chance): Caregiver[] {
  return Array.from({ length: townships }, (_, township) => township).flatMap((township) =>
    Array.from({ length: caregiversOfATownship }, (_, index): Caregiver => {
      const firstDayOff = chance.below(7);
      const start = `centre-${township + 1}`;
      return {
        id: caregiverId(township, index),
        profile: "car",
        // in each township one who bathes best, one who nurses in every second
        skills: { bathing: index === 0 ? 2 : 1, ...(index === 1 && township % 2 === 0 ? { nursing: 1 } : {}) },
        shifts: Array.from({ length: 7 }, (_, day) => day)
          .filter((day) => day !== firstDayOff && day !== (firstDayOff + 3) % 7)
          .map((day) => ({
            date: addDays(monday, day),
            from: "08:00",
            to: "18:00",
            start,
            end: start,
            breaks: [{ minutes: 120, from: "11:00", to: "14:00" }],
          })),
        workMinutes: { perDay: 480, perWeek: 2400 },
      };
    }),
  );
}

/**
 * A synthetic week of home care in a county of 20 townships: 1,200 visits to 285 people by 80 caregivers, with visits by two at
 * once, in sequence, spaced over the week, at regular hours and rather by known faces. The same seed, the same week.
 */
export function countyWeek(seed: number): Problem {
  const chance = new Chance(seed);
  const centres = Array.from({ length: townships }, (_, index) => ({
    id: `centre-${index + 1}`,
    lng: 108.3 + (index % 5) * 0.11 + chance.next() * 0.04,
    lat: 31.7 + Math.floor(index / 5) * 0.1 + chance.next() * 0.04,
  }));
  const caregivers = caregiversOf(chance);
  const demand = new Demand(chance, centres);
  const add = (count: number, person: (demand: Demand) => void): void => {
    for (let index = 0; index < count; index++) person(demand);
  };
  add(people.caredForTwiceADay, addCaredForTwiceADay);
  add(people.helpedOnWorkdays, addHelpedOnWorkdays);
  add(people.helpedThrice, () => addHelped(demand, 3, 1));
  add(people.helpedTwice, () => addHelped(demand, 2, 2));
  add(people.bathedByTwo, addBathedByTwo);
  add(people.nursedThenHelped, addNursedThenHelped);
  add(people.single, addSingle);
  const { places, visits, links, patterns, faces } = demand;
  return {
    horizon: { from: monday, to: addDays(monday, 6) },
    timeZone: "Asia/Shanghai",
    places: [...centres, ...places],
    travel: { profiles: { car: { kind: "straightLine", circuity: 1.44, metresPerSecond: 8.3 } } },
    caregivers,
    visits,
    links,
    patterns,
    history: { faces },
    objective: { travelMinute: 1, newFace: 5 },
  };
}
