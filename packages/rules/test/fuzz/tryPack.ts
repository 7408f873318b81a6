import { EldercareError } from "@eldercare/core";
import { createEngine, type Engine } from "../../src/assess/engine.js";
import type { Subject } from "../../src/assess/subject.js";
import { explain, whatWouldChange } from "../../src/explain/index.js";
import { lintPack } from "../../src/pack/lintPack.js";
import { original, soundSubject } from "./corpus.js";
import { Draw } from "./draw.js";
import type { InheritedReads } from "./inheritedReads.js";
import { mutate, mutatePack, oddValue } from "./mutateJson.js";

/** What one spoilt pack came to. */
export interface Trial {
  readonly accepted: boolean;
  /** Answers given about spoilt subjects. */
  readonly answered: number;
  /** Anything but a result or a coded error, in words. */
  readonly faults: readonly string[];
  readonly longestMs: number;
}

const longest = 1000;
const dates = ["2026-11-21", "2021-09-28", "1999-01-01", "9999-12-31", "0001-01-01"];

class Watch {
  readonly faults: string[] = [];
  longestMs = 0;
  private readonly reads: InheritedReads;

  constructor(reads: InheritedReads) {
    this.reads = reads;
  }

  /** Does something with what was spoilt; undefined where it was refused with codes. */
  attempt<Result>(what: string, work: () => Result): Result | undefined {
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    try {
      return this.reads.during(work);
    } catch (error) {
      if (!(error instanceof EldercareError)) this.faults.push(`${what}: ${error instanceof Error ? error.stack : String(error)}`);
      else if (error.issues.length === 0 || error.issues.some(({ code }) => !/^[A-Z][A-Z_]+$/.test(code)))
        this.faults.push(`${what}: an error without a code`);
      return undefined;
    } finally {
      const { user, system } = process.cpuUsage(cpu);
      // on a machine that is busy with other things, waiting for it is no fault
      const elapsed = Math.min(performance.now() - began, (user + system) / 1000);
      this.longestMs = Math.max(this.longestMs, elapsed);
      if (elapsed > longest) this.faults.push(`${what}: took ${Math.round(elapsed)} ms`);
      for (const stack of this.reads.stacks.splice(0)) this.faults.push(`${what}: read ${stack}`);
    }
  }
}

/** Spoils a pack, and asks it about spoilt subjects. */
export function tryPack(seed: number, subjects: number, reads: InheritedReads): Trial {
  const draw = new Draw(seed);
  const { pack, parents } = original(draw);
  mutatePack(pack as unknown as Record<string, unknown>, draw);
  const watch = new Watch(reads);
  watch.attempt("lintPack", () => lintPack(pack, parents));
  const engine = watch.attempt("createEngine", () => createEngine({ packs: [...parents, pack] }));
  let answered = 0;
  for (let count = 0; engine !== undefined && count < subjects; count += 1) answered += Number(askAbout(engine, draw, watch));
  return { accepted: engine !== undefined, answered, faults: watch.faults, longestMs: watch.longestMs };
}

function askAbout(engine: Engine, draw: Draw, watch: Watch): boolean {
  const { subject, register } = soundSubject(draw);
  // half of the subjects are spoilt in their records, a few as a whole
  if (draw.chance(0.7)) mutate(draw.chance(0.9) ? (Object.values(subject)[0] ?? subject) : subject, draw);
  const asked = (draw.chance(0.02) ? oddValue(draw) : subject) as Subject;
  const question = { on: draw.chance(0.95) ? draw.one(dates) : (oddValue(draw) as string), register };
  const decisions = watch.attempt("assess", () => engine.assess(asked, question));
  if (draw.chance(0.2))
    watch.attempt("assessMany", () => {
      const many = engine.assessMany([asked, asked], question);
      return many.rules.map((_, rule) => many.decision(1, rule));
    });
  const decision = decisions === undefined || decisions.length === 0 || !draw.chance(0.1) ? undefined : draw.one(decisions);
  if (decision !== undefined) {
    const { rule } = decision;
    watch.attempt("explain", () => explain(engine, asked, rule, { ...question, locale: draw.one(["zh", "en"]), extent: "full" }));
    watch.attempt("whatWouldChange", () => whatWouldChange(engine, asked, rule, question));
  }
  return decisions !== undefined;
}
