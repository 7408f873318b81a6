export type {
  OpenedSite,
  SiteReason,
  SitingAnswer,
  SitingAssignment,
  SitingBound,
  SitingChange,
  SitingCost,
  SitingPlan,
  SitingRelaxation,
  SitingRun,
  SitingShortfall,
  SitingViolation,
  UnservedDemand,
} from "./answer.js";
export { verifySiting } from "./check/verifySiting.js";
export { type SitingCode, sitingCodes, sitingViolationCodes } from "./codes.js";
export {
  type SiteCandidate,
  type SitingDemand,
  type SitingProblem,
  type SitingRules,
  type SitingTravel,
  type SitingWeights,
  sitingProblemSchema,
} from "./problem.js";
export { site } from "./site.js";
export type { SitingOptions } from "./sitingOptions.js";
export { validateSiting } from "./validateSiting.js";
export { type SitingNote, withSitingDecisions } from "./withSitingDecisions.js";
