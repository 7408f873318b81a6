import { compileValue, type ParameterValues } from "./closures.js";
import { type Node, operands } from "./node.js";
import type { Row, Scope } from "./scope.js";

/** A node and the record that it is asked about. */
type Asked = readonly [node: Node, scope: Scope];

/**
 * What a node asks directly below itself, each about its own record: a fact of a joined record about that record, a
 * condition on a list about each member, a count of facilities about each facility of the area.
 *
 * Records that are not known are not among them.
 */
export function askedBelow(node: Node, scope: Scope, parameters: ParameterValues): readonly Asked[] {
  switch (node.op) {
    case "defined": {
      if (node.join === undefined) return [[node.body, scope]];
      const record = scope.joined(node.join);
      return record === undefined ? [] : [[node.body, scope.about(node.subject, record)]];
    }
    case "some":
    case "all":
    case "none":
    case "count": {
      const members = compileValue(node.list, parameters)(scope);
      return Array.isArray(members) ? members.map((member: Row) => [node.body, scope.about(scope.subject, member)]) : [];
    }
    case "aggregate": {
      const record = node.join === undefined ? scope.record : scope.joined(node.join);
      const facilities = typeof record?.code === "string" ? scope.index.facilitiesIn(record.code) : [];
      return facilities.flatMap((facility) => operands(node).map((operand): Asked => [operand, scope.about("facility", facility as unknown as Row)]));
    }
    default:
      return operands(node).map((operand) => [operand, scope]);
  }
}
