import { EldercareError } from "@eldercare/core";
import { CommanderError } from "commander";
import { printIssues } from "./printIssues.js";

/** Exit status of commands: the input cannot be used, or a check found something. */
export const badInput = 2;

/** Says what went wrong on standard error; the exit status that belongs to it. Faults of our own are thrown on. */
export function exitStatus(error: unknown): number {
  if (error instanceof EldercareError) {
    process.stderr.write(`${printIssues(error.issues)}\n`);
    return badInput;
  }
  // commander has said what is wrong
  if (error instanceof CommanderError) return badInput;
  throw error;
}
