import type { FieldType, SubjectKind, Wording } from "@eldercare/core";
import { joinOfKey } from "../logic/columns/reads.js";
import { type Leaf, type Node, operands } from "../logic/node.js";

/** A field that rules read of a subject, and that a column may hold. */
export interface FieldRead {
  /** JSON pointer of the field in the record; of another record's field, after the name of the way there: `/household/…`. */
  readonly pointer: string;
  readonly type: FieldType;
  readonly nullable: boolean;
  readonly title?: Wording;
}

const areaField: Partial<Record<SubjectKind, string>> = { person: "/residence/area", household: "/area", facility: "/area" };

/** Where a subject says in which area it stands, and in which household. */
export const placeOf = (subject: SubjectKind): { readonly area: string | undefined; readonly household: string } => ({
  area: areaField[subject],
  household: "/household",
});

function visit(node: Node, seen: Set<Node>, subject: SubjectKind, found: Map<string, FieldRead>): void {
  if (seen.has(node)) return;
  seen.add(node);
  const add = (pointer: string | undefined, type: FieldType, leaf: Partial<Leaf> = {}): void => {
    if (pointer !== undefined && !found.has(pointer))
      found.set(pointer, { pointer, type, nullable: leaf.nullable ?? false, ...(leaf.title === undefined ? {} : { title: leaf.title }) });
  };
  if (node.op === "fact") add(node.leaf.key, node.type, node.leaf);
  const { area, household } = placeOf(subject);
  const join = node.op === "defined" || node.op === "aggregate" ? node.join : undefined;
  const behind = node.op === "fact" ? joinOfKey(node.leaf.key) : join === undefined || join === "household" ? join : "area";
  if (node.op === "adopted" || behind === "area") add(area, { kind: "area" });
  if (behind === "household") add(household, { kind: "text" });
  // what stands in another record, or in a member of a list, is no field of the subject
  if (join !== undefined || node.op === "aggregate") return;
  if ("list" in node && "body" in node) visit(node.list, seen, subject, found);
  else for (const operand of operands(node)) visit(operand, seen, subject, found);
}

/** Every field of a subject that some expressions read, sorted by pointer. */
export function fieldsRead(nodes: readonly Node[], subject: SubjectKind): FieldRead[] {
  const found = new Map<string, FieldRead>();
  const seen = new Set<Node>();
  for (const node of nodes) visit(node, seen, subject, found);
  return [...found.values()].sort((a, b) => (a.pointer < b.pointer ? -1 : 1));
}
