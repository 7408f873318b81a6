import { QuestionCheck } from "../counting/questionCheck.js";
import { reportIssue } from "../errors/codes.js";
import { reportMissing } from "../errors/missing.js";
import type { NetworkCoverageQuestion } from "./coverageQuestion.js";

/** @throws EldercareError with every issue of the question */
export function checkCoverage({ areas, facilities, managedBy = [], serves = [], counting, expectations }: NetworkCoverageQuestion): void {
  const check = new QuestionCheck();
  const ids = new Set(facilities.map(({ id }) => id));
  const isListed = (pointer: string, id: string): void => {
    if (!ids.has(id)) check.add(reportMissing("facility", pointer, id));
  };
  check.unique(
    (index) => `/areas/${index}/code`,
    areas.map(({ code }) => code),
  );
  check.unique(
    (index) => `/facilities/${index}/id`,
    facilities.map(({ id }) => id),
  );
  check.unique(
    (index) => `/managedBy/${index}/facility`,
    managedBy.map(({ facility }) => facility),
  );
  for (const [row, { hosts = [] }] of areas.entries()) for (const [nth, id] of hosts.entries()) isListed(`/areas/${row}/hosts/${nth}`, id);
  for (const [index, { facility }] of managedBy.entries()) isListed(`/managedBy/${index}/facility`, facility);
  for (const [index, { facility }] of serves.entries()) isListed(`/serves/${index}/facility`, facility);
  if (counting !== undefined) check.date("/counting/on", counting.on);
  for (const [index, { kinds, targetFacilities }] of expectations.entries()) {
    if (kinds.length === 0) check.add(reportIssue("EMPTY_LIST", `/expectations/${index}/kinds`));
    if (targetFacilities !== undefined) check.whole(`/expectations/${index}/targetFacilities`, targetFacilities);
  }
  check.done();
}
