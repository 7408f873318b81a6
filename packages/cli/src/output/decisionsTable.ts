import { Buffer } from "node:buffer";
import type { Decision } from "@eldercare/core";
import type { RuleInfo } from "@eldercare/rules";
import { decisionPrinter, type PrintedDecision } from "../assess/decisionPrinter.js";
import type { Entitlements } from "../county/entitlements.js";

// a piece of the file is written at once
const pieceBytes = 1 << 20;

/**
 * The decisions as a table that opens in Excel and WPS: whom, which rule, what came of it, what to ask for, and the clauses
 * behind it by id (their wording stands in `clauses.csv`). Piece by piece; what many people share is printed once.
 *
 * @param others decisions about other subjects than people, which come last
 * @param areas names of the places where subjects stand, by their ids
 */
export function* decisionsTable(
  { people, rules: keys, shared, sharedBy }: Entitlements,
  others: readonly Decision[],
  rules: ReadonlyMap<string, RuleInfo>,
  areas: ReadonlyMap<string, string>,
): Generator<Buffer> {
  const printer = decisionPrinter("csv", rules);
  const printed: PrintedDecision[] = [];
  let piece: Buffer[] = [printer.header];
  let bytes = 0;
  const add = (name: Buffer, { before, after }: PrintedDecision): void => {
    piece.push(before, name, after);
    bytes += before.length + name.length + after.length;
  };
  const nameOf = (subject: string): Buffer => printer.subject(subject, areas.get(subject) ?? "");
  for (const [row, { id }] of people.entries()) {
    const name = nameOf(id);
    for (const place of sharedBy.subarray(row * keys.length, (row + 1) * keys.length)) {
      const decision = shared[place];
      if (decision === undefined) continue;
      const found = printed[place] ?? printer.decision(decision);
      printed[place] = found;
      add(name, found);
    }
    if (bytes < pieceBytes) continue;
    yield Buffer.concat(piece);
    [piece, bytes] = [[], 0];
  }
  for (const decision of others) add(nameOf(decision.subject), printer.decision(decision));
  yield Buffer.concat(piece);
}
