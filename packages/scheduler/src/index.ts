export { rosterFor } from "./demand/rosterFor.js";
export { splitVisit, type VisitParts } from "./demand/splitVisit.js";
export { type Demand, type DemandedVisits, type DemandHistory, visitsFor } from "./demand/visitsFor.js";
export { evaluate } from "./evaluate/evaluate.js";
export type { RouteState } from "./evaluate/routeState.js";
export { explainUnassigned, explainUnassignedTransports } from "./explain/explainUnassigned.js";
export { reasonWording } from "./explain/reasons.js";
export type { CaregiverDay } from "./features/checkHalf.js";
export type { Breach, CheckedFeature, CheckedNight, CheckedPlan, CheckedRoute, CheckedStop, FeatureCheck } from "./features/checks.js";
export { builtInChecks } from "./features/checks.js";
export { defaultFeatures } from "./features/defaultFeatures.js";
export type { Feature } from "./features/feature.js";
export type { FeatureSearch, LinkedLimit, PairAt, Priced, RouteLimit } from "./features/searchHalf.js";
export type { Progress } from "./improve/improve.js";
export { toGeoJSON } from "./io/toGeoJSON.js";
export { toICalendar } from "./io/toICalendar.js";
export type { LinkedState } from "./linked/linkedState.js";
export type { Beds } from "./model/bed.js";
export { type Caregiver as ProblemCaregiver, caregiverSchema as problemCaregiverSchema, type Shift, type ShiftBreak } from "./model/caregiver.js";
export type { ClockTime } from "./model/clock.js";
export { type SchedulerCode, schedulerCodes } from "./model/codes.js";
export type { Compiled } from "./model/compiled.js";
export type { History } from "./model/history.js";
export type { Link } from "./model/link.js";
export { defaultObjective, type FullObjective, type Objective } from "./model/objective.js";
export type { Pattern } from "./model/pattern.js";
export type {
  LeftOut,
  Plan,
  PlanCost,
  PlanRoute,
  PlanStop,
  Reason,
  RouteOrder,
  Run,
  Unassigned,
  UnassignedTransport,
  Violation,
} from "./model/plan.js";
export { planSchema } from "./model/planSchema.js";
export type { Base } from "./model/presentPlan.js";
export { type Place, type Problem, problemSchema, type TravelProfile } from "./model/problem.js";
export type { Tour } from "./model/tour.js";
export type { Transport } from "./model/transport.js";
export { validate } from "./model/validate.js";
export { type Vehicle as ProblemVehicle, vehicleSchema as problemVehicleSchema } from "./model/vehicle.js";
export type { Visit } from "./model/visit.js";
export type { NodeWorker, WebWorker } from "./parallel/workerPort.js";
export { solve } from "./solve.js";
export type { SolveOptions } from "./solveOptions.js";
export { greatCircleMetres } from "./travel/straightLine.js";
export { verifyCodes } from "./verify/codes.js";
export { verify } from "./verify/verify.js";
