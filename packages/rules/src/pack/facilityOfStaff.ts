import type { Facility, SubjectKind } from "@eldercare/core";
import type { Node } from "../logic/node.js";
import type { RegisterIndex, Row, Scope } from "../logic/scope.js";

/** The name under which conditions about a member of staff read the facility that they belong to. */
export const facilityOfStaff = "facility";

/** Whether a dotted name leads from a member of staff to their facility. */
export const leadsToFacility = (subject: SubjectKind, dotted: string): boolean => subject === "workforce" && dotted.startsWith(`${facilityOfStaff}.`);

const byId = new WeakMap<RegisterIndex, ReadonlyMap<string, Facility>>();

function facilityOf({ record, index }: Scope): Row | undefined {
  const id = Object.hasOwn(record, facilityOfStaff) ? record[facilityOfStaff] : undefined;
  if (typeof id !== "string") return undefined;
  const known = byId.get(index) ?? new Map(index.facilitiesIn("").map((facility) => [facility.id, facility]));
  byId.set(index, known);
  return known.get(id) as Row | undefined;
}

/**
 * The node that reads of a member of staff what another reads of a facility; unknown where the register does not have
 * the facility that they belong to.
 */
export function readThroughFacility(node: Extract<Node, { op: "fact" }>): Node {
  const key = `/${facilityOfStaff}${node.leaf.key}`;
  const read = (scope: Scope) => {
    const facility = facilityOf(scope);
    const value = facility === undefined ? undefined : node.read(scope.about("facility", facility));
    return value === undefined ? scope.supposed?.get(key) : value;
  };
  return { ...node, leaf: { ...node.leaf, key, pointer: key }, read };
}
