import { compileValue, type ParameterValues } from "../closures.js";
import { isCounted } from "../interval.js";
import { type Node, operands } from "../node.js";
import { crossAll, type Grouping, groupBy, keyOf, numbersFor } from "./grouping.js";
import type { Population } from "./population.js";
import type { Reading, Source } from "./reads.js";

interface Part {
  readonly node: Node;
  readonly source: Source;
}

/** The largest parts of an expression that read one source each; undefined where a part cannot be told apart. */
function partsOf(node: Node, reading: Reading): readonly Part[] | undefined {
  const reads = reading.of(node);
  if (reads === "everything") return undefined;
  if (reads.size === 0) return [];
  const [source] = reads.values();
  if (reads.size === 1 && source !== undefined) return [{ node, source }];
  const parts: Part[] = [];
  for (const operand of operands(node)) parts.push(...(partsOf(operand, reading) ?? []));
  return parts;
}

/** Groups subjects by the value that a part has for them: ages in years instead of dates of birth. */
function byValue({ node, source }: Part, population: Population, parameters: ParameterValues): Grouping | undefined {
  const groups = population.grouped(source, undefined);
  // what is counted has bounds, which a value does not show
  if (groups === undefined || node.op === "fact" || isCounted(node)) return groups;
  const value = compileValue(node, parameters);
  const numbers = new Map<unknown, number>();
  const merged = groups.firsts.map((first) => {
    if (first < 0) return 0;
    const key = keyOf(value(population.scopeOf(first)));
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  const groupOf = numbersFor(population.size, numbers.size);
  for (let subject = 0; subject < population.size; subject += 1) groupOf[subject] = merged[groups.groupOf[subject] as number] as number;
  return { groupOf, firsts: groupBy(merged.length, (group) => merged[group]).firsts.map((group) => groups.firsts[group] as number) };
}

/**
 * Groups subjects for which expressions of several sources must come out the same, so that they are evaluated once a
 * distinct combination; undefined where there are more combinations than are worth it, or a source cannot be grouped.
 */
export function combinations(
  nodes: readonly Node[],
  population: Population,
  parameters: ParameterValues,
  reading: Reading,
  most: number,
): Grouping | undefined {
  const parts = nodes.map((node) => partsOf(node, reading));
  if (!parts.every((each) => each !== undefined)) return undefined;
  const groupings = parts.flat().map((part) => byValue(part, population, parameters));
  if (!groupings.every((each) => each !== undefined)) return undefined;
  return crossAll(groupings, population.size, most);
}
