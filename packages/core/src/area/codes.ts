import { defineCodes } from "../errors/issue.js";

/** The codes of the room `area`. */
export const areaTreeCodes = {
  AREA_PARENT_MISSING: {
    severity: "warning",
    message: { zh: "{areaCode} 的上级区划 {parent} 不在区划表中", en: "the area above {areaCode}, {parent}, is not in the list of areas" },
    advice: { zh: "在区划表（areas）中补上该上级区划", en: "add it to `areas`" },
  },
  AREA_ORPHAN: {
    message: { zh: "区划代码 {seen} 不属于表中任何更高层级的区划", en: "area {seen} lies in none of the higher areas of the list" },
    advice: { zh: "核对代码，或补上其上级区划", en: "check the code, or add the areas above it" },
  },
} as const;

/** Reports an issue under a code of the room `area`. */
export const reportAreaIssue = defineCodes<keyof typeof areaTreeCodes>(areaTreeCodes);
