import type { FieldType, SubjectKind } from "@eldercare/core";
import { type Join, type Node, operands } from "../node.js";
import type { Scope } from "../scope.js";
import type { Value } from "../value.js";

/** Something that two subjects may have in common, so that what depends on it alone is asked once for all of them. */
export interface Source {
  /** The key of a leaf; `@area` or `@household` for everything that follows from where the subject lives, or with whom. */
  readonly key: string;
  readonly type: FieldType;
  read(scope: Scope): Value;
}

/** What an expression reads of a subject; `everything` where it cannot be told apart, and each subject is asked for itself. */
export type Reads = ReadonlyMap<string, Source> | "everything";

const nothing: Reads = new Map();

/** The area in which a subject stands: what its village, township and county say follows from it. */
export const areaSource: Source = { key: "@area", type: { kind: "area" }, read: (scope) => scope.area };
/** The household of a subject. */
export const householdSource: Source = {
  key: "@household",
  type: { kind: "text" },
  read: ({ record }) => (typeof record.household === "string" ? record.household : undefined),
};

/** The join that the key of a leaf begins with: a field of a record that the subject leads to. */
export function joinOfKey(key: string): "household" | "area" | undefined {
  if (key.startsWith("/household/")) return "household";
  return /^\/(?:village|township|county)\//.test(key) ? "area" : undefined;
}

const standsInArea: ReadonlySet<SubjectKind> = new Set(["person", "household", "facility"]);

const only = (source: Source): Reads => new Map([[source.key, source]]);

/** Finds out what expressions about one kind of subject read. */
export class Reading {
  private readonly known = new Map<Node, Reads>();
  private readonly subject: SubjectKind;

  constructor(subject: SubjectKind) {
    this.subject = subject;
  }

  of(node: Node): Reads {
    const before = this.known.get(node);
    if (before !== undefined) return before;
    const reads = this.make(node);
    this.known.set(node, reads);
    return reads;
  }

  private make(node: Node): Reads {
    // the members of a list have fields of their own
    if ("list" in node && "body" in node) return "everything";
    switch (node.op) {
      case "fact": {
        const { type, leaf, read } = node;
        const structured = type.kind === "record" || type.kind === "map" || (type.kind === "list" && type.of.kind === "record");
        const elsewhere = joinOfKey(leaf.key) === "area" && !standsInArea.has(this.subject);
        return structured || elsewhere ? "everything" : only({ key: leaf.key, type, read });
      }
      case "defined":
        return node.join === undefined ? this.of(node.body) : this.behind(node.join);
      case "aggregate":
        return node.join === undefined ? "everything" : this.behind(node.join);
      case "adopted":
        return this.behind("county");
      default:
        return this.union(operands(node));
    }
  }

  private behind(join: Join): Reads {
    if (join === "household") return only(householdSource);
    return join !== "person" && standsInArea.has(this.subject) ? only(areaSource) : "everything";
  }

  private union(nodes: readonly Node[]): Reads {
    const all = nodes.map((node) => this.of(node));
    if (all.includes("everything")) return "everything";
    const some = (all as ReadonlyMap<string, Source>[]).filter((each) => each.size > 0);
    if (some.length <= 1) return some[0] ?? nothing;
    return new Map(some.flatMap((each) => [...each]));
  }
}
