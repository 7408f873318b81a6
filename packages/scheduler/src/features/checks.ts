import { bedsCheck } from "./beds/check.js";
import { builtInReasons } from "./builtInReasons.js";
import { certificatesCheck } from "./certificates/check.js";
import type { CheckedFeature } from "./checkHalf.js";
import { equipmentCheck } from "./equipment/check.js";
import { fixedCheck } from "./fixed/check.js";
import { languageWishCheck } from "./languageWish/check.js";
import { linksCheck } from "./links/check.js";
import { oneAtATimeCheck } from "./oneAtATime/check.js";
import { onlyAndBarsCheck } from "./onlyAndBars/check.js";
import { preferencesCheck } from "./preferences/check.js";
import { priorityCheck } from "./priority/check.js";
import { requiredVisitsCheck } from "./requiredVisits/check.js";
import { returnsCheck } from "./returns/check.js";
import { seatsCheck } from "./seats/check.js";
import { sexWishCheck } from "./sexWish/check.js";
import { skillsCheck } from "./skills/check.js";
import { stockCheck } from "./stock/check.js";
import { tagsCheck } from "./tags/check.js";
import { toursCheck } from "./tours/check.js";
import { workingTimeCheck } from "./workingTime/check.js";

/** The check halves of the built-in features: what `verify` loads, and nothing of the search. */
export const builtInChecks = [
  { name: "skills", check: skillsCheck, reasons: builtInReasons.skills },
  { name: "certificates", check: certificatesCheck, reasons: builtInReasons.certificates },
  { name: "sexWish", check: sexWishCheck, reasons: builtInReasons.sexWish },
  { name: "languageWish", check: languageWishCheck, reasons: builtInReasons.languageWish },
  { name: "tags", check: tagsCheck, reasons: builtInReasons.tags },
  { name: "onlyAndBars", check: onlyAndBarsCheck, reasons: builtInReasons.onlyAndBars },
  { name: "fixed", check: fixedCheck, reasons: builtInReasons.fixed },
  { name: "preferences", check: preferencesCheck },
  { name: "priority", check: priorityCheck },
  { name: "requiredVisits", check: requiredVisitsCheck },
  { name: "workingTime", check: workingTimeCheck, reasons: builtInReasons.workingTime },
  { name: "stock", check: stockCheck, reasons: builtInReasons.stock },
  { name: "equipment", check: equipmentCheck, reasons: builtInReasons.equipment },
  { name: "seats", check: seatsCheck, reasons: builtInReasons.seats },
  { name: "links", check: linksCheck, reasons: builtInReasons.links },
  { name: "beds", check: bedsCheck, reasons: builtInReasons.beds },
  { name: "returns", check: returnsCheck, reasons: builtInReasons.returns },
  { name: "tours", check: toursCheck },
  { name: "oneAtATime", check: oneAtATimeCheck, reasons: builtInReasons.oneAtATime },
] as const satisfies readonly CheckedFeature[];

export type { Breach, CheckedFeature, CheckedNight, CheckedPlan, CheckedRoute, CheckedStop, FeatureCheck } from "./checkHalf.js";
