import { describe, expect, it } from "vitest";
import { oneTransport } from "../../test/oneTransport.js";
import { wordedIssues } from "../../test/wordedIssues.js";
import type { Beds } from "./bed.js";
import type { Problem } from "./problem.js";
import type { Transport } from "./transport.js";
import { validate } from "./validate.js";

const found = (problem: Problem): string[] => validate(problem).map(({ code, pointer }) => `${code} ${pointer}`);
const homeAgain = { from: "home-2", to: "home-1", returnOf: "t-1" };

/** A transport to a place with beds, and perhaps another. */
function toBeds(amend: Partial<Transport>, other?: Partial<Transport>, beds: readonly Beds[] = [{ place: "home-2", free: 1 }]): Problem {
  const problem = oneTransport({ transport: amend });
  const [first] = problem.transports as [Transport];
  return { ...problem, beds, transports: [first, ...(other === undefined ? [] : [{ ...first, id: "t-2", ...other }])] };
}

describe("what is wrong with beds", () => {
  const cases: readonly (readonly [string, Problem, readonly string[]])[] = [
    ["nothing", toBeds({ bed: "home-2" }), []],
    ["nothing, whether the return names the bed or not", toBeds({ bed: "home-2" }, { ...homeAgain, bed: "home-2" }), []],
    ["nothing, where bed and return are known to be none", toBeds({ bed: null, returnOf: null }), []],
    ["nothing, where somebody leaves a bed that she had", toBeds({ bed: "home-1" }, undefined, [{ place: "home-1", free: 0 }]), []],
    [
      "beds at a place that is none, and twice at one",
      toBeds({}, undefined, [
        { place: "a", free: 1 },
        { place: "home-1", free: 1 },
        { place: "home-1", free: 2 },
      ]),
      ["REFERENCE_NOT_FOUND /beds/0/place", "DUPLICATE_ID /beds/2/place"],
    ],
    [
      "a date with two numbers",
      toBeds({}, undefined, [
        {
          place: "home-2",
          free: [
            { date: "2026-11-23", count: 1 },
            { date: "2026-11-23", count: 2 },
          ],
        },
      ]),
      ["BED_DATE_TWICE /beds/0/free/1/date"],
    ],
    ["a number of beds that is none", toBeds({}, undefined, [{ place: "home-2", free: -1 }]), ["OUT_OF_RANGE /beds/0/free"]],
    ["a place without beds", toBeds({ bed: "home-1" }), ["REFERENCE_NOT_FOUND /transports/0/bed"]],
    [
      "a bed that is not on the way",
      toBeds({ bed: "station" }, undefined, [{ place: "station", free: 1 }]),
      ["BED_NOT_ON_THE_WAY /transports/0/bed"],
    ],
    ["a return of nothing", toBeds({ returnOf: "t-9" }), ["REFERENCE_NOT_FOUND /transports/0/returnOf"]],
    ["a return of itself", toBeds({ returnOf: "t-1" }), ["RETURN_OF_RETURN /transports/0/returnOf"]],
    [
      "a return from elsewhere, of somebody else, from another bed",
      toBeds({ bed: "home-2" }, { from: "home-1", to: "station", bed: "home-1", person: "p-9", returnOf: "t-1" }, [
        { place: "home-2", free: 1 },
        { place: "home-1", free: 1 },
      ]),
      ["RETURN_FROM_ELSEWHERE /transports/1/from", "RETURN_OF_ANOTHER /transports/1/person", "RETURN_LEAVES_OTHER_BED /transports/1/bed"],
    ],
  ];

  it.each(cases)("is found: %s", (_, problem, issues) => {
    expect(found(problem)).toEqual(issues);
  });

  it("is worded for people, with what was seen", async () => {
    await expect(wordedIssues(cases)).toMatchFileSnapshot("../../test/data/issues-beds.txt");
  });

  it("is found: two returns of one transport", () => {
    const problem = toBeds({});
    const [first] = problem.transports as [Transport];
    const back = ["t-2", "t-3"].map((id) => ({ ...first, ...homeAgain, id }));
    expect(found({ ...problem, transports: [first, ...back] })).toEqual(["RETURN_TWICE /transports/2/returnOf"]);
  });
});
