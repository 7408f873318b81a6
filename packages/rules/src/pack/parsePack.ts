import { didYouMean, EldercareError, type Issue, isAreaCode, isCivilDate, jsonPointer, parseRational, type Wording } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { overlayShape, packShape } from "../generated/shapes.js";
import { checkConsistency } from "./checkConsistency.js";
import type { Overlay, Pack, Parameter, ParameterValue } from "./pack.js";
import { sizeIssues } from "./packSize.js";
import { type SchemaFinding, type ShapeSchema, schemaFindings } from "./schemaFindings.js";
import { wordShape } from "./shapeWords.js";

const inWords = ({ zh, en }: Wording) => ({ "problem.zh": zh, "problem.en": en });

function toIssue({ pointer, seen, keyword, params }: SchemaFinding): Issue {
  if (keyword !== "additionalProperties") return reportRules("PACK_SHAPE", pointer, { seen, values: inWords(wordShape(keyword, params)) });
  const key = String(params.key);
  return reportRules("PACK_UNKNOWN_KEY", pointer + jsonPointer([key]), { seen: key, values: didYouMean(key, params.known as readonly string[]) });
}

const shapeIssues = (shape: ShapeSchema, json: unknown): Issue[] => schemaFindings(shape, json).map(toIssue);

function valueProblem(parameter: Parameter, value: ParameterValue["value"]): string | undefined {
  const { type, least, most, of } = parameter;
  if (type === "boolean") return typeof value === "boolean" ? undefined : "boolean";
  if (type === "date") return isCivilDate(value) ? undefined : "YYYY-MM-DD";
  if (type === "area") return isAreaCode(value) ? undefined : "area code";
  if (type === "choice")
    return typeof value === "string" && Object.hasOwn(of ?? {}, value) ? undefined : `one of ${Object.keys(of ?? {}).join(", ")}`;
  if (type === "rational")
    return typeof value !== "boolean" && parseRational(value) !== undefined ? undefined : 'exact fraction as text, "1/3" or "15%"';
  if (!Number.isSafeInteger(value)) return "whole number";
  if (type === "fen" && (value as number) < 0) return ">= 0";
  return (value as number) < (least ?? Number.NEGATIVE_INFINITY) || (value as number) > (most ?? Number.POSITIVE_INFINITY)
    ? `${least ?? "…"}–${most ?? "…"}`
    : undefined;
}

/** Checks the dated values of one parameter against its declaration. */
export function checkValues(parameter: Parameter, values: readonly ParameterValue[], pointer: string): Issue[] {
  return values.flatMap((entry, index) => {
    const at = `${pointer}/${index}`;
    const problem = valueProblem(parameter, entry.value);
    const dates = [entry.from, ...(entry.to === undefined ? [] : [entry.to])].filter((date) => !isCivilDate(date));
    return [
      ...(problem === undefined ? [] : [reportRules("PARAMETER_VALUE", `${at}/value`, { seen: entry.value, values: { problem } })]),
      ...dates.map((date) => reportRules("PARAMETER_VALUE", at, { seen: date, values: { problem: "YYYY-MM-DD" } })),
    ];
  });
}

function checkReferences(pack: Pack): Issue[] {
  const clauses = Object.keys(pack.clauses);
  const clause = (id: string | undefined, pointer: string): Issue[] =>
    id === undefined || Object.hasOwn(pack.clauses, id)
      ? []
      : [reportRules("CLAUSE_NOT_FOUND", pointer, { seen: id, values: didYouMean(id, clauses) })];
  return [
    ...Object.entries(pack.clauses).flatMap(([id, { source }]) =>
      Object.hasOwn(pack.sources, source) ? [] : [reportRules("SOURCE_NOT_FOUND", `${jsonPointer(["clauses", id])}/source`, { seen: source })],
    ),
    ...Object.entries(pack.parameters).flatMap(([id, parameter]) => {
      const at = jsonPointer(["parameters", id]);
      const { values, open } = parameter;
      return [
        ...clause(parameter.clause, `${at}/clause`),
        ...(values ?? []).flatMap((value, index) => clause(value.clause, `${at}/values/${index}/clause`)),
        ...(values === undefined && open !== true ? [reportRules("PARAMETER_WITHOUT_VALUE", at)] : []),
        ...(values !== undefined && open === true ? [reportRules("PARAMETER_OPEN_WITH_VALUE", `${at}/values`)] : []),
        ...checkValues(parameter, values ?? [], `${at}/values`),
      ];
    }),
    ...Object.entries(pack.facts).flatMap(([name, fact]) =>
      (fact.clauses ?? []).flatMap((id, index) => clause(id, `${jsonPointer(["facts", name, "clauses", index])}`)),
    ),
    ...pack.rules.flatMap((rule, index) => rule.clauses.flatMap((id, nth) => clause(id, `/rules/${index}/clauses/${nth}`))),
    ...(pack.overrides ?? []).flatMap((override, index) => override.clauses.flatMap((id, nth) => clause(id, `/overrides/${index}/clauses/${nth}`))),
    ...Object.entries(pack.tables ?? {}).flatMap(([name, { rows }]) =>
      rows.flatMap((row, index) => clause(row.clause, `${jsonPointer(["tables", name])}/rows/${index}/clause`)),
    ),
    ...(pack.linkages ?? []).flatMap((linkage, index) => linkage.clauses.flatMap((id, nth) => clause(id, `/linkages/${index}/clauses/${nth}`))),
    ...(pack.contradictions ?? []).flatMap(({ clauses: ids }, index) =>
      ids.flatMap((id, nth) => clause(id, `/contradictions/${index}/clauses/${nth}`)),
    ),
    ...duplicateRules(pack),
  ];
}

function duplicateRules(pack: Pack): Issue[] {
  const seen = new Set<string>();
  return pack.rules.flatMap(({ id }, index) => {
    if (seen.has(id)) return [reportRules("NAME_TAKEN", `/rules/${index}/id`, { seen: id, values: { owner: pack.id } })];
    seen.add(id);
    return [];
  });
}

/**
 * Reads a policy pack: its shape, and that every clause, source and parameter value it names holds. What its conditions
 * say is checked by `createEngine` and `lintPack`, which know the parents.
 *
 * @throws EldercareError with every issue: PACK_UNKNOWN_KEY, PACK_SHAPE, CLAUSE_NOT_FOUND, SOURCE_NOT_FOUND, PARAMETER_VALUE, …
 * @example
 * parsePack(county).area //=> "500229"
 */
export function parsePack(json: unknown): Pack {
  const issues = checkPack(json);
  if (issues.length > 0) throw new EldercareError(issues);
  return json as Pack;
}

/**
 * Every issue of a pack taken alone; empty where `parsePack` accepts it.
 *
 * @example
 * checkPack({ ...county, ruels: [] }).map((issue) => issue.message.en) //=> ['unknown key "ruels" in the pack; did you mean "rules"?']
 */
export function checkPack(json: unknown): Issue[] {
  const size = sizeIssues(json);
  if (size.length > 0) return size;
  const shape = shapeIssues(packShape, json);
  return shape.length > 0 ? shape : [...checkReferences(json as Pack), ...checkConsistency(json as Pack)];
}

/**
 * Reads an overlay: values for open parameters.
 *
 * @throws EldercareError with every issue: PACK_UNKNOWN_KEY, PACK_SHAPE
 */
export function parseOverlay(json: unknown): Overlay {
  const issues = checkOverlay(json);
  if (issues.length > 0) throw new EldercareError(issues);
  return json as Overlay;
}

/** Every issue of an overlay's shape; whether its parameters exist and are open is known to `createEngine`. */
export function checkOverlay(json: unknown): Issue[] {
  const size = sizeIssues(json);
  return size.length > 0 ? size : shapeIssues(overlayShape, json);
}
