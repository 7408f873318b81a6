import type { Wording } from "@eldercare/core";
import type { Breach } from "../features/checks.js";
import type { Violation } from "../model/plan.js";

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{([\w.]+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Puts a breach into words. A code that its catalogue does not explain is shown as it is. */
export function wordBreach(breach: Breach, codes: Readonly<Record<string, Wording>>): Violation {
  const { code, values, ...about } = breach;
  const wording = codes[code] ?? { zh: code, en: code };
  const all = { ...about, ...values };
  return { code, ...about, message: { zh: fill(wording.zh, all), en: fill(wording.en, all) } };
}
