import type { GuidePage } from "../guidePage.js";
import { breaks } from "./breaks.js";
import { sequence } from "./sequence.js";
import { together } from "./together.js";

/** The pages of the scheduler's guide, in the order of its index. */
export const schedulerPages: readonly GuidePage[] = [breaks, together, sequence];
