import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownShare, printPercent } from "../counting/knownShare.js";
import { rational } from "../money/rational.js";
import { mayWork, type TrainedStaff, trainingRates } from "./mayWork.js";

const on = "2026-06-01";
const certificate = { kinds: ["careWorker"], leastLevel: 2 };
const held = (level: number | undefined, validTo?: string | null) => [
  { kind: "careWorker", ...(level === undefined ? {} : { level }), ...(validTo === undefined ? {} : { validTo }) },
];
const permitted = (...staff: TrainedStaff[]) => mayWork({ staff, on, trainingFirst: true, certificate, clauses: ["NY-3.1.4-c"] }).value;

describe("who may work", () => {
  it("was trained before, and holds a certificate of the level that is valid on the day", () => {
    const { may, mayNot } = permitted(
      { id: "last-day", trainedOn: on, certificates: held(2, on) },
      { id: "no-end", trainedOn: "2020-01-01", certificates: held(3, null) },
      { id: "untrained", trainedOn: null, certificates: held(2, null) },
      { id: "trained-later", trainedOn: "2026-06-02", certificates: held(2, null) },
      { id: "expired", trainedOn: on, certificates: held(2, "2026-05-31") },
      { id: "level-too-low", trainedOn: on, certificates: held(1, null) },
      { id: "nothing", trainedOn: null, certificates: [] },
    );
    expect(may).toEqual(["last-day", "no-end"]);
    expect(mayNot).toEqual([
      { id: "expired", why: ["certificateExpired"] },
      { id: "level-too-low", why: ["noCertificate"] },
      { id: "nothing", why: ["untrained", "noCertificate"] },
      { id: "trained-later", why: ["trainedLater"] },
      { id: "untrained", why: ["untrained"] },
    ]);
  });

  it("is not known of those whose record says nothing", () => {
    const { may, undetermined } = permitted(
      { id: "no-record" },
      { id: "level-unknown", trainedOn: on, certificates: held(undefined, null) },
      { id: "end-unknown", trainedOn: on, certificates: held(2) },
      { id: "expired-and-unknown", certificates: held(2, "2020-01-01") },
    );
    expect(may).toEqual([]);
    expect(undetermined).toEqual([
      { id: "end-unknown", missing: ["certificates"] },
      { id: "level-unknown", missing: ["certificates"] },
      { id: "no-record", missing: ["trainedOn", "certificates"] },
    ]);
  });

  it("need not be trained first where the pack does not say so", () => {
    expect(mayWork({ staff: [{ id: "c", trainedOn: null }], on, trainingFirst: false, clauses: [] }).value.may).toEqual(["c"]);
  });

  it("cannot be told from dates that do not exist", () => {
    expect(() => permitted({ id: "c", trainedOn: "2026-02-30", certificates: held(2, "2026-13-01") })).toThrow(
      /NOT_A_DATE at \/staff\/0\/trainedOn.*\(\+1 more\)/,
    );
  });
});

describe("trained and certified rates", () => {
  it("are exact, with bounds for those unknown", () => {
    const staff = [{ id: "a", trainedOn: on, certificates: held(2, null) }, { id: "b", trainedOn: null, certificates: [] }, { id: "c" }];
    const { value, steps } = trainingRates({ staff, on, certificate, clauses: ["CL-1.2-d", "CL-1.2-e"] });
    expect(value.trained).toEqual({ share: { least: rational(1n, 3n), most: rational(2n, 3n) }, yes: ["a"], no: ["b"], unknown: ["c"] });
    expect(steps.map((step) => step.value)).toEqual(["33.3%–66.6%", "33.3%–66.6%"]);
  });

  it("of nobody are no rate", () => {
    expect(trainingRates({ staff: [], on, certificate, clauses: [] }).value.trained).toEqual({ yes: [], no: [], unknown: [] });
  });
});

describe("a share", () => {
  it("holds the true share within its bounds, whoever is unknown", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 30 }), (people) => {
        const part = knownShare(people.map(([answer, known], index) => [String(index), known ? answer : undefined]));
        const truth = people.filter(([answer]) => answer).length;
        const total = BigInt(people.length);
        expect((part.share?.least.numerator ?? 99n) * total).toBeLessThanOrEqual(BigInt(truth) * (part.share?.least.denominator ?? 0n));
        expect((part.share?.most.numerator ?? 0n) * total).toBeGreaterThanOrEqual(BigInt(truth) * (part.share?.most.denominator ?? 99n));
      }),
    );
  });

  it("short of all never prints as 100 %", () => {
    expect(printPercent(rational(9999n, 10_000n))).toBe("99.9%");
    expect(printPercent(rational(1n, 1n))).toBe("100.0%");
    expect(printPercent(rational(1n, 200n), 2)).toBe("0.50%");
    expect(printPercent(rational(1n, 3n), 0)).toBe("33%");
  });
});
