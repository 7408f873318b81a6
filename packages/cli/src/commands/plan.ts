import { writeFile } from "node:fs/promises";
import { EldercareError } from "@eldercare/core";
import { type Plan, type Problem, solve, verify } from "@eldercare/scheduler";
import type { Command } from "commander";
import { readJson } from "../county/readJson.js";
import { reportCliIssue } from "../errors/codes.js";
import { badInput } from "../terminal/exitStatus.js";

const positive = (option: string, text: string): number => {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new EldercareError([
    reportCliIssue("OPTION_INVALID", `/${option.slice(2)}`, {
      seen: text,
      values: { option, "expected.zh": "大于 0 的数", "expected.en": "a number above 0" },
    }),
  ]);
};

/** `eldercare solve` and `eldercare verify`: plans of visits as files. */
export function addPlanCommands(program: Command): void {
  program
    .command("solve <problem>")
    .description("为一个排班问题求解 / plan the visits of a problem file")
    .option("--seconds <s>", "搜索时间，秒 / search time in seconds", "10")
    .option("--iterations <n>", "搜索次数 / iterations instead of time")
    .option("--seed <n>", "随机种子 / seed", "1")
    .option("--out <file>", "方案文件 / file for the plan", "plan.json")
    .action(async (file: string, options: { seconds: string; iterations?: string; seed: string; out: string }) => {
      const problem = (await readJson(file)) as Problem;
      const budget =
        options.iterations === undefined
          ? { timeLimitMs: 1000 * positive("--seconds", options.seconds) }
          : { maxIterations: positive("--iterations", options.iterations) };
      const { plan, run } = await solve(problem, { ...budget, seed: Number(options.seed) });
      await writeFile(options.out, `${JSON.stringify(plan)}\n`);
      process.stdout.write(
        `${plan.routes.length} 条路线，未排 ${plan.unassigned.length} 次，代价 ${plan.cost.total}；搜索 ${run.iterations} 次，已核验 → ${options.out}\n`,
      );
    });

  program
    .command("verify <problem> <plan>")
    .description("独立核验一个方案 / check a plan independently of the search")
    .action(async (problemFile: string, planFile: string) => {
      const violations = verify((await readJson(problemFile)) as Problem, (await readJson(planFile)) as Plan);
      for (const { code, caregiver, date, visit, message } of violations)
        process.stdout.write(
          `✗ ${code}  ${[caregiver, date, visit].filter((part) => part !== undefined).join(" ")}\n    ${message.zh}\n    ${message.en}\n`,
        );
      process.stdout.write(violations.length === 0 ? "核验通过 / no violations\n" : `${violations.length} 处违反 / violations\n`);
      if (violations.length > 0) process.exitCode = badInput;
    });
}
