import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRational, rational } from "../money/rational.js";
import { printPercent, printShare } from "./knownShare.js";

describe("a share in print", () => {
  it("that is asked for is never cut off: 66.6 % is not two thirds", () => {
    const of = (numerator: bigint, denominator: bigint) => printShare(rational(numerator, denominator));
    expect([of(11n, 20n), of(1n, 8n), of(1n, 1n), of(0n, 1n), of(2n, 3n)]).toEqual(["55%", "12.5%", "100%", "0%", "2/3"]);
    expect(printPercent(rational(2n, 3n))).toBe("66.6%");
  });

  it("reads back as what it was", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (part, more) => {
        const share = rational(BigInt(part), BigInt(part + more));
        expect(parseRational(printShare(share))).toEqual(share);
      }),
    );
  });
});
