import type { Wording } from "@eldercare/core";
import type { ClausePlaceKind } from "@eldercare/rules/clauses";
import { effectWords } from "../report/words.js";

/** What a place that carries out a clause is called: a rule by what it gives, or another part of the pack. */
export const placeWords: Readonly<Record<ClausePlaceKind, Wording>> = {
  ...effectWords,
  override: { zh: "对上级规定的改动", en: "override" },
  parameter: { zh: "参数", en: "parameter" },
  table: { zh: "表", en: "table" },
  fact: { zh: "定义", en: "definition" },
  linkage: { zh: "补贴衔接", en: "linkage" },
  contradiction: { zh: "前后不一致", en: "contradiction" },
  pack: { zh: "政策包", en: "pack" },
  calculator: { zh: "计算函数", en: "calculator" },
};
