import { alike, choose, combine, negate, type PlanePool, type Planes } from "./planes.js";
import type { Place, Program, Step } from "./program.js";

function perform({ op, args }: Step, operand: (place: Place) => Planes, pool: PlanePool): Planes {
  switch (op) {
    case "and":
    case "or":
      return combine(op, args.map(operand), pool);
    case "!":
      return negate(operand(args[0]), pool);
    case "if":
      return choose(operand(args[0]), operand(args[1]), operand(args[2]), pool);
    case "==":
      return alike(operand(args[0]), operand(args[1]), pool);
  }
}

/** For each step, the earlier steps of which it is the last to need the result. */
export function lastUsesOf({ steps, answers }: Program): readonly (readonly number[])[] {
  const kept = new Set(answers.filter((place) => place < 0).map((place) => ~place));
  const uses: number[][] = steps.map(() => []);
  const seen = new Set<number>();
  for (let number = steps.length - 1; number >= 0; number -= 1)
    for (const place of steps[number]?.args ?? []) {
      if (place >= 0 || seen.has(~place)) continue;
      seen.add(~place);
      if (!kept.has(~place)) uses[number]?.push(~place);
    }
  return uses;
}

/** Answers every condition of a program for all subjects at once: word operations, 32 subjects each. */
export function run(program: Program, lastUses: readonly (readonly number[])[], atoms: readonly Planes[], pool: PlanePool): Planes[] {
  const results: Planes[] = [];
  const operand = (place: Place): Planes => (place >= 0 ? atoms[place] : results[~place]) as Planes;
  for (const [number, step] of program.steps.entries()) {
    results.push(perform(step, operand, pool));
    for (const last of lastUses[number] ?? []) pool.give(results[last] as Planes);
  }
  return program.answers.map(operand);
}
