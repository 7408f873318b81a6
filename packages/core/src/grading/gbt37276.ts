import { rational } from "../money/rational.js";
import type { ScoreSheet } from "./scoreSheet.js";

const level = (grade: number, total: bigint, percent: bigint) => ({
  grade,
  total: rational(total, 1n),
  ofEachPart: rational(percent, 100n),
  verified: false,
});

/**
 * The score sheet of GB/T 37276-2018 as the rules of Changsha give it, to be overridden where a place has its own. Parts and
 * thresholds are seen in that public copy; that the national guide has the same thresholds, and the three years of validity,
 * are only recalled.
 *
 * Source: GB/T 37276-2018 养老机构等级划分与评定, by the rules of Changsha (third-party copy, bengbuluntan.com/970).
 */
export const gbt37276: ScoreSheet = {
  standard: "GB/T 37276-2018",
  parts: [
    { id: "environment", title: { zh: "环境", en: "environment" }, most: rational(120n, 1n), verified: true },
    { id: "facilities", title: { zh: "设施设备", en: "facilities and equipment" }, most: rational(130n, 1n), verified: true },
    { id: "operation", title: { zh: "运营管理", en: "operation" }, most: rational(150n, 1n), verified: true },
    { id: "service", title: { zh: "服务", en: "service" }, most: rational(600n, 1n), verified: true },
  ],
  levels: [level(1, 360n, 40n), level(2, 450n, 50n), level(3, 570n, 60n), level(4, 780n, 80n), level(5, 900n, 90n)],
  validity: { months: 36, verified: false },
};
