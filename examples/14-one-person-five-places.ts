import { createEngine, type Overlay, type Pack } from "@eldercare/rules";
import { proveOverrides } from "@eldercare/rules/analyse";
import { pack as national } from "@eldercare/rules/packs/cn";
import * as pastoral from "@eldercare/rules/packs/cn-15-pastoral";
import * as nanyang from "@eldercare/rules/packs/cn-4113-nanyang";
import * as changli from "@eldercare/rules/packs/cn-130322-changli";
import * as nancheng from "@eldercare/rules/packs/cn-361021-nancheng";
import * as chengkou from "@eldercare/rules/packs/cn-500229-chengkou";

// `node examples/14-one-person-five-places.ts --en` prints the same in English; what is quoted stays as the document has it
const locale = process.argv.includes("--en") ? "en" : "zh";
const on = "2026-11-21";

// a synthetic person, wherever she lives: 86 years old, alone, without children, destitute, supported at home, moderately disabled
const known = { id: "p-1", birthDate: "1940-03-02", livingArrangement: "alone", childless: true, uncaredFor: true, leftBehind: false } as const;
const support = { assistance: ["destitute" as const], support: "dispersed" as const, ability: { level: 3, assessedOn: "2026-06-01" } };

function ask({ pack, illustrative }: { pack: Pack; illustrative: Overlay }, area: string, rule: string, pastoralCounty = false): void {
  const engine = createEngine({ packs: [national, pack], overlays: [illustrative], prove: proveOverrides });
  const person = { ...known, ...support, residence: { area }, registeredResidence: { area: area.slice(0, 6), kind: "rural" as const } };
  const county = { code: area.slice(0, 6), name: "示例县", tier: "county" as const, pastoral: pastoralCounty };
  const [decision] = engine.assess({ person }, { on, register: { areas: [county] }, rules: [`${pack.id}/${rule}`] });
  const title = engine.rules(on).find(({ key }) => key === decision?.rule)?.title[locale];
  const missing = decision?.missing?.toGrant.map((fact) => fact.title?.[locale]) ?? [];
  console.log(`${pack.title[locale]}: ${title}`);
  console.log(decision?.status, ...missing);
  for (const clause of decision?.clauses.slice(0, 1) ?? []) console.log(clause, engine.clause(clause)?.quote);
}

ask(chengkou, "500229103205", "pairing.oneToOne");
//=> 城口县农村养老服务: “一对一”结对帮扶
//=> granted
//=> CK-2.7-b 对居家特困人员、低收入家庭以及计划生育特殊家庭失能老年人等重点对象,  组织开展“一对一”结对帮扶

ask(changli, "130322101201", "service.homeAdaptation");
//=> 昌黎县基本养老服务体系: 分散供养的失能、高龄、残疾老年人家庭适老化改造
//=> granted
//=> CL-2.4.12-b 对纳入分散特困供养的失能、高龄、残疾老年人家庭实施居家适老化改造

ask(nancheng, "361021101201", "service.meals");
//=> 南城县农村“一老一小”服务资源配置试点: 试点村（居）老年人关爱服务：助餐
//=> undetermined 试点批次
//=> NC-4.2.7-a 乡镇、村(居)要常态化进行助餐、健身、文娱等关爱服务

ask(nanyang, "411303001001", "service.sixAssistances.emergency");
//=> 南阳市社区居家养老服务: “六助”上门服务：助急
//=> granted
//=> NY-3.5-a “六助”(助餐、助浴、助洁、助行、助医、助急)上门服务

ask(pastoral, "152501101201", "service.mobileBathing", true);
//=> 内蒙古牧区养老服务: 巡回流动助浴
//=> granted
//=> IM-2.2-f 定期为分散供养特困老年人、孤寡、高龄、留守、独居、失能（失智）、计划生育特殊家庭老年人等提供巡回流动助浴、助医、家政、康复护理等专业服务
