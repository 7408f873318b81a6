import { bedsCheck } from "./beds/check.js";
import { bedsSearch } from "./beds/search.js";
import { builtInReasons } from "./builtInReasons.js";
import { certificatesCheck } from "./certificates/check.js";
import { certificatesSearch } from "./certificates/search.js";
import { equipmentCheck } from "./equipment/check.js";
import { equipmentSearch } from "./equipment/search.js";
import type { Feature } from "./feature.js";
import { fixedCheck } from "./fixed/check.js";
import { fixedSearch } from "./fixed/search.js";
import { languageWishCheck } from "./languageWish/check.js";
import { languageWishSearch } from "./languageWish/search.js";
import { linksCheck } from "./links/check.js";
import { linksSearch } from "./links/search.js";
import { oneAtATimeCheck } from "./oneAtATime/check.js";
import { oneAtATimeSearch } from "./oneAtATime/search.js";
import { onlyAndBarsCheck } from "./onlyAndBars/check.js";
import { onlyAndBarsSearch } from "./onlyAndBars/search.js";
import { preferencesCheck } from "./preferences/check.js";
import { preferencesSearch } from "./preferences/search.js";
import { priorityCheck } from "./priority/check.js";
import { prioritySearch } from "./priority/search.js";
import { requiredVisitsCheck } from "./requiredVisits/check.js";
import { requiredVisitsSearch } from "./requiredVisits/search.js";
import { returnsCheck } from "./returns/check.js";
import { returnsSearch } from "./returns/search.js";
import { seatsCheck } from "./seats/check.js";
import { seatsSearch } from "./seats/search.js";
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
import { workingTimeCheck } from "./workingTime/check.js";
import { workingTimeSearch } from "./workingTime/search.js";

/**
 * The aspects that hold unless a list of features says otherwise; a vendor's feature is added beside them:
 * `solve(problem, { features: [...defaultFeatures, ours] })`.
 */
export const defaultFeatures: readonly Feature[] = [
  { name: "skills", search: skillsSearch, check: skillsCheck, reasons: builtInReasons.skills },
  { name: "certificates", search: certificatesSearch, check: certificatesCheck, reasons: builtInReasons.certificates },
  { name: "sexWish", search: sexWishSearch, check: sexWishCheck, reasons: builtInReasons.sexWish },
  { name: "languageWish", search: languageWishSearch, check: languageWishCheck, reasons: builtInReasons.languageWish },
  { name: "tags", search: tagsSearch, check: tagsCheck, reasons: builtInReasons.tags },
  { name: "onlyAndBars", search: onlyAndBarsSearch, check: onlyAndBarsCheck, reasons: builtInReasons.onlyAndBars },
  { name: "fixed", search: fixedSearch, check: fixedCheck, reasons: builtInReasons.fixed },
  { name: "preferences", search: preferencesSearch, check: preferencesCheck, reasons: {} },
  { name: "priority", search: prioritySearch, check: priorityCheck, reasons: {} },
  { name: "requiredVisits", search: requiredVisitsSearch, check: requiredVisitsCheck, reasons: {} },
  { name: "workingTime", search: workingTimeSearch, check: workingTimeCheck, reasons: builtInReasons.workingTime },
  { name: "stock", search: stockSearch, check: stockCheck, reasons: builtInReasons.stock },
  { name: "equipment", search: equipmentSearch, check: equipmentCheck, reasons: builtInReasons.equipment },
  { name: "seats", search: seatsSearch, check: seatsCheck, reasons: builtInReasons.seats },
  { name: "links", search: linksSearch, check: linksCheck, reasons: builtInReasons.links },
  { name: "beds", search: bedsSearch, check: bedsCheck, reasons: builtInReasons.beds },
  { name: "returns", search: returnsSearch, check: returnsCheck, reasons: builtInReasons.returns },
  { name: "tours", search: toursSearch, check: toursCheck, reasons: {} },
  { name: "oneAtATime", search: oneAtATimeSearch, check: oneAtATimeCheck, reasons: builtInReasons.oneAtATime },
];
