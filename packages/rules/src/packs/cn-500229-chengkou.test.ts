import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createEngine } from "../assess/engine.js";
import * as nation from "./cn.js";
import * as chengkou from "./cn-500229-chengkou.js";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

const on = "2026-11-21";
const packs = [nation.pack, chengkou.pack];
const county = { code: "500229", name: "城口县", tier: "county" } as const;
const bare = createEngine({ packs });
const withExamples = createEngine({ packs, overlays: [chengkou.illustrative] });
const decide = (engine: typeof bare, subject: Parameters<typeof bare.assess>[0], rule: string, register = {}) =>
  engine.assess(subject, { on, register, rules: [`cn-500229-chengkou/${rule}`] })[0];

const ruralPerson = { id: "p-1", birthDate: "1944-05-01", registeredResidence: { kind: "rural" as const }, assistance: [], died: null };

describe("example values for Chengkou", () => {
  it("mark every answer that rests on one", () => {
    const person = { ...ruralPerson, livingArrangement: "alone" as const };
    expect(decide(withExamples, { person }, "benefit.oldAgeAllowance")).toMatchObject({ status: "granted", illustrative: true });
    expect(decide(withExamples, { person }, "ledger.livesAlone")).toMatchObject({ status: "granted", illustrative: false });
  });

  it("are needed: without them a visit is owed, but how often is open", () => {
    const { effect } = decide(bare, { person: ruralPerson }, "service.regularVisit") ?? {};
    expect(effect).toEqual({ kind: "service", service: "regularVisit", per: "year", open: ["regularVisit.timesPerYear"] });
    expect(decide(withExamples, { person: ruralPerson }, "service.regularVisit")?.effect).toMatchObject({ times: 4, per: "year", open: [] });
  });
});

const target = (id: string) => chengkou.pack.rules.find((rule) => rule.id === id);
const townships = new Map(
  read("../../../../examples/data/chengkou/chengkou-towns.csv")
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(0, 2) as [string, string]),
);

describe("the targets of the Chengkou notice", () => {
  it("keep the contradictions of the text: 18 homes but 6 + 6 named, 23 centres but 7 + 11 named, 113 points and 51 + 62", () => {
    const warned = bare
      .assess({ area: county }, { on })
      .flatMap(({ rule, warnings }) => warnings.map((warning) => [rule.split("/")[1], warning.code]));
    expect(warned).toEqual([
      ["target.homesUpgraded", "PARTS_DO_NOT_ADD_UP"],
      ["target.townshipCentres", "PARTS_DO_NOT_ADD_UP"],
    ]);
  });

  it.each([
    ["target.homesUpgraded2021", "upgradeTask2021"],
    ["target.homesUpgraded2022", "upgradeTask2022"],
    ["target.townshipCentres2021", "centreTask2021"],
    ["target.townshipCentres2022", "centreTask2022"],
  ])("%s names its members as the sentence does, and counts in just those townships", (id, fact) => {
    const rule = target(id);
    const members = rule?.then.kind === "target" ? (rule.then.members ?? []) : [];
    const quote = chengkou.pack.clauses[rule?.clauses[0] ?? ""]?.quote ?? "";
    expect(quote).toContain(members.join("、"));
    const codes = [...JSON.stringify(chengkou.pack.facts[fact]?.is).matchAll(/"(500229\d{3})"/g)].map(([, code]) => code ?? "");
    // the full name of a township is the name in the sentence with 镇 or 乡 after it
    expect(codes.map((code) => townships.get(code)?.slice(0, -1))).toEqual(members);
  });

  it("are overdue once their year has passed, and due on its last day", () => {
    const area = { ...county, facts: { homesUpgraded: 17 } };
    const states = ["2022-12-31", "2023-01-01"].map(
      (day) => bare.assess({ area }, { on: day, rules: ["cn-500229-chengkou/target.homesUpgraded"] })[0]?.effect,
    );
    expect(states).toMatchObject([{ state: "due" }, { state: "overdue" }]);
  });
});

describe("what Chengkou's facilities owe", () => {
  const staff = (roles: readonly string[]) => ({
    caregivers: roles.map((role, index) => ({ id: `c-${index}`, roles: [role], facility: "f-1", area: "500229", shifts: [] })),
  });
  const home = { id: "f-1", kind: "townshipHome" as const, area: "500229102", residents: { disabled: 10, semiDisabled: 10, selfCaring: 21 } };

  it("41 residents of a township home ask for 5 management and service staff", () => {
    expect(decide(bare, { facility: home }, "staffing.townshipHome", staff(["careWorker", "nurse", "director", "driver"]))?.effect).toMatchObject({
      required: 5,
      present: 3,
      short: 2,
    });
  });

  it("10 disabled residents of the county centre ask for 4 service staff, managers not counted", () => {
    const centre = { ...home, kind: "concentratedDisabledCareCentre" as const };
    const register = staff(["careWorker", "careWorker", "careWorker", "careWorker", "director"]);
    expect(decide(bare, { facility: centre }, "staffing.disabledCare", register)).toMatchObject({
      status: "met",
      effect: { required: 4, present: 4 },
    });
  });

  it("20 residents in concentrated support at 11,000 yuan a year ask for 33,000 yuan of running cost", () => {
    const facility = { ...home, facts: { concentratedSupportResidents: 20 } };
    expect(decide(withExamples, { facility }, "funding.runningCost")?.effect).toMatchObject({ amountFen: 3_300_000, per: "year" });
    expect(decide(bare, { facility }, "funding.runningCost")?.effect).toMatchObject({ open: ["basicLivingAllowance.fenPerYear"] });
  });
});

describe("admission in Chengkou", () => {
  it("ranks destitute persons first in every queue", () => {
    const queues = new Map<string, string[]>();
    for (const { id, then } of chengkou.pack.rules) {
      if (then.kind === "priority") queues.set(then.queue, [...(queues.get(then.queue) ?? []), id.split(".").at(-1) ?? ""]);
    }
    expect(Object.fromEntries(queues)).toEqual({
      townshipCareCentre: ["destitute", "social"],
      concentratedDisabledCareCentre: ["destitute", "social"],
      townshipHome: ["destitute", "hardUp"],
    });
    const person = { ...ruralPerson, wishes: { institution: true } };
    expect(decide(bare, { person }, "admission.townshipCentre.social")?.effect).toMatchObject({ rank: 2 });
    expect(decide(bare, { person: { ...person, assistance: ["destitute"] } }, "admission.townshipCentre.destitute")?.effect).toMatchObject({
      rank: 1,
    });
  });
});
