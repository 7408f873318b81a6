import type { Household, OlderPerson } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine } from "../assess/engine.js";
import type { Pack } from "../pack/pack.js";
import { pack as national } from "../packs/cn.js";
import { pack as county, illustrative } from "../packs/cn-500229-chengkou.js";
import { type IdentificationQuestion, identify, identifyPeople, OutreachTally, peopleToCall, type Snapshot } from "./index.js";

const [summer, autumn] = ["2026-06-01", "2026-11-21"];
const engine = createEngine({ packs: [national, county], overlays: [illustrative] });
const nation = createEngine({ packs: [national] });

/** A synthetic person of whom everything is known that the county's rules of this test ask. */
const neighbour: OlderPerson = {
  ...{ id: "p-1", birthDate: "1948-05-01", sex: "female", residence: { area: "500229103205" }, registeredResidence: { kind: "rural" } },
  ...{ livingArrangement: "alone", assistance: ["destitute"], support: "dispersed", wishes: { institution: true }, ability: { level: 0 } },
  ...{ leftBehind: false, specialFamilyPlanning: false, monitoring: null, disability: null, died: null, facts: { needsCarePlace: false } },
};
const at = (on: string, ...people: readonly OlderPerson[]): Snapshot => ({ on, register: { people } });
const both = (before: OlderPerson, after: OlderPerson): IdentificationQuestion => ({ before: at(summer, before), after: at(autumn, after) });
const olderPerson = ["cn/category.olderPerson"];

describe("a neighbour reports a fall", () => {
  const fallen: OlderPerson = { ...neighbour, ability: { level: 4, assessedOn: "2026-11-20" } };
  const page = identify(engine, { ...both(neighbour, fallen), only: "changes" });
  const [person] = page.people;

  it("and the person whose ability is now that of a disabled person appears on the list, without applying", () => {
    expect(page.people.map(({ person: id, area }) => [id, area])).toEqual([["p-1", "500229103205"]]);
    expect(page).not.toHaveProperty("next");
  });

  it("with three new entitlements of the county, each with the fact that changed and the clause", () => {
    const gained = person?.changes.filter(({ kind, rule }) => kind === "gained" && rule.startsWith(county.id)) ?? [];
    expect(gained.map(({ title }) => title.zh)).toEqual([
      "数据库重点信息：失能老年人",
      "失能特困人员集中照护（应护尽护）",
      "失能特困人员集中照护中心优先收住：失能特困人员",
    ]);
    for (const { facts, because, clauses } of gained) {
      expect(because).toBe("facts");
      expect(facts).toEqual([
        {
          fact: "/ability/assessedOn",
          title: { zh: "能力评估日期", en: "date of the ability assessment" },
          after: "2026-11-20",
          words: { zh: "能力评估日期：不明 → 2026年11月20日", en: "date of the ability assessment: not known → 20 November 2026" },
        },
        {
          fact: "/ability/level",
          title: { zh: "能力等级", en: "ability level" },
          before: 0,
          after: 4,
          words: { zh: "能力等级：0级 → 4级", en: "ability level: 0 → 4" },
        },
      ]);
      expect(engine.clause(clauses[0] ?? "")?.quote).toContain("失能");
    }
    expect(gained[1]?.effect).toMatchObject({ kind: "service", service: "concentratedDisabledCare" });
  });

  it("and loses what only those had who look after themselves", () => {
    expect(person?.changes.filter(({ kind }) => kind === "lost").map(({ rule }) => rule)).toEqual(["cn/category.selfCaring"]);
  });

  it("while nothing is told of who is as before", () => {
    expect(identify(engine, { ...both(neighbour, neighbour), only: "changes" })).toEqual({ people: [] });
  });
});

describe("what changes for a person", () => {
  const person: OlderPerson = { id: "p-1", birthDate: "1966-06-02", died: null };
  const changesOf = (question: IdentificationQuestion) =>
    identify(nation, { ...question, rules: olderPerson }).people.flatMap(({ changes }) => changes);

  it("is put down to time alone where no fact is another: the 60th birthday", () => {
    expect(changesOf(both(person, person))).toMatchObject([
      { rule: olderPerson[0], kind: "gained", because: "date", facts: [], clauses: ["CN-RIGHTS-2"] },
    ]);
    expect(changesOf(both({ ...person, birthDate: "1966-06-01" }, { ...person, birthDate: "1966-06-01" }))).toEqual([]);
  });

  it("is in doubt, and not lost, where something is no longer known, and that is asked", () => {
    const { birthDate, ...nameless } = { ...person, birthDate: "1950-01-01" };
    const [found] = identify(nation, { ...both({ ...nameless, birthDate }, nameless), rules: olderPerson }).people;
    expect(found?.changes).toMatchObject([
      {
        kind: "inDoubt",
        because: "facts",
        facts: [{ fact: "/birthDate", before: "1950-01-01", words: { en: "date of birth: 1 January 1950 → not known" } }],
      },
    ]);
    expect(found?.ask).toEqual([{ fact: "/birthDate", title: { zh: "出生日期", en: "date of birth" }, rules: olderPerson }]);
  });

  it("is lost with a death, which is told and after which nobody is asked anything", () => {
    const old = { ...person, birthDate: "1950-01-01" };
    const [found] = identify(nation, both(old, { id: "p-1", birthDate: "1950-01-01", died: "2026-08-01" })).people;
    expect(found?.events).toEqual([{ kind: "died", on: "2026-08-01" }]);
    expect(found?.changes.find(({ rule }) => rule === olderPerson[0])).toMatchObject({
      kind: "lost",
      because: "facts",
      facts: [{ fact: "/died", before: null, after: "2026-08-01" }],
    });
    expect(found?.ask).toEqual([]);
    // a death that both snapshots know is no news, and one that lies ahead has not happened
    const known = { ...old, died: "2026-05-31" };
    expect(identify(nation, { ...both(known, known), only: "changes" }).people).toEqual([]);
    expect(identify(nation, { ...both(old, { ...old, died: "2026-11-22" }), only: "changes" }).people).toEqual([]);
  });

  it("is put down to their coming or going where one snapshot does not have them", () => {
    const old = { ...person, birthDate: "1950-01-01" };
    const [came] = identify(nation, { before: at(summer), after: at(autumn, old), rules: olderPerson }).people;
    expect(came).toMatchObject({ events: [{ kind: "joined" }], changes: [{ kind: "gained", because: "joined", facts: [] }] });
    const [went] = identify(nation, { before: at(summer, old), after: at(autumn), rules: olderPerson }).people;
    expect(went).toMatchObject({ events: [{ kind: "left" }], changes: [{ kind: "lost", because: "left", facts: [] }], ask: [] });
    expect(went?.changes[0]).not.toHaveProperty("effect");
  });

  it("is put down to a move where other rules speak at the new place", () => {
    const [moved] = identify(engine, both(neighbour, { ...neighbour, residence: { area: "500230101001" } })).people;
    expect(moved?.events).toEqual([{ kind: "moved", from: "500229103205", to: "500230101001" }]);
    const lost = moved?.changes.filter(({ rule }) => rule.startsWith(county.id)) ?? [];
    expect(lost.length).toBeGreaterThan(5);
    for (const { kind, because } of lost) expect([kind, because]).toEqual(["lost", "moved"]);
    // a home that becomes known is no move
    const { residence: _, ...homeless } = neighbour;
    expect(identify(nation, { ...both(homeless, neighbour), only: "changes" }).people).toEqual([]);
  });
});

const title = { zh: "示例", en: "example" };
/** A made-up pack: an allowance by household income, 100 yuan or 200 with three members or more. */
const allowance: Pack = {
  ...{ id: "allowance", version: "1.0.0", title, area: "99", extends: ["cn"], inForce: { from: "2026-01-01" } },
  sources: { notice: { title: "示例通知", issuer: "示例县", issued: "2026-01-01", checkedOn: "2026-11-21", verification: "recalled" } },
  clauses: { "A-1": { source: "notice", section: "一", modality: "required", quote: "家庭月收入低于一千元的，每月发放补贴。" } },
  parameters: {
    below: { type: "fen", title, clause: "A-1", values: [{ from: "2026-01-01", value: 100_000 }] },
    small: { type: "fen", title, clause: "A-1", values: [{ from: "2026-01-01", value: 10_000 }] },
    large: { type: "fen", title, clause: "A-1", values: [{ from: "2026-01-01", value: 20_000 }] },
  },
  facts: { manyRooms: { subject: "person", type: "boolean", title: { zh: "是否多人同住", en: "lives with many" } } },
  rules: [
    {
      ...{ id: "benefit.allowance", subject: "person", title: { zh: "补贴", en: "allowance" } },
      when: { "<": [{ var: "household.monthlyIncomeFen" }, { param: "below" }] },
      then: {
        kind: "benefit",
        benefit: "allowance",
        amountFen: { if: [{ var: "manyRooms" }, { param: "large" }, { param: "small" }] },
        per: "month",
      },
      clauses: ["A-1"],
    },
  ],
};
const paying = createEngine({ packs: [national, allowance] });

describe("facts that stand around a person", () => {
  const rules = ["allowance/benefit.allowance"];
  const person: OlderPerson = { id: "p-1", residence: { area: "990101" }, household: "h-1", facts: { manyRooms: false }, died: null };
  const snapshot = (on: string, who: OlderPerson, household: Partial<Household>): Snapshot => ({
    on,
    register: { people: [who], households: [{ id: "h-1", ...household }] },
  });
  const [before, after] = [snapshot(summer, person, { monthlyIncomeFen: 150_000 }), snapshot(autumn, person, { monthlyIncomeFen: 90_000 })];

  it("are named with whose they are", () => {
    const [found] = identify(paying, { before, after, rules }).people;
    expect(found?.changes).toMatchObject([
      {
        kind: "gained",
        facts: [
          {
            fact: "/household/monthlyIncomeFen",
            words: { zh: "家庭月收入：1,500元 → 900元", en: "monthly income of the household: 1,500 yuan → 900 yuan" },
          },
        ],
        amountAfterFen: 10_000,
      },
    ]);
    expect(found?.changes[0]).not.toHaveProperty("amountBeforeFen");
  });

  it("change an amount without the entitlement", () => {
    const [found] = identify(paying, {
      before: after,
      after: snapshot("2026-12-01", { ...person, facts: { manyRooms: true } }, { monthlyIncomeFen: 90_000 }),
      rules,
    }).people;
    expect(found?.changes).toMatchObject([
      { kind: "amountChanged", amountBeforeFen: 10_000, amountAfterFen: 20_000, facts: [{ fact: "/facts/manyRooms", before: false, after: true }] },
    ]);
  });

  it("are asked of the household, never those of a place", () => {
    const [found] = identify(paying, { before, after: snapshot(autumn, person, {}), rules }).people;
    expect(found?.ask.map(({ fact }) => fact)).toEqual(["/household/monthlyIncomeFen"]);
    const [unknown] = identify(engine, { ...both(neighbour, neighbour), rules: ["cn-500229-chengkou/device.monitoring"] }).people;
    expect(unknown).toBeUndefined();
    const [decision] = engine.assess({ person: neighbour }, { on: autumn, rules: ["cn-500229-chengkou/device.monitoring"] });
    expect(decision?.missing?.toGrant).toMatchObject([{ fact: "/county/adopts" }]);
  });
});

/** Synthetic people some of whose facts are not known. */
const someone = fc.record(
  {
    birthDate: fc.constantFrom("1936-11-21", "1946-11-21", "1946-11-22", "1966-11-21", "1966-11-22", "1980-01-01"),
    residence: fc.constantFrom({ area: "500229103205" }, { area: "500229" }, { area: "310101" }),
    registeredResidence: fc.constantFrom({ kind: "rural" as const }, { kind: "urban" as const }),
    livingArrangement: fc.constantFrom("alone" as const, "withFamily" as const),
    assistance: fc.constantFrom<OlderPerson["assistance"][]>([], ["destitute"], ["minimumLiving"]),
    ability: fc.integer({ min: 0, max: 4 }).map((level) => ({ level })),
    leftBehind: fc.boolean(),
    wishes: fc.boolean().map((institution) => ({ institution })),
    died: fc.constantFrom(null, "2026-07-01", "2026-11-21", "2026-11-22"),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Omit<OlderPerson, "id">>;
const register = fc.dictionary(fc.constantFrom("p-1", "p-2", "p-10", "p-3"), someone, { maxKeys: 4 });
const peopleOf = (facts: Readonly<Record<string, Omit<OlderPerson, "id">>>): OlderPerson[] =>
  Object.entries(facts).map(([id, each]) => ({ ...each, id }));

describe("an identification of any people", () => {
  it("tells of each rule what asking it of each person on each day tells", () => {
    fc.assert(
      fc.property(register, register, (was, is) => {
        const question = { before: at(summer, ...peopleOf(was)), after: at(autumn, ...peopleOf(is)) };
        const told = new Map([...identifyPeople(engine, question)].map((person) => [person.person, person]));
        for (const id of new Set([...Object.keys(was), ...Object.keys(is)])) {
          const granted = (facts: typeof was, on: string): string[] =>
            facts[id] === undefined
              ? []
              : engine.assess({ person: { ...facts[id], id } }, { on }).flatMap(({ rule, status }) => (status === "granted" ? [rule] : []));
          const [before, after] = [granted(was, summer), granted(is, autumn)];
          const changes = told.get(id)?.changes ?? [];
          const of = (...kinds: string[]) => changes.flatMap(({ kind, rule }) => (kinds.includes(kind) ? [rule] : [])).sort();
          expect(of("gained")).toEqual(after.filter((rule) => !before.includes(rule)).sort());
          expect(of("lost", "inDoubt")).toEqual(before.filter((rule) => !after.includes(rule)).sort());
          // somebody who is there on both days, and lives where they lived, changes by a fact or by time
          for (const { because, facts } of changes)
            expect(because === "facts").toBe(facts.length > 0 && was[id] !== undefined && is[id] !== undefined);
        }
      }),
    );
  });

  it("is the same in whatever order the people come, and whatever the pages", () => {
    fc.assert(
      fc.property(
        register,
        register,
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(undefined, "changes" as const, "calls" as const),
        (was, is, most, only) => {
          const question = { before: at(summer, ...peopleOf(was)), after: at(autumn, ...peopleOf(is)), ...(only === undefined ? {} : { only }) };
          const turned = { ...question, before: at(summer, ...peopleOf(was).reverse()), after: at(autumn, ...peopleOf(is).reverse()) };
          const whole = identify(engine, question);
          expect(identify(engine, turned)).toEqual(whole);
          const paged = [];
          let from: string | undefined;
          do {
            const page = identify(engine, { ...question, most, ...(from === undefined ? {} : { from }) });
            expect(page.people.length).toBeLessThanOrEqual(most);
            paged.push(...page.people);
            from = page.next;
          } while (from !== undefined);
          expect(paged).toEqual(whole.people);
          const ids = whole.people.map(({ person }) => person);
          expect(ids).toEqual([...ids].sort());
        },
      ),
    );
  });

  it("asks only for facts each of which, with some value, grants what it is asked for", () => {
    const values: Readonly<Record<string, readonly Partial<OlderPerson>[]>> = {
      "/birthDate": [{ birthDate: "1936-01-01" }, { birthDate: "1970-01-01" }],
      "/ability/level": [0, 1, 2, 3, 4].map((level) => ({ ability: { level } })),
    };
    fc.assert(
      fc.property(register, (is) => {
        for (const { person, ask } of identifyPeople(engine, { before: at(summer), after: at(autumn, ...peopleOf(is)) }))
          for (const { fact, rules } of ask)
            for (const rule of values[fact] === undefined ? [] : rules)
              expect(
                values[fact]?.some(
                  (value) =>
                    engine.assess({ person: { ...is[person], ...value, id: person } }, { on: autumn, rules: [rule] })[0]?.status === "granted",
                ),
                `${fact} ${rule}`,
              ).toBe(true);
      }),
    );
  });
});

describe("a summary", () => {
  const { birthDate: _, ...ageless } = neighbour;
  const people = [
    [
      { ...neighbour, id: "p-1" },
      { ...neighbour, id: "p-1", ability: { level: 4 } },
    ],
    [
      { ...neighbour, id: "p-2" },
      { ...ageless, id: "p-2" },
    ],
    [
      { ...ageless, id: "p-3" },
      { ...ageless, id: "p-3" },
    ],
    [
      { ...neighbour, id: "p-4" },
      { ...neighbour, id: "p-4", died: "2026-08-01" },
    ],
  ] as const;
  const question = { before: at(summer, ...people.map(([was]) => was)), after: at(autumn, ...people.map(([, is]) => is)), rules: olderPerson };
  const tally = new OutreachTally(1);
  for (const person of identifyPeople(engine, question)) tally.add(person);

  it("counts events, changes by rule, and facts by the number of people whom they concern", () => {
    expect(tally.summary).toEqual({
      people: 3,
      events: { joined: 0, left: 0, died: 1, moved: 0 },
      rules: [{ rule: olderPerson[0], title: { zh: "老年人", en: "older person" }, gained: 0, lost: 1, inDoubt: 1, amountChanged: 0 }],
      facts: [
        {
          fact: "/birthDate",
          title: { zh: "出生日期", en: "date of birth" },
          people: 2,
          first: ["p-2"],
          rules: [{ rule: olderPerson[0], people: 2 }],
        },
      ],
    });
  });

  it("leads to the people to call, page by page", () => {
    const call = { ...question.after, fact: "/birthDate", rules: olderPerson, most: 1 };
    const first = peopleToCall(engine, call);
    expect(first).toEqual({
      fact: "/birthDate",
      title: { zh: "出生日期", en: "date of birth" },
      people: [{ person: "p-2", rules: olderPerson }],
      next: "p-2",
    });
    expect(peopleToCall(engine, { ...call, from: "p-2" })).toMatchObject({ people: [{ person: "p-3" }] });
    expect(peopleToCall(engine, { ...call, from: "p-3" })).toEqual({ fact: "/birthDate", people: [] });
  });
});

describe("an identification is refused", () => {
  const codes = (ask: () => unknown): string[] => {
    try {
      ask();
    } catch (error) {
      return (error as { issues: { code: string; pointer: string }[] }).issues.map(({ code, pointer }) => `${code} ${pointer}`);
    }
    return [];
  };
  const two = at(autumn, neighbour, { ...neighbour, id: "p-0" });

  it("with every fault of its dates and ids at once", () => {
    const broken = { before: at("2026-02-30", neighbour, neighbour), after: { ...two, on: "today" } };
    expect(codes(() => identify(nation, broken))).toEqual([
      "NOT_A_DATE /before/on",
      "DUPLICATE_ID /before/register/people/1/id",
      "NOT_A_DATE /after/on",
    ]);
    expect(codes(() => identify(nation, { before: two, after: at(summer) }))).toEqual(["PERIOD_REVERSED /after/on"]);
    expect(codes(() => peopleToCall(nation, { ...at("today", neighbour, neighbour), fact: "/birthDate" }))).toEqual([
      "NOT_A_DATE /on",
      "DUPLICATE_ID /register/people/1/id",
    ]);
  });

  it("with the place of a person in the register that holds them", () => {
    const bad = { ...neighbour, id: "p-0", birthDate: "1948-13-01" };
    expect(codes(() => identify(nation, { before: two, after: at(autumn, neighbour, bad) }))).toEqual([
      "NOT_A_DATE /after/register/people/1/birthDate",
    ]);
    expect(codes(() => identify(nation, { before: at(summer, neighbour, bad), after: two }))).toEqual([
      "NOT_A_DATE /before/register/people/1/birthDate",
    ]);
    expect(codes(() => peopleToCall(nation, { ...at(autumn, bad), fact: "/birthDate" }))).toEqual(["NOT_A_DATE /register/people/0/birthDate"]);
  });

  it("for a rule that does not exist, even where there is nobody", () => {
    expect(codes(() => identify(nation, { before: at(summer), after: at(autumn), rules: ["cn/none"] }))).toEqual(["RULE_NOT_FOUND /rules/0"]);
  });
});
