import type { Context } from "../assess/context.js";
import { checkMeetings, checkNeighbours } from "./checkChain.js";
import { parseOverrides } from "./parsedOverride.js";
import type { OverrideIssue, OverrideProver, OverrideReading } from "./prover.js";
import { Versions } from "./versions.js";

/** Reads the overrides of packs. */
export const overrideReading: OverrideReading = {
  parse: parseOverrides,
  versions: (rules, overrides, meaning) => new Versions(rules, overrides, meaning),
  checkMeetings,
  checkNeighbours,
};

/** A prover that reads overrides as every prover does, and finds in them what it is told to find. */
export const proverOf = (find: (jurisdiction: Context) => readonly OverrideIssue[]): OverrideProver =>
  Object.assign((jurisdiction: Context) => find(jurisdiction), { reading: overrideReading });
