import { bedsCheck } from "./beds/check.js";
import { builtInReasons } from "./builtInReasons.js";
import { caregiverCostCheck } from "./caregiverCost/check.js";
import { certificatesCheck } from "./certificates/check.js";
import { changesCheck } from "./changes/check.js";
import type { CheckedFeature } from "./checkHalf.js";
import { continuityCheck } from "./continuity/check.js";
import { equipmentCheck } from "./equipment/check.js";
import { fairLoadCheck } from "./fairLoad/check.js";
import { fixedCheck } from "./fixed/check.js";
import { languageWishCheck } from "./languageWish/check.js";
import { linksCheck } from "./links/check.js";
import { mentorsCheck } from "./mentors/check.js";
import { oneAtATimeCheck } from "./oneAtATime/check.js";
import { onlyAndBarsCheck } from "./onlyAndBars/check.js";
import { patternsCheck } from "./patterns/check.js";
import { preferencesCheck } from "./preferences/check.js";
import { priorityCheck } from "./priority/check.js";
import { ratingCheck } from "./rating/check.js";
import { requiredVisitsCheck } from "./requiredVisits/check.js";
import { restDaysCheck } from "./restDays/check.js";
import { returnsCheck } from "./returns/check.js";
import { seatsCheck } from "./seats/check.js";
import { serviceAreaCheck } from "./serviceArea/check.js";
import { sexWishCheck } from "./sexWish/check.js";
import { skillsCheck } from "./skills/check.js";
import { stockCheck } from "./stock/check.js";
import { tagsCheck } from "./tags/check.js";
import { toursCheck } from "./tours/check.js";
import { trainingCheck } from "./training/check.js";
import { wantedDatesCheck } from "./wantedDates/check.js";
import { workingTimeCheck } from "./workingTime/check.js";

/** The check halves of the built-in features: what `verify` loads, and nothing of the search. */
export const builtInChecks = [
  { name: "skills", check: skillsCheck, reasons: builtInReasons.skills },
  { name: "certificates", check: certificatesCheck, reasons: builtInReasons.certificates },
  { name: "training", check: trainingCheck, reasons: builtInReasons.training },
  { name: "mentors", check: mentorsCheck, reasons: builtInReasons.mentors },
  { name: "sexWish", check: sexWishCheck, reasons: builtInReasons.sexWish },
  { name: "languageWish", check: languageWishCheck, reasons: builtInReasons.languageWish },
  { name: "tags", check: tagsCheck, reasons: builtInReasons.tags },
  { name: "onlyAndBars", check: onlyAndBarsCheck, reasons: builtInReasons.onlyAndBars },
  { name: "serviceArea", check: serviceAreaCheck, reasons: builtInReasons.serviceArea },
  { name: "fixed", check: fixedCheck, reasons: builtInReasons.fixed },
  { name: "preferences", check: preferencesCheck },
  { name: "caregiverCost", check: caregiverCostCheck },
  { name: "rating", check: ratingCheck },
  { name: "wantedDates", check: wantedDatesCheck },
  { name: "priority", check: priorityCheck },
  { name: "requiredVisits", check: requiredVisitsCheck },
  { name: "workingTime", check: workingTimeCheck, reasons: builtInReasons.workingTime },
  { name: "restDays", check: restDaysCheck, reasons: builtInReasons.restDays },
  { name: "stock", check: stockCheck, reasons: builtInReasons.stock },
  { name: "equipment", check: equipmentCheck, reasons: builtInReasons.equipment },
  { name: "seats", check: seatsCheck, reasons: builtInReasons.seats },
  { name: "links", check: linksCheck, reasons: builtInReasons.links },
  { name: "patterns", check: patternsCheck, reasons: builtInReasons.patterns },
  { name: "continuity", check: continuityCheck },
  { name: "fairLoad", check: fairLoadCheck },
  { name: "beds", check: bedsCheck, reasons: builtInReasons.beds },
  { name: "returns", check: returnsCheck, reasons: builtInReasons.returns },
  { name: "tours", check: toursCheck },
  { name: "oneAtATime", check: oneAtATimeCheck, reasons: builtInReasons.oneAtATime },
  { name: "changes", check: changesCheck },
] as const satisfies readonly CheckedFeature[];

export type { Breach, CheckedFeature, CheckedNight, CheckedPlan, CheckedRoute, CheckedStop, FeatureCheck } from "./checkHalf.js";
