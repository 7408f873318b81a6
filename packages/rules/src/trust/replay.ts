import { EldercareError, type Issue, isCivilDate, jsonPointer, type Register } from "@eldercare/core";
import { createEngine, type Engine, type Policy } from "../assess/engine.js";
import type { Subject } from "../assess/subject.js";
import { answerOf, type ReceiptAnswer, sameAnswer } from "./answerOf.js";
import { reportTrust, type TrustCode } from "./codes.js";
import { engineVersion } from "./engineVersion.js";
import { factHashes, policyOf, type Receipt, type ReceiptPolicy } from "./receipt.js";

/** What is asked again: the policy and the facts as they are thought to have been. */
export interface ReplayOf extends Policy {
  readonly subject: Subject;
  readonly register?: Partial<Register>;
  /** The secret that the receipt was made with, where it was. */
  readonly secret?: string;
}

/** Whether everything that a receipt says came out again, and all that did not, each with the pointer of the receipt's field. */
export interface Replay {
  readonly same: boolean;
  /** Differences; another engine version with the same answer is a mere note, and `same` stands. */
  readonly differences: readonly Issue[];
}

const isText = (value: unknown): boolean => typeof value === "string";
const isList = (value: unknown): boolean => Array.isArray(value);
const isHash = (value: unknown): boolean => typeof value === "string" && /^(?:hmac-)?sha256:[0-9a-f]{64}$/.test(value);
const isRecord = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

const parts: Readonly<Record<keyof Receipt, readonly [fits: (value: unknown) => boolean, expected: string]>> = {
  receipt: [(value) => value === 1, "1"],
  engineVersion: [isText, "text"],
  packs: [isList, "list"],
  overlays: [isList, "list"],
  plugins: [isList, "list"],
  on: [isCivilDate, "YYYY-MM-DD"],
  rule: [isText, "text"],
  subjectHash: [isHash, "sha256:…"],
  registerHash: [isHash, "sha256:…"],
  answer: [isRecord, "{ status, … }"],
};

/** What of a receipt is not what `receipt` gives. */
function shapeOf(receipt: unknown): Issue[] {
  if (!isRecord(receipt)) return [reportTrust("RECEIPT_SHAPE", "", { seen: receipt, values: { expected: "{ receipt: 1, … }" } })];
  const given = receipt as Readonly<Record<string, unknown>>;
  return Object.entries(parts).flatMap(([key, [fits, expected]]) => {
    const value = Object.hasOwn(given, key) ? given[key] : undefined;
    return fits(value) ? [] : [reportTrust("RECEIPT_SHAPE", `/${key}`, { seen: value ?? null, values: { expected } })];
  });
}

const isKeyed = ({ subjectHash }: Receipt): boolean => subjectHash.startsWith("hmac-");

const differ = (code: TrustCode, pointer: string, expected: unknown, seen: unknown): Issue =>
  reportTrust(code, pointer, { seen: seen ?? null, values: { expected: JSON.stringify(expected ?? null) } });

/** Entry by entry: packs are known by their ids, the others by their places. */
function policyDifferences(before: ReceiptPolicy, now: ReceiptPolicy): Issue[] {
  const code = { packs: "REPLAY_PACKS_DIFFER", overlays: "REPLAY_OVERLAYS_DIFFER", plugins: "REPLAY_PLUGINS_DIFFER" } as const;
  return (["packs", "overlays", "plugins"] as const).flatMap((list) =>
    Array.from({ length: Math.max(before[list].length, now[list].length) }, (_, index) => index).flatMap((index) => {
      const [was, is] = [before[list][index], now[list][index]];
      return sameAnswer(was ?? null, is ?? null) ? [] : [differ(code[list], jsonPointer([list, index]), was, is)];
    }),
  );
}

const answerKeys = ["status", "missing", "effect", "modality", "illustrative", "clauses"] as const satisfies readonly (keyof ReceiptAnswer)[];

const answerDifferences = (before: ReceiptAnswer, now: ReceiptAnswer | undefined): Issue[] =>
  answerKeys.flatMap((key) => {
    const [was, is] = [before[key], now?.[key]];
    return sameAnswer(was ?? null, is ?? null) ? [] : [differ("REPLAY_ANSWER_DIFFERS", `/answer/${key}`, was, is)];
  });

async function factDifferences(receipt: Receipt, { subject, register, secret }: ReplayOf, engine: Engine): Promise<Issue[]> {
  const key = secret !== undefined && isKeyed(receipt) ? { secret } : {};
  const of = { engine, subject, ...(register === undefined ? {} : { register }), ...key };
  const { subjectHash, registerHash } = await factHashes(of, receipt.rule, receipt.on);
  return [
    ...(subjectHash === receipt.subjectHash ? [] : [differ("REPLAY_SUBJECT_DIFFERS", "/subjectHash", receipt.subjectHash, subjectHash)]),
    ...(registerHash === receipt.registerHash ? [] : [differ("REPLAY_REGISTER_DIFFERS", "/registerHash", receipt.registerHash, registerHash)]),
  ];
}

/** The answer now; undefined where no rule of that name speaks of the subject. */
function answerNow({ rule, on }: Receipt, { subject, register }: ReplayOf, engine: Engine): ReceiptAnswer | undefined {
  if (!engine.rules(on).some(({ key }) => key === rule)) return undefined;
  const [decision] = engine.assess(subject, { on, rules: [rule], ...(register === undefined ? {} : { register }) });
  return decision === undefined ? undefined : answerOf(decision);
}

/**
 * Asks again what a receipt records, and says whether everything is as it was: packs, overlays, plug-ins, every fact that
 * the rule read, and the answer. Facts that the rule did not read may have changed.
 *
 * @param receipt as `receipt` gave it
 * @param of the packs, overlays and plug-ins, the subject and the register as they were at the time
 * @returns `same`, or every difference: REPLAY_PACKS_DIFFER, REPLAY_OVERLAYS_DIFFER, REPLAY_PLUGINS_DIFFER,
 * REPLAY_SUBJECT_DIFFERS, REPLAY_REGISTER_DIFFERS, REPLAY_ANSWER_DIFFERS, and the note REPLAY_ENGINE_DIFFERS
 * @throws EldercareError RECEIPT_SHAPE, RECEIPT_NEEDS_SECRET; the issues of `createEngine` and `assess`; CRYPTOGRAPHY_NOT_FOUND
 * @example
 * const subject = { person: { id: "p-17", birthDate: "1942-06-01" } };
 * const engine = createEngine({ packs: [national] });
 * const [decision] = engine.assess(subject, { on: "2026-11-21", rules: ["cn/category.olderPerson"] });
 * const kept = await receipt(decision, { engine, subject });
 * (await replay(kept, { packs: [national], subject })).same //=> true
 * const younger = { person: { id: "p-17", birthDate: "1976-06-01" } };
 * (await replay(kept, { packs: [national], subject: younger })).differences[0].code //=> "REPLAY_SUBJECT_DIFFERS"
 */
export async function replay(receipt: Receipt, of: ReplayOf): Promise<Replay> {
  const problems = shapeOf(receipt);
  if (problems.length > 0) throw new EldercareError(problems);
  if (isKeyed(receipt) && of.secret === undefined) throw new EldercareError([reportTrust("RECEIPT_NEEDS_SECRET", "/subjectHash")]);
  const engine = createEngine(of);
  const answer = answerNow(receipt, of, engine);
  const differences = [
    ...policyDifferences(receipt, await policyOf(engine)),
    // where no rule of that name speaks of the subject, nothing is read
    ...(answer === undefined ? [] : await factDifferences(receipt, of, engine)),
    ...answerDifferences(receipt.answer, answer),
  ];
  const version =
    receipt.engineVersion === engineVersion ? [] : [differ("REPLAY_ENGINE_DIFFERS", "/engineVersion", receipt.engineVersion, engineVersion)];
  return { same: differences.length === 0, differences: [...differences, ...version] };
}
