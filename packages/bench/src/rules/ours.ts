import { type Backend, createEngine, type Pack } from "@eldercare/rules";
import { functionBackend } from "@eldercare/rules/function";
import { planPopulation } from "@eldercare/rules/population";
import type { MeasuredEngine } from "./engine.js";
import type { Facts } from "./facts.js";
import { dateAsked } from "./policy.js";

const subjectsOf = (people: readonly Facts[]) => people.map((facts) => ({ person: { facts } }));

const grantedStatus = 1;

/** How many people each rule grants, or in `money` how many fen. */
function rowsOf(backend: Backend | undefined, pack: Pack, people: readonly Facts[], money: boolean): MeasuredEngine {
  const before = performance.now();
  const prepared = createEngine({ packs: [pack], backend }).prepare(subjectsOf(people), { on: dateAsked });
  return {
    name: `eldercare ${backend?.name ?? "closures"}`,
    people: people.length,
    buildMs: performance.now() - before,
    run: () => {
      const { rules, status, amountFen } = prepared.assess();
      const width = rules.length;
      const sums = new Float64Array(width);
      for (let at = 0, row = 0; row < people.length; row += 1)
        for (let rule = 0; rule < width; rule += 1, at += 1)
          if (status[at] === grantedStatus) sums[rule] = (sums[rule] as number) + (money ? (amountFen[at] as number) : 1);
      return Array.from(sums);
    },
  };
}

function columnsOf(pack: Pack, people: readonly Facts[], money: boolean): MeasuredEngine {
  const before = performance.now();
  const plan = planPopulation({ packs: [pack] }, { subject: "person", on: dateAsked });
  const population = plan.fromRecords(subjectsOf(people));
  const read = performance.now();
  const encoded = plan.encode(population, { amounts: money });
  return {
    name: "eldercare columns",
    people: people.length,
    readMs: read - before,
    buildMs: performance.now() - read,
    run: () => {
      const answers = plan.evaluate(encoded);
      return money ? answers.rules.map((_, rule) => answers.totalFen(rule)) : answers.counts.map(({ granted }) => granted);
    },
  };
}

/**
 * Our back-ends. Each reads and checks the people once, which is stated apart, and is then asked.
 *
 * @param money true where the fen granted are summed instead of the people counted
 */
export function ourEngines(pack: Pack, people: readonly Facts[], money = false): MeasuredEngine[] {
  return [rowsOf(undefined, pack, people, money), rowsOf(functionBackend, pack, people, money), columnsOf(pack, people, money)];
}
