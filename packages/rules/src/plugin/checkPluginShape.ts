import { type Issue, jsonPointer } from "@eldercare/core";
import { reportPlugin } from "./codes.js";

type Given = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Given => typeof value === "object" && value !== null && !Array.isArray(value);
const word = /^[a-z][A-Za-z0-9]*$/;
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
const isWord = (value: unknown): boolean => typeof value === "string" && word.test(value) && !inherited.has(value);
const isWording = (value: unknown): boolean => isRecord(value) && typeof value.zh === "string" && typeof value.en === "string";
const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isCount = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value) && value > 0;

const simple: ReadonlySet<unknown> = new Set(["boolean", "date", "area", "text"]);

const isChoice = (type: Given): boolean =>
  type.kind === "text" || (type.kind === "enum" && Array.isArray(type.values) && type.values.length > 0 && type.values.every(isText));

const isType = (type: unknown): boolean =>
  isRecord(type) &&
  (simple.has(type.kind) ||
    isChoice(type) ||
    (type.kind === "number" && typeof type.integer === "boolean") ||
    (type.kind === "list" && isRecord(type.of) && isChoice(type.of)));

class PluginCheck {
  readonly issues: Issue[] = [];

  want(holds: boolean, path: readonly (string | number)[], seen: unknown, expected: string): void {
    if (!holds) this.issues.push(reportPlugin("PLUGIN_SHAPE", jsonPointer(path), { seen: seen ?? null, values: { expected } }));
  }

  operator(name: string, operator: unknown): void {
    const path = ["operators", name];
    this.want(isWord(name), path, name, "[a-z][A-Za-z0-9]*");
    if (!isRecord(operator)) {
      this.want(false, path, operator, "{ title, args, result, evaluate }");
      return;
    }
    const { title, args, result, evaluate } = operator;
    this.want(isWording(title), [...path, "title"], title, "{ zh, en }");
    this.want(typeof evaluate === "function", [...path, "evaluate"], typeof evaluate, "function");
    this.want(isType(result), [...path, "result"], result, "boolean, number, date, area, text, enum, list of text or enum");
    this.want(Array.isArray(args) && args.length > 0, [...path, "args"], args, "list");
    if (Array.isArray(args))
      for (const [index, type] of args.entries())
        this.want(isType(type), [...path, "args", index], type, "boolean, number, date, area, text, enum, list");
  }

  fact(name: string, fact: unknown): void {
    const path = ["facts", name];
    this.want(isWord(name), path, name, "[a-z][A-Za-z0-9]*");
    const whole = isRecord(fact) && isText(fact.subject) && isText(fact.type) && isWording(fact.title) && fact.is !== undefined;
    this.want(whole, path, fact, "{ subject, type, title, is }");
  }
}

/** What is wrong with a plug-in. */
export function checkPluginShape(plugin: unknown): Issue[] {
  const check = new PluginCheck();
  if (!isRecord(plugin)) {
    check.want(false, [], plugin, "{ id, version, operators }");
    return check.issues;
  }
  const { id, version, operators, facts, budget } = plugin;
  check.want(isWord(id), ["id"], id, "[a-z][A-Za-z0-9]*");
  check.want(isText(version), ["version"], version, "text");
  check.want(isRecord(operators), ["operators"], operators, "object");
  for (const [name, operator] of Object.entries(isRecord(operators) ? operators : {})) check.operator(name, operator);
  check.want(facts === undefined || isRecord(facts), ["facts"], facts, "object");
  for (const [name, fact] of Object.entries(isRecord(facts) ? facts : {})) check.fact(name, fact);
  check.want(budget === undefined || isRecord(budget), ["budget"], budget, "{ steps, milliseconds }");
  for (const [name, most] of Object.entries(isRecord(budget) ? budget : {}))
    check.want((name === "steps" || name === "milliseconds") && isCount(most), ["budget", name], most, "steps, milliseconds > 0");
  return check.issues;
}
