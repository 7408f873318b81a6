import { describe, expect, it } from "vitest";
import { good, problem, withRoute } from "../../test/faultyPlans.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { runToEnd } from "../model/steps.js";
import { requireVerified } from "./requireVerified.js";

describe("a plan about to be handed out", () => {
  it("passes where it holds", () => {
    expect(() => runToEnd(requireVerified(problem, good, defaultFeatures))).not.toThrow();
  });

  it("is refused with all that is wrong where it does not", () => {
    const twice = withRoute({ vehicle: "van-9", departs: "09:40" });
    expect(() => runToEnd(requireVerified(problem, twice, defaultFeatures))).toThrow(
      "the search made a plan that does not hold, please report this: the route of caregiver c-1 on 2026-11-23 has vehicle van-9; the shift has —; caregiver c-1 reaches x-1 on 2026-11-23 at 10:00; by the way there it would be 09:50",
    );
  });
});
