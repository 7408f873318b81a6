import type { RuleInfo } from "@eldercare/rules";
import pc from "picocolors";
import { printable } from "../terminal/printable.js";

/** How often a rule gave each answer; what does not concern a record is not counted. */
export interface RuleCount {
  readonly rule: string;
  /** Granted or met. */
  granted: number;
  /** Denied or not met. */
  denied: number;
  undetermined: number;
}

const width = 8;
const cell = (value: number | string): string => String(value).padStart(width);

/** Counts as a table, in the order of the rules. */
export function printRuleCounts(counts: readonly RuleCount[], rules: ReadonlyMap<string, RuleInfo>): string {
  const head = `${["符合", "不符合", "待补充"].map((word) => word.padStart(width - word.length)).join("")}   ${pc.dim("granted / denied / undetermined（达标 met、未达标 not met）")}\n`;
  const lines = counts.map(
    ({ rule, granted, denied, undetermined }) =>
      `${cell(granted)}${cell(denied)}${cell(undetermined)}   ${printable(rules.get(rule)?.title.zh ?? "")} ${pc.dim(printable(rule))}\n`,
  );
  return head + lines.join("");
}
