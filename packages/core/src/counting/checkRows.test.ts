import { describe, expect, it } from "vitest";
import { EldercareError } from "../errors/issue.js";
import { rational } from "../money/rational.js";
import { dutyFollowUps } from "../respite/dutyFollowUps.js";
import { mediationRecord } from "../respite/mediationRecord.js";
import { respiteDaysLeft } from "../respite/respiteDaysLeft.js";
import { answerTimes } from "../service/tickets.js";
import { drawInspections } from "../supervision/drawInspections.js";
import { supervisionRecord } from "../supervision/inspectionRecord.js";
import { trainedHeadcount } from "../training/trainedHeadcount.js";
import { monthlyVisitRate } from "../visiting/monthlyVisitRate.js";
import { openFindings } from "../visiting/openFindings.js";
import { visitsDue } from "../visiting/visitsDue.js";

const on = "2026-11-21";
const noRow = [null] as unknown as never[];

const problems = (ask: () => unknown): string[] => {
  try {
    ask();
  } catch (error) {
    if (error instanceof EldercareError) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
    throw error;
  }
  return [];
};

describe("a table with something that is no row", () => {
  it.each<readonly [string, (rows: never[]) => unknown]>([
    ["reminders", (reminders) => dutyFollowUps({ reminders, on, followUpDays: 30, clauses: [] })],
    ["disputes", (disputes) => mediationRecord({ disputes, on, withinDays: 30, clauses: [] })],
    ["stays", (stays) => respiteDaysLeft({ stays, on, daysPerYear: 30, clauses: [] } as never)],
    ["tickets", (tickets) => answerTimes({ tickets, now: { on, at: "09:00" }, withinMinutes: 30, clauses: [] })],
    ["records", (records) => supervisionRecord({ records, topics: [], on, publishWithinDays: 20, clauses: [] } as never)],
    [
      "inspectors",
      (inspectors) =>
        drawInspections({
          inspectors,
          institutions: [],
          sample: { share: rational(1n, 2n), rounding: "up" },
          teamSize: 2,
          seed: 1,
          on,
          clauses: [],
        } as never),
    ],
    ["records", (records) => trainedHeadcount({ records, targets: [], from: "2026-01-01", by: "2026-12-31", on, clauses: [] })],
    ["visits", (visits) => monthlyVisitRate({ targets: [], visits, accepts: [], month: "2026-11", clauses: [] } as never)],
    ["findings", (findings) => openFindings({ findings, on, days: 30, clauses: [] })],
    ["visits", (visits) => visitsDue({ targets: [], visits, accepts: [], intervals: {}, on, through: on, clauses: [] })],
  ])("is told so, under /%s", (table, ask) => {
    expect(problems(() => ask(noRow))).toContain(`WRONG_TYPE /${table}/0`);
    expect(problems(() => ask({} as never[]))).toContain(`WRONG_TYPE /${table}`);
  });
});

describe("days and periods of a question", () => {
  it("are named as the question names them", () => {
    const visits = { targets: [], visits: [], accepts: [], intervals: {}, clauses: [] };
    expect(problems(() => visitsDue({ ...visits, on: "x", through: "y" }))).toEqual(["NOT_A_DATE /on", "NOT_A_DATE /through"]);
    expect(problems(() => visitsDue({ ...visits, on, through: "2026-11-20" }))).toEqual(["PERIOD_REVERSED /through"]);
    const training = { records: [], targets: [], on, clauses: [] };
    expect(problems(() => trainedHeadcount({ ...training, from: on, by: "y" }))).toEqual(["NOT_A_DATE /by"]);
  });

  it("reach no further ahead than calendars are kept", () => {
    expect(problems(() => dutyFollowUps({ reminders: [], on, followUpDays: 9_999_999, clauses: [] }))).toEqual(["OUT_OF_RANGE /followUpDays"]);
    expect(problems(() => openFindings({ findings: [], on, days: 9_999_999, clauses: [] }))).toEqual(["OUT_OF_RANGE /days"]);
  });
});
