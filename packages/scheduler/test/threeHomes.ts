import type { SiteCandidate, SitingDemand, SitingProblem } from "../src/siting/problem.js";

const township = (id: string, area: string, lng: number, lat: number, persons: number): SitingDemand => ({ id, area, lng, lat, persons });

const home = (id: string, area: string, lng: number, lat: number, capacity: number): SiteCandidate => ({
  id,
  kind: "townshipHome",
  area,
  lng,
  lat,
  capacity,
  existing: true,
});

/** Four synthetic townships and three homes, of which two are to stay. */
export function threeHomes(amend: Partial<SitingProblem> = {}): SitingProblem {
  return {
    demands: [
      township("t-1", "361021101", 116.6, 27.55, 30),
      township("t-2", "361021102", 116.63, 27.56, 20),
      township("t-3", "361021103", 116.8, 27.4, 40),
      township("t-4", "361021104", 116.82, 27.42, 30),
    ],
    sites: [
      home("home-1", "361021101", 116.6, 27.55, 60),
      home("home-2", "361021102", 116.63, 27.56, 60),
      home("home-3", "361021103", 116.8, 27.4, 80),
    ],
    travel: { kind: "straightLine", circuity: 1.4, metresPerSecond: 10 },
    rules: { sites: { exactly: 2 } },
    ...amend,
  };
}
