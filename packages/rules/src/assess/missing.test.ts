import type { Missing, OlderPerson, Register } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import { indexOf, Scope } from "../logic/scope.js";
import { UNKNOWN } from "../logic/value.js";
import type { Logic, Pack, Parameter } from "../pack/pack.js";
import { definePlugin } from "../plugin/definePlugin.js";
import { PluginLibrary } from "../plugin/pluginLibrary.js";
import { contextsOf } from "./contextsOf.js";
import { Jurisdictions } from "./jurisdiction.js";
import { missingFor } from "./missing.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const settled = (type: Parameter["type"], value: number | string): Parameter => ({
  type,
  title,
  clause: "C",
  values: [{ from: "2000-01-01", value }],
});
const left = (type: Parameter["type"], more: Partial<Parameter> = {}): Parameter => ({ type, title, clause: "C", open: true, ...more });

const v = (name: string): Logic => ({ var: name });

function packWith(when: Logic): Pack {
  const pack = packOf(when);
  return {
    ...pack,
    clauses: { ...pack.clauses, O: { source: "s", section: "1", modality: "conditional", quote: "q" } },
    parameters: {
      ...pack.parameters,
      nought: settled("integer", 0),
      minusHalf: settled("rational", "-1/2"),
      turn: settled("date", "2021-06-01"),
      million: settled("integer", 1_000_000),
      open: left("integer"),
      narrow: left("integer", { least: 3, most: 4 }),
      window: left("integer", { least: 7, most: 8 }),
      here: left("area"),
      openShare: left("rational"),
      openDay: left("date"),
      reading: left("choice", { of: { last: title, all: title } }),
      lenient: left("boolean"),
    },
    facts: {
      ...pack.facts,
      visits: { subject: "person", type: "integer", title },
      meals: { subject: "person", type: "integer", title },
      bornAt: { subject: "person", type: "area", title },
      toldOn: { subject: "person", type: "date", title },
      zone: { subject: "person", type: "enum", values: ["hill", "plain"], title },
      tags: { subject: "person", type: "list", values: ["a", "b"], title },
      heard: { subject: "person", type: "list", open: true, values: ["a", "b"], title },
      hills: { subject: "person", type: "list", open: true, values: ["hill"], title },
      heardOn: { subject: "person", type: "date", title },
      places: { subject: "person", type: "list", values: ["hill", "plain", "a"], title },
      letters: { subject: "person", type: "list", values: ["a", "b", "c", "d", "e", "f"], title },
      centres: { subject: "area", type: "integer", title, count: { of: "facilities", where: { ">=": [{ var: "beds" }, { param: "two" }] } } },
      claims: { subject: "person", type: "list", title, fields: { urgent: { type: "boolean", title } } },
      claim: { subject: "person", type: "record", title, fields: { filedOn: { type: "date", title }, amountFen: { type: "fen", title } } },
      poor: { subject: "household", type: "boolean", title, is: { "<=": [{ var: "monthlyIncomeFen" }, { param: "three" }] } },
      old: { subject: "person", type: "boolean", title, is: { ">=": [{ var: "age" }, { param: "eighty" }] } },
    },
    tables: {
      byLevel: {
        type: "integer",
        inputs: ["ability.level"],
        hit: "first",
        rows: [
          { if: [{ ">=": 3 }], then: 3, from: "2000-01-01", clause: "C" },
          { if: [1], then: 1, from: "2000-01-01", clause: "C" },
        ],
      },
      doubtful: {
        type: "integer",
        inputs: ["visits", "meals"],
        hit: "unique",
        rows: [
          { if: [{ ">=": { param: "two" } }, "-"], then: 1, from: "2000-01-01", clause: "C" },
          { if: ["-", { ">=": { param: "two" } }], then: 2, from: "2000-01-01", clause: "C" },
        ],
      },
    },
  };
}

const enums = (...values: string[]) => ({ type: "list" as const, values, title });
/** Lists defined as others, and a question that cannot be looked into. */
const plugins = new PluginLibrary([
  definePlugin({
    id: "town",
    version: "1.0.0",
    operators: {
      isEven: { title, args: [{ kind: "number", integer: true }], result: { kind: "boolean" }, evaluate: ([number]) => Number(number) % 2 === 0 },
    },
    facts: {
      rumours: { subject: "person", ...enums("a", "b"), is: { var: "heard" } },
      labels: { subject: "person", ...enums("a", "b"), is: { var: "tags" } },
    },
  }),
]);

const named = (missing: readonly Missing[] | undefined): string =>
  (missing ?? []).map((each) => ("fact" in each ? each.fact.replace(/^\/facts/, "") : each.parameter)).join(" ");

interface Told {
  readonly toGrant: string;
  readonly toDeny: string;
  readonly relevant: string;
  readonly proven: boolean;
}

/** What would settle a condition for one person: as the record says it, and as rows of numbers do, where they can. */
function settling(when: Logic, person: Partial<OlderPerson>, register: Partial<Register> = {}, rules: Partial<Pack["rules"][number]> = {}) {
  const pack = packWith(when);
  const contexts = contextsOf([{ ...pack, rules: pack.rules.map((rule) => ({ ...rule, ...rules })) }], [], plugins);
  const scope = new Scope("person", person as never, on, indexOf(register));
  const set = new Jurisdictions(contexts, undefined).of(undefined).rulesOf("person", on);
  const [spoken] = set.spoken;
  const condition = spoken?.rule.parsed.condition;
  if (spoken === undefined || condition === undefined) throw new Error("no condition");
  const told = (found: ReturnType<typeof missingFor>): Told => ({
    toGrant: named(found.toGrant),
    toDeny: named(found.toDeny),
    relevant: named(found.relevant),
    proven: found.proven,
  });
  const byRows = set.about(scope, (answers) => answers?.of(0).missing());
  return {
    truth: spoken.rule.truth(scope),
    byRecord: told(missingFor(condition, spoken.rule.truth, scope, spoken.rule.parameters, new WeakMap())),
    byRows: byRows === undefined ? undefined : told(byRows),
    titles: byRows?.toGrant.map((each) => each.title?.zh),
  };
}

const p = (id: string): Logic => ({ param: id });
const hold = (op: string, a: Logic, b: Logic): Logic => ({ [op]: [a, b] });

const inside = (area: Logic, container: Logic): Logic => ({ inside: [area, container] });

const comparisons = ["<", "<=", ">", ">=", "==", "!="] as const;

const limb: Logic = { in: ["limb", v("disability.kinds")] };
const noLimb: Logic = { "!": [limb] };

/** A condition, what is known of the person, and what would grant, what would deny, and what matters. */
type Case = readonly [Logic, Partial<OlderPerson>, string, string, string];

const byNumbers: readonly Case[] = [
  [{ and: [v("leftBehind"), v("emptyNest")] }, { leftBehind: true }, "/emptyNest", "/emptyNest", "/emptyNest"],
  [{ and: [v("leftBehind"), v("emptyNest")] }, {}, "/leftBehind /emptyNest", "/leftBehind", "/leftBehind /emptyNest"],
  [{ or: [v("leftBehind"), v("emptyNest")] }, {}, "/leftBehind", "/leftBehind /emptyNest", "/leftBehind /emptyNest"],
  [{ or: [v("leftBehind"), v("emptyNest")] }, { leftBehind: false }, "/emptyNest", "/emptyNest", "/emptyNest"],
  [{ "!": [{ and: [v("leftBehind"), v("emptyNest")] }] }, {}, "/leftBehind", "/leftBehind /emptyNest", "/leftBehind /emptyNest"],
  [
    { if: [v("leftBehind"), v("emptyNest"), v("childless")] },
    {},
    "/leftBehind /emptyNest",
    "/leftBehind /emptyNest",
    "/leftBehind /emptyNest /childless",
  ],
  [{ if: [v("leftBehind"), v("emptyNest"), v("childless")] }, { emptyNest: true, childless: false }, "/leftBehind", "/leftBehind", "/leftBehind"],
  [{ if: [v("leftBehind"), v("emptyNest"), v("childless")] }, { leftBehind: true }, "/emptyNest", "/emptyNest", "/emptyNest"],
  [{ if: [v("leftBehind"), v("emptyNest"), v("childless")] }, { leftBehind: false }, "/childless", "/childless", "/childless"],
  [hold("==", v("leftBehind"), v("emptyNest")), {}, "/leftBehind /emptyNest", "/leftBehind /emptyNest", "/leftBehind /emptyNest"],
  [hold("!=", v("leftBehind"), v("emptyNest")), {}, "/leftBehind /emptyNest", "/leftBehind /emptyNest", "/leftBehind /emptyNest"],
  [hold("==", v("leftBehind"), v("emptyNest")), { emptyNest: false }, "/leftBehind", "/leftBehind", "/leftBehind"],
  [
    hold("==", { and: [v("leftBehind"), v("emptyNest")] }, { or: [v("leftBehind"), v("childless")] }),
    {},
    "/leftBehind /emptyNest",
    "/leftBehind /emptyNest",
    "/leftBehind /emptyNest /childless",
  ],
  [
    hold("!=", { and: [v("leftBehind"), v("emptyNest")] }, { or: [v("leftBehind"), v("childless")] }),
    {},
    "/leftBehind /emptyNest",
    "/leftBehind /emptyNest",
    "/leftBehind /emptyNest /childless",
  ],
  [{ and: [v("leftBehind"), { "!": [v("leftBehind")] }] }, {}, "", "/leftBehind", "/leftBehind"],
  [{ or: [v("leftBehind"), { "!": [v("leftBehind")] }] }, {}, "/leftBehind", "", "/leftBehind"],
  [
    { or: [{ and: [v("leftBehind"), v("emptyNest")] }, v("childless")] },
    {},
    "/childless",
    "/leftBehind /childless",
    "/leftBehind /emptyNest /childless",
  ],
  [hold(">=", v("ability.level"), p("three")), {}, "/ability/level", "/ability/level", "/ability/level"],
  [hold(">=", v("ability.level"), p("eighty")), {}, "", "/ability/level", "/ability/level"],
  [hold(">=", v("ability.level"), p("nought")), {}, "/ability/level", "", "/ability/level"],
  [hold(">", v("ability.level"), p("minusHalf")), {}, "/ability/level", "", "/ability/level"],
  [hold(">", v("visits"), p("minusHalf")), {}, "/visits", "/visits", "/visits"],
  [hold("==", v("visits"), p("minusHalf")), {}, "", "/visits", "/visits"],
  [hold("==", v("visits"), p("million")), {}, "/visits", "/visits", "/visits"],
  [{ and: [hold(">", v("visits"), p("two")), hold("<", v("visits"), p("three"))] }, {}, "", "/visits", "/visits"],
  [hold(">=", v("age"), p("eighty")), {}, "/birthDate", "/birthDate", "/birthDate"],
  [v("old"), {}, "/birthDate", "/birthDate", "/birthDate"],
  [{ and: [v("old"), hold(">=", v("ability.level"), p("two"))] }, {}, "/birthDate /ability/level", "/birthDate", "/birthDate /ability/level"],
  [hold("==", v("zone"), "hill"), {}, "/zone", "/zone", "/zone"],
  [{ in: [v("zone"), ["hill"]] }, {}, "/zone", "/zone", "/zone"],
  // a choice is one of its values, and no other
  [{ in: [v("zone"), ["hill", "plain"]] }, {}, "/zone", "", "/zone"],
  [hold("==", v("monitoring"), null), {}, "/monitoring", "/monitoring", "/monitoring"],
  [hold("!=", v("monitoring"), null), {}, "/monitoring", "/monitoring", "/monitoring"],
  [hold("<=", v("disability.grade"), p("two")), {}, "/disability/grade", "/disability/grade", "/disability/grade"],
  [{ "!": [hold("<=", v("disability.grade"), p("two"))] }, {}, "/disability/grade", "/disability/grade", "/disability/grade"],
  [hold("<", v("died"), p("turn")), {}, "/died", "/died", "/died"],
  [{ and: [hold(">=", v("toldOn"), p("turn")), hold("<=", v("toldOn"), p("turn"))] }, {}, "/toldOn", "/toldOn", "/toldOn"],
  [{ in: ["a", v("tags")] }, {}, "/tags", "/tags", "/tags"],
  [{ in: ["a", v("town.labels")] }, {}, "/tags", "/tags", "/tags"],
  [{ and: [{ in: ["a", v("tags")] }, { "!": [{ in: ["b", v("tags")] }] }] }, {}, "/tags", "/tags", "/tags"],
  [{ in: ["limb", v("disability.kinds")] }, {}, "/disability/kinds", "/disability/kinds", "/disability/kinds"],
  // of two records, that one is none says nothing of the other
  [
    { and: [hold("==", v("claim.filedOn"), null), limb] },
    {},
    "/claim/filedOn /disability/kinds",
    "/claim/filedOn",
    "/claim/filedOn /disability/kinds",
  ],
  [
    hold(">=", v("ability.level"), { if: [v("leftBehind"), p("two"), p("three")] }),
    {},
    "/ability/level",
    "/ability/level",
    "/leftBehind /ability/level",
  ],
  [
    hold(">=", v("ability.level"), { if: [v("leftBehind"), p("two"), p("three")] }),
    { ability: { level: 2 } },
    "/leftBehind",
    "/leftBehind",
    "/leftBehind",
  ],
  [hold(">=", { table: "byLevel" }, p("three")), {}, "/ability/level", "/ability/level", "/ability/level"],
  [hold("==", { table: "byLevel" }, null), {}, "/ability/level", "/ability/level", "/ability/level"],
  [v("household.homeAdapted"), {}, "/household/homeAdapted", "/household/homeAdapted", "/household/homeAdapted"],
  [hold(">=", { monthsBetween: [v("toldOn"), { dateAsked: [] }] }, p("three")), {}, "/toldOn", "/toldOn", "/toldOn"],
  [hold("<", { daysBetween: [{ dateAsked: [] }, v("toldOn")] }, p("three")), {}, "/toldOn", "/toldOn", "/toldOn"],
  [hold("==", v("age"), p("three")), {}, "/birthDate", "/birthDate", "/birthDate"],
  [{ and: ["a", "b", "c", "d", "e"].map((letter): Logic => ({ in: [letter, v("letters")] })) }, {}, "/letters", "/letters", "/letters"],
  [{ and: ["a", "b", "c", "d", "e", "f"].map((letter): Logic => ({ in: [letter, v("letters")] })) }, {}, "/letters", "/letters", "/letters"],
  [
    { and: [{ in: ["a", v("letters")] }, ...["b", "c", "d", "e", "f"].map((letter): Logic => ({ "!": [{ in: [letter, v("letters")] }] }))] },
    {},
    "/letters",
    "/letters",
    "/letters",
  ],
  [
    {
      and: [
        { in: ["a", v("letters")] },
        { in: ["b", v("letters")] },
        ...["c", "d", "e"].map((letter): Logic => ({ "!": [{ in: [letter, v("letters")] }] })),
      ],
    },
    {},
    "/letters",
    "/letters",
    "/letters",
  ],
  [{ and: [hold("==", v("age"), p("eighty")), hold("<=", v("birthDate"), "1945-11-22")] }, {}, "/birthDate", "/birthDate", "/birthDate"],
  [hold("==", { if: [v("leftBehind"), v("zone"), v("zone")] }, "hill"), {}, "/zone", "/zone", "/leftBehind /zone"],
  [
    { and: [hold("!=", v("monitoring"), "nearPoverty"), hold("!=", v("monitoring"), "unstableExit")] },
    {},
    "/monitoring",
    "/monitoring",
    "/monitoring",
  ],
  [hold("==", v("dementia"), v("leftBehind")), { dementia: true }, "/leftBehind", "/leftBehind", "/leftBehind"],
  [hold("!=", { or: [v("dementia"), v("emptyNest")] }, v("leftBehind")), { dementia: true }, "/leftBehind", "/leftBehind", "/leftBehind"],
  [
    { or: [{ and: [v("leftBehind"), v("emptyNest")] }, { and: [{ "!": [v("leftBehind")] }, { "!": [v("emptyNest")] }] }] },
    {},
    "/leftBehind /emptyNest",
    "/leftBehind /emptyNest",
    "/leftBehind /emptyNest",
  ],
];

const bothGrades = "/disability/grade /visits";
const bothOfDisability = "/disability/grade /disability/kinds";
const bothOfClaim = "/claim/filedOn /claim/amountFen";

// what two facts say of each other, fractions, areas and what is left open are asked of the record itself
const byRecord: readonly Case[] = [
  [{ and: [hold(">", v("share"), p("low")), hold("<", v("share"), p("high"))] }, {}, "/share", "/share", "/share"],
  [{ and: [hold("<", v("share"), p("low")), hold(">", v("share"), p("high"))] }, {}, "", "/share", "/share"],
  [hold(">=", v("age"), p("open")), {}, "/birthDate open", "/birthDate open", "/birthDate open"],
  [hold(">=", v("age"), p("open")), { birthDate: "1940-01-01" }, "open", "open", "open"],
  [hold(">=", v("ability.level"), p("narrow")), { ability: { level: 2 } }, "", "narrow", "narrow"],
  [hold(">=", v("ability.level"), p("narrow")), { ability: { level: 3 } }, "narrow", "narrow", "narrow"],
  [hold(">=", v("share"), p("openShare")), { facts: { share: 0.5 } }, "openShare", "openShare", "openShare"],
  [hold("==", p("reading"), "last"), {}, "reading", "reading", "reading"],
  [{ and: [p("lenient"), v("leftBehind")] }, {}, "lenient /leftBehind", "lenient", "lenient /leftBehind"],
  [hold("<", v("died"), p("openDay")), {}, "/died openDay", "/died", "/died openDay"],
  [{ inside: [v("residence.area"), "500229"] }, {}, "/residence/area", "/residence/area", "/residence/area"],
  [inside("500229", v("residence.area")), {}, "/residence/area", "/residence/area", "/residence/area"],
  [inside(v("residence.area"), p("here")), {}, "/residence/area here", "/residence/area here", "/residence/area here"],
  [inside(v("residence.area"), p("here")), { residence: { area: "500229" } }, "here", "here", "/residence/area here"],
  [inside(v("residence.area"), p("here")), { residence: { area: "500229103205" } }, "here", "here", "here"],
  [inside(v("residence.area"), "500229"), { residence: { area: "50" } }, "/residence/area", "/residence/area", "/residence/area"],
  [inside(v("residence.area"), "500229103205"), { residence: { area: "500229103" } }, "/residence/area", "/residence/area", "/residence/area"],
  [
    { and: [inside(v("residence.area"), "500229"), { "!": [inside(v("residence.area"), "500229103")] }] },
    {},
    "/residence/area",
    "/residence/area",
    "/residence/area",
  ],
  [
    { and: [inside(v("residence.area"), "500229"), { "!": [inside(v("residence.area"), "500229103")] }] },
    { residence: { area: "5002" } },
    "/residence/area",
    "/residence/area",
    "/residence/area",
  ],
  [
    { and: [inside(v("residence.area"), "500229"), { "!": [inside(v("residence.area"), "500229103")] }] },
    { residence: { area: "500229" } },
    "/residence/area",
    "/residence/area",
    "/residence/area",
  ],
  [{ and: [inside(v("residence.area"), "500229"), inside(v("residence.area"), "500230")] }, {}, "", "/residence/area", "/residence/area"],
  [
    { or: [inside(v("residence.area"), "500229"), { "!": [inside(v("residence.area"), "50")] }] },
    {},
    "/residence/area",
    "/residence/area",
    "/residence/area",
  ],
  [
    { and: [inside(v("residence.area"), "500229"), hold("==", { tierOf: v("residence.area") }, "prefecture")] },
    {},
    "",
    "/residence/area",
    "/residence/area",
  ],
  [
    { and: [inside(v("residence.area"), "50"), hold("==", { tierOf: v("residence.area") }, "township")] },
    {},
    "/residence/area",
    "/residence/area",
    "/residence/area",
  ],
  [hold(">", v("visits"), v("meals")), {}, "/visits /meals", "/visits /meals", "/visits /meals"],
  [hold(">", v("visits"), v("meals")), { facts: { visits: 3 } }, "/meals", "/meals", "/meals"],
  [hold(">", { "+": [v("visits"), v("meals")] }, p("three")), { facts: { visits: 3 } }, "/meals", "/meals", "/meals"],
  [hold(">", { "+": [v("visits"), v("meals")] }, p("three")), {}, "/visits /meals", "/visits /meals", "/visits /meals"],
  [hold(">", { addMonths: [v("toldOn"), p("three")] }, { dateAsked: [] }), {}, "/toldOn", "/toldOn", "/toldOn"],
  [hold(">", { addMonths: [v("toldOn"), p("open")] }, { dateAsked: [] }), {}, "/toldOn open", "/toldOn open", "/toldOn open"],
  [{ in: [v("zone"), v("places")] }, {}, "/zone /places", "/places", "/zone /places"],
  [{ in: [v("zone"), v("places")] }, { facts: { zone: "hill" } }, "/places", "/places", "/places"],
  [{ in: [v("zone"), v("places")] }, { facts: { places: ["hill"] } }, "/zone", "/zone", "/zone"],
  [{ "!": [{ in: [v("zone"), v("places")] }] }, { facts: { places: ["hill", "plain"] } }, "", "/zone", "/zone"],
  [{ in: [v("ability.standard"), ["A", "B"]] }, {}, "/ability/standard", "/ability/standard", "/ability/standard"],
  [hold("==", v("ability.standard"), "A"), {}, "/ability/standard", "/ability/standard", "/ability/standard"],
  [hold("!=", v("ability.standard"), "A"), {}, "/ability/standard", "/ability/standard", "/ability/standard"],
  [
    { and: [hold("!=", v("ability.standard"), "A"), hold("!=", v("ability.standard"), "B")] },
    {},
    "/ability/standard",
    "/ability/standard",
    "/ability/standard",
  ],
  [hold("==", v("residence.area"), "500229"), {}, "/residence/area", "/residence/area", "/residence/area"],
  [hold(">=", v("visits"), p("window")), {}, "/visits window", "/visits window", "/visits window"],
  [hold("<=", v("visits"), p("window")), {}, "/visits window", "/visits window", "/visits window"],
  [hold("<", v("toldOn"), v("heardOn")), {}, "/toldOn /heardOn", "/toldOn /heardOn", "/toldOn /heardOn"],
  [hold("<", v("toldOn"), v("heardOn")), { facts: { toldOn: "2021-06-01" } }, "/heardOn", "/heardOn", "/heardOn"],
  [hold("<", v("disability.grade"), v("visits")), {}, "/disability/grade /visits", "/disability/grade", "/disability/grade /visits"],
  [hold(">=", v("visits"), v("disability.grade")), {}, "/visits /disability/grade", "/disability/grade", "/visits /disability/grade"],
  [hold("<=", v("disability.grade"), v("visits")), { disability: { grade: 2, kinds: [] } }, "/visits", "/visits", "/visits"],
  [
    hold(">", { "+": [{ if: [v("leftBehind"), v("visits"), v("meals")] }, p("two")] }, p("three")),
    {},
    "/leftBehind /visits",
    "/leftBehind /visits",
    "/leftBehind /visits /meals",
  ],
  [
    hold(">", { "+": [{ if: [v("leftBehind"), v("visits"), v("meals")] }, p("two")] }, p("three")),
    { leftBehind: true },
    "/visits",
    "/visits",
    "/visits",
  ],
  [
    hold(">", { "+": [{ if: [v("leftBehind"), v("visits"), v("meals")] }, p("two")] }, p("three")),
    { leftBehind: false },
    "/meals",
    "/meals",
    "/meals",
  ],
  [
    hold(">", { "+": [{ if: [v("leftBehind"), v("visits"), v("meals")] }, p("two")] }, p("three")),
    { facts: { visits: 3, meals: 0 } },
    "/leftBehind",
    "/leftBehind",
    "/leftBehind",
  ],
  [hold(">=", { daysBetween: [v("toldOn"), v("heardOn")] }, p("three")), {}, "/toldOn /heardOn", "/toldOn /heardOn", "/toldOn /heardOn"],
  [hold(">=", { daysBetween: [v("toldOn"), v("heardOn")] }, p("three")), { facts: { toldOn: "2021-06-01" } }, "/heardOn", "/heardOn", "/heardOn"],
  [
    hold(">=", { daysBetween: [v("toldOn"), v("heardOn")] }, p("open")),
    { facts: { toldOn: "2021-06-01" } },
    "/heardOn open",
    "/heardOn open",
    "/heardOn open",
  ],
  [hold(">", { addDays: [v("toldOn"), p("two")] }, p("openDay")), {}, "/toldOn openDay", "/toldOn openDay", "/toldOn openDay"],
  [hold("==", { addDays: [p("turn"), p("open")] }, "2021-06-03"), {}, "open", "open", "open"],
  [hold(">=", { daysBetween: [{ addDays: [v("toldOn"), p("sixty")] }, { dateAsked: [] }] }, p("eighty")), {}, "/toldOn", "/toldOn", "/toldOn"],
  [
    hold(">=", { daysBetween: [{ if: [v("leftBehind"), v("toldOn"), v("heardOn")] }, { dateAsked: [] }] }, p("eighty")),
    {},
    "/leftBehind /toldOn",
    "/leftBehind /toldOn",
    "/leftBehind /toldOn /heardOn",
  ],
  // a sum ends with what is none in it, and nothing divided by zero is a number
  [hold(">", { "+": [v("disability.grade"), v("visits")] }, p("three")), {}, bothGrades, "/disability/grade", bothGrades],
  [
    hold(">", { "+": [v("visits"), v("disability.grade")] }, p("three")),
    {},
    "/visits /disability/grade",
    "/visits /disability/grade",
    "/visits /disability/grade",
  ],
  [hold(">", { "/": [p("three"), v("visits")] }, v("meals")), {}, "/visits /meals", "/visits", "/visits /meals"],
  [
    hold(">", { "+": [{ if: [v("leftBehind"), v("disability.grade"), p("two")] }, v("visits")] }, p("three")),
    {},
    "/leftBehind /visits",
    "/leftBehind /disability/grade",
    "/leftBehind /disability/grade /visits",
  ],
  // that a field is none says that its record is, and so of each of its fields; a record that is there is not none
  [{ and: [{ "!": [hold("<=", v("disability.grade"), p("two"))] }, noLimb] }, {}, "/disability/grade", "/disability/grade", bothOfDisability],
  [
    { and: [noLimb, { "!": [hold("<=", v("disability.grade"), p("two"))] }] },
    {},
    "/disability/kinds",
    "/disability/kinds",
    "/disability/kinds /disability/grade",
  ],
  [{ and: [hold("==", v("disability.grade"), null), limb] }, {}, "", "/disability/grade", bothOfDisability],
  [{ and: [hold("!=", v("disability.grade"), null), limb] }, {}, bothOfDisability, "/disability/grade", bothOfDisability],
  [{ or: [hold("==", v("claim.filedOn"), null), hold("==", v("claim.amountFen"), p("three"))] }, {}, "/claim/filedOn", bothOfClaim, bothOfClaim],
  [
    { or: [hold("==", v("claim.filedOn"), null), hold("==", v("claim.amountFen"), p("three"))] },
    { facts: { claim: { filedOn: "2021-06-01" } } } as never,
    "/claim/amountFen",
    "/claim/amountFen",
    "/claim/amountFen",
  ],
  [hold("==", v("claim.filedOn"), null), { facts: { claim: { amountFen: 3 } } } as never, "", "/claim/filedOn", "/claim/filedOn"],
  // a list that is open may hold more than is known of it, and is never known not to
  [{ in: ["a", v("heard")] }, {}, "/heard", "", "/heard"],
  [{ in: ["a", v("heard")] }, { facts: { heard: ["b"] } }, "/heard", "", "/heard"],
  [{ "!": [{ in: ["a", v("heard")] }] }, { facts: { heard: [] } }, "", "/heard", "/heard"],
  [{ and: [{ in: ["a", v("heard")] }, { in: ["b", v("heard")] }] }, { facts: { heard: ["b"] } }, "/heard", "", "/heard"],
  [{ in: ["a", v("town.rumours")] }, { facts: { heard: ["b"] } }, "/heard", "", "/heard"],
  [{ "town.isEven": [v("visits")] }, {}, "/visits", "/visits", "/visits"],
  [{ "town.isEven": [v("age")] }, {}, "/birthDate", "/birthDate", "/birthDate"],
  // a list holds what it may hold, and nothing else
  [{ in: [v("zone"), v("hills")] }, { facts: { zone: "plain", hills: [] } } as never, "", "", "/hills"],
  // an area out of a choice: the choice does not matter where each of them lies elsewhere
  [
    inside({ if: [{ or: [v("leftBehind"), v("emptyNest")] }, v("bornAt"), v("residence.area")] }, "500229"),
    { residence: { area: "140000" } },
    "/leftBehind /bornAt",
    "/bornAt",
    "/leftBehind /emptyNest /bornAt",
  ],
];

const unproven: readonly Case[] = [
  // whichever branch it is, where both have one value it is that
  [
    hold(">", { "+": [{ if: [{ or: [v("leftBehind"), v("emptyNest")] }, v("visits"), v("meals")] }, p("two")] }, p("three")),
    { facts: { meals: 7 } } as never,
    "/visits",
    "/leftBehind /visits",
    "/leftBehind /emptyNest /visits",
  ],
  [{ some: [v("claims"), v("urgent")] }, {}, "/claims", "/claims", "/claims"],
  [{ some: [v("claims"), v("urgent")] }, { facts: { claims: [{}] } } as never, "/claims", "/claims", "/claims"],
  [hold(">=", { count: [v("claims"), v("urgent")] }, p("two")), {}, "/claims", "/claims", "/claims"],
  [hold(">=", { table: "doubtful" }, p("two")), { facts: { visits: 3 } }, "", "/meals", "/meals"],
  [hold(">=", { table: "doubtful" }, p("two")), { facts: { visits: 3, meals: 3 } }, "", "", ""],
  [v("household.poor"), { household: "h" }, "/household/poor", "/household/poor", "/household/poor"],
  [{ and: [hold("<", v("visits"), v("meals")), hold("<", v("meals"), v("visits"))] }, {}, "/visits /meals", "/visits /meals", "/visits /meals"],
  [
    { and: [hold("<", v("toldOn"), v("heardOn")), hold("<", v("heardOn"), v("toldOn"))] },
    {},
    "/toldOn /heardOn",
    "/toldOn /heardOn",
    "/toldOn /heardOn",
  ],
  [{ and: [hold(">", v("age"), p("open")), hold("<", v("age"), p("open"))] }, {}, "/birthDate open", "/birthDate open", "/birthDate open"],
  [
    { and: [hold(">", v("share"), p("openShare")), hold("<", v("share"), p("openShare"))] },
    {},
    "/share openShare",
    "/share openShare",
    "/share openShare",
  ],
  [{ all: [v("claims"), v("urgent")] }, {}, "/claims", "/claims", "/claims"],
  [{ none: [v("claims"), v("urgent")] }, {}, "/claims", "/claims", "/claims"],
  [{ and: [{ all: [v("claims"), v("urgent")] }, v("leftBehind")] }, {}, "/claims /leftBehind", "/leftBehind", "/claims /leftBehind"],
  [
    { and: [hold(">", { daysBetween: [v("toldOn"), v("heardOn")] }, p("three")), hold("<", { daysBetween: [v("toldOn"), v("heardOn")] }, p("two"))] },
    {},
    "/toldOn /heardOn",
    "/toldOn /heardOn",
    "/toldOn /heardOn",
  ],
  [
    { and: [hold(">", { daysBetween: [v("toldOn"), p("turn")] }, p("open")), hold("<", { daysBetween: [v("toldOn"), p("turn")] }, p("open"))] },
    {},
    "/toldOn open",
    "/toldOn open",
    "/toldOn open",
  ],
  [
    { and: [hold(">", { addDays: [v("toldOn"), p("open")] }, p("turn")), hold("<", { addDays: [v("toldOn"), p("open")] }, p("turn"))] },
    {},
    "/toldOn open",
    "/toldOn open",
    "/toldOn open",
  ],
];

describe("what would settle a condition", () => {
  const proven = (toGrant: string, toDeny: string, relevant: string): Told => ({ toGrant, toDeny, relevant, proven: true });
  const sentence = (rows: readonly Case[]) =>
    rows.map(
      (row) =>
        [`${JSON.stringify(row[0])} about ${JSON.stringify(row[1])}: ${row[2] || "nothing"} to grant, ${row[3] || "nothing"} to deny`, row] as const,
    );

  it.each(sentence(byNumbers))("%s", (_, [when, person, ...told]) => {
    const found = settling(when, person);
    expect(found).toMatchObject({ truth: UNKNOWN, byRecord: proven(...told), byRows: proven(...told) });
  });

  it.each(sentence(byRecord))("%s, as only the record shows", (_, [when, person, ...told]) => {
    expect(settling(when, person)).toMatchObject({ truth: UNKNOWN, byRecord: proven(...told), byRows: undefined });
  });

  it.each(sentence(unproven))("%s, which is not proven smallest", (_, [when, person, ...told]) => {
    expect(settling(when, person)).toMatchObject({ truth: UNKNOWN, byRecord: { ...proven(...told), proven: false }, byRows: undefined });
  });

  it("may be proven by numbers where the record only tried some sets", () => {
    const [a, b, ...others] = ["a", "b", "c", "d", "e", "f"].map((letter): Logic => ({ in: [letter, v("letters")] }));
    const found = settling({ and: [a as Logic, b as Logic, ...others.map((other): Logic => ({ "!": [other] }))] }, {});
    expect([found.byRecord, found.byRows]).toEqual([
      { ...proven("/letters", "/letters", "/letters"), proven: false },
      proven("/letters", "/letters", "/letters"),
    ]);
  });

  it("is a count of another area, asked for as a whole", () => {
    for (const op of comparisons)
      expect(settling(hold(op, v("county.centres"), p("three")), {}).byRecord).toMatchObject({ relevant: "/county/facts/centres" });
    expect(settling(hold(">=", v("county.centres"), p("three")), {}).byRecord.toGrant).toBe("/county/facts/centres");
  });

  it("names each fact with its title", () => {
    expect(settling({ and: [v("leftBehind"), v("old")] }, {}).titles).toEqual(["是否留守", "出生日期"]);
  });

  it("is nothing where the condition is settled", () => {
    for (const leftBehind of [true, false]) {
      const { byRows, byRecord } = settling({ and: [v("leftBehind"), hold("==", v("leftBehind"), v("leftBehind"))] }, { leftBehind });
      expect([byRows, byRecord.toGrant, byRecord.toDeny, byRecord.relevant]).toEqual([undefined, "", "", ""]);
    }
  });

  it("is what one area decides, where the clause only offers", () => {
    const offered = settling(v("leftBehind"), { leftBehind: true, residence: { area: "500229103205" } }, {}, { whereAdopted: true, clauses: ["O"] });
    expect(offered.byRecord).toEqual({
      toGrant: "/county/adopts",
      toDeny: "/county/adopts /township/adopts /village/adopts",
      relevant: "/county/adopts /township/adopts /village/adopts",
      proven: true,
    });
  });

  it("is what the other record holds, where the way there is known", () => {
    const households = [{ id: "h", area: "500229" }] as never;
    expect(settling(v("household.homeAdapted"), { household: "h" }, { households }).byRecord.toGrant).toBe("/household/homeAdapted");
  });
});

describe("a fact that is held against a constant", () => {
  const both = (name: string): Told => ({ toGrant: name, toDeny: name, relevant: name, proven: true });
  const asked: readonly (readonly [string, Logic, Logic])[] = [
    ["/ability/level", v("ability.level"), p("two")],
    ["/visits", v("visits"), p("minusHalf")],
    ["/visits", v("visits"), p("million")],
    ["/disability/grade", v("disability.grade"), p("two")],
    ["/toldOn", v("toldOn"), p("turn")],
    ["/died", v("died"), p("turn")],
    ["/share", v("share"), p("low")],
    ["/birthDate", v("age"), p("eighty")],
    ["/birthDate", v("age"), p("nought")],
    ["/toldOn", { daysBetween: [v("toldOn"), { dateAsked: [] }] }, p("eighty")],
    ["/toldOn", { monthsBetween: [v("toldOn"), { dateAsked: [] }] }, p("eighty")],
    ["/toldOn", { yearsBetween: [v("toldOn"), { dateAsked: [] }] }, p("eighty")],
    ["/toldOn", { daysBetween: [{ dateAsked: [] }, v("toldOn")] }, p("sixty")],
    ["/toldOn", { monthsBetween: [p("turn"), v("toldOn")] }, p("three")],
    ["/toldOn", { yearsBetween: [p("turn"), v("toldOn")] }, p("nought")],
    ["/toldOn", { addDays: [v("toldOn"), p("sixty")] }, p("turn")],
    ["/toldOn", { addMonths: [v("toldOn"), p("three")] }, p("turn")],
    ["/toldOn", { addYears: [v("toldOn"), p("sixty")] }, p("turn")],
    ["open", p("open"), p("eighty")],
    ["openShare", p("openShare"), p("low")],
    ["openDay", p("openDay"), p("turn")],
  ];

  it.each(asked)("%s settles %j beside %j, whichever way it is held", (name, value, constant) => {
    for (const op of comparisons) {
      // no whole number is minus a half
      const never = constant !== null && JSON.stringify(constant) === JSON.stringify(p("minusHalf"));
      for (const when of [hold(op, value, constant), hold(op, constant, value)]) {
        const { byRecord } = settling(when, {});
        const expected = {
          ...both(name),
          ...(never && op === "==" ? { toGrant: "" } : {}),
          ...(never && op === "!=" ? { toDeny: "" } : {}),
        };
        expect([op, when, byRecord]).toEqual([op, when, expected]);
      }
    }
  });

  it.each(comparisons)("%s between two steps is found where there is something between them", (op) => {
    const window = (value: Logic, low: string, high: string): Logic => ({ and: [hold(">", value, p(low)), hold("<", value, p(high))] });
    expect(settling(window(v("share"), "low", "high"), {}).byRecord).toEqual(both("/share"));
    expect(settling(window(v("visits"), "two", "three"), {}).byRecord).toEqual({ ...both("/visits"), toGrant: "" });
    expect(settling({ and: [hold("==", v("age"), p("eighty")), hold(op, v("visits"), p("two"))] }, {}).byRecord.toGrant).toBe("/birthDate /visits");
  });
});

describe("the search for what would settle a condition", () => {
  const fact = (index: number): Logic => v(`f${index}`);
  const each = <Item>(count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => make(index));

  /** Asks about so many boolean facts, none of them known. */
  function asked(when: Logic, count: number) {
    const pack = packOf(when);
    const facts = Object.fromEntries(each(count, (index) => [`f${index}`, { subject: "person", type: "boolean", title } as const]));
    const contexts = contextsOf([{ ...pack, facts: { ...pack.facts, ...facts } }], []);
    const set = new Jurisdictions(contexts, undefined).of(undefined).rulesOf("person", on);
    const scope = new Scope("person", {}, on, indexOf(undefined));
    const [spoken] = set.spoken;
    const condition = spoken?.rule.parsed.condition;
    if (spoken === undefined || condition === undefined) throw new Error("no condition");
    const sizes = (found: ReturnType<typeof missingFor> | undefined) =>
      found === undefined ? undefined : [found.toGrant.length, found.toDeny.length, found.relevant.length, found.proven];
    return {
      byRecord: sizes(missingFor(condition, spoken.rule.truth, scope, spoken.rule.parameters, new WeakMap())),
      byRows: sizes(set.about(scope, (answers) => answers?.of(0).missing())),
    };
  }

  it.each([
    // two values each: 4,096 trials are made, more are not
    ["twelve facts at once", { and: each(12, fact) }, 12, [12, 1, 12, true]],
    ["thirteen facts at once", { and: each(13, fact) }, 13, [13, 1, 13, false]],
    // 128 sets are kept, more are not
    ["seven pairs", { and: each(7, (index) => ({ or: [fact(2 * index), fact(2 * index + 1)] })) }, 14, [7, 2, 14, true]],
    ["eight pairs", { and: each(8, (index) => ({ or: [fact(2 * index), fact(2 * index + 1)] })) }, 16, [8, 2, 16, false]],
    ["seven pairs of which either denies", { or: each(7, (index) => ({ and: [fact(2 * index), fact(2 * index + 1)] })) }, 14, [2, 7, 14, true]],
    ["thirty facts", { or: each(30, fact) }, 30, [1, 30, 30, false]],
    ["thirty-one facts, of which thirty can be told apart", { or: each(31, fact) }, 31, [1, 30, 31, false]],
    ["two of thirty-one facts", { or: [{ and: each(12, fact) }, { and: each(19, (index) => fact(12 + index)) }] }, 31, [12, 2, 31, false]],
  ] as const)("ends with %s, and says what it did not prove", (_, when, count, sizes) => {
    expect(asked(when as unknown as Logic, count)).toEqual({ byRecord: sizes, byRows: sizes });
  });
});
