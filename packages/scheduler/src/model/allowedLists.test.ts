import { describe, expect, it } from "vitest";
import { AllowedLists } from "./allowedLists.js";

function joined(lists: AllowedLists) {
  const steps = lists.joined();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What each job was given, read back. */
const readBack = ({ allowed, allowedFirst, allowedTo, allowedPrice }: ReturnType<typeof joined>): [number, number][][] =>
  [...allowedFirst].map((first, job) =>
    [...allowed.subarray(first, allowedTo[job])].map((route, index): [number, number] => [route, allowedPrice[first + index] as number]),
  );

describe("lists of routes", () => {
  const given: [number, number][][] = [
    [
      [0, 1],
      [2, 5],
    ],
    [
      [0, 1],
      [2, 5],
    ],
    [],
    [
      [0, 5],
      [2, 1],
    ],
    [[0, 1]],
    [],
    [
      [0, 1],
      [2, 5],
    ],
  ];
  const lists = new AllowedLists(given.length);
  for (const list of given) {
    for (const [route, price] of list) lists.add(route, price);
    lists.endJob();
  }
  const found = joined(lists);

  it("are each job's own, however many are alike", () => {
    expect(readBack(found)).toEqual(given);
  });

  it("stand once for all jobs that share them", () => {
    expect([...found.allowed]).toEqual([0, 2, 0, 2, 0]);
    expect(found.allowedFirst[6]).toBe(found.allowedFirst[0]);
  });

  it("are taken over from lists that were joined", () => {
    const next = new AllowedLists(3);
    next.addAll(found, 3);
    next.add(7, 0);
    next.endJob();
    next.addAll(found, 3);
    const after = joined(next);
    expect(readBack(after)).toEqual([given[3], [[7, 0]], given[3]]);
    expect(after.allowed.length).toBe(3);
  });
});
