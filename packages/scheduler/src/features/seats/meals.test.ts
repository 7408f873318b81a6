import { describe, expect, it } from "vitest";
import { twoVisits } from "../../../test/twoVisits.js";
import { evaluate } from "../../evaluate/evaluate.js";
import type { Plan } from "../../model/plan.js";
import type { Problem } from "../../model/problem.js";
import type { Transport } from "../../model/transport.js";
import { validate } from "../../model/validate.js";
import type { Vehicle } from "../../model/vehicle.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

const lunch = { boardMinutes: 0, alightMinutes: 5, seats: 0, when: { alight: [{ from: "11:00", to: "12:30" }] }, priority: 1 } as const;
const homes = ["home-1", "home-2"];

/** Lunch for two homes from a canteen at the station, ten minutes from each, by one bicycle. */
function rounds(vehicle: Partial<Vehicle>, amend: Partial<Transport> = {}): Problem {
  const shift = { date: "2026-11-23", from: "10:00", to: "13:00", start: "station", end: "station", vehicle: "bicycle" };
  return {
    ...twoVisits({ caregiver: { shifts: [shift] } }),
    visits: [],
    vehicles: [{ id: "bicycle", ...vehicle }],
    transports: homes.map((to, index) => ({ ...lunch, id: `meal-${index + 1}`, from: "station", to, goods: { meals: 2 }, ...amend })) as Transport[],
  };
}

const best = async (problem: Problem): Promise<Plan> => {
  const { plan } = await solve(problem, { maxIterations: 100, seed: 1 });
  expect(verify(problem, plan)).toEqual([]);
  return plan;
};
const kinds = ({ routes }: Plan): string[] => routes.flatMap(({ stops }) => stops.map(({ kind }) => kind));

describe("a round of meals from a canteen", () => {
  it("takes all along at once where the vehicle holds them", async () => {
    const plan = await best(rounds({ holds: { meals: 4 } }));
    expect([kinds(plan), plan.cost.travel]).toEqual([["board", "board", "alight", "alight"], 30]);
    expect((await best(rounds({}))).cost.travel).toBe(30);
  });

  it("comes back for the rest where it holds fewer", async () => {
    const plan = await best(rounds({ holds: { meals: 3 } }));
    expect([kinds(plan), plan.cost.travel]).toEqual([["board", "alight", "board", "alight"], 40]);
    const atOnce = evaluate(rounds({ holds: { meals: 4 } }), [
      {
        caregiver: "c-1",
        date: "2026-11-23",
        stops: (["board", "alight"] as const).flatMap((kind) => ["meal-1", "meal-2"].map((id) => ({ kind, id }))),
      },
    ]);
    expect(verify(rounds({ holds: { meals: 3 } }), atOnce).map(({ code, transport }) => [code, transport])).toEqual([["HOLD_EXCEEDED", "meal-2"]]);
  });

  it("leaves no meal in the box for longer than it keeps warm", async () => {
    // the second of two homes would eat 25 minutes after the canteen: ten there, five at the door, ten on
    expect((await best(rounds({ holds: { meals: 4 } }, { longestRideMinutes: 25 }))).cost.travel).toBe(30);
    const short = await best(rounds({ holds: { meals: 4 } }, { longestRideMinutes: 24 }));
    expect([kinds(short), short.cost.travel]).toEqual([["board", "alight", "board", "alight"], 40]);
    expect(
      (await best(rounds({ holds: { meals: 4 } }, { longestRideMinutes: 9 }))).unassignedTransports?.map(({ reasons }) => reasons[0]?.code),
    ).toEqual(["RIDE_TOO_LONG", "RIDE_TOO_LONG"]);
  });

  it("says that the vehicle does not hold it, beforehand and in the plan", async () => {
    const problem = rounds({ holds: { meals: 1 } });
    expect(validate(problem).map(({ code, pointer, severity }) => [code, pointer, severity])).toEqual([
      ["NO_VEHICLE_HOLDS", "/transports/0/goods", "warning"],
      ["NO_VEHICLE_HOLDS", "/transports/1/goods", "warning"],
    ]);
    expect((await best(problem)).unassignedTransports?.[0]?.reasons).toEqual([
      { code: "HOLD_SHORT", caregiver: "c-1", relax: { goods: { meals: 1 } } },
    ]);
    expect((await best(rounds({ holds: {} }))).unassignedTransports?.[0]?.reasons[0]?.code).toBe("HOLD_SHORT");
  });
});
