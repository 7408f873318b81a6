import { bedsCheck } from "./beds/check.js";
import { bedsSearch } from "./beds/search.js";
import { builtInReasons } from "./builtInReasons.js";
import { caregiverCostCheck } from "./caregiverCost/check.js";
import { caregiverCostSearch } from "./caregiverCost/search.js";
import { certificatesCheck } from "./certificates/check.js";
import { certificatesSearch } from "./certificates/search.js";
import { changesCheck } from "./changes/check.js";
import { changesSearch } from "./changes/search.js";
import { continuityCheck } from "./continuity/check.js";
import { continuitySearch } from "./continuity/search.js";
import { equipmentCheck } from "./equipment/check.js";
import { equipmentSearch } from "./equipment/search.js";
import { fairLoadCheck } from "./fairLoad/check.js";
import { fairLoadSearch } from "./fairLoad/search.js";
import type { Feature } from "./feature.js";
import { fixedCheck } from "./fixed/check.js";
import { fixedSearch } from "./fixed/search.js";
import { languageWishCheck } from "./languageWish/check.js";
import { languageWishSearch } from "./languageWish/search.js";
import { linksCheck } from "./links/check.js";
import { linksSearch } from "./links/search.js";
import { mentorsCheck } from "./mentors/check.js";
import { mentorsSearch } from "./mentors/search.js";
import { oneAtATimeCheck } from "./oneAtATime/check.js";
import { oneAtATimeSearch } from "./oneAtATime/search.js";
import { onlyAndBarsCheck } from "./onlyAndBars/check.js";
import { onlyAndBarsSearch } from "./onlyAndBars/search.js";
import { patternsCheck } from "./patterns/check.js";
import { patternsSearch } from "./patterns/search.js";
import { preferencesCheck } from "./preferences/check.js";
import { preferencesSearch } from "./preferences/search.js";
import { priorityCheck } from "./priority/check.js";
import { prioritySearch } from "./priority/search.js";
import { ratingCheck } from "./rating/check.js";
import { ratingSearch } from "./rating/search.js";
import { requiredVisitsCheck } from "./requiredVisits/check.js";
import { requiredVisitsSearch } from "./requiredVisits/search.js";
import { restDaysCheck } from "./restDays/check.js";
import { restDaysSearch } from "./restDays/search.js";
import { returnsCheck } from "./returns/check.js";
import { returnsSearch } from "./returns/search.js";
import { seatsCheck } from "./seats/check.js";
import { seatsSearch } from "./seats/search.js";
import { serviceAreaCheck } from "./serviceArea/check.js";
import { serviceAreaSearch } from "./serviceArea/search.js";
import { sexWishCheck } from "./sexWish/check.js";
import { sexWishSearch } from "./sexWish/search.js";
import { skillsCheck } from "./skills/check.js";
import { skillsSearch } from "./skills/search.js";
import { stockCheck } from "./stock/check.js";
import { stockSearch } from "./stock/search.js";
import { tagsCheck } from "./tags/check.js";
import { tagsSearch } from "./tags/search.js";
import { toursCheck } from "./tours/check.js";
import { toursSearch } from "./tours/search.js";
import { trainingCheck } from "./training/check.js";
import { trainingSearch } from "./training/search.js";
import { wantedDatesCheck } from "./wantedDates/check.js";
import { wantedDatesSearch } from "./wantedDates/search.js";
import { workingTimeCheck } from "./workingTime/check.js";
import { workingTimeSearch } from "./workingTime/search.js";

/**
 * The aspects that hold unless a list of features says otherwise; a vendor's feature is added beside them:
 * `solve(problem, { features: [...defaultFeatures, ours] })`.
 */
export const defaultFeatures: readonly Feature[] = [
  { name: "skills", search: skillsSearch, check: skillsCheck, reasons: builtInReasons.skills },
  { name: "certificates", search: certificatesSearch, check: certificatesCheck, reasons: builtInReasons.certificates },
  { name: "training", search: trainingSearch, check: trainingCheck, reasons: builtInReasons.training },
  { name: "mentors", search: mentorsSearch, check: mentorsCheck, reasons: builtInReasons.mentors },
  { name: "sexWish", search: sexWishSearch, check: sexWishCheck, reasons: builtInReasons.sexWish },
  { name: "languageWish", search: languageWishSearch, check: languageWishCheck, reasons: builtInReasons.languageWish },
  { name: "tags", search: tagsSearch, check: tagsCheck, reasons: builtInReasons.tags },
  { name: "onlyAndBars", search: onlyAndBarsSearch, check: onlyAndBarsCheck, reasons: builtInReasons.onlyAndBars },
  { name: "serviceArea", search: serviceAreaSearch, check: serviceAreaCheck, reasons: builtInReasons.serviceArea },
  { name: "fixed", search: fixedSearch, check: fixedCheck, reasons: builtInReasons.fixed },
  { name: "preferences", search: preferencesSearch, check: preferencesCheck, reasons: {} },
  { name: "caregiverCost", search: caregiverCostSearch, check: caregiverCostCheck, reasons: {} },
  { name: "rating", search: ratingSearch, check: ratingCheck, reasons: {} },
  { name: "wantedDates", search: wantedDatesSearch, check: wantedDatesCheck, reasons: {} },
  { name: "priority", search: prioritySearch, check: priorityCheck, reasons: {} },
  { name: "requiredVisits", search: requiredVisitsSearch, check: requiredVisitsCheck, reasons: {} },
  { name: "workingTime", search: workingTimeSearch, check: workingTimeCheck, reasons: builtInReasons.workingTime },
  { name: "restDays", search: restDaysSearch, check: restDaysCheck, reasons: builtInReasons.restDays },
  { name: "stock", search: stockSearch, check: stockCheck, reasons: builtInReasons.stock },
  { name: "equipment", search: equipmentSearch, check: equipmentCheck, reasons: builtInReasons.equipment },
  { name: "seats", search: seatsSearch, check: seatsCheck, reasons: builtInReasons.seats },
  { name: "links", search: linksSearch, check: linksCheck, reasons: builtInReasons.links },
  { name: "patterns", search: patternsSearch, check: patternsCheck, reasons: builtInReasons.patterns },
  { name: "continuity", search: continuitySearch, check: continuityCheck, reasons: {} },
  { name: "fairLoad", search: fairLoadSearch, check: fairLoadCheck, reasons: {} },
  { name: "beds", search: bedsSearch, check: bedsCheck, reasons: builtInReasons.beds },
  { name: "returns", search: returnsSearch, check: returnsCheck, reasons: builtInReasons.returns },
  { name: "tours", search: toursSearch, check: toursCheck, reasons: {} },
  { name: "oneAtATime", search: oneAtATimeSearch, check: oneAtATimeCheck, reasons: builtInReasons.oneAtATime },
  { name: "changes", search: changesSearch, check: changesCheck, reasons: {} },
];
