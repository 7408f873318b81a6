import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import type { Wording } from "../errors/issue.js";
import { byText } from "../progress/verdict.js";

/** Who pays for the ports of some kinds of user: 城市特殊困难家庭 → 县（市、区）政府. */
export interface PortRule {
  readonly bearer: string;
  readonly title: Wording;
  /** Kinds of user whose ports it pays for. */
  readonly users: readonly string[];
}

/** Ports of a platform, and who pays for which. */
export interface PortBearerQuestion {
  /** One for each port; `user` absent where its kind is unknown. */
  readonly ports: readonly { readonly id: string; readonly user?: string }[];
  readonly rules: readonly PortRule[];
  /** Who pays where no rule names the user (其他 … 自行承担); absent where the text leaves it open. */
  readonly otherwise?: { readonly bearer: string; readonly title: Wording };
  readonly clauses: readonly string[];
}

/** For each bearer the ids of its ports, and those of which it is not known who pays. */
export interface PortBearers {
  readonly bearers: readonly { readonly bearer: string; readonly ports: readonly string[] }[];
  readonly undetermined: readonly string[];
}

/**
 * Who pays for each port. A port whose user is of unknown kind is nobody's yet: it does not fall to "all others".
 *
 * @throws EldercareError `DUPLICATE_ID`: also where two rules name the same kind of user
 * @example
 * const rules = [{ bearer: "county", title: { zh: "县（市、区）政府", en: "county government" }, users: ["publicInstitution"] }];
 * portBearers({ ports: [{ id: "a", user: "publicInstitution" }, { id: "b" }], rules, clauses: ["NY-3.4.3-b"] }).value //=> { bearers: [{ bearer: "county", ports: ["a"] }], undetermined: ["b"] }
 * Source: NY-3.4.3-a, NY-3.4.3-b.
 */
export function portBearers({ ports, rules, otherwise, clauses }: PortBearerQuestion): Counted<PortBearers> {
  const check = new QuestionCheck();
  check.unique(
    (index) => `/ports/${index}/id`,
    ports.map(({ id }) => id),
  );
  const payer = new Map<string, string>();
  for (const [index, { bearer, users }] of rules.entries())
    for (const [nth, user] of users.entries()) {
      if (payer.has(user)) check.add(reportIssue("DUPLICATE_ID", `/rules/${index}/users/${nth}`, { seen: user }));
      payer.set(user, bearer);
    }
  check.done();
  const payerOf = (user: string | undefined): string | undefined => (user === undefined ? undefined : (payer.get(user) ?? otherwise?.bearer));
  const titles = new Map([...rules, ...(otherwise === undefined ? [] : [otherwise])].map(({ bearer, title }) => [bearer, title]));
  const those = (bearer: string | undefined): string[] =>
    ports
      .filter(({ user }) => payerOf(user) === bearer)
      .map(({ id }) => id)
      .sort(byText);
  const bearers = [...titles.keys()].map((bearer) => ({ bearer, ports: those(bearer) }));
  const undetermined = those(undefined);
  return {
    value: { bearers, undetermined },
    unit: "port",
    steps: [
      ...bearers.map(({ bearer, ports: paid }) => ({
        zh: `${titles.get(bearer)?.zh ?? bearer}承担`,
        en: `borne by ${titles.get(bearer)?.en ?? bearer}`,
        value: String(paid.length),
      })),
      { zh: "承担方不明", en: "bearer unknown", value: String(undetermined.length) },
    ],
    clauses,
  };
}
