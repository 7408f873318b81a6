import type { FieldType, Wording } from "@eldercare/core";
import { parseNode } from "../logic/parseLogic.js";
import type { Pack, Table } from "../pack/pack.js";
import { type LogicPart, type LogicPlace, logicPlaces, partsOfLogic } from "./logicPlaces.js";
import { moveParameter, moveWritten, nextOf } from "./moveValue.js";
import type { PackUnderTest } from "./packUnderTest.js";

type Path = readonly (string | number)[];

/** One small change of a pack that its cases should notice. */
export interface Mutant {
  readonly path: Path;
  /** What stands at the path instead. */
  readonly value: unknown;
  /** Where a reader looks for it, where that is not the path. */
  readonly place?: Path;
  /** The change in words: 把 80 改为 81. */
  readonly change: Wording;
  /** Keys of the rules that it may touch. */
  readonly rules: readonly string[];
}

const print = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
const longest = 60;
const short = (value: unknown): string => {
  const text = print(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
};

const replaced = (from: unknown, to: unknown): Wording => ({
  zh: `把 ${short(from)} 改为 ${short(to)}`,
  en: `moving ${short(from)} to ${short(to)}`,
});
const turned = (from: string, to: string): Wording => ({ zh: `把 ${from} 改为 ${to}`, en: `turning ${from} into ${to}` });
const dropped = (operand: unknown): Wording => ({ zh: `去掉 ${short(operand)}`, en: `dropping ${short(operand)}` });

/** A pack in which something else stands at a path; what lies beside the path is shared with the original. */
export function withValue<Thing>(thing: Thing, path: Path, value: unknown): Thing {
  const [key, ...rest] = path;
  if (key === undefined) return value as Thing;
  const inner = (thing as Readonly<Record<string | number, unknown>>)[key];
  const changed = withValue(inner, rest, value);
  if (Array.isArray(thing)) return thing.map((each, index) => (index === key ? changed : each)) as Thing;
  return { ...thing, [key]: changed };
}

function ofParameters(test: PackUnderTest): Mutant[] {
  return Object.entries(test.pack.parameters).flatMap(([id, parameter]) => {
    const rules = test.rulesReading(({ parameters }) => parameters.has(id));
    return (parameter.values ?? []).flatMap(({ value }, index) =>
      moveParameter(parameter, value).map((moved): Mutant => {
        const { zh, en } = replaced(value, moved);
        const change = { zh: `参数 ${id}：${zh}`, en: `${en} in parameter ${id}` };
        return { path: ["parameters", id, "values", index, "value"], value: moved, change, rules };
      }),
    );
  });
}

/** Values that the pack gives to parameters of its parents. */
function ofOverrides(test: PackUnderTest): Mutant[] {
  const { pack, context } = test;
  return (pack.overrides ?? []).flatMap(({ parameter: id, value }, index) => {
    const declared = id === undefined ? undefined : context.meaning.parameters.get(id)?.thing;
    if (id === undefined || declared === undefined || value === undefined) return [];
    const rules = test.rulesReading(({ parameters }) => parameters.has(id));
    return moveParameter(declared, value).map((moved): Mutant => {
      const { zh, en } = replaced(value, moved);
      return { path: ["overrides", index, "value"], value: moved, change: { zh: `参数 ${id}：${zh}`, en: `${en} in parameter ${id}` }, rules };
    });
  });
}

/** Texts written elsewhere in the same column: what else a cell could say. */
const textsOf = (cells: readonly unknown[]): string[] =>
  [...new Set(cells.flat().filter((cell) => typeof cell === "string" && cell !== "-"))] as string[];

const isWritten = (value: unknown): value is number | boolean | string => ["number", "boolean", "string"].includes(typeof value);

const limitOperators: Readonly<Record<string, string>> = { ">=": ">", ">": ">=", "<": "<=", "<=": "<", "==": "!=", "!=": "==" };

function ofCell(cell: unknown, path: Path, column: readonly string[], about: (change: Wording) => Wording, rules: readonly string[]): Mutant[] {
  const moves = (value: unknown, at: Path): Mutant[] =>
    isWritten(value) && value !== "-"
      ? moveWritten(value, undefined, column).map((moved) => ({ path: at, value: moved, change: about(replaced(value, moved)), rules }))
      : [];
  if (Array.isArray(cell)) return cell.flatMap((value, index) => moves(value, [...path, index]));
  if (typeof cell !== "object" || cell === null) return moves(cell, path);
  const limits = cell as Readonly<Record<string, unknown>>;
  const entries = Object.entries(limits);
  return entries.flatMap(([operator, value]) => {
    const other = limitOperators[operator];
    const turnedCell = Object.fromEntries(entries.map(([name, limit]) => [name === operator ? (other ?? name) : name, limit]));
    return [
      ...(operator === "inside" ? [] : moves(value, [...path, operator])),
      ...(other === undefined || other in limits ? [] : [{ path, value: turnedCell, change: about(turned(operator, other)), rules }]),
    ];
  });
}

function ofTable(name: string, { rows, inputs, type }: Table, rules: readonly string[]): Mutant[] {
  const columns = inputs.map((_, column) => textsOf(rows.map((row) => row.if[column])));
  const results = textsOf(rows.map(({ then }) => then));
  return rows.flatMap((row, index) => {
    const path = ["tables", name, "rows", index];
    const about = ({ zh, en }: Wording): Wording => ({
      zh: `表 ${name} 第 ${index + 1} 行：${zh}`,
      en: `${en} in row ${index + 1} of table ${name}`,
    });
    const then = isWritten(row.then) ? moveWritten(row.then, type, results) : [];
    return [
      ...then.map((moved): Mutant => ({ path: [...path, "then"], value: moved, change: about(replaced(row.then, moved)), rules })),
      ...row.if.flatMap((cell, column) => ofCell(cell, [...path, "if", column], columns[column] ?? [], about, rules)),
    ];
  });
}

const comparing = new Set(["==", "!=", "<", "<=", ">", ">=", "in", "within"]);

/** The type of what a text is held against; unknown inside lists, whose members have names of their own. */
function typeOpposite({ subject }: LogicPlace, { operator, args, withinList }: LogicPart, index: number, test: PackUnderTest): FieldType | undefined {
  if (withinList || !comparing.has(operator)) return undefined;
  const opposite = args.find((arg, other) => other !== index && typeof arg === "object" && arg !== null && !Array.isArray(arg));
  if (opposite === undefined) return undefined;
  const node = parseNode(opposite, "", { meaning: test.context.meaning.of(subject), issues: [], size: { nodes: 0 } });
  return node === undefined ? undefined : operator === "in" && node.type.kind === "list" ? node.type.of : node.type;
}

function ofTexts(place: LogicPlace, part: LogicPart, test: PackUnderTest, rules: readonly string[]): Mutant[] {
  return part.args.flatMap((arg, index): Mutant[] => {
    const path = part.argPaths[index] ?? part.path;
    if (Array.isArray(arg) && part.operator === "in" && arg.length > 1)
      return arg.map((text, nth) => ({ path, value: arg.filter((_, other) => other !== nth), change: dropped(text), rules, place: [...path, nth] }));
    if (typeof arg !== "string") return [];
    const type = typeOpposite(place, part, index, test);
    const moved = type?.kind === "date" ? moveWritten(arg, "date") : type?.kind === "enum" ? [nextOf(arg, type.values)] : [];
    return moved.flatMap((value) => (value === undefined ? [] : [{ path, value, change: replaced(arg, value), rules }]));
  });
}

function ofPart(place: LogicPlace, part: LogicPart, test: PackUnderTest, rules: readonly string[]): Mutant[] {
  const { operator, args, path, argPaths } = part;
  const mutants: Mutant[] = [];
  const other = limitOperators[operator] ?? (operator === "and" ? "or" : operator === "or" ? "and" : undefined);
  if (other !== undefined) mutants.push({ path, value: { [other]: args }, change: turned(operator, other), rules });
  if (operator === "and" || operator === "or")
    for (const [index, arg] of args.entries()) {
      const rest = args.filter((_, nth) => nth !== index);
      mutants.push({ path, value: rest.length === 1 ? rest[0] : { [operator]: rest }, change: dropped(arg), rules, place: argPaths[index] ?? path });
    }
  return [...mutants, ...ofTexts(place, part, test, rules)];
}

const rulesOf = ({ owner }: LogicPlace, test: PackUnderTest): string[] =>
  "rule" in owner ? [owner.rule] : test.rulesReading(({ facts }) => facts.has(owner.fact));

/**
 * Every small change of a pack that its cases should notice, in the order of the pack: values moved a step, comparisons
 * made strict or lax, equality turned round, `and` and `or` exchanged, an operand or a listed choice dropped. What no rule
 * reads is left alone.
 */
export function mutantsOf(test: PackUnderTest): Mutant[] {
  const { pack } = test;
  const tables = Object.entries(pack.tables ?? {}).flatMap(([name, table]) =>
    ofTable(
      name,
      table,
      test.rulesReading(({ tables: read }) => read.has(name)),
    ),
  );
  const logic = logicPlaces(pack, test.context.chain).flatMap((place) => {
    const rules = rulesOf(place, test);
    return partsOfLogic(place.logic, place.path).flatMap((part) => ofPart(place, part, test, rules));
  });
  return [...ofParameters(test), ...ofOverrides(test), ...tables, ...logic].filter(({ rules }) => rules.length > 0);
}

/** The pack as a mutant has it. */
export const mutated = (pack: Pack, { path, value }: Mutant): Pack => withValue(pack, path, value);
