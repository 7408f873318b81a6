import type { CivilDate } from "@eldercare/core";
import { OptionReading } from "../county/optionReading.js";

/** The date that commands ask about unless told; no command reads the clock, so that a result can be had again. */
export const usualDate = "2026-11-21";

/** Reads `--on`. @throws EldercareError OPTION_INVALID */
export function readDateAsked(text: string): CivilDate {
  const reading = new OptionReading();
  const on = reading.date("--on", text);
  reading.requireSound();
  return on;
}
