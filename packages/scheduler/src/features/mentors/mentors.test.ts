import { describe, expect, it } from "vitest";
import { linkedPair } from "../../../test/linkedPair.js";
import { randomLinked } from "../../../test/randomLinked.js";
import { validate } from "../../model/validate.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

/** Three caregivers, the third mentored by the first; two visits together. */
const team = (amend: Parameters<typeof linkedPair>[0] = {}, mentoredBy: readonly string[] = ["c-1"]) => {
  const problem = linkedPair({ caregivers: 3, links: [{ kind: "together", visits: ["x-1", "x-2"] }], ...amend });
  return { ...problem, caregivers: problem.caregivers.map((each, row) => (row === 2 ? { ...each, mentoredBy: [...mentoredBy] } : each)) };
};
const only = (...ids: readonly string[]) => ({ only: [...ids] });
const makers = async (problem: ReturnType<typeof team>): Promise<string[]> => {
  const { plan } = await solve(problem, { maxIterations: 200, seed: 1 });
  expect(verify(problem, plan)).toEqual([]);
  return plan.routes.map(({ caregiver }) => caregiver);
};

describe("a trainee", () => {
  it("visits together with a mentor of hers", async () => {
    expect(await makers(team({ visits: [only("c-3"), only("c-1", "c-2")] }))).toEqual(["c-1", "c-3"]);
    expect(await makers(team({ visits: [only("c-1", "c-2"), only("c-3")] }, ["c-2"]))).toEqual(["c-2", "c-3"]);
  });

  it("does not visit with anybody else", async () => {
    const problem = team({ visits: [only("c-3"), only("c-2")] });
    expect(await makers(problem)).toEqual([]);
    expect(await makers(team({ visits: [only("c-3"), only("c-2")] }, []))).toEqual(["c-2", "c-3"]);
    const unaware = await solve(team({ visits: [only("c-3"), only("c-2")] }, []), { maxIterations: 50 });
    expect(verify(problem, unaware.plan).map(({ code, caregiver }) => [code, caregiver])).toEqual([["MENTOR_MISSING", "c-3"]]);
  });

  it("makes no visit by herself, with the reason, in both searches", async () => {
    for (const objective of [{}, { idlestMinute: 0.001 }]) {
      const { links: _, ...problem } = team({ visits: [only("c-3"), only("c-2")], objective });
      const { plan } = await solve(problem, { maxIterations: 50 });
      expect(plan.routes.map(({ caregiver }) => caregiver)).toEqual(["c-2"]);
      expect(plan.unassigned[0]?.reasons.find(({ caregiver }) => caregiver === "c-3")?.code).toBe("MENTOR_MISSING");
    }
  });

  it("has a mentor beside her in any plan of visits together", async () => {
    let accompanied = 0;
    for (let seed = 1; seed <= 45; seed++) {
      const drawn = randomLinked(seed, { visits: 14, caregivers: 3, days: 1 });
      const problem = {
        ...drawn,
        // nothing else that binds visits, so that there are pairs for her
        links: (drawn.links ?? []).filter(({ kind }) => kind === "together"),
        patterns: [],
        caregivers: drawn.caregivers.map(({ mentoredBy: _, serviceArea: __, ...each }, row) => (row === 2 ? { ...each, mentoredBy: ["c-1"] } : each)),
      };
      const { plan } = await solve(problem, { maxIterations: 300, seed });
      expect(verify(problem, plan)).toEqual([]);
      accompanied += plan.routes.filter(({ caregiver }) => caregiver === "c-3").length;
    }
    expect(accompanied).toBeGreaterThan(4);
  });

  it("has a mentor who exists and is not herself", () => {
    expect(validate(team({}, ["c-3", "c-4", "c-2"])).map(({ code, pointer }) => [code, pointer])).toEqual([
      ["MENTOR_OF_HERSELF", "/caregivers/2/mentoredBy/0"],
      ["REFERENCE_NOT_FOUND", "/caregivers/2/mentoredBy/1"],
    ]);
  });
});
