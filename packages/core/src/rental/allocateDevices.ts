import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { jsonPointer, type Wording } from "../errors/issue.js";
import { type Ranking, rankForPlaces } from "../progress/ranking.js";
import { byText } from "../progress/verdict.js";

/** What decides who comes first: the values of one key, then those of the next. */
export interface PriorityKey {
  readonly key: string;
  readonly title: Wording;
  /** Whether the higher value (true before false) or the lower one comes first. */
  readonly first: "high" | "low";
}

/** A person who is owed a device, with the values of the keys; absent where unknown. */
export interface DeviceApplicant {
  readonly id: string;
  readonly values: Readonly<Record<string, number | boolean>>;
}

/** Devices that do not reach for all. */
export interface DeviceAllocationQuestion {
  /** Devices to give out, one for each person; whole, at least 0. */
  readonly stock: number;
  readonly applicants: readonly DeviceApplicant[];
  /** Priority first, tie-breakers after it; what is still equal goes by id. */
  readonly order: readonly PriorityKey[];
  readonly clauses: readonly string[];
}

/** Who gets a device, in order of rank, who does not, and for whom it depends on something unknown. */
export interface DeviceAllocation extends Ranking {
  /** For each person with an unknown value the keys to ask. */
  readonly missing: readonly { readonly id: string; readonly keys: readonly string[] }[];
  /** Devices kept for those for whom it is open. */
  readonly kept: number;
}

/**
 * Gives out devices that do not reach for all, by declared keys. A person with an unknown value could stand anywhere: who is
 * served, or not, whatever it turns out to be is said for sure, and the others stay open with a device kept for them.
 *
 * @returns ids by rank; served + kept = the stock, as long as there are persons enough
 * @throws EldercareError `NOT_A_WHOLE_NUMBER`, `NOT_A_NUMBER`, `OUT_OF_RANGE`, `DUPLICATE_ID`
 * @example
 * const order = [{ key: "alone", title: { zh: "独居", en: "lives alone" }, first: "high" }, { key: "age", title: { zh: "年龄", en: "age" }, first: "high" }];
 * const applicants = [{ id: "p-1", values: { alone: false, age: 90 } }, { id: "p-2", values: { alone: true, age: 71 } }];
 * allocateDevices({ stock: 1, applicants, order, clauses: ["CK-2.12-b"] }).value.served //=> ["p-2"]
 * Source: CK-2.12-b, NY-3.3.1-b.
 */
export function allocateDevices({ stock, applicants, order, clauses }: DeviceAllocationQuestion): Counted<DeviceAllocation> {
  const check = new QuestionCheck();
  check.whole("/stock", stock);
  check.unique(
    (index) => `/order/${index}/key`,
    order.map(({ key }) => key),
  );
  check.unique(
    (index) => `/applicants/${index}/id`,
    applicants.map(({ id }) => id),
  );
  const keyValue = ({ values }: DeviceApplicant, key: string): number | undefined => (Object.hasOwn(values, key) ? Number(values[key]) : undefined);
  for (const [index, applicant] of applicants.entries())
    for (const { key } of order) {
      const value = keyValue(applicant, key);
      if (value !== undefined && !Number.isFinite(value))
        check.add(reportIssue("NOT_A_NUMBER", jsonPointer(["applicants", index, "values", key]), { seen: value }));
    }
  check.done();
  const ranking = rankForPlaces(
    applicants.map((applicant) => ({
      id: applicant.id,
      keys: order.map(({ key, first }) => {
        const value = keyValue(applicant, key);
        if (value === undefined) return { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
        const rank = first === "high" ? value : -value;
        return { least: rank, most: rank };
      }),
    })),
    stock,
  );
  const missing = applicants
    .map((applicant) => ({ id: applicant.id, keys: order.map(({ key }) => key).filter((key) => keyValue(applicant, key) === undefined) }))
    .filter(({ keys }) => keys.length > 0)
    .sort((a, b) => byText(a.id, b.id));
  const kept = Math.min(stock - ranking.served.length, ranking.open.length);
  return {
    value: { ...ranking, missing, kept },
    unit: "device",
    steps: [
      {
        zh: `按${order.map(({ title }) => title.zh).join("、")}排序，应配 ${applicants.length} 人，现有 ${stock} 件，配给`,
        en: `${applicants.length} eligible by ${order.map(({ title }) => title.en).join(", ")}, ${stock} there, given`,
        value: String(ranking.served.length),
      },
      { zh: "未配到", en: "not served", value: String(ranking.notServed.length) },
      { zh: "待查明", en: "open", value: String(ranking.open.length) },
    ],
    clauses,
  };
}
