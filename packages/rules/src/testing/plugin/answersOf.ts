import type { OlderPerson } from "@eldercare/core";
import { createEngine } from "../../assess/engine.js";
import { functionBackend } from "../../logic/function/functionBackend.js";
import type { Pack } from "../../pack/pack.js";
import { definePlugin } from "../../plugin/definePlugin.js";
import type { Plugin } from "../../plugin/plugin.js";
import { planPopulation } from "../../population/planPopulation.js";

const on = "2026-11-21";
const statuses = ["denied", "granted", "undetermined", "notApplicable"];

/** What each back-end answers about some persons. */
export type BackEndAnswers = Readonly<Record<string, readonly string[]>>;

/** Whether code may be generated here: a page may forbid it. */
function mayGenerate(): boolean {
  try {
    functionBackend.require();
    return true;
  } catch {
    return false;
  }
}

/** Asks one rule about persons known by their facts alone, through every back-end. */
export function answersOf(pack: Pack, plugin: Plugin, facts: readonly Readonly<Record<string, unknown>>[]): BackEndAnswers {
  const subjects = facts.map((known) => ({ person: { facts: known } as Partial<OlderPerson> }));
  const policy = { packs: [pack], plugins: [definePlugin(plugin)] };
  const many = (engine: ReturnType<typeof createEngine>) =>
    Array.from(engine.assessMany(subjects, { on }).status, (status) => statuses[status] ?? "");
  const engine = createEngine(policy);
  const plan = planPopulation(policy, { subject: "person", on });
  const columns = plan.assess(plan.fromRecords(subjects));
  return {
    traced: subjects.map((subject) => engine.assess(subject, { on })[0]?.status ?? ""),
    closures: many(engine),
    columns: subjects.map((_, row) => statuses[columns.status(row, 0)] ?? ""),
    ...(mayGenerate() ? { function: many(createEngine({ ...policy, backend: functionBackend })) } : {}),
  };
}
