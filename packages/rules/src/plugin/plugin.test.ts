import { EldercareError, type FieldType, type OlderPerson } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import { createEngine } from "../assess/engine.js";
import { explain } from "../explain/index.js";
import { functionBackend } from "../logic/function/index.js";
import { lintPack } from "../pack/lintPack.js";
import type { Logic, Pack } from "../pack/pack.js";
import { definePlugin } from "./definePlugin.js";
import type { DefinedPlugin, Plugin, PluginOperator } from "./plugin.js";

const on = "2026-11-21";
const backends = [{}, { backend: functionBackend }];
const integer: FieldType & { kind: "number" } = { kind: "number", integer: true };
const title = { zh: "{0}与{1}", en: "{0} and {1}" };

const operator = (evaluate: PluginOperator["evaluate"], more: Partial<PluginOperator> = {}): PluginOperator => ({
  title,
  args: [integer],
  result: { kind: "boolean" },
  evaluate,
  ...more,
});

const acme = (operators: Plugin["operators"], more: Partial<Plugin> = {}): DefinedPlugin =>
  definePlugin({ id: "acme", version: "1.2.0", operators, ...more });
const even = acme({ isEven: operator(([number]) => (number as number) % 2 === 0) });
const isEvenAge: Logic = { "acme.isEven": [{ var: "age" }] };

const ask = (when: Logic, person: Partial<OlderPerson>, plugins: readonly DefinedPlugin[], change: (pack: Pack) => Pack = (pack) => pack) => {
  const [decision] = createEngine({ packs: [change(packOf(when))], plugins }).assess({ person }, { on });
  if (decision === undefined) throw new Error("no decision");
  return decision;
};

const codesOf = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof EldercareError) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
    throw error;
  }
  return [];
};

describe("an operator of a plug-in", () => {
  it("is asked about what is known", () => {
    expect(ask(isEvenAge, { birthDate: "1942-01-01" }, [even]).status).toBe("granted");
    expect(ask(isEvenAge, { birthDate: "1943-01-01" }, [even]).status).toBe("denied");
  });

  it("is not asked about what is unknown: what is missing is named, and nothing is called", () => {
    let calls = 0;
    const counting = acme({
      isEven: operator(() => {
        calls += 1;
        return true;
      }),
    });
    const { status, missing } = ask(isEvenAge, {}, [counting]);
    expect([status, missing?.relevant.map((item) => ("fact" in item ? item.fact : ""))]).toEqual(["undetermined", ["/birthDate"]]);
    // to name what could grant, people of sample ages are supposed
    expect(calls).toBeGreaterThan(0);
    expect(missing?.toGrant).toHaveLength(1);
    const { status: unasked } = ask({ and: [{ var: "leftBehind" }, isEvenAge] }, { leftBehind: false }, [counting]);
    expect(unasked).toBe("denied");
  });

  it("never proves what no value tried fulfils: where it changes cannot be seen", () => {
    const rare = acme({ isEven: operator(([age]) => age === 77) });
    const { missing } = ask({ and: [isEvenAge, { ">=": [{ var: "age" }, { param: "sixty" }] }] }, {}, [rare]);
    expect(missing?.proven).toBe(false);
    expect(missing?.toGrant).not.toEqual([]);
  });

  it("belongs to the engines that it is given to, and is refused by name in others", () => {
    const pack = packOf(isEvenAge);
    expect(codesOf(() => createEngine({ packs: [pack] }))).toEqual(["PLUGIN_NOT_GIVEN /rules/0/when/acme.isEven"]);
    createEngine({ packs: [pack], plugins: [even] });
    expect(codesOf(() => createEngine({ packs: [pack] }))).toEqual(["PLUGIN_NOT_GIVEN /rules/0/when/acme.isEven"]);
    expect(codesOf(() => createEngine({ packs: [packOf({ "acme.isEvn": [{ var: "age" }] })], plugins: [even] }))).toEqual([
      "OPERATOR_NOT_FOUND /rules/0/when/acme.isEvn",
    ]);
    expect(lintPack(pack).map(({ code }) => code)).toContain("PLUGIN_NOT_GIVEN");
    expect(lintPack(pack, [], [even]).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("takes arguments of its declared types, each choice included", () => {
    const typed = acme({
      fits: operator(() => true, {
        args: [
          { kind: "enum", values: ["concentrated"] },
          { kind: "date" },
          { kind: "list", of: { kind: "enum", values: ["destitute", "lowIncome", "minimumLiving"] } },
        ],
      }),
    });
    const pack = (...args: Logic[]) => packOf({ "acme.fits": args });
    const of = (...args: Logic[]) => codesOf(() => createEngine({ packs: [pack(...args)], plugins: [typed] })).map((found) => found.split(" ")[0]);
    expect(of("concentrated", "2026-01-01", { var: "assistance" })).toEqual([]);
    expect(of("dispersed", "2026-02-30", { var: "support" })).toEqual(["VALUE_NOT_IN_CHOICE", "TYPE_MISMATCH", "TYPE_MISMATCH"]);
    // a field that may hold another choice would hand over what is not declared
    expect(of({ var: "support" }, { var: "birthDate" }, { var: "assistance" })).toEqual(["TYPE_MISMATCH"]);
    expect(of("concentrated")).toEqual(["OPERATOR_ARITY"]);
  });

  it("gives values that arithmetic and comparisons go on with, exactly", () => {
    const half = acme({
      half: operator(([number]) => ({ numerator: BigInt(number as number), denominator: 2n }), { result: { kind: "number", integer: false } }),
    });
    const condition = (op: string): Logic => ({ [op]: [{ "*": [{ "acme.half": [{ var: "age" }] }, { param: "two" }] }, { param: "eighty" }] });
    expect(ask(condition("=="), { birthDate: "1946-01-01" }, [half]).status).toBe("granted");
    expect(ask(condition(">"), { birthDate: "1946-01-01" }, [half]).status).toBe("denied");
  });

  it("is known to be none where an argument is, and grants nothing then", () => {
    const always = acme({ known: operator(() => true, { args: [{ kind: "enum", values: ["unstableExit", "nearPoverty"] }] }) });
    expect(ask({ "acme.known": [{ var: "monitoring" }] }, { monitoring: null }, [always]).status).toBe("denied");
    expect(ask({ "acme.known": [{ var: "monitoring" }] }, { monitoring: "nearPoverty" }, [always]).status).toBe("granted");
  });
});

describe("a plug-in that fails", () => {
  const endless = operator((_args, { spend }) => {
    for (;;) spend(1);
  });
  const catching = operator((_args, { spend }) => {
    try {
      for (;;) spend(1);
    } catch {
      return true;
    }
  });
  const slow = operator(() => {
    const until = performance.now() + 30;
    while (performance.now() < until);
    return true;
  });
  const failing: readonly (readonly [string, PluginOperator])[] = [
    [
      "PLUGIN_THREW",
      operator(() => {
        throw new Error("no such road");
      }),
    ],
    [
      "PLUGIN_THREW",
      operator(() => {
        throw null;
      }),
    ],
    [
      "PLUGIN_THREW",
      operator((args) => {
        (args as unknown as number[]).push(1);
        return (args[9] as unknown as { x: boolean }).x;
      }),
    ],
    ["PLUGIN_OVER_BUDGET", endless],
    ["PLUGIN_OVER_BUDGET", catching],
    ["PLUGIN_OVER_BUDGET", slow],
    [
      "PLUGIN_OVER_BUDGET",
      operator((_args, { spend }) => {
        spend(Number.NaN);
        return true;
      }),
    ],
    ["PLUGIN_WRONG_TYPE", operator(() => 1)],
    ["PLUGIN_WRONG_TYPE", operator(() => "true")],
    ["PLUGIN_WRONG_TYPE", operator((() => null) as unknown as PluginOperator["evaluate"])],
    ["PLUGIN_WRONG_TYPE", operator((() => Promise.resolve(true)) as unknown as PluginOperator["evaluate"])],
    ["PLUGIN_WRONG_TYPE", operator((() => Symbol("x")) as unknown as PluginOperator["evaluate"])],
  ];

  it.each(failing)("%s: leaves the rule undetermined, with rule and place, in every back-end (case %#)", (code, broken) => {
    const plugins = [acme({ isEven: broken }, { budget: { milliseconds: 20 } })];
    const decision = ask(isEvenAge, { birthDate: "1942-01-01" }, plugins);
    expect(decision.status).toBe("undetermined");
    expect(decision.warnings.map((warning) => `${warning.code} ${warning.severity} ${warning.pointer}`)).toEqual([
      `${code} warning /rules/0/when/acme.isEven`,
    ]);
    expect(decision.warnings[0]?.message.en).toContain("random/r");
    expect(ask({ "!": [isEvenAge] }, { birthDate: "1942-01-01" }, plugins).status).toBe("undetermined");
    for (const backend of backends) {
      const many = createEngine({ packs: [packOf(isEvenAge)], plugins, ...backend }).assessMany([{ person: { birthDate: "1942-01-01" } }], { on });
      expect([...many.status]).toEqual([2]);
    }
  });

  it("is named with the same words, whatever was asked before, and not at all where the answer does without it", () => {
    const broken = acme({
      isEven: operator(() => {
        throw new Error("x");
      }),
    });
    const when: Logic = { or: [{ var: "leftBehind" }, isEvenAge] };
    const engine = createEngine({ packs: [packOf(when)], plugins: [broken] });
    const about = (person: Partial<OlderPerson>) => JSON.stringify(engine.assess({ person }, { on }));
    const [known, open] = [
      { birthDate: "1942-01-01", leftBehind: true },
      { birthDate: "1942-01-01", leftBehind: false },
    ];
    const before = about(known);
    expect(about(open)).toContain("PLUGIN_THREW");
    expect(about(known)).toBe(before);
    expect(before).not.toContain("PLUGIN_THREW");
  });

  it("is not asked twice about what it has failed on", () => {
    let calls = 0;
    const broken = acme({
      isEven: operator(() => {
        calls += 1;
        throw new Error("x");
      }),
    });
    const engine = createEngine({ packs: [packOf(isEvenAge)], plugins: [broken] });
    for (let times = 0; times < 3; times += 1) engine.assess({ person: { birthDate: "1942-01-01" } }, { on });
    expect(calls).toBe(1);
  });

  it("cannot change what a record holds", () => {
    const greedy = acme({
      empties: operator(
        ([list]) => {
          (list as string[]).length = 0;
          return true;
        },
        { args: [{ kind: "list", of: { kind: "text" } }] },
      ),
    });
    const person = { assistance: ["destitute"] } as Partial<OlderPerson>;
    expect(ask({ "acme.empties": [{ var: "assistance" }] }, person, [greedy]).warnings[0]?.code).toBe("PLUGIN_THREW");
    expect(person.assistance).toEqual(["destitute"]);
  });
});

describe("a fact of a plug-in", () => {
  const scored = acme(
    { score: operator(([age]) => (age as number) * 2, { result: integer }) },
    {
      facts: {
        doubleAge: {
          subject: "person",
          type: "integer",
          title: { zh: "两倍年龄", en: "twice the age" },
          is: { "acme.score": [{ ageOn: [{ var: "birthDate" }] }] },
        },
      },
    },
  );
  const when: Logic = { ">=": [{ var: "acme.doubleAge" }, { param: "eighty" }] };

  it("is read by its full name, and is unknown where what it is made of is", () => {
    expect(ask(when, { birthDate: "1980-01-01" }, [scored]).status).toBe("granted");
    expect(ask(when, { birthDate: "1990-01-01" }, [scored]).status).toBe("denied");
    expect(ask(when, {}, [scored]).missing?.relevant).toEqual([expect.objectContaining({ fact: "/birthDate" })]);
    expect(codesOf(() => ask(when, {}, []))).toEqual(["FIELD_NOT_FOUND /rules/0/when/>=/0/var"]);
  });

  it("is checked when the engine is made", () => {
    const wrong = acme(
      { score: operator(() => 1, { result: integer }) },
      { facts: { broken: { subject: "person", type: "boolean", title, is: { "acme.score": [{ var: "birthDate" }] } } } },
    );
    expect(codesOf(() => createEngine({ packs: [packOf(true)], plugins: [wrong] }))).toEqual(["TYPE_MISMATCH /facts/acme.broken/is/acme.score/0"]);
  });
});

describe("a plug-in that is none", () => {
  it("is refused with every fault at once", () => {
    const none = {
      id: "__proto__",
      version: "",
      operators: { "a.b": operator(() => true), c: { args: [], result: { kind: "record" }, title: "x" }, d: 5 },
      facts: { e: { subject: "person" } },
      budget: { steps: -1, seconds: 5 },
    };
    expect(codesOf(() => definePlugin(none as unknown as Plugin))).toEqual(
      [
        "/id",
        "/version",
        "/operators/a.b",
        "/operators/c/title",
        "/operators/c/evaluate",
        "/operators/c/result",
        "/operators/c/args",
        "/operators/d",
        "/facts/e",
        "/budget/steps",
        "/budget/seconds",
      ].map((pointer) => `PLUGIN_SHAPE ${pointer}`),
    );
    expect(codesOf(() => createEngine({ packs: [packOf(true)], plugins: [even, even] }))).toEqual(["PLUGIN_TWICE /plugins/1/id"]);
    expect(codesOf(() => lintPack(packOf(true), [], [null as unknown as Plugin]))).toEqual(["PLUGIN_SHAPE /plugins/0"]);
  });

  it("is what `definePlugin` gives: what is not would bring nothing along to be asked by", () => {
    const bare: Plugin = { id: "bare", version: "1.0.0", operators: {} };
    const given = [even, bare, null] as unknown as readonly DefinedPlugin[];
    expect(codesOf(() => createEngine({ packs: [packOf(true)], plugins: given }))).toEqual([
      "PLUGIN_NOT_DEFINED /plugins/1",
      "PLUGIN_NOT_DEFINED /plugins/2",
    ]);
  });
});

describe("what plug-ins take part in", () => {
  it("is worded with what it was asked about", () => {
    const gap: PluginOperator = operator(([age, limit]) => (age as number) - (limit as number), {
      title: { zh: "{0}与{1}之差", en: "difference of {0} and {1}" },
      args: [integer, integer],
      result: integer,
    });
    const pack = packOf({ ">=": [{ "acme.gap": [{ var: "age" }, { param: "sixty" }] }, { param: "two" }] });
    const engine = createEngine({ packs: [pack], plugins: [acme({ gap })] });
    const words = (locale: "zh" | "en") => explain(engine, { person: { birthDate: "1942-01-01" } }, "random/r", { on, locale }).reasons.join("");
    expect(words("zh")).toContain("与60之差");
    expect(words("en")).toMatch(/difference of .+ and 60/);
  });

  const plugins = [
    acme({
      isEven: operator(([number]) => ((number as number) % 7 === 3 ? undefined : (number as number) % 2 === 0)),
      least: operator(([a, b]) => Math.min(a as number, b as number), { args: [integer, integer], result: integer }),
    }),
  ];
  const conditions: fc.Arbitrary<Logic> = fc.letrec<{ node: Logic }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom<Logic>(
        isEvenAge,
        { var: "leftBehind" },
        { ">=": [{ "acme.least": [{ var: "age" }, { param: "eighty" }] }, { param: "sixty" }] },
      ),
      fc.tuple(fc.constantFrom("and", "or", "==", "!="), tie("node"), tie("node")).map(([op, a, b]) => ({ [op]: [a, b] }) as Logic),
      tie("node").map((arg) => ({ "!": [arg] }) as Logic),
      fc.tuple(tie("node"), tie("node"), tie("node")).map((args) => ({ if: args }) as Logic),
    ),
  })).node;
  const people = fc.record(
    { birthDate: fc.constantFrom("1942-01-01", "1943-01-01", "1946-11-21", "1953-11-21", "1990-01-01"), leftBehind: fc.boolean() },
    { requiredKeys: [] },
  );

  it("is answered alike by every back-end, unknowns included", () => {
    fc.assert(
      fc.property(conditions, fc.array(people, { minLength: 1, maxLength: 5 }), (when, persons) => {
        const subjects = persons.map((person) => ({ person }));
        const [traced, ...others] = backends.map((backend) => createEngine({ packs: [packOf(when)], plugins, ...backend }));
        const one = subjects.map((subject) => ["denied", "granted", "undetermined"].indexOf(traced?.assess(subject, { on })[0]?.status ?? ""));
        for (const engine of [traced, ...others]) expect([...(engine?.assessMany(subjects, { on }).status ?? [])]).toEqual(one);
      }),
    );
  });

  it("is never contradicted by what turns out later", () => {
    fc.assert(
      fc.property(conditions, people, people, (when, known, truth) => {
        const before = ask(when, known, plugins).status;
        fc.pre(before !== "undetermined");
        expect(ask(when, { ...truth, ...known }, plugins).status).toBe(before);
      }),
    );
  });
});
