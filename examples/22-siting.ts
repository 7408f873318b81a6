import { createEngine } from "@eldercare/rules";
import { pack as national } from "@eldercare/rules/packs/cn";
import { pack as pastoral } from "@eldercare/rules/packs/cn-15-pastoral";
import { pack as nancheng } from "@eldercare/rules/packs/cn-361021-nancheng";
import { type SitingProblem, site, verifySiting } from "@eldercare/scheduler/siting";

// how many regional homes the township homes of Nancheng become is the document's number
const regionalHomes = createEngine({ packs: [national, nancheng] }).parameter("target.regionalHomes", "2026-11-21")?.value;
const exactly = Number(regionalHomes);
console.log(exactly); //=> 3

// 建昌, 株良 and 徐家 are the document's; where they lie, the other townships, people and beds are synthetic
const townships: [name: string, eastKm: number, northKm: number, residents: number, beds: number][] = [
  ["建昌", 0, 0, 46, 160],
  ["株良", -14, -10, 30, 120],
  ["徐家", 12, 14, 22, 110],
  ["A", 5, 3, 18, 60],
  ["B", -9, -15, 16, 60],
  ["C", 16, 10, 14, 50],
  ["D", -4, 6, 25, 80],
  ["E", 9, 22, 11, 40],
  ["F", -20, -6, 13, 60],
];
const at = (eastKm: number, northKm: number) => ({ lng: 116.64 + eastKm / 98.8, lat: 27.56 + northKm / 111.2 });
const problem: SitingProblem = {
  demands: townships.map(([id, east, north, persons]) => ({ id, ...at(east, north), persons })),
  sites: townships.map(([id, east, north, , capacity]) => ({ id, kind: "townshipHome", ...at(east, north), capacity, existing: true })),
  travel: { kind: "straightLine", circuity: 1.4 },
  rules: { sites: { exactly } },
};

const answer = await site(problem);
if (answer.outcome !== "found") throw new Error(answer.outcome);
const { plan } = answer;
console.log(verifySiting(problem, plan), answer.proven); //=> [] true
for (const home of plan.opened) console.log(home.site, home.persons, home.spare, home.demands.join(" "));
//=> 建昌 89 71 A D 建昌
//=> 徐家 47 63 C E 徐家
//=> 株良 59 61 B F 株良
console.log(plan.closed.join(" "), plan.cost.travel); //=> A B C D E F 930.505

// a journey of at most 11 km by road leaves people out: the answer says what would have to give
const limited = await site({ ...problem, rules: { ...problem.rules, furthestMetres: 11_000 } });
if (limited.outcome === "found") for (const { demand, reason, relax } of limited.plan.unserved) console.log(demand, reason, JSON.stringify(relax));
//=> E CROWDED_OUT [{"site":"徐家","changes":[{"rule":"furthestMetres","to":11956}]},{"site":"E","changes":[{"rule":"sites","to":4}]}]

// tiers hang together by their demands: stations for at least 20 households that want to live together, then, for the stations
// that are opened, a joint centre; gachas, households and places are synthetic
const pastures = createEngine({ packs: [national, pastoral] });
const leastHouseholds = Number(pastures.parameter("happinessHome.leastHouseholds", "2026-11-21")?.value);
const gachas = [8, 14, 23, 6, 31, 9].map((households, n) => ({ id: `gacha-${n}`, ...at(11 * n, 7 * (n % 2)), persons: 2 * households, households }));
const travel = problem.travel;
const stations = await site({
  demands: gachas,
  sites: gachas.map(({ id, lng, lat }) => ({ id, kind: "mutualAidHappinessHome", lng, lat })),
  travel,
  rules: { leastHouseholds, furthestMetres: 25_000 },
});
if (stations.outcome !== "found") throw new Error(stations.outcome);
const persons = new Map(stations.plan.opened.map((station) => [station.site, station.persons]));
const places = gachas.filter(({ id }) => persons.has(id)).map(({ id, lng, lat }) => ({ id, lng, lat }));
const served = places.map((place) => ({ ...place, persons: persons.get(place.id) ?? 0 }));
const centre = await site({ demands: served, sites: places, travel, rules: { sites: { exactly: 1 } } });
for (const { site: id, households, demands } of stations.plan.opened) console.log(id, households, demands.join(" "));
//=> gacha-1 22 gacha-0 gacha-1
//=> gacha-2 29 gacha-2 gacha-3
//=> gacha-4 40 gacha-4 gacha-5
if (centre.outcome === "found") console.log(centre.plan.opened[0]?.site, centre.plan.opened[0]?.demands.length); //=> gacha-2 3
