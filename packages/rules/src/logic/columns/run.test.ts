import { describe, expect, it } from "vitest";
import { known, type Plane, PlanePool, type Planes } from "./planes.js";
import type { Program } from "./program.js";
import { lastUsesOf, run } from "./run.js";

const sure = (word: number): Planes => known(Uint32Array.of(word));
const wordOf = ({ must }: Planes | { must: Plane }): number => must[0] as number;

/** (a and b) or c, not that, the first again if c else a, and whether the last two are alike. */
const program: Program = {
  atoms: [],
  steps: [
    { op: "and", args: [0, 1] },
    { op: "or", args: [~0, 2] },
    { op: "!", args: [~1] },
    { op: "if", args: [2, ~0, 0] },
    { op: "==", args: [~2, ~3] },
  ],
  answers: [~1, ~4, 2],
};

describe("the steps of a program", () => {
  it("are done one after another, on atoms and on what came before", () => {
    const [a, b, c] = [0b0011_0101, 0b0101_0011, 0b0000_1111];
    const pool = new PlanePool(1);
    const [first, second, third] = run(program, lastUsesOf(program), [a, b, c].map(sure), pool).map(wordOf);
    const or = (a & b) | c;
    const chosen = (c & a & b) | (~c & a);
    expect([first, second, third]).toEqual([or >>> 0, ~(~or ^ chosen) >>> 0, c]);
  });

  it("are let go after the step that needs them last, unless they are asked for", () => {
    // the first is needed by the second and, last, by the fourth; the second is an answer; the third and fourth by the fifth
    expect(lastUsesOf(program)).toEqual([[], [], [], [0], [2, 3]]);
  });

  it("are let go once where a step needs the same twice", () => {
    const twice: Program = {
      atoms: [],
      steps: [
        { op: "!", args: [0] },
        { op: "and", args: [~0, ~0] },
      ],
      answers: [~1],
    };
    expect(lastUsesOf(twice)).toEqual([[], [0]]);
  });

  it("take room from what was let go: no more planes than are needed at once", () => {
    const pool = new PlanePool(1);
    const long: Program = {
      atoms: [],
      steps: [{ op: "!", args: [0] }, ...Array.from({ length: 20 }, (_, step) => ({ op: "!" as const, args: [~step] as const }))],
      answers: [~20],
    };
    let made = 0;
    const take = pool.take.bind(pool);
    const seen = new Set<Plane>();
    pool.take = () => {
      const plane = take();
      if (!seen.has(plane)) made += 1;
      seen.add(plane);
      return plane;
    };
    const [answer] = run(long, lastUsesOf(long), [sure(0b1010)], pool);
    expect([wordOf(answer as Planes), made]).toEqual([~0b1010 >>> 0, 2]);
  });

  it("are none where the answers are atoms", () => {
    const none: Program = { atoms: [], steps: [], answers: [1, 0] };
    expect(lastUsesOf(none)).toEqual([]);
    expect(run(none, [], [sure(1), sure(2)], new PlanePool(1)).map(wordOf)).toEqual([2, 1]);
  });
});
