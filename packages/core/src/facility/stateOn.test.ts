import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facilityStates } from "./facility.js";
import { stateOn } from "./stateOn.js";

describe("the state of a facility on a date", () => {
  const built = { on: "2022-03-01", state: "built" } as const;
  const accepted = { on: "2022-03-01", state: "accepted" } as const;

  it("is that of its latest event, of one day the furthest, in whatever order they were written", () => {
    expect(stateOn({ events: [built, accepted] }, "2022-03-01")).toBe("accepted");
    expect(stateOn({ events: [accepted, built] }, "2022-03-01")).toBe("accepted");
    expect(stateOn({ events: [accepted, built] }, "2022-02-28")).toBeUndefined();
  });

  it("never depends on the order of the record", () => {
    const event = fc.record({ on: fc.constantFrom("2022-01-01", "2022-01-02"), state: fc.constantFrom(...facilityStates) });
    fc.assert(
      fc.property(fc.uniqueArray(event, { maxLength: 5, selector: ({ state }) => state }), (events) => {
        expect(stateOn({ events: [...events].reverse() }, "2022-01-02")).toBe(stateOn({ events }, "2022-01-02"));
      }),
    );
  });
});
