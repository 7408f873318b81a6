import { certificatesCheck } from "./certificates/check.js";
import { certificatesSearch } from "./certificates/search.js";
import type { Feature } from "./feature.js";
import { fixedCheck } from "./fixed/check.js";
import { fixedSearch } from "./fixed/search.js";
import { languageWishCheck } from "./languageWish/check.js";
import { languageWishSearch } from "./languageWish/search.js";
import { onlyAndBarsCheck } from "./onlyAndBars/check.js";
import { onlyAndBarsSearch } from "./onlyAndBars/search.js";
import { preferencesCheck } from "./preferences/check.js";
import { preferencesSearch } from "./preferences/search.js";
import { priorityCheck } from "./priority/check.js";
import { prioritySearch } from "./priority/search.js";
import { requiredVisitsCheck } from "./requiredVisits/check.js";
import { requiredVisitsSearch } from "./requiredVisits/search.js";
import { sexWishCheck } from "./sexWish/check.js";
import { sexWishSearch } from "./sexWish/search.js";
import { skillsCheck } from "./skills/check.js";
import { skillsSearch } from "./skills/search.js";
import { stockCheck } from "./stock/check.js";
import { stockSearch } from "./stock/search.js";
import { tagsCheck } from "./tags/check.js";
import { tagsSearch } from "./tags/search.js";
import { workingTimeCheck } from "./workingTime/check.js";
import { workingTimeSearch } from "./workingTime/search.js";

/**
 * The aspects that hold unless a list of features says otherwise; a vendor's feature is added beside them:
 * `solve(problem, { features: [...defaultFeatures, ours] })`.
 */
export const defaultFeatures: readonly Feature[] = [
  {
    name: "skills",
    search: skillsSearch,
    check: skillsCheck,
    reasons: { SKILL_MISSING: { zh: "不具备所需技能", en: "lacks a skill that the visit needs" } },
  },
  {
    name: "certificates",
    search: certificatesSearch,
    check: certificatesCheck,
    reasons: { CERTIFICATE_MISSING: { zh: "没有当日有效的所需证书", en: "holds no valid certificate that the visit needs" } },
  },
  {
    name: "sexWish",
    search: sexWishSearch,
    check: sexWishCheck,
    reasons: { SEX_WISH: { zh: "性别不符合服务对象的意愿", en: "is not of the sex wished for" } },
  },
  {
    name: "languageWish",
    search: languageWishSearch,
    check: languageWishCheck,
    reasons: { LANGUAGE_WISH: { zh: "不会服务对象希望使用的语言", en: "does not speak the language wished for" } },
  },
  { name: "tags", search: tagsSearch, check: tagsCheck, reasons: { TAG_MISSING: { zh: "缺少所需标签", en: "lacks a tag that the visit needs" } } },
  {
    name: "onlyAndBars",
    search: onlyAndBarsSearch,
    check: onlyAndBarsCheck,
    reasons: {
      BARRED: { zh: "已被该服务排除", en: "is barred from the visit" },
      NOT_AMONG_ONLY: { zh: "不在该服务限定的人员之中", en: "is not among those to whom the visit is left" },
    },
  },
  {
    name: "fixed",
    search: fixedSearch,
    check: fixedCheck,
    reasons: { FIXED_ELSEWHERE: { zh: "该服务已定由他人或在其他日期承担", en: "the visit is fixed to somebody else or to another date" } },
  },
  { name: "preferences", search: preferencesSearch, check: preferencesCheck, reasons: {} },
  { name: "priority", search: prioritySearch, check: priorityCheck, reasons: {} },
  { name: "requiredVisits", search: requiredVisitsSearch, check: requiredVisitsCheck, reasons: {} },
  {
    name: "workingTime",
    search: workingTimeSearch,
    check: workingTimeCheck,
    reasons: { WORK_LIMIT: { zh: "加上该服务将超过每日或每周工作上限", en: "would work longer than the limit for the day or the week" } },
  },
  {
    name: "stock",
    search: stockSearch,
    check: stockCheck,
    reasons: { STOCK_SHORT: { zh: "可携带的物资不足", en: "cannot carry the goods needed" } },
  },
];
