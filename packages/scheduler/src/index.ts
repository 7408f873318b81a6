export { rosterFor } from "./demand/rosterFor.js";
export { visitsFor } from "./demand/visitsFor.js";
export { evaluate } from "./evaluate/evaluate.js";
export type { RouteState } from "./evaluate/routeState.js";
export { explainUnassigned, explainUnassignedTransports } from "./explain/explainUnassigned.js";
export { reasonWording } from "./explain/reasons.js";
export type { CaregiverDay } from "./features/checkHalf.js";
export type { Breach, CheckedFeature, CheckedPlan, CheckedRoute, CheckedStop, FeatureCheck } from "./features/checks.js";
export { builtInChecks } from "./features/checks.js";
export { defaultFeatures } from "./features/defaultFeatures.js";
export type { Feature } from "./features/feature.js";
export type { FeatureSearch, LinkedLimit, PairAt, Priced, RouteLimit } from "./features/searchHalf.js";
export type { Progress } from "./improve/improve.js";
export { toGeoJSON } from "./io/toGeoJSON.js";
export { toICalendar } from "./io/toICalendar.js";
export type { LinkedState } from "./linked/linkedState.js";
export { type Caregiver as ProblemCaregiver, caregiverSchema as problemCaregiverSchema, type Shift, type ShiftBreak } from "./model/caregiver.js";
export type { ClockTime } from "./model/clock.js";
export { type SchedulerCode, schedulerCodes } from "./model/codes.js";
export type { Compiled } from "./model/compiled.js";
export type { Link } from "./model/link.js";
export { defaultObjective, type FullObjective, type Objective } from "./model/objective.js";
export type { Plan, PlanCost, PlanRoute, PlanStop, Reason, RouteOrder, Run, Unassigned, UnassignedTransport, Violation } from "./model/plan.js";
export { planSchema } from "./model/planSchema.js";
export { type Place, type Problem, problemSchema, type TravelProfile } from "./model/problem.js";
export type { Transport } from "./model/transport.js";
export { validate } from "./model/validate.js";
export { type Vehicle as ProblemVehicle, vehicleSchema as problemVehicleSchema } from "./model/vehicle.js";
export type { Visit } from "./model/visit.js";
export { type PairingCode, pairingCodes } from "./pairing/codes.js";
export type {
  Grid,
  Optimality,
  Pair,
  Pairing,
  PairingReason,
  PairingRelaxation,
  PairingRun,
  PartnerChange,
  UnknownFact,
  Unpaired,
  VolunteerLoad,
} from "./pairing/model/pairing.js";
export { pairingSchema } from "./pairing/model/pairingSchema.js";
export {
  defaultPairingObjective,
  type GridRequirements,
  type OneToOneRequirements,
  type PairedPerson,
  type PairingMode,
  type PairingObjective,
  type PairingProblem,
  type PairingTravel,
  type PairingVolunteer,
  pairingProblemSchema,
} from "./pairing/model/problem.js";
export { pairingReasonWording } from "./pairing/model/reasons.js";
export { validatePairing } from "./pairing/model/validatePairing.js";
export { type PairOptions, pair } from "./pairing/pair.js";
export { type DemandedPairing, type PairingDemand, pairingFor } from "./pairing/pairingFor.js";
export { type VerifyPairingCode, verifyPairingCodes } from "./pairing/verify/codes.js";
export type { PairingViolation } from "./pairing/verify/pairingBreach.js";
export { verifyPairing } from "./pairing/verify/verifyPairing.js";
export type { NodeWorker, WebWorker } from "./parallel/workerPort.js";
export { solve } from "./solve.js";
export type { SolveOptions } from "./solveOptions.js";
export { greatCircleMetres } from "./travel/straightLine.js";
export { verifyCodes } from "./verify/codes.js";
export { verify } from "./verify/verify.js";
