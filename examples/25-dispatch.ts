import { type Problem, solve } from "@eldercare/scheduler";
import { dispatch } from "@eldercare/scheduler/dispatch";

const date = "2026-11-23";
const day = { date, from: "08:00", to: "17:00", start: "centre", end: "centre" };
const visit = (id: string, place: string, from: string, to: string) => ({ id, place, serviceMinutes: 60, when: { daily: [{ from, to }] } });
const problem: Problem = {
  horizon: { from: date, to: date },
  timeZone: "Asia/Shanghai",
  places: [
    { id: "centre", lng: 108.66, lat: 31.95 },
    { id: "north", lng: 108.66, lat: 31.99 },
    { id: "east", lng: 108.7, lat: 31.95 },
  ],
  travel: { profiles: { car: { kind: "straightLine", circuity: 1.44, metresPerSecond: 8.3 } } },
  caregivers: ["c-1", "c-2"].map((id) => ({ id, profile: "car", shifts: [day] })),
  visits: [visit("bath", "north", "09:00", "09:00"), visit("meal", "north", "11:30", "12:00"), visit("wound", "east", "09:00", "09:30")],
  objective: { changedVisit: 10 },
};
const { plan } = await solve(problem, { maxIterations: 200, seed: 1 });

// an emergency call from the centre at twenty past ten, to be answered within ten minutes
const fall = { id: "fall", place: "centre", serviceMinutes: 45, priority: 1 };
const called = await dispatch(problem, plan, { kind: "emergency", at: `${date}T10:20`, visit: fall, respondWithinMinutes: 10 });
console.log(called.response?.message.en);
//=> c-2 is nearest: there in 10.9 minutes, at 10:30:55, later than the 10 minutes required
for (const { message } of called.changes) console.log(message.en);
//=> visit fall is added: c-2, 2026-11-23 10:30:55

// at half past ten another caregiver falls ill: the day goes on from the plan after the call
const ill = await dispatch(called.problem, called.plan, { kind: "caregiverOut", at: `${date}T10:30`, caregiver: "c-1" });
for (const { message } of ill.changes) console.log(message.zh);
//=> 上门服务 meal 由 c-1（2026-11-23 11:30）改为 c-2（2026-11-23 11:30）承担
