import type { QuestionCheck } from "../counting/questionCheck.js";
import { parseShape } from "../register/parse.js";
import { isCivilDate } from "../time/civilDate.js";
import { type Benefit, type BenefitHolder, type BenefitRate, benefitSchema, type Proration } from "./benefit.js";
import { reportSubsidyIssue } from "./codes.js";

const unitFields = ["begins", "ends", "changes", "rateOn"] as const;
const fieldsOfMethod: Readonly<Record<Proration["method"], readonly (keyof Proration)[]>> = {
  calendarDay: ["rounding", "roundedPer"],
  thirty360: ["rounding", "roundedPer"],
  halfMonth: ["splitDay", ...unitFields, "rounding", "roundedPer"],
  fullMonth: unitFields,
};
/** One amount in fen that stays exact when its parts are summed over the months of a lifetime: 10 thousand million yuan. */
const mostAmountFen = 1_000_000_000_000;

/** Whether no day can have both rates. */
function neverTogether(a: BenefitRate, b: BenefitRate): boolean {
  if ((a.to !== undefined && a.to < b.from) || (b.to !== undefined && b.to < a.from)) return true;
  return Object.entries(a.when ?? {}).some(([fact, values]) => {
    const other = b.when !== undefined && Object.hasOwn(b.when, fact) ? b.when[fact] : undefined;
    return other !== undefined && !values.some((value) => other.includes(value));
  });
}

function checkProration(check: QuestionCheck, pointer: string, { per, proration }: Benefit): void {
  const report = (code: "CONVENTION_LACKS" | "CONVENTION_IGNORES", method: string, field: string): void =>
    check.add(reportSubsidyIssue(code, `${pointer}/${field}`, { values: { method, field } }));
  if (per !== "month" || proration === undefined) {
    if ((per === "month") !== (proration !== undefined)) report(per === "month" ? "CONVENTION_LACKS" : "CONVENTION_IGNORES", per, "proration");
    return;
  }
  const used = fieldsOfMethod[proration.method];
  for (const field of used) if (proration[field] === undefined) report("CONVENTION_LACKS", proration.method, `proration/${field}`);
  for (const field of Object.keys(proration) as (keyof Proration)[])
    if (field !== "method" && !used.includes(field)) report("CONVENTION_IGNORES", proration.method, `proration/${field}`);
}

/** Adds everything that is wrong with a benefit; true where it can be counted. */
export function checkBenefit(check: QuestionCheck, pointer: string, benefit: Benefit): boolean {
  const before = check.issues.length;
  for (const issue of parseShape(benefitSchema, benefit, pointer).issues) check.add(issue);
  if (check.issues.length > before) return false;
  checkProration(check, pointer, benefit);
  for (const [index, rate] of benefit.rates.entries()) {
    check.period(`${pointer}/rates/${index}`, { from: rate.from, ...(rate.to === undefined ? {} : { to: rate.to }) });
    check.whole(`${pointer}/rates/${index}/amountFen`, rate.amountFen, { least: 0, most: mostAmountFen });
    for (const [second, other] of benefit.rates.entries()) {
      if (second <= index || neverTogether(rate, other)) continue;
      check.add(
        reportSubsidyIssue("RATES_OVERLAP", `${pointer}/rates/${second}`, { values: { first: String(index + 1), second: String(second + 1) } }),
      );
    }
  }
  return check.issues.length === before;
}

/** Adds everything that is wrong with the dates of a holder. */
export function checkHolder(check: QuestionCheck, pointer: string, { died, deathReportedOn, changes, claims }: BenefitHolder): void {
  const date = (at: string, value: string | null | undefined): void => {
    if (value !== undefined && value !== null && !isCivilDate(value)) check.date(`${pointer}/${at}`, value);
  };
  date("died", died);
  date("deathReportedOn", deathReportedOn);
  for (let index = 0; index < changes.length; index++) {
    const change = changes[index];
    if (change === undefined) continue;
    date(`changes/${index}/from`, change.from);
    date(`changes/${index}/reportedOn`, change.reportedOn);
    for (let before = 0; before < index; before++)
      if (changes[before]?.fact === change.fact && changes[before]?.from === change.from)
        check.add(reportSubsidyIssue("FACT_CHANGED_TWICE", `${pointer}/changes/${index}`, { seen: change.from }));
  }
  for (let index = 0; index < claims.length; index++) {
    const claim = claims[index];
    if (claim === undefined) continue;
    date(`claims/${index}/from`, claim.from);
    date(`claims/${index}/to`, claim.to);
    date(`claims/${index}/reportedOn`, claim.reportedOn);
    if (claim.to !== undefined && claim.to < claim.from) check.period(`${pointer}/claims/${index}`, { from: claim.from, to: claim.to });
    for (let before = 0; before < index; before++) {
      const other = claims[before];
      if (other?.benefit === claim.benefit && (other.to ?? "9999") >= claim.from && (claim.to ?? "9999") >= other.from)
        check.add(reportSubsidyIssue("CLAIMS_OVERLAP", `${pointer}/claims/${index}`, { seen: `${claim.from} – ${claim.to ?? ""}` }));
    }
  }
}
