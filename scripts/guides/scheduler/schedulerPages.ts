import type { GuidePage } from "../guidePage.js";
import type { SitingGuidePage } from "../sites/workSites.js";
import { advice } from "./advice.js";
import { alternatives } from "./alternatives.js";
import { apart } from "./apart.js";
import { breaks } from "./breaks.js";
import { continuity } from "./continuity.js";
import { fairLoad } from "./fairLoad.js";
import { fixedVisits } from "./fixedVisits.js";
import { idlest } from "./idlest.js";
import { oneAtATime } from "./oneAtATime.js";
import { overtime } from "./overtime.js";
import { ownFeature } from "./ownFeature.js";
import { patterns } from "./patterns.js";
import { preferred } from "./preferred.js";
import { priority } from "./priority.js";
import { sequence } from "./sequence.js";
import { serviceTime } from "./serviceTime.js";
import { siting } from "./siting.js";
import { skills } from "./skills.js";
import { softHours } from "./softHours.js";
import { spacing } from "./spacing.js";
import { startPlan } from "./startPlan.js";
import { together } from "./together.js";
import { transports } from "./transports.js";
import { unassigned } from "./unassigned.js";
import { vehicles } from "./vehicles.js";
import { windows } from "./windows.js";
import { wishes } from "./wishes.js";
import { workingTime } from "./workingTime.js";

/** The pages of the scheduler's guide, in the order of its index. */
export const schedulerPages: readonly (GuidePage | SitingGuidePage)[] = [
  windows,
  softHours,
  serviceTime,
  skills,
  wishes,
  preferred,
  priority,
  fixedVisits,
  breaks,
  overtime,
  workingTime,
  idlest,
  fairLoad,
  vehicles,
  transports,
  together,
  sequence,
  spacing,
  alternatives,
  patterns,
  continuity,
  apart,
  oneAtATime,
  unassigned,
  advice,
  startPlan,
  siting,
  ownFeature,
];
