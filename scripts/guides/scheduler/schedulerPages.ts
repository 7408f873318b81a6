import type { GuidePage } from "../guidePage.js";
import { breaks } from "./breaks.js";
import { preferred } from "./preferred.js";
import { sequence } from "./sequence.js";
import { serviceTime } from "./serviceTime.js";
import { skills } from "./skills.js";
import { softHours } from "./softHours.js";
import { together } from "./together.js";
import { windows } from "./windows.js";
import { wishes } from "./wishes.js";

/** The pages of the scheduler's guide, in the order of its index. */
export const schedulerPages: readonly GuidePage[] = [windows, softHours, serviceTime, skills, wishes, preferred, breaks, together, sequence];
