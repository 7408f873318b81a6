export { EldercareError } from "@eldercare/core";
export { calculatorsNamed } from "@eldercare/rules/clauses";
export { reportCliIssue } from "../../packages/cli/src/errors/codes.js";
export { printIssues } from "../../packages/cli/src/terminal/printIssues.js";
export { collectClauses } from "./collectClauses.js";
export { clausesJson, printClauses } from "./printClauses.js";
