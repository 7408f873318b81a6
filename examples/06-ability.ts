import { assessAbility, classifySelfCare, classOfAbility, destituteSelfCareTest, gbt42195, recogniseAssessment } from "@eldercare/core/ability";

// a synthetic assessment by GB/T 42195-2022: 58 of 90 points
const lost = { bathing: 4, walking: 4, stairs: 3, memory: 4, understanding: 4, transport: 3, socialContact: 4, dailyAffairs: 4, bladder: 2 };
const scores = Object.fromEntries(gbt42195.items.map(({ id, most }) => [id, most - (lost[id as keyof typeof lost] ?? 0)]));
const healthy = { coma: false, dementia: false, otherMentalDisorder: false, incidents: 0 };
const assess = (conditions: typeof healthy) => assessAbility({ scale: gbt42195, scores, ...conditions, clauses: ["CL-2.1.1-a"] });

const moderate = assess(healthy).value;
console.log(moderate.leastPoints, gbt42195.bands[moderate.leastLevel]?.title.zh); //=> 58 中度失能

// dementia makes it worse by one level; what of the scale is recalled and not yet checked against its text is named
const severe = assess({ ...healthy, dementia: true });
console.log(severe.value.level, gbt42195.bands[severe.value.leastLevel]?.title.zh, severe.value.unverified); //=> 3 重度失能 [ 'fromLevel' ]

// no national standard says which levels are 半失能 and 失能: the pack does
const mapping = { 0: "selfCaring", 1: "semiDisabled", 2: "semiDisabled", 3: "disabled", 4: "disabled" } as const;
console.log(classOfAbility({ ...severe.value, mapping, clauses: ["NY-3.3.4-a"] }).value.class); //=> disabled

// two scores missing: the level lies between bounds, and what is missing is named
const { bathing: _, memory: __, ...told } = scores;
const open = assessAbility({ scale: gbt42195, scores: told, ...healthy, clauses: ["CL-2.1.1-a"] }).value;
console.log(open.level, open.leastLevel, open.mostLevel, open.missing); //=> undefined 1 2 [ 'bathing', 'memory' ]

// two departments assessed; both are recognised, the newest valid one counts, the other is named
const recognised = recogniseAssessment({
  assessments: [
    { id: "a-1", assessedOn: "2026-01-10", level: 2, department: "civilAffairs" },
    { id: "a-2", assessedOn: "2026-05-20", level: 3, department: "health" },
  ],
  on: "2026-11-21",
  recognised: ["civilAffairs", "health"],
  validMonths: 12,
  clauses: ["CL-2.1.1-b"],
}).value;
console.log(recognised.assessment?.id, recognised.validUntil, recognised.conflicts); //=> a-2 2027-05-20 [ 'a-1' ]

// the six indicators of destitute persons: four failed
const manages = { eating: true, bedTransfer: true, bathing: false, dressing: false, toileting: false, walkingIndoors: false };
const selfCare = classifySelfCare({ test: destituteSelfCareTest, manages, clauses: ["CK-1.1-c"] });
console.log(selfCare.value.careClass, selfCare.steps[0]?.zh); //=> whollyDependent 不能自理：穿衣、如厕、室内行走、洗澡
