import { compareRational, type Issue, isCivilDate, jsonPointer, parseRational, rational, reportIssue } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { ownFields, ownJoins } from "../logic/vocabulary.js";
import { checkOverrideShapes } from "../override/checkShape.js";
import { reportPack } from "./codes.js";
import type { EffectDeclaration, Fact, Override, Pack, Parameter, ParameterValue, Rule, Table } from "./pack.js";

interface Period {
  readonly from: string;
  readonly to?: string;
}

/** Names that every object inherits, so that a lookup would find something that no pack has put there. */
const inheritedNames: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const checkName = (name: string, pointer: string): Issue[] =>
  inheritedNames.has(name) ? [reportRules("NAME_RESERVED", pointer, { seen: name })] : [];

const checkDate = (date: string | undefined, pointer: string): Issue[] =>
  date === undefined || isCivilDate(date) ? [] : [reportIssue("NOT_A_DATE", pointer, { seen: date })];

const checkOrder = ({ from, to }: Period, pointer: string): Issue[] =>
  isCivilDate(from) && isCivilDate(to) && to < from
    ? [reportRules("PERIOD_ENDS_BEFORE_IT_BEGINS", `${pointer}/to`, { seen: to, values: { from } })]
    : [];

// "2022" and "2022-12" are completed to the first day, which exists where the year and the month do
const isDeadline = (by: string): boolean => isCivilDate(by + "-01-01".slice(by.length - "2022".length));

function checkRationalBounds({ type, least, most }: Parameter, value: ParameterValue["value"], pointer: string): Issue[] {
  const exact = type === "rational" && typeof value !== "boolean" ? parseRational(value) : undefined;
  if (exact === undefined) return [];
  const below = least !== undefined && compareRational(exact, rational(BigInt(least), 1n)) < 0;
  const above = most !== undefined && compareRational(exact, rational(BigInt(most), 1n)) > 0;
  return below || above ? [reportRules("PARAMETER_VALUE", pointer, { seen: value, values: { problem: `${least ?? "…"}–${most ?? "…"}` } })] : [];
}

/**
 * What is contradictory in the dated values of one parameter, beyond each value's own form: a period that ends before it
 * begins, two values that hold from the same day, an exact fraction outside the declared bounds.
 *
 * @param values of a pack, an overlay or a case
 * @param pointer JSON pointer of the list of values
 */
export function checkDatedValues(parameter: Parameter, values: readonly ParameterValue[], pointer: string): Issue[] {
  return values.flatMap((value, index) => {
    const at = `${pointer}/${index}`;
    // a later value takes over from an earlier one, so only values of the same day compete
    const clashes = isCivilDate(value.from) && values.findIndex(({ from }) => from === value.from) < index;
    return [
      ...checkRationalBounds(parameter, value.value, `${at}/value`),
      ...checkOrder(value, at),
      ...(clashes ? [reportRules("PARAMETER_VALUES_CLASH", `${at}/from`, { seen: value.from })] : []),
    ];
  });
}

function checkParameter(id: string, parameter: Parameter): Issue[] {
  const pointer = jsonPointer(["parameters", id]);
  const { type, of, least, most, values = [] } = parameter;
  const readings = Object.keys(of ?? {});
  return [
    ...checkName(id, pointer),
    ...readings.flatMap((reading) => checkName(reading, pointer + jsonPointer(["of", reading]))),
    ...(type === "choice" && readings.length < 2 ? [reportRules("CHOICE_WITHOUT_READINGS", `${pointer}/of`, { seen: readings.length })] : []),
    ...(type !== "choice" && of !== undefined ? [reportRules("READINGS_WITHOUT_CHOICE", `${pointer}/of`, { seen: type })] : []),
    ...(least !== undefined && most !== undefined && least > most
      ? [reportRules("PARAMETER_BOUNDS", `${pointer}/least`, { seen: least, values: { most: String(most) } })]
      : []),
    ...checkDatedValues(parameter, values, `${pointer}/values`),
  ];
}

const areaSubjects: readonly Fact["subject"][] = ["area", "township", "village"];

function checkCounting(fact: Fact, by: "count" | "share", pointer: string): Issue[] {
  const expected = by === "count" ? "integer" : "rational";
  return [
    ...(fact.type === expected ? [] : [reportRules("FACT_TYPE", `${pointer}/type`, { seen: fact.type, values: { by, expected } })]),
    ...(areaSubjects.includes(fact.subject) ? [] : [reportRules("COUNT_OUTSIDE_AREA", `${pointer}/subject`, { seen: fact.subject })]),
  ];
}

/** Fields, values and openness that do not go with the type of a fact. */
function checkMembers(fact: Fact, pointer: string): Issue[] {
  const { type, values, fields, open, is, count, share } = fact;
  const problems = [
    ...(type === "record" && fields === undefined ? ["fields: ?"] : []),
    ...(type === "list" && (fields === undefined) === (values === undefined) ? ["fields / values"] : []),
    ...(type !== "record" && type !== "list" && fields !== undefined ? ["fields"] : []),
    ...(type !== "list" && open === true ? ["open"] : []),
    ...((type === "list" || type === "record") && (is ?? count ?? share) !== undefined ? ["is, count, share"] : []),
  ];
  return [
    ...problems.map((problem) => reportRules("FIELDS_WITHOUT_RECORD", pointer, { seen: type, values: { problem } })),
    ...Object.entries(fields ?? {}).flatMap(([name, field]) => {
      const at = pointer + jsonPointer(["fields", name]);
      return [...checkName(name, at), ...checkEnum(field.type, field.values, at)];
    }),
  ];
}

const checkEnum = (type: string, values: readonly string[] | undefined, pointer: string): Issue[] => [
  ...(type === "enum" && (values ?? []).length === 0 ? [reportRules("ENUM_WITHOUT_VALUES", `${pointer}/values`)] : []),
  ...(type !== "enum" && type !== "list" && values !== undefined ? [reportRules("VALUES_WITHOUT_ENUM", `${pointer}/values`, { seen: type })] : []),
];

const checkTitles = ({ values = [], titles = {} }: Pick<Fact, "values" | "titles">, pointer: string): Issue[] =>
  Object.keys(titles).flatMap((value) =>
    values.includes(value)
      ? []
      : [reportPack("TITLE_WITHOUT_VALUE", `${pointer}/titles${jsonPointer([value])}`, { seen: value, values: { known: values.join(", ") } })],
  );

function checkFact(name: string, fact: Fact): Issue[] {
  const pointer = jsonPointer(["facts", name]);
  const { subject, type, values } = fact;
  const ways = (["is", "count", "share"] as const).filter((way) => fact[way] !== undefined);
  const [counted] = ways.filter((way) => way !== "is");
  const ownNames = [...ownFields(subject).map(({ path }) => path.split(".")[0]), ...ownJoins(subject)];
  return [
    ...checkName(name, pointer),
    ...(ownNames.includes(name) ? [reportRules("NAME_OF_FIELD", pointer, { seen: name, values: { subject } })] : []),
    ...(ways.length > 1 ? [reportRules("FACT_DEFINED_TWICE", pointer, { seen: ways })] : []),
    ...(ways.length > 1 || counted === undefined ? [] : checkCounting(fact, counted, pointer)),
    ...checkEnum(type, values, pointer),
    ...checkTitles(fact, pointer),
    ...Object.entries(fact.fields ?? {}).flatMap(([field, spec]) => checkTitles(spec, `${pointer}/fields${jsonPointer([field])}`)),
    ...checkMembers(fact, pointer),
  ];
}

const checkTable = (name: string, { rows }: Table): Issue[] => {
  const pointer = jsonPointer(["tables", name]);
  return [
    ...checkName(name, pointer),
    ...rows.flatMap((row, index) => {
      const at = `${pointer}/rows/${index}`;
      return [...checkDate(row.from, `${at}/from`), ...checkDate(row.to, `${at}/to`), ...checkOrder(row, at)];
    }),
  ];
};

/** Conventions about parts of a month that a benefit has no use for. */
function checkTerms({ per, proration, rounding }: Extract<EffectDeclaration, { kind: "benefit" }>, pointer: string): Issue[] {
  const unused = (term: string, because: string): Issue => reportPack("TERM_UNUSED", `${pointer}/${term}`, { values: { term, because } });
  const because = per !== "month" ? `per: ${per}` : proration === "fullMonth" ? "proration: fullMonth" : undefined;
  return [
    ...(proration !== undefined && per !== "month" ? [unused("proration", `per: ${per}`)] : []),
    ...(rounding !== undefined && because !== undefined ? [unused("rounding", because)] : []),
  ];
}

function checkEffect(then: EffectDeclaration, pointer: string): Issue[] {
  if (then.kind === "target")
    return then.by === undefined || isDeadline(then.by) ? [] : [reportRules("NOT_A_DEADLINE", `${pointer}/by`, { seen: then.by })];
  if (then.kind === "benefit") return checkTerms(then, pointer);
  if (then.kind === "staffing")
    return then.ratios === undefined && then.minimum === undefined ? [reportRules("STAFFING_WITHOUT_NUMBER", pointer)] : [];
  if (then.kind !== "service" || (then.times === undefined) === (then.per === undefined)) return [];
  const [given, missing] = then.times === undefined ? (["per", "times"] as const) : (["times", "per"] as const);
  return [reportRules("FREQUENCY_INCOMPLETE", `${pointer}/${given}`, { values: { given, missing } })];
}

const checkOverride = ({ inForce }: Pack, { from, to, then }: Override, index: number): Issue[] => {
  const at = `/overrides/${index}`;
  const effect = then === undefined ? [] : checkEffect(then, `${at}/then`);
  const order = to === undefined ? [] : checkOrder({ from: from ?? inForce.from, to }, at);
  return [...checkDate(from, `${at}/from`), ...checkDate(to, `${at}/to`), ...order, ...effect];
};

const checkRule = ({ id, then }: Rule, index: number): Issue[] => [
  ...checkName(id, `/rules/${index}/id`),
  ...checkEffect(then, `/rules/${index}/then`),
];

/**
 * Where a pack contradicts itself though each of its parts is well formed: days that do not exist, periods that end before
 * they begin, bounds that exclude one another, facts defined twice, names that already mean something else, effects that
 * say half of what they need.
 *
 * That the dates of parameter values exist, and that whole numbers lie within their bounds, is checked with the values.
 *
 * @param pack a pack that fits the JSON Schema
 * @returns every contradiction, in the order of the pack's parts; empty where there is none
 * @example
 * checkConsistency({ ...county, inForce: { from: "2026-02-30" } })[0].message.en //=> '"2026-02-30" is not a date that exists'
 */
export function checkConsistency(pack: Pack): Issue[] {
  return [
    ...checkDate(pack.inForce.from, "/inForce/from"),
    ...checkDate(pack.inForce.to, "/inForce/to"),
    ...checkOrder(pack.inForce, "/inForce"),
    ...Object.entries(pack.sources).flatMap(([id, { issued, checkedOn }]) => {
      const pointer = jsonPointer(["sources", id]);
      return [...checkName(id, pointer), ...checkDate(issued, `${pointer}/issued`), ...checkDate(checkedOn, `${pointer}/checkedOn`)];
    }),
    ...Object.keys(pack.clauses).flatMap((id) => checkName(id, jsonPointer(["clauses", id]))),
    ...Object.entries(pack.parameters).flatMap(([id, parameter]) => checkParameter(id, parameter)),
    ...Object.entries(pack.facts).flatMap(([name, fact]) => checkFact(name, fact)),
    ...Object.entries(pack.tables ?? {}).flatMap(([name, table]) => checkTable(name, table)),
    ...pack.rules.flatMap(checkRule),
    ...(pack.overrides ?? []).flatMap((override, index) => checkOverride(pack, override, index)),
    ...checkOverrideShapes(pack),
  ];
}
