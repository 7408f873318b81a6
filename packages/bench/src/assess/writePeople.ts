import { closeSync, openSync, writeSync } from "node:fs";
import { readAreaTables, synthesise } from "@eldercare/cli";
import type { CivilDate } from "@eldercare/core";

// made at once: a million people made together would not find room
const atOnce = 100_000;

/**
 * Writes synthetic people to a file, one JSON object on each line.
 *
 * @param data folder with the tables of a county's areas, over which the people live
 * @param seed another seed, other people
 * @returns bytes written
 */
export async function writePeople(file: string, data: string, people: number, seed: number, on: CivilDate): Promise<number> {
  const areas = await readAreaTables(data);
  const descriptor = openSync(file, "w");
  let bytes = 0;
  try {
    for (let from = 0, part = 0; from < people; from += atOnce, part += 1) {
      const made = synthesise({ areas, people: Math.min(atOnce, people - from), seed: seed + part, on }).people;
      // each part numbers its people from one
      const named = part === 0 ? made : made.map((person) => ({ ...person, id: `${person.id}-${part + 1}` }));
      bytes += writeSync(descriptor, named.map((person) => `${JSON.stringify(person)}\n`).join(""));
    }
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}
