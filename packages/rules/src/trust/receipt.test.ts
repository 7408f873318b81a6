import { EldercareError, type OlderPerson, type Register } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeSituations, dateAsked, languageConditions, languagePack, registerOf } from "../../test/language.js";
import { createEngine } from "../assess/engine.js";
import type { Subject } from "../assess/subject.js";
import type { Overlay, Pack } from "../pack/pack.js";
import { pack as national } from "../packs/cn.js";
import { pack as county } from "../packs/cn-500229-chengkou.js";
import { factsRead } from "./factsRead.js";
import { receipt } from "./receipt.js";
import { type ReplayOf, replay } from "./replay.js";

const on = "2026-11-21";
const rule = "cn-500229-chengkou/pairing.oneToOne";
const overlay: Overlay = {
  id: "county-values",
  for: "cn-500229-chengkou",
  illustrative: false,
  parameters: { "pairing.scopeOfDisabled": [{ from: "2021-09-28", value: "lastGroup" }] },
};
const person: Partial<OlderPerson> = {
  id: "p-17",
  birthDate: "1951-03-02",
  residence: { area: "500229103205" },
  assistance: ["destitute"],
  support: "dispersed",
};
const policy = { packs: [national, county], overlays: [overlay] };

async function kept(subject: Subject, more: { readonly secret?: string; readonly register?: Partial<Register> } = {}) {
  const engine = createEngine(policy);
  const [decision] = engine.assess(subject, { on, rules: [rule], ...(more.register === undefined ? {} : { register: more.register }) });
  if (decision === undefined) throw new Error("no decision");
  return receipt(decision, { engine, subject, ...more });
}

const codes = async (of: ReplayOf, made: Parameters<typeof replay>[0]) =>
  (await replay(made, of)).differences.map(({ code, pointer }) => `${code} ${pointer}`);

describe("a receipt", () => {
  it("gives the same answer again, whatever the order of packs, keys and unread facts", async () => {
    const made = JSON.parse(JSON.stringify(await kept({ person }))) as Awaited<ReturnType<typeof kept>>;
    expect(made.answer.status).toBe("granted");
    expect(await replay(made, { ...policy, subject: { person } })).toEqual({ same: true, differences: [] });
    const { support, ...others } = person;
    const again = {
      packs: [county, national],
      overlays: [overlay],
      subject: { person: { support, ...others, leftBehind: true } as Partial<OlderPerson> },
    };
    expect(await replay(made, again)).toEqual({ same: true, differences: [] });
  });

  it("holds nothing of the person whom it is about", async () => {
    const text = JSON.stringify(await kept({ person }));
    for (const word of ["p-17", "1951", "destitute", "500229103205", "dispersed"]) expect(text).not.toContain(word);
  });

  it("is noticed to be of another person, of other facts, or of a register that says otherwise", async () => {
    const made = await kept({ person });
    expect(await codes({ ...policy, subject: { person: { ...person, id: "p-18" } } }, made)).toEqual(["REPLAY_SUBJECT_DIFFERS /subjectHash"]);
    expect(await codes({ ...policy, subject: { person: { ...person, support: "concentrated" } } }, made)).toContain(
      "REPLAY_SUBJECT_DIFFERS /subjectHash",
    );
  });

  it("is noticed to be of another pack, another overlay, or another engine", async () => {
    const made = await kept({ person });
    const subject = { person };
    expect(await codes({ packs: [national, { ...county, note: "x" }], overlays: [overlay], subject }, made)).toEqual([
      "REPLAY_PACKS_DIFFER /packs/1",
    ]);
    const wider = { ...overlay, parameters: { "pairing.scopeOfDisabled": [{ from: "2021-09-28", value: "allGroups" }] } };
    expect(await codes({ packs: policy.packs, overlays: [wider], subject }, made)).toContain("REPLAY_OVERLAYS_DIFFER /overlays/0");
    expect(await codes({ packs: policy.packs, subject }, made)).toContain("REPLAY_OVERLAYS_DIFFER /overlays/0");
    const older = await replay({ ...made, engineVersion: "0.0.0-before" }, { ...policy, subject });
    expect([older.same, older.differences.map(({ code, severity }) => `${code} ${severity}`)]).toEqual([true, ["REPLAY_ENGINE_DIFFERS note"]]);
  });

  it("is noticed to have been altered itself", async () => {
    const made = await kept({ person });
    const denied = { ...made, answer: { ...made.answer, status: "denied" as const } };
    expect(await codes({ ...policy, subject: { person } }, denied)).toEqual(["REPLAY_ANSWER_DIFFERS /answer/status"]);
    await expect(replay({ ...made, subjectHash: "?", on: "2026-02-30" }, { ...policy, subject: { person } })).rejects.toMatchObject({
      issues: [
        { code: "RECEIPT_SHAPE", pointer: "/on" },
        { code: "RECEIPT_SHAPE", pointer: "/subjectHash" },
      ],
    });
  });

  it("is not made for what the engine does not decide", async () => {
    const engine = createEngine(policy);
    const [decision] = engine.assess({ person }, { on, rules: [rule] });
    if (decision === undefined) throw new Error("no decision");
    for (const other of [
      { ...decision, status: "denied" as const },
      { ...decision, subject: "p-18" },
    ])
      await expect(receipt(other, { engine, subject: { person } })).rejects.toMatchObject({ issues: [{ code: "RECEIPT_OF_OTHER_ANSWER" }] });
  });

  it("can be keyed, so that nobody guesses a date of birth by trying", async () => {
    const [plain, keyed] = [await kept({ person }), await kept({ person }, { secret: "s" })];
    expect(keyed.subjectHash).not.toBe(plain.subjectHash);
    expect((await replay(keyed, { ...policy, subject: { person }, secret: "s" })).same).toBe(true);
    expect((await replay(keyed, { ...policy, subject: { person }, secret: "t" })).same).toBe(false);
    expect((await replay(plain, { ...policy, subject: { person }, secret: "s" })).same).toBe(true);
    await expect(replay(keyed, { ...policy, subject: { person } })).rejects.toMatchObject({ issues: [{ code: "RECEIPT_NEEDS_SECRET" }] });
  });
});

type Entry = Readonly<Record<string, unknown>>;

/** A copy of a record in which one place says something else of the same type; undefined where nothing there can. */
function altered(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (typeof value === "boolean") return !value;
    if (typeof value === "number") return value === 0 ? 1 : 0;
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const inner = altered((value as Entry)[key], rest);
  if (inner === undefined) return undefined;
  return Array.isArray(value) ? value.map((entry, index) => (String(index) === key ? inner : (entry as unknown))) : { ...value, [key]: inner };
}

const dated = (value: unknown): boolean => typeof value === "boolean" || typeof value === "number";

/** Every place of a record that holds a truth or a number. */
function places(value: unknown, path: readonly string[] = []): string[][] {
  if (dated(value)) return [[...path]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]));
}

describe("the facts that a rule reads", () => {
  it("are all that its answer depends on, and any change of one of them is noticed", async () => {
    let changes = 0;
    let unread = 0;
    await fc.assert(
      fc.asyncProperty(languageConditions({ plain: false, open: true }), completeSituations(true), fc.nat(), async (when, situation, chosen) => {
        const packs: Pack[] = [languagePack([when])];
        const engineOf = () => {
          try {
            return createEngine({ packs });
          } catch (error) {
            fc.pre(!(error instanceof EldercareError && error.issues.every(({ code }) => code === "LOGIC_TOO_LARGE")));
            throw error;
          }
        };
        const engine = engineOf();
        const before = situation.person as Entry;
        const subject = (record: unknown): Subject => ({ person: record as Partial<OlderPerson> });
        const register = registerOf(situation);
        const [decision] = engine.assess(subject(before), { on: dateAsked, register });
        if (decision === undefined) throw new Error("no decision");
        const made = await receipt(decision, { engine, subject: subject(before), register });
        expect((await replay(made, { packs, subject: subject(before), register })).same).toBe(true);
        const all = places(before);
        const place = all[chosen % all.length] ?? [];
        const after = altered(before, place);
        const { ofSubject } = factsRead(engine, subject(before), decision.rule, { on: dateAsked, register });
        const read = ofSubject.some(([pointer, ...value]) => pointer === `/${place.join("/")}` && value.length > 0);
        const { differences } = await replay(made, { packs, subject: subject(after), register });
        const noticed = differences.some(({ code }) => code === "REPLAY_SUBJECT_DIFFERS");
        expect(noticed).toBe(read);
        // what is not read changes no answer
        if (!read) expect(differences).toEqual([]);
        changes += Number(read);
        unread += Number(!read);
      }),
    );
    expect(Math.min(changes, unread)).toBeGreaterThan((fc.readConfigureGlobal().numRuns ?? 100) / 20);
  });

  it("of the register are noticed apart from those of the subject", async () => {
    const packs = [languagePack([{ "==": [{ count: [{ var: "household.members" }, { var: "person.leftBehind" }] }, { param: "one" }] }])];
    const engine = createEngine({ packs });
    const members = [
      { person: "p-2", relation: "spouse", cares: true },
      { person: "p-3", relation: "child", cares: false },
    ];
    const register = (leftBehind: boolean, birthDate: string) =>
      registerOf({
        members,
        people: [
          { id: "p-2", leftBehind, birthDate },
          { id: "p-3", leftBehind: false, birthDate },
        ],
      });
    const subject = { person: { id: "p-1", household: "h-1" } };
    const [decision] = engine.assess(subject, { on, register: register(true, "1950-01-01") });
    if (decision === undefined) throw new Error("no decision");
    const made = await receipt(decision, { engine, subject, register: register(true, "1950-01-01") });
    expect(await codes({ packs, subject, register: register(true, "1960-01-01") }, made)).toEqual([]);
    expect(await codes({ packs, subject, register: register(false, "1950-01-01") }, made)).toEqual([
      "REPLAY_REGISTER_DIFFERS /registerHash",
      "REPLAY_ANSWER_DIFFERS /answer/status",
      "REPLAY_ANSWER_DIFFERS /answer/effect",
    ]);
    expect(await codes({ packs, subject }, made)).toContain("REPLAY_REGISTER_DIFFERS /registerHash");
  });

  it("may be frozen records", () => {
    const frozen = Object.freeze({ ...person, residence: Object.freeze({ area: "500229103205" }), assistance: Object.freeze(["destitute"]) });
    const { ofSubject } = factsRead(createEngine(policy), { person: frozen as unknown as Partial<OlderPerson> }, rule, { on });
    expect(ofSubject.map(([pointer]) => pointer)).toContain("/assistance/0");
  });
});
