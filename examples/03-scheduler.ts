import { type Problem, reasonWording, solve, verify } from "@eldercare/scheduler";

const day = { date: "2026-11-23", from: "08:00", to: "17:00", start: "centre", end: "centre" };
const visit = (id: string, place: string, skills: Record<string, number>) => ({ id, place, serviceMinutes: 60, needs: { skills } });
const problem: Problem = {
  horizon: { from: "2026-11-23", to: "2026-11-23" },
  timeZone: "Asia/Shanghai",
  places: [
    { id: "centre", lng: 108.66, lat: 31.95 },
    { id: "north", lng: 108.66, lat: 31.99 },
    { id: "east", lng: 108.7, lat: 31.95 },
  ],
  travel: { profiles: { car: { kind: "straightLine", circuity: 1.44, metresPerSecond: 8.3 } } },
  caregivers: [
    { id: "c-1", profile: "car", skills: { bathing: 1 }, shifts: [day] },
    { id: "c-2", profile: "car", skills: { nursing: 1 }, shifts: [day] },
  ],
  visits: [visit("bath", "north", { bathing: 1 }), visit("wound", "east", { nursing: 1 }), visit("drip", "east", { nursing: 2 })],
};

const { plan } = await solve(problem, { maxIterations: 500, seed: 1 });
console.log(verify(problem, plan)); //=> []
for (const { caregiver, departs, stops, returns } of plan.routes)
  console.log(caregiver, departs, stops.map((stop) => `${stop.start} ${stop.id}`).join(", "), returns);
//=> c-1 08:00 08:12:52 bath 09:25:44
//=> c-2 08:00 08:10:55 wound 09:21:50
for (const { visit: id, kind, reasons } of plan.unassigned)
  for (const { caregiver, code, relax } of reasons) console.log(id, kind, caregiver, reasonWording(code)?.en, relax);
//=> drip impossible c-1 lacks a skill that the visit needs { skills: { nursing: 2 } }
//=> drip impossible c-2 lacks a skill that the visit needs { skills: { nursing: 2 } }
