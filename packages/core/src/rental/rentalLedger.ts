import { QuestionCheck } from "../counting/questionCheck.js";
import { reportIssue } from "../errors/codes.js";
import { EldercareError, type Issue } from "../errors/issue.js";
import { reportMissing } from "../errors/missing.js";
import { byText } from "../progress/verdict.js";
import { reportRentalIssue } from "./codes.js";
import type { RentalEntry } from "./rentalEntry.js";

/** Entries in any order, of which `checkRentals` finds nothing wrong. */
export type RentalLedger = readonly RentalEntry[];

/** What an entry takes from the shelf (negative) or puts on it. */
const shelfUnits = ({ kind, units, of }: RentalEntry): number => {
  if (kind === "purchase" || kind === "return" || kind === "repaired") return units;
  return kind === "loss" && of !== undefined ? 0 : -units;
};

const opens = ({ kind }: RentalEntry): boolean => kind === "lend" || kind === "repair";

const fits = (entry: RentalEntry, opening: RentalEntry): boolean =>
  entry.device === opening.device &&
  opens(opening) &&
  (entry.kind === "loss" || (entry.kind === "return" && opening.kind === "lend") || (entry.kind === "repaired" && opening.kind === "repair"));

/**
 * What is wrong with a ledger of devices for rent, all at once: on no day may more be lent, repaired and lost than there is,
 * and nothing comes back that is not out. What is returned may be lent again the same day.
 *
 * @param entries in any order: the order in which they were written never matters
 * @returns issues with pointers `/<index>/…` into the entries: `STOCK_EXCEEDED`, `MORE_THAN_IS_OUT`, `ENDED_BEFORE_BEGUN`,
 * `ANOTHER_ENTRY`, `REFERENCE_NOT_FOUND`, `MISSING_FIELD`, `DUPLICATE_ID`, `NOT_A_DATE`, `OUT_OF_RANGE`
 * @example
 * checkRentals([{ id: "l-1", on: "2026-01-05", kind: "lend", device: "wheelchair", units: 1, person: "p-1" }]).map((issue) => issue.code) //=> ["STOCK_EXCEEDED"]
 * Source: CL-2.3.10-a.
 */
export function checkRentals(entries: readonly RentalEntry[]): Issue[] {
  const check = new QuestionCheck();
  check.unique(
    (index) => `/${index}/id`,
    entries.map(({ id }) => id),
  );
  for (const [index, { on, units }] of entries.entries()) {
    check.date(`/${index}/on`, on);
    check.whole(`/${index}/units`, units, { least: 1 });
  }
  if (check.issues.length > 0) return check.issues;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const refused = new Set<string>();
  const out = new Map(entries.filter(opens).map(({ id, units }) => [id, units]));
  const stock = new Map<string, number>();
  // what comes back may go out again the same day, unless it went out that very day
  const phase = (entry: RentalEntry): number => (shelfUnits(entry) <= 0 ? 1 : byId.get(entry.of ?? "")?.on === entry.on ? 2 : 0);
  const dated = entries
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => byText(a.entry.on, b.entry.on) || phase(a.entry) - phase(b.entry) || byText(a.entry.id, b.entry.id));
  for (const { entry, index } of dated) {
    const { on, kind, device, units, of, id } = entry;
    const found = check.issues.length;
    if (kind === "lend" && entry.person === undefined)
      check.add(reportIssue("MISSING_FIELD", `/${index}/person`, { values: { field: "person（借用人）" } }));
    if ((kind === "return" || kind === "repaired") && of === undefined)
      check.add(reportIssue("MISSING_FIELD", `/${index}/of`, { values: { field: "of（对应的借出或送修）" } }));
    // what ends an entry that was refused is refused with it, in silence
    if (of !== undefined && refused.has(of)) continue;
    if (of !== undefined) for (const issue of checkEnding(entry, index, byId.get(of), out.get(of) ?? 0)) check.add(issue);
    const left = (stock.get(device) ?? 0) + shelfUnits(entry);
    if (left < 0)
      check.add(
        reportRentalIssue("STOCK_EXCEEDED", `/${index}/units`, { seen: units, values: { on, device, available: String(stock.get(device) ?? 0) } }),
      );
    if (check.issues.length > found) {
      refused.add(id);
      continue;
    }
    stock.set(device, left);
    if (of !== undefined) out.set(of, (out.get(of) ?? 0) - units);
  }
  return check.issues;
}

function checkEnding(entry: RentalEntry, index: number, opening: RentalEntry | undefined, out: number): Issue[] {
  const { of = "", on, units, kind, device } = entry;
  if (opening === undefined) return [reportMissing("entry", `/${index}/of`, of)];
  if (!fits(entry, opening))
    return [
      reportRentalIssue("ANOTHER_ENTRY", `/${index}/of`, {
        seen: `${kind} ${device}`,
        values: { of, expected: `${opening.kind} ${opening.device}` },
      }),
    ];
  return [
    ...(on < opening.on ? [reportRentalIssue("ENDED_BEFORE_BEGUN", `/${index}/on`, { seen: on, values: { of, on: opening.on } })] : []),
    ...(units > out ? [reportRentalIssue("MORE_THAN_IS_OUT", `/${index}/units`, { seen: units, values: { of, out: String(out) } })] : []),
  ];
}

/**
 * Adds an entry to a ledger, or refuses it and says why; the ledger given is not changed.
 *
 * @param ledger entries that have been accepted so far
 * @returns the longer ledger and no issue, or the ledger as it was and everything that is wrong with the entry
 * @example
 * const ledger = [{ id: "b-1", on: "2026-01-01", kind: "purchase", device: "wheelchair", units: 1 }];
 * postRental(ledger, { id: "l-1", on: "2026-01-05", kind: "lend", device: "wheelchair", units: 2, person: "p-1" }).issues[0].code //=> "STOCK_EXCEEDED"
 * postRental(ledger, { id: "l-1", on: "2026-01-05", kind: "lend", device: "wheelchair", units: 1, person: "p-1" }).ledger.length //=> 2
 * Source: CL-2.3.10-a.
 */
export function postRental(ledger: RentalLedger, entry: RentalEntry): { readonly ledger: RentalLedger; readonly issues: readonly Issue[] } {
  const longer = [...ledger, entry];
  const issues = checkRentals(longer);
  return issues.length === 0 ? { ledger: longer, issues } : { ledger, issues };
}

/** @throws EldercareError with every issue of the ledger of a question, where there is any */
export function requireSound(ledger: RentalLedger): void {
  const issues = checkRentals(ledger).map((issue) => ({ ...issue, pointer: `/ledger${issue.pointer}` }));
  if (issues.length > 0) throw new EldercareError(issues);
}
