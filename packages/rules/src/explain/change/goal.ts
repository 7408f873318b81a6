import type { ParsedRule } from "../../assess/compiledRule.js";
import { booleanType, type Node } from "../../logic/node.js";

/** What must hold for a rule to grant, or for its requirement to be met; absent where no condition says it. */
export function goalOf({ condition, values, rule: { then } }: ParsedRule): Node | undefined {
  const required = requirement(then, values);
  if (then.kind === "staffing") return undefined;
  if (required === undefined) return condition;
  return condition === undefined ? required : { op: "and", args: [condition, required], type: booleanType };
}

function requirement(then: ParsedRule["rule"]["then"], { metric, value, is }: ParsedRule["values"]): Node | undefined {
  if (then.kind === "checklist") return is;
  if ((then.kind !== "standard" && then.kind !== "target") || metric === undefined || value === undefined) return undefined;
  return { op: then.op, left: metric, right: value, type: booleanType };
}
