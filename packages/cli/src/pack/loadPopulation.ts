import type { CivilDate, Issue, Register } from "@eldercare/core";
import { readAreaTables } from "../register/readAreaTables.js";
import { readRegister } from "../register/readRegister.js";
import { synthesise } from "../synthetic/synthesise.js";

/** Whom a question is asked about. */
export interface Population {
  /** Tables that were not given are not there, as nothing is known of them. */
  readonly register: Partial<Register>;
  readonly synthetic: boolean;
  readonly skipped: readonly Issue[];
}

/** Where the people come from: a folder with a register, or areas over which some are made up. */
export interface PopulationRequest {
  readonly register?: string | undefined;
  /** Folder with areas: of a register without any, or for people who are made up. */
  readonly data?: string | undefined;
  readonly people: number;
  readonly seed: number;
  readonly on: CivilDate;
  readonly skipBadRows: boolean;
}

/** Reads a register, or makes up a synthetic one; undefined where neither is asked for. */
export async function loadPopulation({ register: folder, data, people, seed, on, skipBadRows }: PopulationRequest): Promise<Population | undefined> {
  const areas = data === undefined ? undefined : await readAreaTables(data);
  if (folder === undefined)
    return areas === undefined ? undefined : { register: synthesise({ areas, people, seed, on }), synthetic: true, skipped: [] };
  const { register, issues, absent } = await readRegister(folder, { on, skipBadRows, ...(areas === undefined ? {} : { areas }) });
  const known = Object.fromEntries(Object.entries(register).filter(([table]) => !absent.some((missing) => missing === table)));
  return { register: known, synthetic: false, skipped: issues };
}
