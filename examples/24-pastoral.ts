// Synthetic data: a sumu centre with two vans, twelve gacha within 200 km from east to west, three days. No such people exist.
import { type ReportData, renderReport, rideServices, routesOfPlan } from "@eldercare/cli";
import { type Problem, type ProblemCaregiver, solve, toGeoJSON, verify } from "@eldercare/scheduler";

const [monday, tuesday, wednesday] = ["2026-11-23", "2026-11-24", "2026-11-25"] as const;
const kilometres = [
  [25, 10],
  [38, -15],
  [60, 15],
  [75, -10],
  [90, 12],
  [100, -5],
  [-20, 12],
  [-35, -12],
  [-55, 8],
  [-70, -14],
  [-85, 10],
  [-100, -4],
] as const;
const at = (id: string, east: number, north: number) => ({ id, lng: 116 + east / 80, lat: 44 + north / 111 });
const gacha = kilometres.map(([east, north], index) => ({ id: `gacha-${index + 1}`, east, north }));
const homes = gacha.flatMap(({ id, east, north }) =>
  [0, 1, 2, 3, 4].map((home) => at(`${id}/home-${home + 1}`, east + (home - 2) * 1.5, north + ((home * 3) % 5) - 2)),
);

const shifts = [monday, tuesday, wednesday].map((date) => ({
  date,
  from: "07:30",
  to: "18:30",
  start: "centre",
  end: "centre",
  breaks: [{ minutes: 45, from: "11:30", to: "13:30" }],
}));
const member = (id: string, sex: "female" | "male", skills: Record<string, number>): ProblemCaregiver => ({
  id,
  sex,
  languages: ["mn", "zh"],
  skills,
  profile: "van",
  shifts,
});
const services: Omit<Problem["visits"][number], "id" | "place">[] = [
  { service: "bathing", serviceMinutes: 45, needs: { skills: { bathing: 1 }, sex: "female", equipment: ["bathUnit"] } },
  { service: "medical", serviceMinutes: 20, needs: { skills: { nursing: 1 }, language: "mn" } },
  { service: "rehabilitation", serviceMinutes: 30, needs: { skills: { nursing: 1 } } },
  { service: "housework", serviceMinutes: 30 },
  { service: "visit", serviceMinutes: 15 },
];
const fetched = ["gacha-4", "gacha-6", "gacha-9", "gacha-12"].map((from, index) => ({
  id: `fetch-${index + 1}`,
  from: `${from}/home-3`,
  to: "centre",
}));
const home = ["gacha-2", "gacha-8"].map((to, index) => ({ id: `home-${index + 1}`, from: "centre", to: `${to}/home-5` }));

const problem: Problem = {
  horizon: { from: monday, to: wednesday },
  timeZone: "Asia/Shanghai",
  places: [at("centre", 0, 0), ...gacha.map(({ id, east, north }) => at(`${id}/station`, east, north)), ...homes],
  travel: { profiles: { van: { kind: "straightLine", circuity: 1.25, metresPerSecond: 14 } } },
  vehicles: ["van-1", "van-2"].map((id) => ({ id, seats: 4, wheelchairs: 1, equipment: ["bathUnit"] })),
  caregivers: [
    member("Alta", "female", { bathing: 1 }),
    member("Bayar", "male", { nursing: 1 }),
    member("Chimeg", "female", { bathing: 1 }),
    member("Dorj", "male", { nursing: 1 }),
  ],
  tours: [
    {
      id: "out-for-a-night",
      vehicle: "van-1",
      crew: ["Alta", "Bayar"],
      dates: [monday, tuesday],
      lodgings: ["gacha-3/station", "gacha-5/station"],
      restMinutes: 600,
    },
    { id: "van-1-near", vehicle: "van-1", crew: ["Alta", "Bayar"], dates: [wednesday] },
    ...[monday, tuesday, wednesday].map((date, day) => ({ id: `van-2-day-${day + 1}`, vehicle: "van-2", crew: ["Chimeg", "Dorj"], dates: [date] })),
  ],
  visits: homes.flatMap(({ id }, index) =>
    services.slice(index % 5, (index % 5) + 1).map((asked) => ({ ...asked, id: `visit-${index + 1}`, person: id, place: id, priority: 2 })),
  ),
  transports: [...fetched, ...home].map((way) => ({
    ...way,
    person: way.id,
    boardMinutes: 10,
    alightMinutes: 10,
    longestRideMinutes: 240,
    bed: "centre",
    priority: 1,
  })),
  beds: [{ place: "centre", free: 2 }],
};

const { plan } = await solve(problem, { maxIterations: 20_000, seed: 1 });
console.log(verify(problem, plan)); //=> []
const stops = plan.routes.flatMap((route) => route.stops);
const made = (kind: string, id = "") => stops.filter((stop) => stop.kind === kind && stop.id.startsWith(id)).length;
console.log(made("visit"), "visits,", made("alight", "fetch"), "brought to beds,", made("alight", "home"), "brought home");
//=> 60 visits, 4 brought to beds, 2 brought home
for (const { tour, date, vehicle, stops } of plan.routes)
  for (const { kind } of stops) if (kind === "lodging") console.log(date, tour, vehicle, "spends the night at a station");
//=> 2026-11-23 out-for-a-night van-1 spends the night at a station

const lines = toGeoJSON(problem, plan).features.filter(({ geometry }) => geometry.type === "LineString"); // for any map
console.log(lines.length, "routes"); //=> 6 routes

// and the page that `eldercare plan` writes for a county, with these routes alone
const sumu = { code: "999999001", name: "示例苏木", lng: 116, lat: 44 };
const none = { sources: [], clauses: {}, rules: [], people: { count: 0, listed: null }, askNext: [], facilities: [], targets: [], credits: [] };
const report: ReportData = {
  ...none,
  title: { zh: "牧区流动服务三日路线（合成数据）", en: "three days of mobile service (synthetic data)" },
  on: monday,
  period: problem.horizon,
  synthetic: true,
  illustrative: false,
  illustrativeParameters: [],
  openParameters: [],
  townships: [sumu],
  villages: gacha.map(({ id, east, north }, index) => ({
    ...at(id, east, north),
    code: `${sumu.code}${String(index + 201)}`,
    name: `嘎查${index + 1}`,
  })),
  visits: {
    asked: homes.length,
    planned: made("visit"),
    unassigned: plan.unassigned.length,
    caregivers: problem.caregivers.length,
    distanceKm: lines.reduce((sum, { properties }) => sum + Number(properties.distanceMetres) / 1000, 0),
    travelMinutes: plan.cost.travel ?? 0,
    serviceMinutes: problem.visits.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0),
  },
  unassigned: [],
  routes: routesOfPlan(problem, plan, sumu.code),
  services: {
    ...rideServices,
    bathing: { zh: "助浴", en: "bathing" },
    medical: { zh: "助医", en: "medical help" },
    rehabilitation: { zh: "康复护理", en: "rehabilitation" },
    housework: { zh: "家政", en: "housework" },
    visit: { zh: "探访", en: "visit" },
  },
};
const page = renderReport(report); // await writeFile("report.html", page) to look at it
console.log(page.startsWith("<!DOCTYPE html>"), report.routes.map(({ caregiver }) => caregiver)[0]); //=> true Alta + Bayar
