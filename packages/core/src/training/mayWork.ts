import { type KnownShare, knownShare, shareStep } from "../counting/knownShare.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import type { CivilDate } from "../time/civilDate.js";

/** A certificate held; `validTo` is `null` where it does not expire, absent where that is unknown. */
export interface HeldCertificate {
  readonly kind: string;
  readonly level?: number;
  readonly validTo?: CivilDate | null;
}

/** What is recorded of a member of staff. Absent means unknown; `null` and `[]` mean known to be none. */
export interface TrainedStaff {
  readonly id: string;
  readonly trainedOn?: CivilDate | null;
  readonly certificates?: readonly HeldCertificate[];
}

/** Certificates that a pack asks for: one of the kinds, of at least a level where it names one. */
export interface CertificateNeed {
  readonly kinds: readonly string[];
  readonly leastLevel?: number;
}

/** Staff with what is asked of them on a date. */
export interface TrainingQuestion {
  readonly staff: readonly TrainedStaff[];
  readonly on: CivilDate;
  readonly certificate: CertificateNeed;
  readonly clauses: readonly string[];
}

/** The shares of staff trained and certified. */
export interface TrainingRates {
  readonly trained: KnownShare;
  readonly certified: KnownShare;
}

/** Why somebody may not work. */
export type TrainingGap = "untrained" | "trainedLater" | "noCertificate" | "certificateExpired";

/** Who may work, who may not, and of whom it is not known. */
export interface WorkPermission {
  readonly may: readonly string[];
  readonly mayNot: readonly { readonly id: string; readonly why: readonly TrainingGap[] }[];
  readonly undetermined: readonly { readonly id: string; readonly missing: readonly ("trainedOn" | "certificates")[] }[];
}

const trainingGap = ({ trainedOn }: TrainedStaff, on: CivilDate): TrainingGap | "unknown" | undefined =>
  trainedOn === undefined ? "unknown" : trainedOn === null ? "untrained" : trainedOn > on ? "trainedLater" : undefined;

function certificateGap({ certificates }: TrainedStaff, need: CertificateNeed, on: CivilDate): TrainingGap | "unknown" | undefined {
  if (certificates === undefined) return "unknown";
  const { leastLevel } = need;
  const ofKind = certificates.filter(
    ({ kind, level }) => need.kinds.includes(kind) && (leastLevel === undefined || level === undefined || level >= leastLevel),
  );
  if (ofKind.length === 0) return "noCertificate";
  const running = ofKind.filter(({ validTo }) => validTo === undefined || validTo === null || validTo >= on);
  if (running.length === 0) return "certificateExpired";
  const sure = running.some(({ level, validTo }) => validTo !== undefined && (leastLevel === undefined || level !== undefined));
  return sure ? undefined : "unknown";
}

function checkStaff({ staff, on, certificate }: TrainingQuestion): void {
  const check = new QuestionCheck();
  check.date("/on", on);
  if (certificate.leastLevel !== undefined) check.whole("/certificate/leastLevel", certificate.leastLevel);
  check.unique(
    (index) => `/staff/${index}/id`,
    staff.map(({ id }) => id),
  );
  for (const [index, { trainedOn, certificates }] of staff.entries()) {
    if (typeof trainedOn === "string") check.date(`/staff/${index}/trainedOn`, trainedOn);
    for (const [nth, { validTo }] of (certificates ?? []).entries())
      if (typeof validTo === "string") check.date(`/staff/${index}/certificates/${nth}/validTo`, validTo);
  }
  check.done();
}

const answer = (gap: TrainingGap | "unknown" | undefined): boolean | undefined => (gap === undefined ? true : gap === "unknown" ? undefined : false);

/**
 * The shares of staff trained before work and holding a valid certificate, on a date. A record that says nothing leaves
 * the share open.
 *
 * @returns exact shares with bounds, and who is trained or certified, who is not, and of whom it is not known
 * @throws EldercareError where a date does not exist or an id occurs twice
 * @example
 * const staff = [{ id: "c-1", trainedOn: "2026-01-10", certificates: [] }, { id: "c-2", trainedOn: null }];
 * const { trained, certified } = trainingRates({ staff, on: "2026-06-01", certificate: { kinds: ["careWorker"] }, clauses: ["CL-1.2-d", "CL-1.2-e"] }).value;
 * trained.no //=> ["c-2"]
 * certified.unknown //=> ["c-2"]
 * Source: CL-1.2-d, CL-1.2-e, CK-2.10-c.
 */
export function trainingRates(question: TrainingQuestion): Counted<TrainingRates> {
  checkStaff(question);
  const { staff, on, certificate, clauses } = question;
  const trained = knownShare(staff.map((person) => [person.id, answer(trainingGap(person, on))]));
  const certified = knownShare(staff.map((person) => [person.id, answer(certificateGap(person, certificate, on))]));
  const steps = [shareStep("已培训", "trained", trained), shareStep("持证", "certified", certified)];
  return { value: { trained, certified }, unit: "share", steps, clauses };
}

/** What must be shown before work, as a pack says. */
export interface WorkQuestion extends Omit<TrainingQuestion, "certificate"> {
  /** Whether training comes before work (先培训后上岗). */
  readonly trainingFirst: boolean;
  /** Certificate without which nobody works; absent where the pack asks for none. */
  readonly certificate?: CertificateNeed;
}

/**
 * Who may work on a date by training and certificate, who may not and why, and of whom a record is missing.
 *
 * @throws EldercareError where a date does not exist or an id occurs twice
 * @example
 * const staff = [{ id: "c-1", trainedOn: "2026-01-10" }, { id: "c-2", trainedOn: null }, { id: "c-3" }];
 * const { mayNot, undetermined } = mayWork({ staff, on: "2026-06-01", trainingFirst: true, clauses: ["NY-3.1.4-c"] }).value;
 * mayNot //=> [{ id: "c-2", why: ["untrained"] }]
 * undetermined //=> [{ id: "c-3", missing: ["trainedOn"] }]
 * Source: NY-3.1.4-c (先培训后上岗), CL-1.2-e, CK-2.10-c.
 */
export function mayWork(question: WorkQuestion): Counted<WorkPermission> {
  const { staff, on, trainingFirst, certificate, clauses } = question;
  checkStaff({ ...question, certificate: certificate ?? { kinds: [] } });
  const judged = staff
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((person) => {
      const training = trainingFirst ? trainingGap(person, on) : undefined;
      const paper = certificate === undefined ? undefined : certificateGap(person, certificate, on);
      const why = [training, paper].filter((gap) => gap !== undefined && gap !== "unknown");
      const missing = [...(training === "unknown" ? (["trainedOn"] as const) : []), ...(paper === "unknown" ? (["certificates"] as const) : [])];
      return { id: person.id, why, missing };
    });
  const mayNot = judged.filter(({ why }) => why.length > 0).map(({ id, why }) => ({ id, why }));
  const undetermined = judged.filter(({ why, missing }) => why.length === 0 && missing.length > 0).map(({ id, missing }) => ({ id, missing }));
  const may = judged.filter(({ why, missing }) => why.length === 0 && missing.length === 0).map(({ id }) => id);
  const steps = [
    { zh: "可以上岗", en: "may work", value: String(may.length) },
    { zh: "不得上岗", en: "may not work", value: String(mayNot.length) },
    { zh: "记录不全，待核实", en: "record incomplete", value: String(undetermined.length) },
  ];
  return { value: { may, mayNot, undetermined }, unit: "person", steps, clauses };
}
