import { ageOn } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine } from "../assess/engine.js";
import type { Logic, Overlay, Pack, Rule } from "../pack/pack.js";
import { analysePack, type PackAnalysis } from "./analysePack.js";
import type { Witness } from "./witness.js";

/** A day on which people born on 29 February turn a year older in a common year. */
const on = "2026-02-28";
const title = { zh: "题", en: "title" };

/** Every value that the random conditions tell apart, and with leap-day births those that they should not. */
const domains = {
  "ability.level": [0, 1, 2, 3, 4],
  "disability.grade": [null, 1, 2, 3, 4],
  monitoring: [null, "unstableExit", "nearPoverty"],
  leftBehind: [false, true],
  destitute: [false, true],
  birthDate: [
    ...["1900-01-01", "1947-02-28", "1947-03-01", "1948-02-28", "1948-02-29", "1948-03-01"],
    ...["1949-12-31", "1950-01-01", "1950-01-02", "1963-02-28", "1963-03-01", "1964-02-28", "1964-02-29", "1964-03-01"],
  ],
  threshold: [0, 1, 2, 3],
} as const;
type Name = keyof typeof domains;
type Someone = Readonly<Record<Name, string | number | boolean | null>>;
const names = Object.keys(domains) as Name[];

const whole = (value: number) => ({ type: "integer", title, clause: "C", values: [{ from: "2000-01-01", value }] }) as const;

function packOf(rules: readonly Pick<Rule, "then" | "when">[]): Pack {
  return {
    id: "tiny",
    version: "1.0.0",
    title,
    area: "",
    extends: [],
    inForce: { from: "2000-01-01" },
    sources: { s: { title: "s", issuer: "s", issued: "2000-01-01", checkedOn: "2026-01-01", verification: "verified" } },
    clauses: { C: { source: "s", section: "1", modality: "required", quote: "q" } },
    parameters: {
      ...Object.fromEntries([0, 1, 2, 3, 4, 5, 62, 78].map((value) => [`n${value}`, whole(value)])),
      threshold: { type: "integer", title, clause: "C", least: 0, most: 3, open: true },
    },
    facts: { age: { subject: "person", type: "integer", title, is: { ageOn: [{ var: "birthDate" }] } } },
    rules: rules.map((rule, index) => ({ id: `r${index}`, subject: "person", title, clauses: ["C"], ...rule })),
  };
}

/** What an expression gives for somebody, by the words of the dialect alone. */
function valueFor(logic: unknown, who: Someone): unknown {
  if (typeof logic !== "object" || logic === null) return logic;
  const [operator = "", given] = Object.entries(logic)[0] ?? [];
  const args = (Array.isArray(given) ? given : [given]) as unknown[];
  if (operator === "param") return args[0] === "threshold" ? who.threshold : Number(String(args[0]).slice(1));
  if (operator === "var") return args[0] === "age" ? ageOn(String(who.birthDate), on) : who[args[0] as Name];
  if (operator === "in") return who.destitute;
  if (operator === "and") return args.every((arg) => valueFor(arg, who) === true);
  if (operator === "or") return args.some((arg) => valueFor(arg, who) === true);
  if (operator === "if") return valueFor(args[valueFor(args[0], who) === true ? 1 : 2], who);
  const [a, b] = args.map((arg) => valueFor(arg, who)) as [number | null, number | null];
  if (operator === "!") return (a as unknown) !== true;
  if (operator === "==") return a === b;
  if (operator === "!=") return a !== b;
  if (["<", "<=", ">", ">="].includes(operator)) {
    if (a === null || b === null) return false;
    return operator === "<" ? a < b : operator === "<=" ? a <= b : operator === ">" ? a > b : a >= b;
  }
  if (a === null || b === null) return null;
  if (operator === "/") return b === 0 ? null : a / b;
  return operator === "+" ? a + b : operator === "-" ? a - b : operator === "*" ? a * b : operator === "min" ? Math.min(a, b) : Math.max(a, b);
}

const holds = (logic: unknown, who: Someone): boolean => valueFor(logic, who) === true;

const compare = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");
const numbers = fc.constantFrom("n0", "n1", "n2", "n3", "n4", "n5", "threshold").map((id): Logic => ({ param: id }));
const level: Logic = { var: "ability.level" };
const grade: Logic = { var: "disability.grade" };
const amount: fc.Arbitrary<Logic> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(level, grade) },
  fc
    .tuple(fc.constantFrom("+", "-", "min", "max"), fc.constantFrom(level, grade), fc.oneof(numbers, fc.constant(grade)))
    .map(([op, a, b]): Logic => ({ [op]: [a, b] })),
  fc.constant<Logic>({ "/": [level, grade] }),
  fc.constant<Logic>({ "*": [{ param: "n2" }, level] }),
);

const atom: fc.Arbitrary<Logic> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(compare, fc.constantFrom(level, grade), numbers).map(([op, a, b]): Logic => ({ [op]: [a, b] })) },
  fc
    .tuple(
      compare,
      amount,
      fc.oneof(
        numbers,
        amount.filter((made) => !JSON.stringify(made).includes('"/"')),
      ),
    )
    .map(([op, a, b]): Logic => ({ [op]: [a, b] })),
  { weight: 2, arbitrary: fc.tuple(compare, fc.constantFrom("n62", "n78")).map(([op, id]): Logic => ({ [op]: [{ var: "age" }, { param: id }] })) },
  compare.map((op): Logic => ({ [op]: [{ var: "birthDate" }, "1950-01-01"] })),
  fc
    .tuple(fc.constantFrom("==", "!="), fc.constantFrom(null, "unstableExit", "nearPoverty"))
    .map(([op, value]): Logic => ({ [op]: [{ var: "monitoring" }, value] })),
  fc.constantFrom("==", "!=").map((op): Logic => ({ [op]: [grade, null] })),
  fc.constantFrom<Logic>({ var: "leftBehind" }, { in: ["destitute", { var: "assistance" }] }),
);

const condition: fc.Arbitrary<Logic> = fc.letrec<{ node: Logic }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: "small", withCrossShrink: true },
    atom,
    fc.array(tie("node"), { minLength: 2, maxLength: 3 }).map((args): Logic => ({ and: args })),
    fc.array(tie("node"), { minLength: 2, maxLength: 3 }).map((args): Logic => ({ or: args })),
    tie("node").map((arg): Logic => ({ "!": [arg] })),
    fc.tuple(tie("node"), tie("node"), tie("node")).map((args): Logic => ({ if: args })),
  ),
})).node;

const leavesOf = (logic: unknown): Name[] => {
  const text = JSON.stringify(logic);
  const named: Record<Name, string> = {
    "ability.level": "ability.level",
    "disability.grade": "disability.grade",
    monitoring: "monitoring",
    leftBehind: "leftBehind",
    destitute: "assistance",
    birthDate: "birthDate",
    threshold: "threshold",
  };
  return names.filter((name) => text.includes(`"${named[name]}"`) || (name === "birthDate" && text.includes('"age"')));
};

/** Everybody whom some conditions can tell apart; the rest of each person is the same. */
function everybody(logics: readonly unknown[]): Someone[] {
  const used = new Set(logics.flatMap(leavesOf));
  return names.reduce<Someone[]>(
    (people, name) => {
      const values: readonly (string | number | boolean | null)[] = used.has(name) ? domains[name] : domains[name].slice(0, 1);
      return people.flatMap((who) => values.map((value) => ({ ...who, [name]: value })));
    },
    [{} as Someone],
  );
}

const small = (logics: readonly unknown[]): boolean => everybody(logics).length <= 1500;
const two = fc.tuple(condition, condition).filter(small);

const codesOf = ({ findings }: PackAnalysis): string[] => findings.map(({ code, pointer }) => `${code} ${pointer}`).sort();

/** What the engine says of a witness under a rule. */
function asked(pack: Pack, { subject, register, parameters }: Witness): Record<string, string> {
  const supplied = Object.fromEntries(Object.entries(parameters).map(([id, value]) => [id, [{ from: "0001-01-01", value }]]));
  const overlay: Overlay = { id: "witness", for: pack.id, illustrative: false, parameters: supplied };
  const decisions = createEngine({ packs: [pack], overlays: [overlay] }).assess(subject, { on, register });
  return Object.fromEntries(decisions.map(({ rule, status }) => [rule, status]));
}

const analyse = (rules: readonly Pick<Rule, "then" | "when">[]): { pack: Pack; analysis: PackAnalysis } => {
  const pack = packOf(rules);
  return { pack, analysis: analysePack(pack, { on }) };
};

const service = (when: Logic) => ({ when, then: { kind: "service", service: "s" } }) as const;
const category = (when: Logic) => ({ when, then: { kind: "category", category: "c" } }) as const;

describe("two rules that grant the same", () => {
  it("overlap, add nothing or say the same where somebody shows it, and only there", () => {
    let [seen, total] = [0, 0];
    fc.assert(
      fc.property(two, ([a, b]) => {
        const people = everybody([a, b]);
        const [both, onlyA, onlyB] = [
          people.some((who) => holds(a, who) && holds(b, who)),
          people.some((who) => holds(a, who) && !holds(b, who)),
          people.some((who) => !holds(a, who) && holds(b, who)),
        ];
        const expected = !both
          ? []
          : !onlyA && !onlyB
            ? ["RULES_DUPLICATE /rules/1"]
            : !onlyB
              ? ["RULE_SUBSUMED /rules/1"]
              : !onlyA
                ? ["RULE_SUBSUMED /rules/0"]
                : ["RULES_OVERLAP /rules/1"];
        const { pack, analysis } = analyse([service(a), service(b)]);
        expect(analysis.undecided.map(({ message }) => message.en)).toEqual([]);
        const found = analysis.findings.filter(({ code }) => ["RULES_OVERLAP", "RULE_SUBSUMED", "RULES_DUPLICATE"].includes(code));
        expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(expected);
        total += 1;
        for (const { witness } of found) {
          seen += 1;
          expect(witness === undefined ? {} : asked(pack, witness)).toEqual({ "tiny/r0": "granted", "tiny/r1": "granted" });
        }
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 40) },
    );
    expect(seen / total).toBeGreaterThan(0.3);
  });

  it("contradict where somebody would get two amounts", () => {
    fc.assert(
      fc.property(two, fc.tuple(amountExpression, amountExpression), ([a, b], [x, y]) => {
        const contradiction = everybody([a, b, x, y]).some((who) => holds(a, who) && holds(b, who) && valueFor(x, who) !== valueFor(y, who));
        const benefit = (when: Logic, amountFen: Logic) => ({ when, then: { kind: "benefit", benefit: "b", amountFen, per: "month" } }) as const;
        const { pack, analysis } = analyse([benefit(a, x), benefit(b, y)]);
        const found = analysis.findings.filter(({ code }) => code === "AMOUNTS_CONTRADICT");
        expect(found.map(({ pointer }) => pointer)).toEqual(contradiction ? ["/rules/1"] : []);
        for (const { witness } of found)
          expect(witness === undefined ? {} : asked(pack, witness)).toEqual({ "tiny/r0": "granted", "tiny/r1": "granted" });
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 30) },
    );
  });
});

const amountExpression: fc.Arbitrary<Logic> = fc.oneof(
  numbers,
  fc.tuple(atom, numbers, numbers).map((args): Logic => ({ if: args })),
  fc.constant<Logic>({ "*": [{ param: "n3" }, level] }),
);

/** A condition with one part replaced. */
function replaced(logic: unknown, path: readonly string[], by: boolean): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return by;
  if (Array.isArray(logic)) return logic.map((part, index) => (String(index) === head ? replaced(part, rest, by) : part));
  return Object.fromEntries(Object.entries(logic as object).map(([key, part]) => [key, key === head ? replaced(part, rest, by) : part]));
}

/** Parts of a condition that never matter, by trying everybody. */
function idleParts(when: Logic): string[] {
  const people = everybody([when]);
  const found: string[] = [];
  const differ = (path: readonly string[], by: boolean): boolean => people.some((who) => holds(replaced(when, path, by), who) !== holds(when, who));
  const decides = (path: readonly string[], who: Someone): boolean =>
    holds(replaced(when, path, true), who) !== holds(replaced(when, path, false), who);
  const constant = (part: unknown): boolean | undefined => {
    const truths = new Set(people.map((who) => holds(part, who)));
    return truths.size === 1 ? [...truths][0] : undefined;
  };
  const isThreshold = (part: unknown, path: readonly string[]): boolean => {
    const [operator = ""] = Object.keys(part as object);
    if (["and", "or", "!", "if", "var"].includes(operator) || constant(part) === undefined) return false;
    found.push(`THRESHOLD_OUTSIDE_DOMAIN ${["", "rules", "0", "when", ...path].join("/")}`);
    return true;
  };
  const within = (part: unknown, path: readonly string[]): void => {
    const [[operator = "", given] = []] = Object.entries(part as object);
    if (!["and", "or", "!", "if"].includes(operator)) return;
    for (const [index, operand] of (given as unknown[]).entries()) {
      const at = [...path, operator, String(index)];
      if (isThreshold(operand, at)) continue;
      const [test] = given as unknown[];
      const matters =
        operator === "!" ||
        (operator === "if"
          ? people.some((who) => (index === 0 ? decides(at, who) : decides(path, who) && holds(test, who) === (index === 1)))
          : differ(at, operator === "and"));
      if (matters) within(operand, at);
      else found.push(`${operator === "if" && index > 0 ? "BRANCH_NEVER_TAKEN" : "CONDITION_IDLE"} ${["", "rules", "0", "when", ...at].join("/")}`);
    }
  };
  if (isThreshold(when, [])) return found;
  const always = constant(when);
  if (always !== undefined) {
    const thresholds = (part: unknown, path: readonly string[]): void => {
      const [[operator = "", given] = []] = Object.entries(part as object);
      if (!["and", "or", "!", "if"].includes(operator)) return;
      for (const [index, operand] of (given as unknown[]).entries()) {
        const at = [...path, operator, String(index)];
        if (!isThreshold(operand, at)) thresholds(operand, at);
      }
    };
    thresholds(when, []);
    return [...found, `${always ? "RULE_ALWAYS_HOLDS" : "RULE_NEVER_HOLDS"} /rules/0/when`].sort();
  }
  within(when, []);
  return found.sort();
}

describe("a condition", () => {
  it("is reported where it never matters, and only there", () => {
    let [seen, total] = [0, 0];
    fc.assert(
      fc.property(
        condition.filter((made) => small([made])),
        (when) => {
          const { analysis } = analyse([category(when)]);
          const kinds = ["CONDITION_IDLE", "BRANCH_NEVER_TAKEN", "RULE_ALWAYS_HOLDS", "RULE_NEVER_HOLDS", "THRESHOLD_OUTSIDE_DOMAIN"];
          const expected = idleParts(when);
          expect(analysis.undecided).toEqual([]);
          expect(codesOf(analysis).filter((text) => kinds.some((code) => text.startsWith(code)))).toEqual(expected);
          total += 1;
          if (expected.length > 0) seen += 1;
        },
      ),
      { numRuns: Number(process.env.FC_RUNS ?? 75) },
    );
    expect(seen / total).toBeGreaterThan(0.2);
  });
});

/** Facts along which somebody lies between two who are granted what they are not. */
function gapsAlong(conditions: readonly Logic[]): Name[] {
  const granted: Logic = { or: conditions };
  const people = everybody([granted]);
  const ordered = (["ability.level", "disability.grade", "birthDate"] as const).filter((name) => leavesOf(granted).includes(name));
  return ordered.filter((name) =>
    people.some((who) => {
      const own = who[name];
      if (own === null || holds(granted, who)) return false;
      const others = domains[name].filter((value) => value !== null && holds(granted, { ...who, [name]: value }));
      return others.some((value) => value !== null && value < own) && others.some((value) => value !== null && value > own);
    }),
  );
}

describe("the bands of rules that grant the same", () => {
  it("have a gap where somebody lies in it, and only there", () => {
    let [seen, total] = [0, 0];
    fc.assert(
      fc.property(two, (made) => {
        const { pack, analysis } = analyse(made.map(service));
        const found = analysis.findings.filter(({ code }) => code === "GAP_BETWEEN_BANDS");
        expect(analysis.undecided.map(({ message }) => message.en)).toEqual([]);
        const along = found.map(({ message }) => names.filter((name) => message.en.includes(name))[0]);
        expect(along.sort()).toEqual(gapsAlong(made).sort());
        total += 1;
        for (const { witness, neighbours } of found) {
          seen += 1;
          const statuses = [witness, neighbours?.lower, neighbours?.higher].map((who) => Object.values(who === undefined ? {} : asked(pack, who)));
          expect(statuses.map((each) => each.includes("granted"))).toEqual([false, true, true]);
          expect(statuses[0]).toEqual(["denied", "denied"]);
        }
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 30) },
    );
    expect(seen / total).toBeGreaterThan(0.2);
  });
});

describe("two standards of one metric", () => {
  it("contradict one another where somebody has to meet both and no number does, and only there", () => {
    const comparison = fc.constantFrom(">=", "<=", "==");
    fc.assert(
      fc.property(two, fc.tuple(comparison, comparison), fc.tuple(numbers, numbers), ([a, b], ops, values) => {
        const standards = [a, b].map((when, index) => ({
          when: when as Logic,
          then: { kind: "standard", metric: "wages", op: ops[index] as ">=", value: values[index] as Logic } as const,
        }));
        const isMet = (wages: number, index: number, who: Someone): boolean => {
          const value = Number(valueFor(values[index], who));
          return ops[index] === ">=" ? wages >= value : ops[index] === "<=" ? wages <= value : wages === value;
        };
        // requirements are whole numbers from none to five: a number that meets both lies among them, if there is one
        const possible = (who: Someone): boolean => [0, 1, 2, 3, 4, 5].some((wages) => isMet(wages, 0, who) && isMet(wages, 1, who));
        const expected = everybody([a, b, values]).some((who) => holds(a, who) && holds(b, who) && !possible(who));
        const pack = packOf(standards);
        const declared: Pack = { ...pack, facts: { ...pack.facts, wages: { subject: "person", type: "integer", title } } };
        const found = analysePack(declared, { on }).findings.filter(({ code }) => code === "STANDARDS_CONTRADICT");
        expect(found.map(({ pointer }) => pointer)).toEqual(expected ? ["/rules/1"] : []);
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 30) },
    );
  });
});

describe("a table", () => {
  const levelCell = fc.tuple(fc.constantFrom("<", "<=", ">", ">="), fc.constantFrom("n0", "n1", "n2", "n3", "n4"));
  const rows = fc.array(fc.tuple(levelCell, fc.constantFrom(true, false, "-")), { minLength: 1, maxLength: 4 });

  it("has rows that meet, rows that are never hit and rows that are missing where somebody shows it, and only there", () => {
    fc.assert(
      fc.property(
        condition.filter((made) => small([made, level, { var: "leftBehind" }])),
        rows,
        fc.constantFrom("unique", "first"),
        (when, cells, hit) => {
          const people = everybody([when, level, { var: "leftBehind" }]);
          const applies = ([[op, id], side]: (typeof cells)[number], who: Someone): boolean =>
            holds({ [op]: [level, { param: id }] }, who) && (side === "-" || who.leftBehind === side);
          const expected = cells.flatMap((row, index) => {
            const before = cells.slice(0, index);
            const meets = before.filter((other) => hit === "unique" && people.some((who) => applies(other, who) && applies(row, who)));
            const isHit = people.some((who) => applies(row, who) && (hit === "unique" || !before.some((other) => applies(other, who))));
            return [...meets.map(() => `TABLE_ROWS_MEET /tables/t/rows/${index}`), ...(isHit ? [] : [`TABLE_ROW_NEVER_HIT /tables/t/rows/${index}`])];
          });
          const lacks = people.some((who) => holds(when, who) && !cells.some((row) => applies(row, who)));
          const pack: Pack = {
            ...packOf([{ when, then: { kind: "benefit", benefit: "b", amountFen: { table: "t" }, per: "month" } }]),
            tables: {
              t: {
                inputs: ["ability.level", "leftBehind"],
                hit,
                rows: cells.map(([[op, id], side], index) => ({ if: [{ [op]: { param: id } }, side], then: index, from: "2000-01-01", clause: "C" })),
              },
            },
          };
          const found = codesOf(analysePack(pack, { on })).filter((text) => text.startsWith("TABLE_"));
          expect(found).toEqual([...expected, ...(lacks ? ["TABLE_LEAVES_GAP /tables/t"] : [])].sort());
        },
      ),
      { numRuns: Number(process.env.FC_RUNS ?? 30) },
    );
  });
});
