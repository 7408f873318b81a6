import type { Wording } from "@eldercare/core";
import type { Override, OverrideVerb } from "../pack/pack.js";

/** The verbs of an override, in words. */
const verbWords: Readonly<Record<OverrideVerb, Wording>> = {
  raise: { zh: "提高", en: "raise" },
  widen: { zh: "扩大", en: "widen" },
  narrow: { zh: "缩小", en: "narrow" },
  replace: { zh: "另行规定", en: "replace" },
  withdraw: { zh: "不再适用", en: "withdraw" },
};

/** What an override says that it does. */
export const verbsOf = ({ does }: Pick<Override, "does">): readonly OverrideVerb[] => (typeof does === "string" ? [does] : does);

/** What an override says that it does, in words: 提高并扩大. */
export function wordVerbs(override: Pick<Override, "does">): Wording {
  const words = verbsOf(override).map((verb) => verbWords[verb]);
  return { zh: words.map(({ zh }) => zh).join("并"), en: words.map(({ en }) => en).join(" and ") };
}

/** What an override names: a rule by its key, a parameter by its id. */
export const targetOf = ({ rule, parameter }: Override): string => rule ?? parameter ?? "";
