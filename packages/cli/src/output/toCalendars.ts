import { createHash } from "node:crypto";
import type { ServiceCatalogue } from "@eldercare/core";
import { toICalendar } from "@eldercare/scheduler";
import type { WeekPlan } from "../county/planWeek.js";

const longestName = 60;

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

/**
 * Names of files that every file system takes, one for each identifier: no sign that a file system reads otherwise, no
 * leading dot, at most 60 characters, different even where capitals do not count. A name that had to be altered ends with a
 * hash of the identifier.
 *
 * @example
 * fileNames(["c-1", "C-1", "a/b"]) //=> ["c-1", "C-1-07e9a969", "a_b-c14cddc0"]
 */
export function fileNames(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const plain = id.replace(/[^\p{L}\p{N}._-]/gu, "_").replace(/^\.+/, "");
    const short = [...plain].slice(0, longestName).join("");
    let name = short === id ? id : `${short}-${hashOf(id)}`;
    for (let again = 1; taken.has(name.normalize("NFC").toLowerCase()); again++) name = `${short}-${hashOf(id.repeat(again))}`;
    taken.add(name.normalize("NFC").toLowerCase());
    return name;
  });
}

/** One calendar file for each caregiver who has visits. */
export function toCalendars({ teams }: WeekPlan, catalogue: ServiceCatalogue): [path: string, text: string][] {
  const titles = Object.fromEntries(catalogue.services.map((service) => [service.id, service.title]));
  const busy = teams.flatMap(({ problem, plan }) => {
    const visiting = new Set(plan.routes.map((route) => route.caregiver));
    return problem.caregivers.filter(({ id }) => visiting.has(id)).map(({ id }) => ({ id, problem, plan }));
  });
  const names = fileNames(busy.map(({ id }) => id));
  return busy.map(({ id, problem, plan }, index) => [`calendars/${names[index]}.ics`, toICalendar(problem, plan, id, { titles })]);
}
