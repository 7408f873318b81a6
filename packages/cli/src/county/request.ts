import { addDays, type CivilDate, weekdayOf } from "@eldercare/core";
import { OptionReading } from "./optionReading.js";

/** What a run for a county is asked to do. */
export interface CountyRequest {
  /** Folder with the areas (`*-towns.csv`, `*-villages.csv`) and `catalogue.json`. */
  readonly data: string;
  /** Size of the synthetic register; unused where a register is given. */
  readonly people: number;
  readonly seed: number;
  readonly on: CivilDate;
  /** Search time in seconds for all teams together; absent where iterations are given. */
  readonly seconds?: number;
  /** Search iterations for each team: repeatable on every machine. */
  readonly iterations?: number;
  /** Folder with the caller's own register. */
  readonly register?: string;
  /** File with the caller's own pack, in place of the built-in one. */
  readonly pack?: string;
  /** Files with values for open parameters, in place of the built-in examples. */
  readonly overlays: readonly string[];
  readonly skipBadRows: boolean;
  readonly out: string;
}

/** The command line's options, as written. */
export interface WrittenOptions {
  readonly data: string;
  readonly people: string;
  readonly seed: string;
  readonly on: string;
  readonly seconds?: string;
  readonly iterations?: string;
  readonly register?: string;
  readonly pack?: string;
  readonly overlay?: readonly string[];
  readonly skipBadRows?: boolean;
  readonly out: string;
}

const mostPeople = 100_000;
const defaultSeconds = 20;

/**
 * Reads the options of a run.
 *
 * @throws EldercareError OPTION_INVALID, OPTIONS_CONFLICT: every wrong option at once
 */
export function readRequest(written: WrittenOptions): CountyRequest {
  const reading = new OptionReading();
  const people = reading.whole("--people", written.people, 1, mostPeople, "人");
  const seed = reading.seed(written.seed);
  const budget = reading.budget(written, defaultSeconds);
  const on = reading.date("--on", written.on);
  if (written.out.trim() === "") reading.refuse("--out", written.out, "文件夹路径，如 out", "the path of a folder, such as out");
  if (written.skipBadRows === true && written.register === undefined)
    reading.refuse("--skip-bad-rows", "true", "与 --register 一起使用", "it together with --register");
  reading.requireSound();
  return {
    data: written.data,
    people,
    seed,
    on,
    ...budget,
    ...(written.register === undefined ? {} : { register: written.register }),
    ...(written.pack === undefined ? {} : { pack: written.pack }),
    overlays: written.overlay ?? [],
    skipBadRows: written.skipBadRows === true,
    out: written.out,
  };
}

/** The week to be planned: Monday to Sunday after the date asked. */
export function weekAfter(on: CivilDate): { from: CivilDate; to: CivilDate } {
  const from = addDays(on, 8 - weekdayOf(on));
  return { from, to: addDays(from, 6) };
}
