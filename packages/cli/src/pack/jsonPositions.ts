import { jsonPointer } from "@eldercare/core";
import { type Node, parseTree } from "jsonc-parser";

/** A place in a text, both counted from 1 as editors do. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Notes where each value below a node stands; a member is found by its name: what is wrong may be the name itself. */
function note(node: Node, pointer: string, offset: number, offsets: Map<string, number>): void {
  offsets.set(pointer, offset);
  for (const [index, child] of (node.children ?? []).entries()) {
    if (node.type === "array") note(child, `${pointer}/${index}`, child.offset, offsets);
    const [name, value] = child.children ?? [];
    if (node.type === "object" && name !== undefined && value !== undefined)
      note(value, pointer + jsonPointer([String(name.value)]), name.offset, offsets);
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * Where the values of a JSON text stand, by JSON pointer: members of objects at their name, elements of lists at themselves.
 * A pointer to something that is not there leads to what would hold it.
 *
 * @param text a text that is JSON
 * @example
 * jsonPositions('{\n  "rules": [{ "id": "a" }]\n}')("/rules/0/id") //=> { line: 2, column: 15 }
 */
export function jsonPositions(text: string): (pointer: string) => TextPosition {
  const offsets = new Map<string, number>();
  const tree = parseTree(text);
  if (tree !== undefined) note(tree, "", tree.offset, offsets);
  const starts = lineStartsOf(text);
  return (pointer) => {
    let nearest = pointer;
    while (nearest !== "" && !offsets.has(nearest)) nearest = nearest.slice(0, nearest.lastIndexOf("/"));
    const offset = offsets.get(nearest) ?? 0;
    const line = starts.findLastIndex((start) => start <= offset) + 1;
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}
