import { type Decision, EldercareError, type Issue, type Missing, type Wording } from "@eldercare/core";
import type { Engine } from "@eldercare/rules";
import { proveOverrides } from "@eldercare/rules/analyse";
import { type AssessedBatch, planAssessment } from "@eldercare/rules/population";
import type { Entitlements, Question, RuleTally } from "./entitlements.js";
import type { County } from "./loadRegister.js";
import { ofTable } from "./ofTable.js";
import type { CountyRequest } from "./request.js";

// people asked about at once: what is read of them is let go before the next
const atOnce = 1 << 14;

/** Counts of what is still unknown, by the fact or parameter that could be asked for. */
class Questions {
  private readonly found = new Map<string, { readonly title: Wording; decisions: number }>();

  add(missing: Missing): void {
    const name = "fact" in missing ? missing.fact : missing.parameter;
    const known = this.found.get(name);
    if (known === undefined) this.found.set(name, { title: missing.title ?? { zh: name, en: name }, decisions: 1 });
    else known.decisions += 1;
  }

  get mostUsefulFirst(): Question[] {
    return [...this.found]
      .map(([name, { title, decisions }]) => ({ name, title, decisions }))
      .sort((a, b) => b.decisions - a.decisions || (a.name < b.name ? -1 : 1));
  }
}

/** The answers about some people, entered among those about all. */
class Entries {
  readonly statuses: Uint8Array;
  readonly sharedBy: Int32Array;
  readonly shared: Decision[] = [];
  private readonly columns: ReadonlyMap<string, number>;

  constructor(people: number, rules: readonly string[]) {
    this.columns = new Map(rules.map((rule, column) => [rule, column]));
    this.statuses = new Uint8Array(people * rules.length).fill(3);
    this.sharedBy = new Int32Array(people * rules.length).fill(-1);
  }

  enter(batch: AssessedBatch, firstPerson: number): void {
    // of each rule, by the person that stands for all to whom the decision is the same
    const places = Array.from(this.columns, () => new Map<number, number>());
    for (let person = 0; person < batch.size; person += 1)
      for (const [rule, key] of batch.rulesOf(person).entries()) {
        const column = this.columns.get(key);
        if (column === undefined) continue;
        const status = batch.status(person, rule);
        const at = (firstPerson + person) * this.columns.size + column;
        this.statuses[at] = status;
        if (status === 1 || status === 2) this.sharedBy[at] = this.placeOf(batch, batch.standIn(person, rule), rule, places[column] ?? new Map());
      }
  }

  private placeOf(batch: AssessedBatch, standIn: number, rule: number, places: Map<number, number>): number {
    const known = places.get(standIn);
    if (known !== undefined) return known;
    const place = this.shared.push(batch.decision(standIn, rule)) - 1;
    places.set(standIn, place);
    return place;
  }
}

/**
 * Assesses every person; keeps what is granted or undetermined, each decision once for all to whom it is the same, and counts
 * the rest.
 */
export function assessPeople(
  engine: Engine,
  { register, known, placed }: Pick<County, "register" | "known" | "placed">,
  { on }: Pick<CountyRequest, "on">,
): Entitlements {
  const { people } = register;
  const { packs, overlays, plugins } = engine;
  const assessment = planAssessment({ packs, overlays, plugins, prove: proveOverrides }, { on });
  const infos = people.length === 0 ? [] : assessment.rules.filter(({ subject }) => subject === "person");
  const rules = infos.map(({ key }) => key);
  const entries = new Entries(people.length, rules);
  const issues: Issue[] = [];
  for (let from = 0; from < people.length; from += atOnce) {
    const subjects = people.slice(from, from + atOnce).map((person) => ({ person }));
    try {
      const ask = (): AssessedBatch => assessment.assess(subjects, known);
      const batch = ofTable((row) => `/people/${from + row}`, placed, ask);
      if (issues.length === 0) entries.enter(batch, from);
    } catch (error) {
      if (!(error instanceof EldercareError)) throw error;
      issues.push(...error.issues);
    }
  }
  if (issues.length > 0) throw new EldercareError(issues);
  const { statuses, shared, sharedBy } = entries;
  const tallies = infos.map((rule): RuleTally => ({ rule, granted: 0, denied: 0, undetermined: 0, illustrative: 0 }));
  const questions = new Questions();
  for (const [at, status] of statuses.entries()) {
    const tally = tallies[at % tallies.length] as RuleTally;
    if (status === 0) tally.denied += 1;
    else if (status === 1) tally.granted += 1;
    else if (status === 2) tally.undetermined += 1;
    const decision = shared[sharedBy[at] as number];
    if (decision?.illustrative === true) tally.illustrative += 1;
    for (const missing of decision?.missing?.toGrant ?? []) questions.add(missing);
  }
  return { people, rules, statuses, shared, sharedBy, tallies, askNext: questions.mostUsefulFirst };
}
