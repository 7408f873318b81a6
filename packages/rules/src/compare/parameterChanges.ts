import { addDays, type CivilDate } from "@eldercare/core";
import type { Pack, Parameter, ParameterValue } from "../pack/pack.js";
import { changedMembers } from "./sameJson.js";

type Written = ParameterValue["value"];

/** A period in which a parameter has another value than before; without `to` it has not ended. */
export interface ValueChange {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  /** Absent where it had none. */
  readonly before?: Written;
  readonly after?: Written;
}

/** A parameter that one version of a pack has and the other not, or that differs. */
export interface ParameterChange {
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  readonly values: readonly ValueChange[];
  /** What else of its declaration differs: `open`, `least`, `title`, … */
  readonly members: readonly string[];
}

const valueOn = ({ values = [] }: Pick<Parameter, "values">, on: CivilDate): Written | undefined =>
  values.reduce<ParameterValue | undefined>(
    (held, each) => (each.from <= on && (each.to === undefined || on <= each.to) && (held === undefined || held.from <= each.from) ? each : held),
    undefined,
  )?.value;

/** The periods in which two parameters differ, each as long as both values stay what they are. */
function valueChanges(before: Pick<Parameter, "values">, after: Pick<Parameter, "values">): ValueChange[] {
  const values = [...(before.values ?? []), ...(after.values ?? [])];
  const days = [...new Set(values.flatMap(({ from, to }) => (to === undefined || to === "9999-12-31" ? [from] : [from, addDays(to, 1)])))].sort();
  const changes: ValueChange[] = [];
  for (const [index, from] of days.entries()) {
    const [was, is] = [valueOn(before, from), valueOn(after, from)];
    const next = days[index + 1];
    const period = { from, ...(next === undefined ? {} : { to: addDays(next, -1) }) };
    const last = changes.at(-1);
    const goesOn = last !== undefined && last.before === was && last.after === is && last.to !== undefined && addDays(last.to, 1) === from;
    if (was === is) continue;
    const change = { ...period, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
    if (goesOn) changes[changes.length - 1] = { ...change, from: last.from };
    else changes.push(change);
  }
  return changes;
}

/** The parameters in which two versions of a pack differ, with the periods concerned. */
export function parameterChanges(before: Pack, after: Pack): ParameterChange[] {
  const ids = [...new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)])].sort();
  return ids.flatMap((id): ParameterChange[] => {
    const [was, is] = [before.parameters[id], after.parameters[id]];
    const values = valueChanges(was ?? {}, is ?? {});
    if (was === undefined || is === undefined) return [{ id, change: was === undefined ? "added" : "removed", values, members: [] }];
    const members = changedMembers(was, is, ["values"]);
    return values.length + members.length === 0 ? [] : [{ id, change: "changed", values, members }];
  });
}
