import { createEngine } from "@eldercare/rules";
import { pack as national } from "@eldercare/rules/packs/cn";
import * as chengkou from "@eldercare/rules/packs/cn-500229-chengkou";
import { type PairingProblem, pair, pairingFor, pairingReasonWording } from "@eldercare/scheduler/pairing";

// `node examples/21-pairing.ts --en` prints reasons in English
const locale = process.argv.includes("--en") ? "en" : "zh";
const on = "2026-11-21";

// synthetic people of one village, some metres apart along its road: a destitute person, a person of unknown ability whose
// family is a special family-planning one, and five who live alone
const along = (metres: number) => ({ lng: 108.66 + metres / 94_300, lat: 31.95 });
const village = { area: "500229103205" };
const rural = { kind: "rural" as const, area: "500229" };
const person = (id: string, metres: number, more: object) => ({
  ...{ id, birthDate: "1940-03-02", residence: { ...village, place: along(metres) }, registeredResidence: rural },
  ...{ assistance: [], specialFamilyPlanning: false, livingArrangement: "alone" as const, leftBehind: false, ...more },
});
const people = [
  person("p-1", 0, { assistance: ["destitute"], support: "dispersed", ability: { level: 3 } }),
  person("p-2", 400, { specialFamilyPlanning: true }),
  ...[300, 500, 900, 1200, 5200].map((metres, index) => person(`p-${index + 3}`, metres, { ability: { level: 1 } })),
];
const volunteers = [
  { id: "v-1", ...village, place: along(200), birthDate: "1961-05-01", healthy: true },
  { id: "v-2", ...village, place: along(800), birthDate: "1962-05-01", healthy: true },
  { id: "v-3", ...village, place: along(0), birthDate: "1944-05-01", healthy: true },
  { id: "v-4", ...village, place: along(5000), birthDate: "1963-05-01" },
];

const engine = createEngine({ packs: [national, chengkou.pack], overlays: [chengkou.illustrative] });
const rules = { "cn-500229-chengkou/pairing.oneToOne": "oneToOne", "cn-500229-chengkou/pairing.grid": "grid" } as const;
const decisions = people.flatMap((subject) => engine.assess({ person: subject }, { on, rules: Object.keys(rules) }));
const { notes, ...demand } = pairingFor({ decisions, people, volunteers, rules });
for (const { message } of notes) console.log(message[locale]);
//=> "p-2" 是否应当结对尚不能确定，未列入

// ages, loads and distances are for the county to set: these are examples
const asked = { youngestAge: 60, oldestAge: 69, healthy: true, longestMetres: 3000 };
const problem: PairingProblem = {
  ...{ ...demand, on, travel: { kind: "straightLine", circuity: 1.44 } },
  requirements: { oneToOne: { ...asked, mostPersons: 1, exclusive: true }, grid: { ...asked, leastPersons: 3, mostPersons: 8 } },
};
const { pairing } = await pair(problem);
for (const { person: id, volunteer, distanceMetres } of pairing.pairs) console.log(id, volunteer, distanceMetres);
//=> p-1 v-1 289
for (const { leader, members, totalMetres } of pairing.grids) console.log(leader, members.map((member) => member.person).join(" "), totalMetres);
//=> v-2 p-3 p-4 p-5 p-6 1876
for (const { person: id, reasons, relax } of pairing.unpaired) {
  for (const { code, nearest, volunteers: count } of reasons) console.log(id, count, nearest, pairingReasonWording(code)?.[locale]);
  for (const change of relax) console.log(change);
}
//=> p-7 1 v-3 超过规定的最高年龄
//=> p-7 1 v-2 路程超过上限
//=> p-7 1 v-4 健康状况不明
//=> p-7 1 v-1 已一对一结对，不再负责网格
//=> { kind: 'distance', volunteer: 'v-2', longestMetres: 6340 }
console.log(pairing.optimality.oneToOne?.proven, pairing.optimality.grid?.gapPercent); //=> true 0
