import { addDays, type CivilDate, type Facility } from "@eldercare/core";
import { syntheticAssumptions } from "./assumptions.js";
import type { Random } from "./random.js";

const stages = ["planned", "ready", "started", "built", "accepted", "operating"] as const;

/**
 * The stages that a facility's works went through, with their dates: some late, some not finished, some not recorded at all.
 *
 * @param on civil date after which nothing has happened yet
 * @returns undefined where nobody recorded anything
 */
export function drawWorks(random: Random, on: CivilDate): Facility["events"] {
  const { worksBegin, worksBeginWithinDays, stageDays, lateShare, lateDays, unfinishedShare, eventsMissingShare } = syntheticAssumptions.facilities;
  if (random.chance(eventsMissingShare)) return undefined;
  const reached = random.chance(unfinishedShare) ? random.whole(1, stages.length - 2) : stages.length;
  let day = addDays(worksBegin, random.whole(0, worksBeginWithinDays) + (random.chance(lateShare) ? random.whole(...lateDays) : 0));
  return stages
    .slice(0, reached)
    .map((state) => {
      const event = { on: day, state };
      day = addDays(day, random.whole(...stageDays));
      return event;
    })
    .filter((event) => event.on <= on);
}
