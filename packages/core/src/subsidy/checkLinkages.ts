import { QuestionCheck } from "../counting/questionCheck.js";
import { reportIssue } from "../errors/codes.js";
import type { Issue } from "../errors/issue.js";
import { parseShape } from "../register/parse.js";
import { reportSubsidyIssue } from "./codes.js";
import { type BenefitCap, benefitCapSchema, type Linkage, linkageSchema } from "./linkage.js";
import { circlesOf, raisesThatMayLower } from "./linkageMatrix.js";

const needs: Readonly<Record<Linkage["rule"], readonly (keyof Linkage)[]>> = {
  exclusive: ["precedence"],
  higher: [],
  offset: ["precedence"],
  topUp: ["pays", "levelFen"],
};
const optionFields = ["precedence", "pays", "levelFen"] as const;

function checkLinkage(check: QuestionCheck, pointer: string, linkage: Linkage): void {
  const { rule, benefits, precedence, pays } = linkage;
  for (const field of needs[rule])
    if (linkage[field] === undefined) check.add(reportSubsidyIssue("LINKAGE_LACKS", `${pointer}/${field}`, { values: { rule, field } }));
  for (const field of optionFields)
    if (linkage[field] !== undefined && !needs[rule].includes(field) && !(rule === "higher" && field === "precedence"))
      check.add(reportSubsidyIssue("LINKAGE_IGNORES", `${pointer}/${field}`, { values: { rule, field } }));
  check.unique((index) => `${pointer}/benefits/${index}`, benefits);
  const other = (field: string, seen: unknown): void =>
    check.add(reportSubsidyIssue("LINKAGE_NAMES_OTHERS", `${pointer}/${field}`, { seen, values: { field } }));
  if (precedence !== undefined && [...precedence].sort().join("\n") !== [...benefits].sort().join("\n")) other("precedence", precedence);
  if (pays !== undefined && !benefits.includes(pays)) other("pays", pays);
}

function checkPairs(check: QuestionCheck, linkages: readonly Linkage[]): void {
  const pairs = new Set<string>();
  const competing = new Set<string>();
  for (const [index, { benefits, rule }] of linkages.entries()) {
    const sorted = [...benefits].sort();
    for (const [at, first] of sorted.entries()) {
      if (rule === "higher" && competing.has(first))
        check.add(reportSubsidyIssue("LINKAGE_HIGHER_TWICE", `/linkages/${index}/benefits`, { seen: first }));
      if (rule === "higher") competing.add(first);
      for (const second of sorted.slice(at + 1)) {
        const pair = `${first} + ${second}`;
        if (pairs.has(pair)) check.add(reportSubsidyIssue("LINKAGE_PAIR_TWICE", `/linkages/${index}/benefits`, { seen: pair }));
        pairs.add(pair);
      }
    }
  }
}

function checkCaps(check: QuestionCheck, caps: readonly BenefitCap[]): void {
  check.unique(
    (index) => `/caps/${index}/id`,
    caps.map(({ id }) => id),
  );
  for (const [index, cap] of caps.entries()) {
    check.unique((at) => `/caps/${index}/benefits/${at}`, cap.benefits);
    for (const other of caps.slice(0, index)) {
      const shared = cap.benefits.filter((benefit) => other.benefits.includes(benefit));
      const sameOrder = other.benefits.filter((benefit) => shared.includes(benefit)).join("\n") === shared.join("\n");
      const nested = shared.length === Math.min(cap.benefits.length, other.benefits.length);
      const narrower = (a: BenefitCap, b: BenefitCap): boolean =>
        a.benefits.length <= b.benefits.length && (a.within === "holder" || b.within === "household");
      if (shared.length > 0 && !(nested && sameOrder && (narrower(cap, other) || narrower(other, cap))))
        check.add(reportSubsidyIssue("CAPS_CROSS", `/caps/${index}`, { seen: `${other.id} + ${cap.id}` }));
    }
  }
}

/**
 * Everything that is wrong with a linkage matrix: lines that contradict each other or go in a circle, what a rule lacks, caps
 * that cross. Nothing is silently chosen.
 *
 * As a warning, the benefits whose rise may lower what a household receives in total. Without that warning it never does.
 *
 * @param linkages lines of the matrix, in any order
 * @param caps caps on benefits together
 * @returns issues with pointers `/linkages/…` and `/caps/…`; errors make the matrix unfit for `settleBenefits`
 * Source: CL-2.2.3-b, CL-2.2.3-e (做好…政策的衔接: the text leaves each pair open).
 * @example
 * const higher = { benefits: ["nursing", "severeDisability"], rule: "higher", clauses: ["CL-2.2.3-e"] };
 * const exclusive = { benefits: ["severeDisability", "nursing"], rule: "exclusive", precedence: ["nursing", "severeDisability"], clauses: [] };
 * checkLinkages([higher]) //=> []
 * checkLinkages([higher, exclusive]).map((issue) => issue.code) //=> ["LINKAGE_PAIR_TWICE"]
 */
export function checkLinkages(linkages: readonly Linkage[], caps: readonly BenefitCap[] = []): Issue[] {
  const check = new QuestionCheck();
  for (const [index, linkage] of linkages.entries())
    for (const issue of parseShape(linkageSchema, linkage, `/linkages/${index}`).issues) check.add(issue);
  for (const [index, cap] of caps.entries()) for (const issue of parseShape(benefitCapSchema, cap, `/caps/${index}`).issues) check.add(issue);
  if (check.issues.length > 0) return check.issues;
  for (const [index, linkage] of linkages.entries()) checkLinkage(check, `/linkages/${index}`, linkage);
  const ids = linkages.flatMap(({ id }, index) => (id === undefined ? [] : [{ id, index }]));
  for (const [at, { id, index }] of ids.entries())
    if (ids.slice(0, at).some((other) => other.id === id)) check.add(reportIssue("DUPLICATE_ID", `/linkages/${index}/id`, { seen: id }));
  checkPairs(check, linkages);
  checkCaps(check, caps);
  if (check.issues.length > 0) return check.issues;
  for (const circle of circlesOf(linkages)) check.add(reportSubsidyIssue("LINKAGE_CIRCLE", "/linkages", { seen: circle.join(", ") }));
  if (check.issues.length > 0) return check.issues;
  for (const benefit of raisesThatMayLower(linkages, caps)) check.add(reportSubsidyIssue("RAISE_MAY_LOWER_TOTAL", "/linkages", { seen: benefit }));
  return check.issues;
}
