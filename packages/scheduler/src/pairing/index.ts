export { type PairingCode, pairingCodes } from "./codes.js";
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
} from "./model/pairing.js";
export { pairingSchema } from "./model/pairingSchema.js";
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
} from "./model/problem.js";
export { pairingReasonWording } from "./model/reasons.js";
export { validatePairing } from "./model/validatePairing.js";
export { type PairOptions, pair } from "./pair.js";
export { type DemandedPairing, type PairingDemand, pairingFor } from "./pairingFor.js";
export { type VerifyPairingCode, verifyPairingCodes } from "./verify/codes.js";
export type { PairingViolation } from "./verify/pairingBreach.js";
export { verifyPairing } from "./verify/verifyPairing.js";
