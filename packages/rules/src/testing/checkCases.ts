import { didYouMean, type Issue, isCivilDate, jsonPointer, parseShape, registerTables, reportIssue, reportWrongType } from "@eldercare/core";
import { readSubject, type Subject } from "../assess/subject.js";
import { reportRules } from "../errors/codes.js";
import { checkDatedValues } from "../pack/checkConsistency.js";
import type { Pack, Parameter } from "../pack/pack.js";
import { checkValues } from "../pack/parsePack.js";
import { reportTesting } from "./codes.js";
import { expectedFigures, type SettledStatus } from "./policyCase.js";

type JsonObject = Readonly<Record<string, unknown>>;

const required = ["name", "on", "subject", "expect"] as const;
const knownKeys = [...required, "parameters", "register", "note"] as const;

const statuses: readonly SettledStatus[] = ["granted", "denied", "met", "notMet", "notApplicable"];
const expectations = [...statuses.map((status) => `"${status}"`), '{ "undetermined": ["…"] }', '{ "granted": { "amountFen": … } }'].join(", ");

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

const has = <Key extends string>(known: Readonly<Record<Key, unknown>>, key: string): key is Key => Object.hasOwn(known, key);

const wrongType = (value: unknown, expected: string, pointer: string): Issue[] => [reportWrongType(pointer, value, expected)];

const checkText = (value: unknown, pointer: string): Issue[] => (typeof value === "string" ? [] : wrongType(value, "string", pointer));

/** The entries of an object, each checked; what is no object is reported as such. */
const eachEntry = (value: unknown, pointer: string, check: (key: string, entry: unknown, at: string) => readonly Issue[]): Issue[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, entry]) => check(key, entry, pointer + jsonPointer([key])))
    : wrongType(value, "object", pointer);

/** The elements of a list, each checked; what is no list is reported as such. */
const eachElement = (value: unknown, pointer: string, check: (element: unknown, at: string) => Issue[]): Issue[] =>
  Array.isArray(value) ? value.flatMap((element, index) => check(element, `${pointer}/${index}`)) : wrongType(value, "array", pointer);

const checkSubject = (subject: unknown, pointer: string): readonly Issue[] =>
  isObject(subject) ? readSubject(subject as Subject, pointer).problems : wrongType(subject, "object", pointer);

const checkRegister = (register: unknown, pointer: string): Issue[] =>
  eachEntry(register, pointer, (table, rows, at) => {
    if (!has(registerTables, table))
      return [reportTesting("CASE_UNKNOWN_KEY", at, { seen: table, values: didYouMean(table, Object.keys(registerTables)) })];
    // rules count staff and never ask when they work
    return eachElement(rows, at, (row, rowAt) =>
      parseShape(registerTables[table], row, rowAt).issues.filter(({ code }) => code !== "CAREGIVER_WITHOUT_SHIFTS"),
    );
  });

function checkParameter(id: string, value: unknown, pointer: string, declared: ReadonlyMap<string, Parameter>): Issue[] {
  const parameter = declared.get(id);
  if (parameter === undefined) return [reportRules("PARAMETER_NOT_FOUND", pointer, { seen: id, values: didYouMean(id, [...declared.keys()]) })];
  if (parameter.open !== true) return [reportRules("OVERLAY_OF_SETTLED_PARAMETER", pointer, { seen: id })];
  if (typeof value !== "number" && typeof value !== "boolean" && typeof value !== "string")
    return wrongType(value, "number, boolean or string", pointer);
  const values = [{ from: "0001-01-01", value }];
  // in a case the value stands alone, without the list of periods that an overlay gives
  return [...checkValues(parameter, values, pointer), ...checkDatedValues(parameter, values, pointer)].map((issue) => ({ ...issue, pointer }));
}

/** Figures of an effect beside the status: at least one, each a number or a text, and whether each tie-breaker holds. */
const checkFigures = (figures: unknown, pointer: string): Issue[] =>
  isObject(figures) && Object.keys(figures).length === 0
    ? [reportIssue("EMPTY_LIST", pointer)]
    : eachEntry(figures, pointer, (name, value, at) => {
        if (name === "tieBreakers")
          return eachElement(value, at, (held, heldAt) =>
            typeof held === "boolean" || held === null ? [] : wrongType(held, "boolean or null", heldAt),
          );
        if (!expectedFigures.some((known) => known === name))
          return [reportTesting("CASE_UNKNOWN_KEY", at, { seen: name, values: didYouMean(name, [...expectedFigures, "tieBreakers"]) })];
        return typeof value === "number" || typeof value === "string" ? [] : wrongType(value, "number or string", at);
      });

function checkExpectation(expected: unknown, pointer: string): Issue[] {
  if (isObject(expected) && Object.keys(expected).length === 1 && Object.hasOwn(expected, "undetermined"))
    return eachElement(expected.undetermined, `${pointer}/undetermined`, checkText);
  if (statuses.some((status) => status === expected)) return [];
  if (isObject(expected) && Object.keys(expected).length === 1) {
    const [[status, figures] = ["", undefined]] = Object.entries(expected);
    if (statuses.some((known) => known === status)) return checkFigures(figures, pointer + jsonPointer([status]));
  }
  const hint = typeof expected === "string" ? didYouMean(expected, statuses) : { "hint.zh": "", "hint.en": "" };
  return [reportIssue("NOT_IN_LIST", pointer, { seen: expected, values: { expected: expectations, ...hint } })];
}

/**
 * What is wrong with the cases of a pack before any of them is run: keys nobody knows, dates that do not exist, subjects and
 * registers of the wrong shape, rules and open parameters that neither the pack nor its parents have.
 *
 * @param json the cases, as read from their file: a list of `{ name, on, subject, expect, parameters?, register?, note? }`
 * @param pack the pack that they belong to
 * @param parents all that the pack stands on; cases may expect something of their rules and supply their open parameters
 * @returns every issue, case by case; pointers lead into the cases
 * @example
 * checkCases([null], county, [national])[0].message.en //=> "wrong type: expected object, got null"
 * checkCases([{ name: "a", on: "2026-11-21", subject: { person: {} }, expect: { "category.olderPersn": "granted" } }], national)[0].message.en
 * //=> 'rule "category.olderPersn" does not exist; did you mean "category.olderPerson"?'
 */
export function checkCases(json: unknown, pack: Pack, parents: readonly Pack[] = []): Issue[] {
  const chain = [...parents, pack];
  const rules = chain.flatMap((each) => each.rules.map(({ id }) => id));
  const declared = new Map(chain.flatMap((each) => Object.entries(each.parameters)));

  const checkExpected = (rule: string, expected: unknown, at: string): Issue[] => [
    ...(rules.includes(rule) ? [] : [reportRules("RULE_NOT_FOUND", at, { seen: rule, values: didYouMean(rule, rules) })]),
    ...checkExpectation(expected, at),
  ];
  const checkValue = (key: string, value: unknown, at: string): readonly Issue[] => {
    switch (key) {
      case "name":
      case "note":
        return checkText(value, at);
      case "on":
        return isCivilDate(value) ? [] : [reportIssue("NOT_A_DATE", at, { seen: value })];
      case "subject":
        return checkSubject(value, at);
      case "register":
        return checkRegister(value, at);
      case "parameters":
        return eachEntry(value, at, (id, supplied, entryAt) => checkParameter(id, supplied, entryAt, declared));
      case "expect":
        // a case that expects nothing could never fail
        return isObject(value) && Object.keys(value).length === 0 ? [reportIssue("EMPTY_LIST", at)] : eachEntry(value, at, checkExpected);
      default:
        return [reportTesting("CASE_UNKNOWN_KEY", at, { seen: key, values: didYouMean(key, knownKeys) })];
    }
  };
  return eachElement(json, "", (situation, at) => [
    ...eachEntry(situation, at, checkValue),
    ...(isObject(situation) ? required.filter((key) => !Object.hasOwn(situation, key)) : []).map((field) =>
      reportIssue("MISSING_FIELD", `${at}/${field}`, { values: { field } }),
    ),
  ]);
}
