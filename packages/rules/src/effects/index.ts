export { type BenefitEffect, benefitOf, type PriorityEffect, priorityOf } from "./grantedTerms.js";
export { type QueueApplicant, type QueueQuestion, type QueueRanking, rankApplicants } from "./rankApplicants.js";
