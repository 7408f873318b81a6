import { EldercareError, type FieldType, type Issue } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import type { Node } from "../logic/node.js";
import { argumentPointer, type Operator } from "../logic/operator.js";
import { literalFor, type Parsing, parseNode } from "../logic/parseLogic.js";
import { printType, sameKind } from "../logic/typeWords.js";
import { checkPluginShape } from "./checkPluginShape.js";
import { reportPlugin } from "./codes.js";
import { GuardedOperator } from "./guardedCall.js";
import { type Plugin, type PluginOperator, type PluginType, usualBudget } from "./plugin.js";
import type { Plugins } from "./plugins.js";
import { pluginWarnings } from "./pluginWarnings.js";

/** Whether every value of one type is one of the other: a choice among fewer is, one among others is not. */
function isWithin(given: FieldType, wanted: FieldType): boolean {
  if (given.kind === "enum" && wanted.kind === "enum") return given.values.every((value) => wanted.values.includes(value));
  if (given.kind === "list" && wanted.kind === "list") return isWithin(given.of, wanted.of);
  if (given.kind === "enum" && wanted.kind === "text") return true;
  return sameKind(given, wanted);
}

function argument(logic: unknown, wanted: PluginType, pointer: string, parsing: Parsing, level: number): Node | undefined {
  if (typeof logic === "string") return literalFor(logic, wanted, pointer, parsing);
  const node = parseNode(logic, pointer, parsing, level);
  if (node === undefined || isWithin(node.type, wanted)) return node;
  parsing.issues.push(reportRules("TYPE_MISMATCH", pointer, { seen: printType(node.type), values: { expected: printType(wanted) } }));
  return undefined;
}

/** An operator of a plug-in as the parser takes it. */
function operatorOf(name: string, declared: PluginOperator, guarded: GuardedOperator): Operator {
  const { args: types, result: type, title } = declared;
  return {
    least: types.length,
    most: types.length,
    build(args, list, at, parsing, level) {
      const nodes = types.map((wanted, index) => argument(args[index], wanted, argumentPointer(list, at, index), parsing, level));
      if (!nodes.every((node) => node !== undefined)) return undefined;
      const { evaluate } = guarded;
      return { op: "call", operator: name, title, args: nodes, type, pointer: at, evaluate, failureOn: (values) => guarded.failureOn(values) };
    },
  };
}

/** The plug-ins of one engine, each operator guarded. */
export class PluginLibrary implements Plugins {
  readonly ids: readonly string[];
  readonly operators: ReadonlyMap<string, Operator>;
  readonly facts: Plugins["facts"];
  readonly warnings = pluginWarnings;

  /** @throws EldercareError PLUGIN_SHAPE, PLUGIN_TWICE */
  constructor(plugins: readonly Plugin[]) {
    const issues: Issue[] = plugins.flatMap((plugin, index) => {
      const at = `/plugins/${index}`;
      const shape = checkPluginShape(plugin).map((issue) => ({ ...issue, pointer: at + issue.pointer }));
      const twice = shape.length === 0 && plugins.findIndex((other) => other?.id === plugin.id) < index;
      return twice ? [reportPlugin("PLUGIN_TWICE", `${at}/id`, { seen: plugin.id })] : shape;
    });
    if (issues.length > 0) throw new EldercareError(issues);
    this.ids = plugins.map(({ id }) => id);
    this.operators = new Map(
      plugins.flatMap(({ id, operators, budget }) =>
        Object.entries(operators).map(([name, operator]) => {
          const full = `${id}.${name}`;
          return [full, operatorOf(full, operator, new GuardedOperator(operator, { ...usualBudget, ...budget }))] as const;
        }),
      ),
    );
    this.facts = new Map(
      plugins.flatMap(({ id, facts }) => Object.entries(facts ?? {}).map(([name, fact]) => [`${id}.${name}`, { ...fact, plugin: id }] as const)),
    );
  }
}
