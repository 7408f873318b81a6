import type { CivilDate, Decision, DecisionStatus, Effect, Missing, Register } from "@eldercare/core";
import type { Subject } from "../assess/subject.js";

/** Statuses that a case can expect by name; what is undetermined is expected with what to ask first. */
export type SettledStatus = Exclude<DecisionStatus, "undetermined">;

/** Figures of an effect that a case can expect beside the status. */
export const expectedFigures = ["amountFen", "times", "required", "present", "short", "observed", "state", "rank", "reservedPlaces"] as const;

/** Figures of an effect, by name; of tie-breakers whether each holds, `null` where that is not known. */
export type ExpectedFigures = { readonly [Name in (typeof expectedFigures)[number]]?: number | string } & {
  readonly tieBreakers?: readonly (boolean | null)[];
};

/**
 * What a case expects of one rule: a status; a status with figures of its effect, `{ "granted": { "amountFen": 30000 } }`; or
 * `undetermined` with a smallest set that could grant.
 */
export type Expectation = SettledStatus | { readonly [Status in SettledStatus]?: ExpectedFigures } | { readonly undetermined: readonly string[] };

/** A named situation and what must come out of it. */
export interface PolicyCase {
  readonly name: string;
  readonly on: CivilDate;
  /** Values of open parameters in this situation. */
  readonly parameters?: Readonly<Record<string, number | boolean | string>>;
  readonly subject: Subject;
  readonly register?: Partial<Register>;
  readonly expect: Readonly<Record<string, Expectation>>;
  /** A remark; nothing reads it. */
  readonly note?: string;
}

const nameOf = (missing: Missing): string => ("fact" in missing ? missing.fact : missing.parameter);

const printUndetermined = (names: readonly string[]): string => `undetermined [${[...names].sort().join(", ")}]`;

const figureOf = (effect: Effect | undefined, name: string): unknown =>
  effect !== undefined && Object.hasOwn(effect, name) ? (effect as unknown as Readonly<Record<string, unknown>>)[name] : undefined;

const printFigure = (figure: unknown): string => (Array.isArray(figure) ? JSON.stringify(figure) : String(figure ?? "?"));

const printFigures = (status: string, names: readonly string[], figure: (name: string) => unknown): string =>
  `${status} { ${[...names]
    .sort()
    .map((name) => `${name}: ${printFigure(figure(name))}`)
    .join(", ")} }`;

/** The status that an expectation names. */
export const statusOf = (expected: Expectation): DecisionStatus =>
  typeof expected === "string" ? expected : (Object.keys(expected)[0] as DecisionStatus);

/** An expectation in one line. */
export function printExpectation(expected: Expectation): string {
  if (typeof expected === "string") return expected;
  if ("undetermined" in expected) return printUndetermined(expected.undetermined);
  const status = statusOf(expected) as SettledStatus;
  const figures = expected[status] ?? {};
  return printFigures(status, Object.keys(figures), (name) => figures[name as keyof ExpectedFigures]);
}

/** What a decision is, in the words of the expectation that it is held against: equal texts where it is as expected. */
export function printDecision(decision: Decision | undefined, expected: Expectation): string {
  if (decision === undefined) return "?";
  const { status, missing, effect } = decision;
  if (status === "undetermined") return printUndetermined((missing?.toGrant ?? []).map(nameOf));
  if (typeof expected === "string" || "undetermined" in expected || statusOf(expected) !== status) return status;
  return printFigures(status, Object.keys(expected[status] ?? {}), (name) => figureOf(effect, name));
}
