import type { Caregiver } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { teamsOf } from "./teamsOf.js";

const who = (id: string, area: string, facility?: string): Caregiver => ({
  id,
  area,
  ...(facility === undefined ? {} : { facility }),
  roles: ["careWorker"],
  shifts: [{ weekdays: [1], from: "08:00", to: "12:00" }],
});

describe("the visiting team of a township", () => {
  const caregivers = [
    who("in a home", "500229103205", "f-1"),
    who("of a centre", "500229103", "f-2"),
    who("of a village", "500229103205"),
    who("of the county", "500229"),
  ];
  const { teams, inFacilities, elsewhere } = teamsOf({ caregivers });

  it("has who serves the township, and who serves a village without being posted to a facility", () => {
    expect(teams.get("500229103")?.map(({ caregiver, row }) => [caregiver.id, row])).toEqual([
      ["of a centre", 1],
      ["of a village", 2],
    ]);
  });

  it("has nobody who works in a facility's village or serves more than one township: they are counted", () => {
    expect([...inFacilities]).toEqual([["500229103", 1]]);
    expect(elsewhere).toBe(1);
  });
});
