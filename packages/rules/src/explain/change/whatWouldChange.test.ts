import { addDays, addMonths, type OlderPerson, type Register } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completePeople, conditions, domains, packOf } from "../../../test/policies.js";
import { createEngine, type Engine } from "../../assess/engine.js";
import type { Subject } from "../../assess/subject.js";
import type { Overlay, Pack } from "../../pack/pack.js";
import { pack as national } from "../../packs/cn.js";
import { pack as county, illustrative } from "../../packs/cn-500229-chengkou.js";
import { whatWouldChange } from "./whatWouldChange.js";

const on = "2026-11-21";
const settled: Overlay = { ...illustrative, id: "settled", illustrative: false };
const engine = createEngine({ packs: [national, county], overlays: [settled] });
const rural = { birthDate: "1944-03-05", registeredResidence: { kind: "rural" as const }, residence: { area: "500229103205" } };
const poor = { ...rural, assistance: ["destitute" as const], support: "dispersed" as const };

const ask = (subject: Subject, rule: string, register?: Partial<Register>) =>
  whatWouldChange(engine, subject, `cn-500229-chengkou/${rule}`, { on, ...(register === undefined ? {} : { register }) });
const words = (subject: Subject, rule: string, register?: Partial<Register>) => ask(subject, rule, register).map(({ text }) => text.zh);

describe("what would turn a refusal into a grant", () => {
  it("is the nearest level of ability that is enough", () => {
    expect(ask({ person: { ...poor, ability: { level: 1 }, wishes: { institution: true } } }, "service.concentratedDisabledCare")).toMatchObject([
      {
        kind: "facts",
        proven: true,
        changes: [{ fact: "/ability/level", from: 1, to: 3, words: { zh: "能力等级达到3级（现为1级）", en: "the ability level reaches 3 (now 1)" } }],
        text: {
          en: "If the ability level reaches 3 (now 1), all else being as it is, you qualify for “concentrated care for disabled destitute persons”.",
        },
      },
    ]);
  });

  it("is the 80th birthday, where time alone grants", () => {
    expect(ask({ person: { ...rural, birthDate: "1951-03-02" } }, "benefit.oldAgeAllowance")).toEqual([
      {
        kind: "date",
        on: "2031-03-02",
        because: [{ zh: "届时年满80周岁", en: "the age of 80 is reached" }],
        text: {
          zh: "到2031年3月2日（届时年满80周岁），其他情况不变，即可符合“高龄津贴”的条件。",
          en: "From 2 March 2031 (the age of 80 is reached), all else being as it is, “old-age allowance” is granted.",
        },
      },
    ]);
  });

  it("may take two facts at once, of which either alone is not enough", () => {
    const found = ask({ person: { ...rural, assistance: [], ability: { level: 1 }, specialFamilyPlanning: false } }, "pairing.oneToOne");
    expect(found.map(({ text }) => text.zh)).toEqual([
      "如果救助类别包括低收入家庭成员，其他情况不变，即可符合“‘一对一’结对帮扶”的条件。",
      "如果能力等级达到3级（现为1级），并且属于计划生育特殊家庭成员，其他情况不变，即可符合“‘一对一’结对帮扶”的条件。",
    ]);
  });

  it("is never a birth date, unless the caller says that it may be", () => {
    const person = { ...rural, birthDate: "1968-05-01" };
    const facts = whatWouldChange(engine, { person }, "cn-500229-chengkou/service.regularVisit", { on, fixed: [] }).flatMap((found) =>
      found.kind === "facts" ? found.changes.map(({ fact, to }) => [fact, to]) : [],
    );
    expect(facts).toEqual([["/birthDate", "1966-11-21"]]);
    expect(ask({ person }, "service.regularVisit").map(({ kind }) => kind)).toEqual(["date"]);
  });

  it("is more staff, more nursing beds or fewer beds", () => {
    const centre = { id: "f-1", kind: "concentratedDisabledCareCentre" as const, area: "500229", beds: 100, nursingBeds: 70 };
    expect(words({ facility: centre }, "standard.disabledCare.nursingBeds")).toEqual([
      "如果护理型床位数达到80张（现为70张），其他情况不变，即可达到“失能特困人员集中照护中心护理型床位占比”的要求。",
      "如果床位数降到87张（现为100张），其他情况不变，即可达到“失能特困人员集中照护中心护理型床位占比”的要求。",
    ]);
    const residents = { disabled: 7, semiDisabled: 0, selfCaring: 0 };
    expect(words({ facility: { ...centre, residents } }, "staffing.disabledCare", { caregivers: [] })).toEqual([
      "如果配备人数达到3人（现为0人），其他情况不变，即可达到“失能特困人员集中照护中心服务人员配备”的要求。",
    ]);
  });

  it("counts over the register as a whole", () => {
    const area = { code: "500229", name: "城口县", tier: "county" as const };
    const facilities = [
      { id: "p-1", kind: "villageMutualAidPoint" as const, area: "500229103205", events: [{ on: "2022-05-01", state: "built" as const }] },
    ];
    expect(ask({ area }, "target.villagePoints", { facilities })).toMatchObject([
      { kind: "facts", proven: true, changes: [{ fact: "/facts/villagePointsBuilt", from: 1, to: 113 }] },
    ]);
  });

  it("is a decision of the place, or a fact of the village", () => {
    const area = { name: "城口县", tier: "county" as const, code: "500229", adopts: [] };
    const township = { name: "乡", tier: "township" as const, code: "500229103", adopts: [] };
    const village = { name: "村", tier: "village" as const, code: "500229103205", adopts: [], dispersed: true };
    const person = { ...rural, livingArrangement: "alone" as const };
    expect(words({ person }, "service.mealDelivery", { areas: [area, township, village] })).toEqual([
      "如果所在地已决定实施本条，并且所在村具备集中供餐条件（人口较集中），其他情况不变，即可符合“集中助餐或者送餐”的条件。",
    ]);
  });

  it("refers to what is missing where nothing is decided yet, and has no answer where all is granted", () => {
    expect(ask({ person: { ...poor, wishes: { institution: true } } }, "service.concentratedDisabledCare")).toMatchObject([
      { kind: "missing", missing: { toGrant: [{ fact: "/ability/level" }] }, text: { en: expect.stringContaining("ability level") as string } },
    ]);
    expect(ask({ person: rural }, "service.regularVisit")).toEqual([]);
  });
});

describe("a grant by time alone", () => {
  const title = { zh: "题", en: "title" };
  const dated = (when: Pack["rules"][number]["when"], more: Partial<Pack> = {}): Engine => {
    const base = packOf(when ?? true);
    return createEngine({ packs: [{ ...base, ...more, parameters: { ...base.parameters, ...more.parameters } }] });
  };
  const first = (asked: Engine, person: Partial<OlderPerson>) =>
    whatWouldChange(asked, { person }, "random/r", { on }).find(({ kind }) => kind === "date");

  it("comes with a parameter that changes, and says to what", () => {
    const from: Pack["parameters"][string] = {
      type: "integer",
      unit: "year",
      title: { zh: "起始年龄", en: "age from" },
      clause: "C",
      values: [
        { from: "2000-01-01", value: 80 },
        { from: "2027-07-01", value: 70 },
      ],
    };
    const asked = dated({ ">=": [{ var: "age" }, { param: "from" }] }, { parameters: { from } });
    expect(first(asked, { birthDate: "1950-01-01" })).toMatchObject({
      on: "2027-07-01",
      because: [{ zh: "“起始年龄”自该日起为70周岁", en: "“age from” becomes 70 years" }],
    });
  });

  it("comes the day after a period has ended", () => {
    const visitedOn = { subject: "person" as const, type: "date" as const, title };
    const asked = dated({ ">": [{ dateAsked: [] }, { var: "visitedOn" }] }, { facts: { visitedOn } });
    expect(first(asked, { facts: { visitedOn: "2027-01-31" } })).toMatchObject({ on: "2027-02-01" });
  });

  it("comes after so many months, counted as the calendar does", () => {
    const visitedOn = { subject: "person" as const, type: "date" as const, title };
    const asked = dated({ ">=": [{ monthsBetween: [{ var: "visitedOn" }, { dateAsked: [] }] }, { param: "two" }] }, { facts: { visitedOn } });
    expect(first(asked, { facts: { visitedOn: "2026-12-31" } })).toMatchObject({ on: "2027-02-28" });
  });

  it("falls on 28 February of common years for whoever was born on the 29th", () => {
    const asked = dated({ ">=": [{ var: "age" }, { param: "sixty" }] });
    expect(first(asked, { birthDate: "1967-03-01" })).toMatchObject({ on: "2027-03-01" });
    expect(first(asked, { birthDate: "1968-02-29" })).toMatchObject({ on: "2028-02-29" });
    expect(first(dated({ ">=": [{ var: "age" }, { param: "eighty" }] }), { birthDate: "1948-02-29" })).toMatchObject({ on: "2028-02-29" });
  });

  it("is the first such day: every day before is still refused, and none comes later than a search day by day finds", () => {
    const days = fc.constantFrom("1946-11-22", "1947-02-28", "1948-02-29", "1966-11-22", "1967-06-30");
    fc.assert(
      fc.property(conditions, completePeople, days, (when, person, birthDate) => {
        const asked = createEngine({ packs: [packOf(when)] });
        const subject = { person: { ...person, birthDate } as Partial<OlderPerson> };
        const status = (day: string) => asked.assess(subject, { on: day, rules: ["random/r"] })[0]?.status;
        if (status(on) !== "denied") return;
        const until = addMonths(on, 18);
        const found = whatWouldChange(asked, subject, "random/r", { on, until }).find(({ kind }) => kind === "date");
        // the ages of these conditions turn on birthdays alone
        let expected: string | undefined;
        for (let day = addDays(on, 1); day <= until && expected === undefined; day = addDays(day, 1)) if (status(day) === "granted") expected = day;
        expect(found?.kind === "date" ? found.on : undefined).toBe(expected);
      }),
      { numRuns: 15 },
    );
  });
});

describe("the smallest changes", () => {
  const fields = ["leftBehind", "emptyNest", "support", "monitoring", "assistance", "ability"] as const;

  /** Every set of fields, smallest first, that grants with some values: by trying all there are. */
  const bruteForce = (asked: Engine, person: Readonly<Record<string, unknown>>): number | undefined => {
    const grants = (record: Readonly<Record<string, unknown>>): boolean =>
      asked.assess({ person: record as Partial<OlderPerson> }, { on, rules: ["random/r"] })[0]?.status === "granted";
    const tryFrom = (record: Readonly<Record<string, unknown>>, from: number, left: number): boolean =>
      left === 0
        ? grants(record)
        : fields.some(
            (name, index) => index >= from && (domains[name] ?? []).some((value) => tryFrom({ ...record, [name]: value }, index + 1, left - 1)),
          );
    return [1, 2].find((size) => tryFrom(person, 0, size));
  };

  /** The record with some facts otherwise. */
  const changed = (person: Readonly<Record<string, unknown>>, changes: readonly { readonly fact: string; readonly to: unknown }[]) => ({
    ...person,
    ...Object.fromEntries(changes.map(({ fact, to }) => [fact.split("/")[1] ?? "", fact === "/ability/level" ? { level: to } : to])),
  });

  it("are as few as trying every value finds, and grant when they are made", () => {
    let compared = 0;
    fc.assert(
      fc.property(conditions, completePeople, (when, person) => {
        const asked = createEngine({ packs: [packOf(when)] });
        const subject = { person: person as Partial<OlderPerson> };
        if (asked.assess(subject, { on, rules: ["random/r"] })[0]?.status !== "denied") return;
        const found = whatWouldChange(asked, subject, "random/r", { on, most: 20, fixed: ["/birthDate", "/facts/share"] });
        const sets = found.flatMap((each) => (each.kind === "facts" ? [each] : []));
        for (const { changes } of sets) {
          const record = changed(person, changes) as Partial<OlderPerson>;
          expect(asked.assess({ person: record }, { on, rules: ["random/r"] })[0]?.status).toBe("granted");
        }
        const least = bruteForce(asked, person);
        if (least !== undefined) expect(sets[0]?.changes.length).toBe(least);
        else expect(sets.every(({ changes }) => changes.length > 2)).toBe(true);
        compared += 1;
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(15);
  });

  it("contain no part that would do alone", () => {
    fc.assert(
      fc.property(conditions, completePeople, (when, person) => {
        const asked = createEngine({ packs: [packOf(when)] });
        const found = whatWouldChange(asked, { person: person as Partial<OlderPerson> }, "random/r", { on, most: 20 });
        const sets = found.flatMap((each) => (each.kind === "facts" ? [new Set(each.changes.map(({ fact }) => fact))] : []));
        for (const [index, one] of sets.entries())
          for (const [other, two] of sets.entries()) expect(index !== other && [...one].every((fact) => two.has(fact))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});
