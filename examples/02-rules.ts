import { createEngine } from "@eldercare/rules";
import { pack as national } from "@eldercare/rules/packs/cn";
import { pack as chengkou, illustrative } from "@eldercare/rules/packs/cn-500229-chengkou";

const engine = createEngine({ packs: [national, chengkou], overlays: [illustrative] });
const question = { on: "2026-11-21", rules: ["cn-500229-chengkou/service.concentratedDisabledCare"] };
const rural = { id: "p-1", birthDate: "1948-05-01", registeredResidence: { kind: "rural" as const } };
const person = { ...rural, assistance: ["destitute" as const], ability: { level: 4 }, wishes: { institution: true } };

const [decision] = engine.assess({ person }, question);
const clause = engine.clause(decision?.clauses[0] ?? "");
console.log(decision?.status, decision?.illustrative); //=> granted true
console.log(`${clause?.document.number} ${clause?.section}：${clause?.quote}`); //=> 城府办发〔2021〕156号 一（一）：实现农村失能特困人员集中照护“应护尽护”

const { ability, ...unassessed } = person;
const [unknown] = engine.assess({ person: unassessed }, question);
console.log(unknown?.status, unknown?.missing?.toGrant);
//=> undetermined [
//=>   {
//=>     fact: '/ability/level',
//=>     title: { zh: '能力等级', en: 'ability level' }
//=>   }
//=> ]
