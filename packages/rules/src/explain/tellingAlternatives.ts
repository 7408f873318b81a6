import type { Node } from "../logic/node.js";
import type { Trace } from "../logic/traced/trace.js";

/** By what a field or a defined word is known again; undefined of other parts of a condition. */
const key = (node: Node): string | undefined =>
  node.op === "fact" ? node.leaf.key : node.op === "defined" ? `${node.join ?? ""}/${node.subject}/${node.name}` : undefined;

/** What an alternative asks for, and what it asks the opposite of: the marks of a case distinction. */
function guards(trace: Trace): { readonly asked: ReadonlySet<string>; readonly denied: ReadonlySet<string> } {
  const args = trace.node.op === "and" ? trace.node.args : [trace.node];
  const asked = new Set(args.flatMap((arg) => key(arg) ?? []));
  const denied = new Set(args.flatMap((arg) => (arg.op === "!" ? (key(arg.arg) ?? []) : [])));
  return { asked, denied };
}

/**
 * The alternatives that failed for a reason worth telling: where one alternative speaks of those of whom something holds, and
 * another of those of whom it does not, only the one that speaks of this record is told.
 */
export function tellingAlternatives(parts: readonly Trace[]): readonly Trace[] {
  const all = parts.map((part) => ({ part, ...guards(part) }));
  const told = all.filter(({ part, asked, denied }) => {
    const failing = new Set(
      part.parts.flatMap((inner) => {
        const denial = inner.node.op === "!" ? inner.node : undefined;
        const name = key(denial?.arg ?? inner.node);
        return name === undefined ? [] : [`${denial === undefined ? "" : "!"}${name}`];
      }),
    );
    const otherCase = all.some(
      (other) =>
        other.part !== part &&
        ([...asked].some((name) => failing.has(name) && other.denied.has(name)) ||
          [...denied].some((name) => failing.has(`!${name}`) && other.asked.has(name))),
    );
    return !otherCase;
  });
  return told.length === 0 ? parts : told.map(({ part }) => part);
}
