import { type CivilDate, type Decision, EldercareError, type Register } from "@eldercare/core";
import type { Engine } from "../assess/engine.js";
import type { Subject } from "../assess/subject.js";
import { answerOf, type ReceiptAnswer, sameAnswer } from "./answerOf.js";
import { reportTrust } from "./codes.js";
import { contentHash, keyedHash } from "./digest.js";
import { engineVersion } from "./engineVersion.js";
import { factsRead } from "./factsRead.js";
import { packHash } from "./packHash.js";

/** A pack of which an engine is made, by what it says. */
export interface ReceiptPack {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

/** What an answer stands on, so that anyone can check later that it was given so. It holds no fact of anybody. */
export interface Receipt {
  /** Version of this form of receipt. */
  readonly receipt: 1;
  readonly engineVersion: string;
  /** Every pack of the engine, by id. */
  readonly packs: readonly ReceiptPack[];
  /** In the order in which they were given: the last value wins. */
  readonly overlays: readonly { readonly id: string; readonly hash: string }[];
  readonly plugins: readonly { readonly id: string; readonly version: string }[];
  readonly on: CivilDate;
  /** `<pack>/<rule>` */
  readonly rule: string;
  /** Of all that the rule read of the subject's own record, and of nothing else. */
  readonly subjectHash: string;
  /** Of all that the rule looked up in the register. */
  readonly registerHash: string;
  readonly answer: ReceiptAnswer;
}

/** What a receipt is made of besides the decision. */
export interface ReceiptOf {
  /** The engine that decided. */
  readonly engine: Engine;
  /** Whom it decided about, as it was asked. */
  readonly subject: Subject;
  readonly register?: Partial<Register>;
  /**
   * Keys the hashes of facts (HMAC). Without a secret, whoever holds a receipt can try out dates of birth and levels until
   * the hash fits; with one, only who knows it can check, or guess.
   */
  readonly secret?: string;
}

/** Packs, overlays and plug-ins of an engine, as receipts name them. */
export type ReceiptPolicy = Pick<Receipt, "packs" | "overlays" | "plugins">;

// an engine has read its packs once and for all
const policies = new WeakMap<Engine, Promise<ReceiptPolicy>>();

async function namePolicy({ packs, overlays, plugins }: Engine): Promise<ReceiptPolicy> {
  const named = await Promise.all(packs.map(async (pack) => ({ id: pack.id, version: pack.version, hash: await packHash(pack) })));
  return {
    packs: named.sort((a, b) => (a.id < b.id ? -1 : 1)),
    overlays: await Promise.all(overlays.map(async (overlay) => ({ id: overlay.id, hash: await packHash(overlay) }))),
    plugins: plugins.map(({ id, version }) => ({ id, version })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Packs, overlays and plug-ins of an engine by their hashes. */
export function policyOf(engine: Engine): Promise<ReceiptPolicy> {
  const known = policies.get(engine);
  if (known !== undefined) return known;
  const made = namePolicy(engine);
  policies.set(engine, made);
  return made;
}

/** The hashes of what a rule reads of a subject and of the register. */
export async function factHashes(
  { engine, subject, register, secret }: ReceiptOf,
  rule: string,
  on: CivilDate,
): Promise<Pick<Receipt, "subjectHash" | "registerHash">> {
  const { ofSubject, ofRegister } = factsRead(engine, subject, rule, { on, ...(register === undefined ? {} : { register }) });
  const hash = (value: unknown) => (secret === undefined ? contentHash(value) : keyedHash(value, secret));
  return { subjectHash: await hash(["subject", ofSubject]), registerHash: await hash(["register", ofRegister]) };
}

/**
 * A receipt for a decision: which packs, overlays and plug-ins it stands on, the date, hashes of exactly the facts that the
 * rule read, and the answer. It is plain JSON and holds no fact about anybody: what was read is there only as a hash.
 *
 * @param decision as `engine.assess` gave it
 * @param of the engine that decided, the subject and the register that it was asked about; a secret that keys the hashes
 * @throws EldercareError RECEIPT_OF_OTHER_ANSWER where the engine does not decide so; NO_CANONICAL_FORM,
 * CRYPTOGRAPHY_NOT_FOUND; the issues of `assess`
 * @example
 * const engine = createEngine({ packs: [national] });
 * const subject = { person: { id: "p-17", birthDate: "1942-06-01" } };
 * const [decision] = engine.assess(subject, { on: "2026-11-21", rules: ["cn/category.olderPerson"] });
 * const made = await receipt(decision, { engine, subject });
 * made.answer.status //=> "granted"
 * made.packs[0].id //=> "cn"
 * JSON.stringify(made).includes("1942") //=> false
 */
export async function receipt(decision: Decision, of: ReceiptOf): Promise<Receipt> {
  const { engine, subject, register } = of;
  const { rule, on } = decision;
  const [own] = engine.assess(subject, { on, rules: [rule], ...(register === undefined ? {} : { register }) });
  if (own === undefined || own.subject !== decision.subject || !sameAnswer(answerOf(own), answerOf(decision)))
    throw new EldercareError([reportTrust("RECEIPT_OF_OTHER_ANSWER", "", { seen: rule })]);
  return { receipt: 1, engineVersion, ...(await policyOf(engine)), on, rule, ...(await factHashes(of, rule, on)), answer: answerOf(own) };
}
