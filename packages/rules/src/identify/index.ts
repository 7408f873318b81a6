export type * from "./identifiedPerson.js";
export { type IdentificationPage, identify, type PageQuestion } from "./identify.js";
export { identifyPeople } from "./identifyPeople.js";
export { type FactOutreach, type OutreachSummary, OutreachTally, type RuleOutreach } from "./outreachTally.js";
export { type CallPage, type CallQuestion, peopleToCall } from "./peopleToCall.js";
export type { IdentificationQuestion } from "./snapshotComparison.js";
export { intervalOf, type VisitList, type VisitListQuestion, visitList } from "./visitList.js";
