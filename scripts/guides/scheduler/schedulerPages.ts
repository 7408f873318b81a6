import type { AnyGuidePage } from "../makeGuides.js";
import { advice } from "./advice.js";
import { alternatives } from "./alternatives.js";
import { apart } from "./apart.js";
import { appointments } from "./appointments.js";
import { area } from "./area.js";
import { beds } from "./beds.js";
import { breaks } from "./breaks.js";
import { caregiverCost } from "./caregiverCost.js";
import { continuity } from "./continuity.js";
import { dayChanges } from "./dayChanges.js";
import { demand } from "./demand.js";
import { fairLoad } from "./fairLoad.js";
import { fixedVisits } from "./fixedVisits.js";
import { idlest } from "./idlest.js";
import { longVisits } from "./longVisits.js";
import { meals } from "./meals.js";
import { oneAtATime } from "./oneAtATime.js";
import { overtime } from "./overtime.js";
import { ownFeature } from "./ownFeature.js";
import { pairing } from "./pairing.js";
import { patterns } from "./patterns.js";
import { preferred } from "./preferred.js";
import { priority } from "./priority.js";
import { rating } from "./rating.js";
import { rest } from "./rest.js";
import { sequence } from "./sequence.js";
import { serviceTime } from "./serviceTime.js";
import { siting } from "./siting.js";
import { skills } from "./skills.js";
import { softHours } from "./softHours.js";
import { spacing } from "./spacing.js";
import { startPlan } from "./startPlan.js";
import { together } from "./together.js";
import { tours } from "./tours.js";
import { trainees } from "./trainees.js";
import { transports } from "./transports.js";
import { unassigned } from "./unassigned.js";
import { vehicles } from "./vehicles.js";
import { wantedDates } from "./wantedDates.js";
import { windows } from "./windows.js";
import { wishes } from "./wishes.js";
import { workingTime } from "./workingTime.js";

/** The pages of the scheduler's guide, in the order of its index. */
export const schedulerPages: readonly AnyGuidePage[] = [
  demand,
  windows,
  softHours,
  serviceTime,
  skills,
  trainees,
  wishes,
  preferred,
  area,
  priority,
  wantedDates,
  fixedVisits,
  appointments,
  breaks,
  overtime,
  workingTime,
  rest,
  caregiverCost,
  rating,
  idlest,
  fairLoad,
  vehicles,
  transports,
  meals,
  beds,
  tours,
  together,
  sequence,
  longVisits,
  spacing,
  alternatives,
  patterns,
  continuity,
  apart,
  oneAtATime,
  unassigned,
  advice,
  startPlan,
  dayChanges,
  pairing,
  siting,
  ownFeature,
];
