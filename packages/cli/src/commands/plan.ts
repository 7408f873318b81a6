import { EldercareError, type Issue, parseShape } from "@eldercare/core";
import { type Plan, type Problem, planSchema, solve, validate, verify } from "@eldercare/scheduler";
import type { Command } from "commander";
import { OptionReading } from "../county/optionReading.js";
import { readJson } from "../county/readJson.js";
import { requireWritable, writeWholeFile } from "../output/writeWholeFile.js";
import { badInput } from "../terminal/exitStatus.js";
import { untilInterrupted } from "../terminal/interruption.js";
import { printIssues } from "../terminal/printIssues.js";

const defaultSeconds = 10;
const mostThreads = 64;

const inFile = (file: string, issues: readonly Issue[]): Issue[] => issues.map((issue) => ({ ...issue, at: { file } }));

/** Reads a problem; refuses it where it cannot be solved, else tells what is worth knowing about it on standard error. */
async function readProblem(file: string): Promise<Problem> {
  const problem = (await readJson(file)) as Problem;
  const issues = inFile(file, validate(problem));
  const errors = issues.filter((issue) => issue.severity === "error");
  if (errors.length > 0) throw new EldercareError(errors);
  if (issues.length > 0) process.stderr.write(`${printIssues(issues)}\n`);
  return problem;
}

async function readPlan(file: string): Promise<Plan> {
  const plan = await readJson(file);
  const { issues } = parseShape(planSchema, plan);
  if (issues.length > 0) throw new EldercareError(inFile(file, issues));
  return plan as Plan;
}

interface SolveCommandOptions {
  readonly seconds?: string;
  readonly iterations?: string;
  readonly seed: string;
  readonly threads: string;
  readonly out: string;
}

async function solveFile(file: string, written: SolveCommandOptions): Promise<void> {
  const reading = new OptionReading();
  const seed = reading.seed(written.seed);
  const threads = reading.whole("--threads", written.threads, 1, mostThreads, "线程");
  const { seconds = defaultSeconds, iterations } = reading.budget(written, defaultSeconds);
  if (written.out === "") reading.refuse("--out", "", "文件路径", "the path of a file");
  reading.requireSound();
  const problem = await readProblem(file);
  // after a search of minutes it would be too late
  await requireWritable(written.out);
  const budget = iterations === undefined ? { timeLimitMs: 1000 * seconds } : { maxIterations: iterations };
  const { plan, run } = await solve(problem, { ...budget, seed, threads });
  await writeWholeFile(written.out, `${JSON.stringify(plan)}\n`);
  process.stdout.write(
    `${plan.routes.length} 条路线，未排 ${plan.unassigned.length} 次，代价 ${plan.cost.total}；搜索 ${run.iterations} 次，已核验 → ${written.out}\n`,
  );
  if (run.threads < threads) process.stderr.write(`只有 ${run.threads} 个线程参与 / only ${run.threads} of ${threads} threads took part\n`);
}

/** `eldercare solve` and `eldercare verify`: plans of visits as files. */
export function addPlanCommands(program: Command): void {
  program
    .command("solve <problem>")
    .description("为一个排班问题求解 / plan the visits of a problem file")
    .option("--seconds <s>", `搜索时间，秒（默认 ${defaultSeconds}） / search time in seconds (${defaultSeconds})`)
    .option("--iterations <n>", "搜索次数 / iterations instead of time")
    .option("--seed <n>", "随机种子 / seed", "1")
    .option("--threads <n>", "线程数 / threads", "1")
    .option("--out <file>", "方案文件 / file for the plan", "plan.json")
    .action((file: string, written: SolveCommandOptions) => untilInterrupted(() => solveFile(file, written)));

  program
    .command("verify <problem> <plan>")
    .description("独立核验一个方案 / check a plan independently of the search")
    .action(async (problemFile: string, planFile: string) => {
      const violations = verify(await readProblem(problemFile), await readPlan(planFile));
      for (const { code, caregiver, date, visit, message } of violations)
        process.stdout.write(
          `✗ ${code}  ${[caregiver, date, visit].filter((part) => part !== undefined).join(" ")}\n    ${message.zh}\n    ${message.en}\n`,
        );
      process.stdout.write(violations.length === 0 ? "核验通过 / no violations\n" : `${violations.length} 处违反 / violations\n`);
      if (violations.length > 0) process.exitCode = badInput;
    });
}
