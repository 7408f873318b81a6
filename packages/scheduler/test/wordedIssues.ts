import type { Problem } from "../src/model/problem.js";
import { validate } from "../src/model/validate.js";

/** What is said of problems, each under its name: every issue with what was seen, in both languages, and what to do. */
export function wordedIssues(problems: readonly (readonly [name: string, problem: unknown, ...rest: unknown[]])[]): string {
  const said = problems.map(([name, problem]) => {
    const issues = validate(problem as Problem).map(
      ({ code, severity, pointer, seen, message, advice }) =>
        `${severity} ${code} ${pointer} ${seen ?? "—"}\n  ${message.zh}（${advice.zh}）\n  ${message.en} (${advice.en})\n`,
    );
    return `# ${name}\n${issues.join("")}`;
  });
  return said.join("\n");
}
