import { createEngine } from "@eldercare/rules";
import { identify, identifyPeople, OutreachTally, peopleToCall, visitList } from "@eldercare/rules/identify";
import { pack as national } from "@eldercare/rules/packs/cn";
import { pack as chengkou, illustrative } from "@eldercare/rules/packs/cn-500229-chengkou";

const engine = createEngine({ packs: [national, chengkou], overlays: [illustrative] });
const rules = engine.rules("2026-11-21").flatMap(({ key, pack }) => (pack === chengkou.id ? [key] : []));

// synthetic people: a neighbour reports that p-1 has fallen; p-2 moved in and was never assessed; p-3 has died
const known = { residence: { area: "500229103205" }, registeredResidence: { kind: "rural" as const }, leftBehind: false, died: null };
const alone = { id: "p-1", birthDate: "1948-05-01", ...known, assistance: ["destitute" as const], wishes: { institution: true } };
const [able, fallen] = [
  { ...alone, ability: { level: 0 } },
  { ...alone, ability: { level: 4 } },
];
const newcomer = { id: "p-2", birthDate: "1950-03-02", ...known, assistance: [], wishes: { institution: false } };
const old = { id: "p-3", birthDate: "1936-01-01", ...known, assistance: [], ability: { level: 0 }, wishes: { institution: false } };

const before = { on: "2026-08-21", register: { people: [able, old] } };
const after = { on: "2026-11-21", register: { people: [fallen, newcomer, { ...old, died: "2026-10-02" }] } };

// nobody applied for anything: what changed, and for whom
const [first] = identify(engine, { before, after, rules, only: "changes", most: 1 }).people;
for (const { kind, title, facts, clauses } of first?.changes ?? [])
  console.log(first?.person, kind, title.en, `(${facts.map(({ words }) => words.en).join("; ")})`, engine.clause(clauses[0] ?? "")?.quote);
//=> p-1 gained focus of the database: disabled older person (ability level: 0 → 4) 建立农村老年人数据库, 重点掌握留守、失能老年人等基础信息
//=> p-1 gained concentrated care for disabled destitute persons (ability level: 0 → 4) 实现农村失能特困人员集中照护“应护尽护”
//=> p-1 gained admission to the disabled-care centre: disabled destitute persons first (ability level: 0 → 4) 实现农村失能特困人员集中照护“应护尽护”

const tally = new OutreachTally();
for (const person of identifyPeople(engine, { before, after, rules })) tally.add(person);
console.log(tally.summary.events); //=> { joined: 1, left: 0, died: 1, moved: 0 }
for (const { title, people } of tally.summary.facts) console.log(`ask for the ${title?.en}: ${people}`);
//=> ask for the ability level: 1
//=> ask for the living arrangement: 1
//=> ask for the form of support: 1

// one missing fact, and everybody whom to ring up for it
console.log(peopleToCall(engine, { ...after, rules, fact: "/ability/level" }).people);
//=> [
//=>   { person: 'p-2', rules: [ 'cn-500229-chengkou/database.disabled' ] }
//=> ]

// and who is to be visited: the interval is an example value of the pack
const visits = [{ id: "x-1", person: "p-1", on: "2026-06-01", channel: "homeVisit" as const }];
const due = visitList(engine, { ...after, services: ["regularVisit"], visits, accepts: ["homeVisit"], through: "2026-12-31" });
for (const { person, due: day, state } of due.due) console.log(person, day, state);
//=> p-1 2026-09-01 overdue
//=> p-2 2026-11-21 due
