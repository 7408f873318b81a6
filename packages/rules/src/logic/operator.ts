import type { FieldType } from "@eldercare/core";
import type { Node } from "./node.js";
import { expectKind, type Parsing, parseExpression } from "./parseExpression.js";

/** One operator of the dialect: how many arguments it takes and how they become a node. */
export interface Operator {
  readonly least: number;
  readonly most: number;
  /** The one key that may stand beside the operator's own. */
  readonly beside?: string;
  /**
   * @param list pointer of the argument list; undefined where a single argument stands without one
   * @param at pointer of the operator
   * @param beside what the key beside the operator holds, where there is one
   */
  build(args: readonly unknown[], list: string | undefined, at: string, parsing: Parsing, level: number, beside?: unknown): Node | undefined;
}

/** The pointer of one argument. */
export const argumentPointer = (list: string | undefined, at: string, index: number): string => (list === undefined ? at : `${list}/${index}`);

/** Parses every argument, wanting one type of each; undefined where one of them is wrong. */
export function allOf(
  args: readonly unknown[],
  wanted: FieldType,
  list: string | undefined,
  at: string,
  parsing: Parsing,
  level: number,
): Node[] | undefined {
  const nodes = args.map((arg, index) => {
    const pointer = argumentPointer(list, at, index);
    return expectKind(parseExpression(arg, pointer, parsing, level), wanted, pointer, parsing);
  });
  return nodes.every((node) => node !== undefined) ? nodes : undefined;
}
