import type { ParameterValue } from "@eldercare/rules";
import { type Tell, packPageWords as words } from "./words.js";

/** From when until when a value holds. */
export const periodText = ({ from, to }: Pick<ParameterValue, "from" | "to">, tell: Tell): string =>
  to === undefined ? `${tell(words.from)} ${from} ${tell(words.since)}`.trim() : `${tell(words.from)} ${from} ${tell(words.to)} ${to}`;
