import type { OlderPerson, Register } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import { contextsOf } from "../assess/contextsOf.js";
import { Jurisdictions } from "../assess/jurisdiction.js";
import type { Logic, Overlay, Pack, Parameter } from "../pack/pack.js";
import { PopulationPlan } from "../population/plan.js";
import { RecordPopulation } from "../population/recordPopulation.js";
import { functionBackend } from "./function/functionBackend.js";
import { indexOf, Scope } from "./scope.js";
import { traceOf } from "./traced/trace.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "./value.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };

const settled = (type: Parameter["type"], value: number | string): Parameter => ({
  type,
  title,
  clause: "C",
  values: [{ from: "2000-01-01", value }],
});

/** A pack with one rule for each condition, and words of every type. */
function packWith(conditions: readonly Logic[]): Pack {
  const pack = packOf(true);
  const [rule] = pack.rules;
  return {
    ...pack,
    parameters: {
      ...pack.parameters,
      nought: settled("integer", 0),
      five: settled("integer", 5),
      halfWay: settled("rational", "5/2"),
      below: settled("rational", "-5/2"),
      yearAndHalf: settled("rational", "159/2"),
      manyMonths: settled("integer", 960),
      turn: settled("date", "2021-06-01"),
      here: settled("area", "500229"),
      open: { type: "integer", title, clause: "C", open: true },
      openDay: { type: "date", title, clause: "C", open: true },
      lenient: { type: "boolean", title, clause: "C", open: true },
    },
    facts: {
      ...pack.facts,
      zone: { subject: "person", type: "enum", values: ["hill", "plain", "valley"], title },
      visits: { subject: "person", type: "integer", title },
      toldOn: { subject: "person", type: "date", title },
      heardOn: { subject: "person", type: "date", title },
      meals: { subject: "person", type: "integer", title },
      tags: { subject: "person", type: "list", values: ["a", "b", "c"], title },
      poor: { subject: "household", type: "boolean", title, is: { "<=": [{ var: "monthlyIncomeFen" }, { param: "five" }] } },
      homeArea: { subject: "person", type: "area", title },
      claims: { subject: "person", type: "list", title, fields: { urgent: { type: "boolean", title }, amountFen: { type: "fen", title } } },
    },
    rules: conditions.map((when, index) => ({ ...(rule as NonNullable<typeof rule>), id: `r${index}`, when })),
  };
}

type Person = Partial<OlderPerson>;
const facts = (known: Record<string, unknown>): Person => ({ facts: known }) as Person;

/** Asks every back-end about everybody, and wants of each of them what is expected: one row a person, one column a condition. */
function expectOfAll(
  conditions: readonly Logic[],
  people: readonly Person[],
  expected: readonly (readonly Truth[])[],
  more: { readonly register?: Partial<Register>; readonly overlays?: readonly Overlay[] } = {},
): void {
  const contexts = contextsOf([packWith(conditions)], more.overlays ?? []);
  const index = indexOf(more.register);
  const scopes = people.map((person) => new Scope("person", person as never, on, index));
  const rules = contexts[0]?.on(on).rules ?? [];
  const ofAll = (ask: (scope: Scope, row: number, column: number) => number | boolean | undefined): unknown[] =>
    scopes.map((scope, row) => rules.map((_, column) => ask(scope, row, column)));
  expect({ closures: ofAll((scope, _, column) => rules[column]?.truth(scope)) }).toEqual({ closures: expected });
  const traced = ofAll((scope, _, column) => {
    const { condition } = rules[column]?.parsed ?? {};
    const value = condition === undefined ? undefined : traceOf(condition, scope, rules[column]?.parameters ?? new Map()).value;
    return value === undefined ? UNKNOWN : value === true ? TRUE : FALSE;
  });
  expect({ traced }).toEqual({ traced: expected });
  for (const written of [undefined, functionBackend]) {
    const backend = written?.name ?? "closures";
    const set = new Jurisdictions(contexts, written).of(undefined).rulesOf("person", on);
    const truths = [...set.truths(set.encode(scopes))];
    expect({ backend, rows: scopes.map((_, row) => truths.slice(row * rules.length, (row + 1) * rules.length)) }).toEqual({
      backend,
      rows: expected,
    });
    const one = scopes.map((scope) => set.about(scope, (answers) => rules.map((_, column) => answers?.of(column).truth)));
    expect({ backend, one }).toEqual({ backend, one: expected });
  }
  const answers = new PopulationPlan(rules, { subject: "person", on, index }).assess(new RecordPopulation(scopes));
  expect({ columns: ofAll((_scope, row, column) => answers.status(row, column)) }).toEqual({ columns: expected });
}

const operators = ["<", "<=", ">", ">=", "==", "!="] as const;

/** What an ordering says of two known values, none among them, and of the unknown. */
function compared(op: (typeof operators)[number], a: unknown, b: unknown): Truth {
  const equality = op === "==" || op === "!=";
  if (!equality && (a === null || b === null)) return FALSE;
  if (a === undefined || b === undefined) return UNKNOWN;
  if (a === null || b === null) return Number((a === b) === (op === "==")) as Truth;
  const [x, y] = [a, b] as [number, number];
  return Number({ "<": x < y, "<=": x <= y, ">": x > y, ">=": x >= y, "==": x === y, "!=": x !== y }[op]) as Truth;
}

interface Field {
  readonly name: string;
  readonly person: (value: never) => Person;
  readonly values: readonly unknown[];
  readonly constants: readonly (readonly [Logic, unknown])[];
}

const unknown = (value: unknown, person: Person): Person => (value === undefined ? {} : person);

const fields: readonly Field[] = [
  {
    name: "visits",
    person: (visits) => unknown(visits, facts({ visits })),
    values: [-3, -2, 0, 2, 3, 4, undefined],
    constants: [
      [{ param: "three" }, 3],
      [{ param: "nought" }, 0],
      [{ param: "halfWay" }, 2.5],
      [{ param: "below" }, -2.5],
      [{ param: "open" }, undefined],
    ],
  },
  {
    name: "ability.level",
    person: (level) => unknown(level, { ability: { level } }),
    values: [1, 2, 3, undefined],
    constants: [
      [{ param: "two" }, 2],
      [{ param: "halfWay" }, 2.5],
    ],
  },
  {
    name: "disability.grade",
    person: (grade) => unknown(grade, { disability: grade === null ? null : { grade, kinds: [] } }),
    values: [1, 2, 3, null, undefined],
    constants: [
      [{ param: "two" }, 2],
      [{ param: "open" }, undefined],
    ],
  },
  {
    name: "toldOn",
    person: (toldOn) => unknown(toldOn, facts({ toldOn })),
    values: ["2021-05-31", "2021-06-01", "2021-06-02", undefined],
    constants: [
      [{ param: "turn" }, "2021-06-01"],
      [{ param: "openDay" }, undefined],
    ],
  },
  {
    name: "died",
    person: (died) => unknown(died, { died }),
    values: ["2021-05-31", "2021-06-01", "2021-06-02", null, undefined],
    constants: [
      [{ param: "turn" }, "2021-06-01"],
      [{ param: "openDay" }, undefined],
    ],
  },
  {
    name: "share",
    person: (share) => unknown(share, facts({ share })),
    values: [0.1, 0.2, 0.3, undefined],
    constants: [[{ param: "low" }, 0.2]],
  },
];

describe("a field held against a constant, in every back-end", () => {
  it.each(fields)("$name: below, at and above it, none and not known", ({ name, person, values, constants }) => {
    const asked = constants.flatMap(([constant, value]) =>
      operators.flatMap((op) => [
        { when: { [op]: [{ var: name }, constant] } as Logic, holds: (held: unknown) => compared(op, held, value) },
        { when: { [op]: [constant, { var: name }] } as Logic, holds: (held: unknown) => compared(op, value, held) },
      ]),
    );
    const people = values.map((value) => person(value as never));
    const expected = values.map((value) => asked.map(({ holds }) => holds(value)));
    expectOfAll(
      asked.map(({ when }) => when),
      people,
      expected,
    );
  });

  it("two fields against each other, either of which may not be known", () => {
    const known = [2, 3, 4, undefined];
    const pairs = known.flatMap((visits) => known.map((meals) => [visits, meals] as const));
    const days = ["2021-05-31", "2021-06-01", undefined];
    const dates = days.flatMap((toldOn) => days.map((heardOn) => [toldOn, heardOn] as const));
    const people = (named: readonly [string, string], values: readonly (readonly [unknown, unknown])[]) =>
      values.map((pair) => facts(Object.fromEntries(named.flatMap((name, place) => (pair[place] === undefined ? [] : [[name, pair[place]]])))));
    const conditions = (a: string, b: string) => operators.map((op): Logic => ({ [op]: [{ var: a }, { var: b }] }));
    const truths = (values: readonly (readonly [unknown, unknown])[]) => values.map(([a, b]) => operators.map((op) => compared(op, a, b)));
    expectOfAll(conditions("visits", "meals"), people(["visits", "meals"], pairs), truths(pairs));
    expectOfAll(conditions("toldOn", "heardOn"), people(["toldOn", "heardOn"], dates), truths(dates));
  });

  it("a choice, which may be none", () => {
    const conditions: Logic[] = [
      { "==": [{ var: "monitoring" }, "nearPoverty"] },
      { "!=": [{ var: "monitoring" }, "nearPoverty"] },
      { "==": [{ var: "monitoring" }, null] },
      { "!=": [{ var: "monitoring" }, null] },
      { in: [{ var: "monitoring" }, ["nearPoverty"]] },
      { "==": [{ var: "zone" }, "hill"] },
      { "!=": ["hill", { var: "zone" }] },
      { in: [{ var: "zone" }, ["hill", "plain"]] },
    ];
    const people: Person[] = [
      { monitoring: "nearPoverty", ...facts({ zone: "hill" }) },
      { monitoring: "unstableExit", ...facts({ zone: "plain" }) },
      { monitoring: null, ...facts({ zone: "valley" }) },
      {},
    ];
    expectOfAll(conditions, people, [
      [TRUE, FALSE, FALSE, TRUE, TRUE, TRUE, FALSE, TRUE],
      [FALSE, TRUE, FALSE, TRUE, FALSE, FALSE, TRUE, TRUE],
      [FALSE, TRUE, TRUE, FALSE, FALSE, FALSE, TRUE, FALSE],
      [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN],
    ]);
  });

  it("a date or a number that may be none, held against none", () => {
    const asked = (name: string): Logic[] => [{ "==": [{ var: name }, null] }, { "!=": [null, { var: name }] }];
    const people: Person[] = [{ died: "2021-06-01", disability: { grade: 2, kinds: [] } }, { died: null, disability: null }, {}];
    expectOfAll([...asked("died"), ...asked("disability.grade")], people, [
      [FALSE, TRUE, FALSE, TRUE],
      [TRUE, FALSE, TRUE, FALSE],
      [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN],
    ]);
  });
});

describe("a list, in every back-end", () => {
  it("holds a choice or not, and is not known or empty", () => {
    const conditions: Logic[] = [
      { in: ["a", { var: "tags" }] },
      { "!": [{ in: ["b", { var: "tags" }] }] },
      { and: [{ in: ["a", { var: "tags" }] }, { in: ["c", { var: "tags" }] }] },
      { in: ["limb", { var: "disability.kinds" }] },
      { "!": [{ in: ["limb", { var: "disability.kinds" }] }] },
    ];
    const tagged = (...tags: string[]): Person => ({ disability: null, ...facts({ tags }) });
    expectOfAll(
      conditions,
      [
        tagged("a"),
        tagged("a", "c"),
        tagged("b"),
        tagged(),
        { disability: { grade: 1, kinds: ["limb"] } },
        { disability: { grade: 1, kinds: [] } },
        {},
      ],
      [
        [TRUE, TRUE, FALSE, FALSE, TRUE],
        [TRUE, TRUE, TRUE, FALSE, TRUE],
        [FALSE, FALSE, FALSE, FALSE, TRUE],
        [FALSE, TRUE, FALSE, FALSE, TRUE],
        [UNKNOWN, UNKNOWN, UNKNOWN, TRUE, FALSE],
        [UNKNOWN, UNKNOWN, UNKNOWN, FALSE, TRUE],
        [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN],
      ],
    );
  });

  it("of records is asked about its members, each of whom may be known in part", () => {
    const urgent: Logic = { var: "urgent" };
    const claims = { var: "claims" };
    const conditions: Logic[] = [
      { some: [claims, urgent] },
      { all: [claims, urgent] },
      { none: [claims, urgent] },
      { ">=": [{ count: [claims, urgent] }, { param: "two" }] },
      { "==": [{ param: "two" }, { count: [claims, urgent] }] },
      { "!=": [{ count: [claims, urgent] }, { param: "two" }] },
      { "<": [{ "-": [{ param: "three" }, { count: [claims, urgent] }] }, { param: "two" }] },
      { ">": [{ count: [claims, urgent] }, { param: "open" }] },
    ];
    const [yes, no, maybe] = [{ urgent: true }, { urgent: false }, {}];
    const people = [[], [yes], [no], [maybe], [yes, no], [yes, maybe], [no, maybe], [yes, yes], [maybe, maybe, yes]].map((members) =>
      facts({ claims: members }),
    );
    const [T, F, U] = [TRUE, FALSE, UNKNOWN] as const;
    expectOfAll(
      conditions,
      [...people, {}],
      [
        [F, T, T, F, F, T, F, U],
        [T, T, F, F, F, T, F, U],
        [F, F, T, F, F, T, F, U],
        [U, U, U, F, F, T, F, U],
        [T, F, F, F, F, T, F, U],
        [T, U, F, U, U, U, U, U],
        [U, F, U, F, F, T, F, U],
        [T, T, F, T, T, F, T, U],
        [T, U, F, U, U, U, U, U],
        [U, U, U, U, U, U, U, U],
      ],
    );
  });
});

type Three = boolean | undefined;
type Plain = string | boolean | { readonly [op: string]: readonly Plain[] };

/** Kleene's logic, written out. */
function kleene(logic: Plain, of: Readonly<Record<string, Three>>): Three {
  if (typeof logic === "string") return of[logic];
  if (typeof logic === "boolean") return logic;
  const [[op, args] = ["", []]] = Object.entries(logic);
  const [a, b, c] = args.map((arg) => kleene(arg, of));
  const values = args.map((arg) => kleene(arg, of));
  switch (op) {
    case "and":
      return values.includes(false) ? false : values.includes(undefined) ? undefined : true;
    case "or":
      return values.includes(true) ? true : values.includes(undefined) ? undefined : false;
    case "!":
      return a === undefined ? undefined : !a;
    case "if":
      return a === undefined ? (b === c ? b : undefined) : a ? b : c;
    default:
      return a === undefined || b === undefined ? undefined : (a === b) === (op === "==");
  }
}

const toLogic = (logic: Plain): Logic =>
  typeof logic === "string"
    ? { var: logic }
    : typeof logic === "boolean"
      ? logic
      : (Object.fromEntries(Object.entries(logic).map(([op, args]) => [op, args.map(toLogic)])) as Logic);

describe("connectives, in every back-end", () => {
  const [a, b, c] = ["leftBehind", "emptyNest", "childless"];
  const atoms: Plain[] = [
    { and: [a, b] },
    { and: [a, b, c] },
    { or: [a, b] },
    { or: [a, b, c] },
    { "!": [a] },
    { if: [a, b, c] },
    { if: [a, b, b] },
    { if: [a, true, c] },
    { if: [a, b, false] },
    { "==": [a, b] },
    { "!=": [a, b] },
    { "==": [a, true] },
    { "==": [false, a] },
    { "!=": [true, a] },
  ];
  const nested: Plain[] = [
    ...atoms.map((atom): Plain => ({ "!": [atom] })),
    ...atoms.map((atom): Plain => ({ if: [c, atom, { "!": [atom] }] })),
    ...atoms.map((atom): Plain => ({ "!=": [atom, c] })),
    ...atoms.map((atom): Plain => ({ "!": [{ "==": [{ if: [atom, b, c] }, a] }] })),
    { if: [{ "==": [a, b] }, { or: [b, c] }, { and: [a, c] }] },
  ];
  const three: readonly Three[] = [true, false, undefined];

  it("mean what Kleene says, whatever is known", () => {
    const worlds = three.flatMap((x) => three.flatMap((y) => three.map((z) => ({ leftBehind: x, emptyNest: y, childless: z }))));
    const people = worlds.map((world) => Object.fromEntries(Object.entries(world).filter(([, value]) => value !== undefined)) as Person);
    const asked = [...atoms, ...nested];
    const expected = worlds.map((world) =>
      asked.map((logic): Truth => {
        const value = kleene(logic, world);
        return value === undefined ? UNKNOWN : value ? TRUE : FALSE;
      }),
    );
    expectOfAll(asked.map(toLogic), people, expected);
  });

  it("take an open parameter for unknown, until an overlay supplies it", () => {
    const conditions: Logic[] = [
      { and: [{ param: "lenient" }, { var: "leftBehind" }] },
      { or: [{ param: "lenient" }, { var: "leftBehind" }] },
      { "!": [{ param: "lenient" }] },
      { "==": [{ param: "lenient" }, { var: "leftBehind" }] },
    ];
    const people: Person[] = [{ leftBehind: true }, { leftBehind: false }, {}];
    expectOfAll(conditions, people, [
      [UNKNOWN, TRUE, UNKNOWN, UNKNOWN],
      [FALSE, UNKNOWN, UNKNOWN, UNKNOWN],
      [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN],
    ]);
    const overlays: Overlay[] = [{ id: "o", for: "random", illustrative: false, parameters: { lenient: [{ from: "2000-01-01", value: true }] } }];
    expectOfAll(
      conditions,
      people,
      [
        [TRUE, TRUE, FALSE, TRUE],
        [FALSE, TRUE, FALSE, FALSE],
        [UNKNOWN, TRUE, FALSE, UNKNOWN],
      ],
      { overlays },
    );
  });
});

describe("ages and spans of time, in every back-end", () => {
  it("turn on the very day", () => {
    const eighty = operators.map((op): Logic => ({ [op]: [{ var: "age" }, { param: "eighty" }] }));
    const halves = operators.map((op): Logic => ({ [op]: [{ param: "yearAndHalf" }, { var: "age" }] }));
    const months = operators.map((op): Logic => ({ [op]: [{ monthsBetween: [{ var: "birthDate" }, { dateAsked: [] }] }, { param: "manyMonths" }] }));
    const days = operators.map((op): Logic => ({ [op]: [{ daysBetween: [{ dateAsked: [] }, { var: "birthDate" }] }, { param: "nought" }] }));
    const years = operators.map((op): Logic => ({ [op]: [{ yearsBetween: [{ var: "birthDate" }, { dateAsked: [] }] }, { param: "eighty" }] }));
    const open = operators.map((op): Logic => ({ [op]: [{ var: "age" }, { param: "open" }] }));
    const born = ["1945-11-21", "1946-11-21", "1946-11-22", "1947-11-22", "2026-11-20", "2026-11-21", "2026-11-22", undefined];
    const counted = [81, 80, 79, 78, 0, 0, -1, undefined];
    const inMonths = [972, 960, 959, 947, 0, 0, 0, undefined];
    const sign = [-1, -1, -1, -1, -1, 0, 1, undefined];
    const inYears = [81, 80, 79, 78, 0, 0, 0, undefined];
    const expected = born.map((_, row) => [
      ...operators.map((op) => compared(op, counted[row], 80)),
      ...operators.map((op) => compared(op, counted[row] === undefined ? undefined : 79.5, counted[row])),
      ...operators.map((op) => compared(op, inMonths[row], 960)),
      ...operators.map((op) => compared(op, sign[row], 0)),
      ...operators.map((op) => compared(op, inYears[row], 80)),
      ...operators.map((): Truth => UNKNOWN),
    ]);
    const people = born.map((birthDate): Person => (birthDate === undefined ? {} : { birthDate }));
    expectOfAll([...eighty, ...halves, ...months, ...days, ...years, ...open], people, expected);
  });

  it("of a date that is none are none", () => {
    const conditions = operators.map((op): Logic => ({ [op]: [{ yearsBetween: [{ var: "died" }, { dateAsked: [] }] }, { param: "two" }] }));
    const [T, F, U] = [TRUE, FALSE, UNKNOWN] as const;
    expectOfAll(
      conditions,
      [{ died: "2024-11-21" }, { died: "2024-11-22" }, { died: null }, {}],
      [
        [F, T, F, T, T, F],
        [T, T, F, F, F, T],
        [F, F, F, F, F, T],
        [U, U, U, U, U, U],
      ],
    );
  });
});

describe("what only the record can answer, in every back-end", () => {
  it("areas lie inside one another, or may where they are known too coarsely", () => {
    const conditions: Logic[] = [
      { inside: [{ var: "residence.area" }, "500229"] },
      { "!": [{ inside: [{ var: "residence.area" }, { param: "here" }] }] },
      { inside: ["500229103", { var: "homeArea" }] },
      { "==": [{ tierOf: { var: "residence.area" } }, "township"] },
    ];
    const living = (area: string, home?: string): Person => ({ residence: { area }, ...(home === undefined ? {} : facts({ homeArea: home })) });
    expectOfAll(
      conditions,
      [living("500229"), living("500229103", "5002"), living("50", "500229103205"), living("500230", "51"), {}],
      [
        [TRUE, FALSE, UNKNOWN, FALSE],
        [TRUE, FALSE, TRUE, TRUE],
        [UNKNOWN, UNKNOWN, UNKNOWN, FALSE],
        [FALSE, TRUE, FALSE, FALSE],
        [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN],
      ],
    );
  });

  it("the household of a person, as far as the register knows it", () => {
    const register: Partial<Register> = {
      households: [
        { id: "poor", area: "500229", monthlyIncomeFen: 5, homeAdapted: true },
        { id: "rich", area: "500229", monthlyIncomeFen: 6, homeAdapted: false },
        { id: "silent", area: "500229" },
      ] as never,
    };
    const conditions: Logic[] = [{ var: "household.poor" }, { var: "household.homeAdapted" }, { "!": [{ var: "household.poor" }] }];
    expectOfAll(
      conditions,
      [{ household: "poor" }, { household: "rich" }, { household: "silent" }, { household: "elsewhere" }, {}],
      [
        [TRUE, TRUE, FALSE],
        [FALSE, FALSE, TRUE],
        [UNKNOWN, UNKNOWN, UNKNOWN],
        [UNKNOWN, UNKNOWN, UNKNOWN],
        [UNKNOWN, UNKNOWN, UNKNOWN],
      ],
      { register },
    );
  });

  it("sums, products and choices of numbers, exactly; a division by zero is none", () => {
    const against = (op: string, args: readonly Logic[], limit: string): Logic[] =>
      (["<", "==", ">"] as const).map((order) => ({ [order]: [{ [op]: args }, { param: limit }] }));
    const [visits, meals] = [{ var: "visits" }, { var: "meals" }];
    const conditions: Logic[] = [
      ...against("+", [visits, meals], "five"),
      ...against("-", [visits, meals], "two"),
      ...against("*", [visits, meals], "five"),
      ...against("/", [visits, meals], "halfWay"),
      ...against("min", [visits, meals], "two"),
      ...against("max", [visits, meals], "three"),
      ...against("if", [{ var: "leftBehind" }, visits, meals], "two"),
    ];
    const [T, F, U] = [TRUE, FALSE, UNKNOWN] as const;
    const of = (visits_: number, meals_: number, more: Person = {}): Person => ({ ...facts({ visits: visits_, meals: meals_ }), ...more });
    expectOfAll(
      conditions,
      [of(5, 2, { leftBehind: true }), of(1, 3, { leftBehind: false }), of(5, 0), of(2, 2), facts({ visits: 2 })],
      [
        [F, F, T, F, F, T, F, F, T, F, T, F, F, T, F, F, F, T, F, F, T],
        [T, F, F, T, F, F, T, F, F, T, F, F, T, F, F, F, T, F, F, F, T],
        [F, T, F, F, F, T, T, F, F, F, F, F, T, F, F, F, F, T, U, F, U],
        [T, F, F, T, F, F, T, F, F, T, F, F, F, T, F, T, F, F, F, T, F],
        [U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U],
      ],
    );
  });
});
