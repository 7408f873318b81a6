import { addDays } from "@eldercare/core";
import type { Problem } from "../src/model/problem.js";

/** The same problem so many days later. */
export function daysLater(problem: Problem, days: number): Problem {
  return JSON.parse(JSON.stringify(problem).replaceAll(/\d{4}-\d\d-\d\d/g, (date) => addDays(date, days))) as Problem;
}
