import { didYouMean, type Issue, jsonPointer, type Modality, reportIssue, reportWrongType } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import type { Pack } from "../pack/pack.js";
import type { ClauseRecord } from "./clauseRecord.js";
import { reportClause } from "./codes.js";

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

const modalities: readonly Modality[] = ["required", "in-principle", "aspirational", "permitted-or-encouraged", "conditional"];
const homes = ["calculators", "pack", "recorded"] as const;
const ownWords = ["source", "section", "modality", "quote"] as const;
const recordKeys = [...ownWords, "home", "note"] as const;

const wrongType = (value: unknown, expected: string, pointer: string): Issue => reportWrongType(pointer, value, expected);

const missing = (field: string, pointer: string): Issue => reportIssue("MISSING_FIELD", `${pointer}/${field}`, { values: { field } });

const unknownKeys = (value: JsonObject, known: readonly string[], pointer: string): Issue[] =>
  Object.keys(value).flatMap((key) =>
    known.includes(key) ? [] : [reportClause("CLAUSES_UNKNOWN_KEY", pointer + jsonPointer([key]), { seen: key, values: didYouMean(key, known) })],
  );

function checkHome(home: unknown, pointer: string): Issue[] {
  if (!isObject(home)) return [wrongType(home, "object", pointer)];
  const issues = unknownKeys(home, homes, pointer);
  if (Object.keys(home).length !== 1) return [...issues, wrongType(home, `{ ${homes.join(" | ")} }`, pointer)];
  const { calculators, pack, recorded } = home;
  if (calculators !== undefined) {
    if (!Array.isArray(calculators)) issues.push(wrongType(calculators, "array", `${pointer}/calculators`));
    else if (calculators.length === 0) issues.push(reportIssue("EMPTY_LIST", `${pointer}/calculators`));
    else
      for (const [index, each] of calculators.entries()) if (!isText(each)) issues.push(wrongType(each, "string", `${pointer}/calculators/${index}`));
  }
  if (pack !== undefined && typeof pack !== "string") issues.push(wrongType(pack, "string", `${pointer}/pack`));
  if (recorded !== undefined) {
    const words = isObject(recorded) ? recorded : {};
    if (!isText(words.zh) || !isText(words.en)) issues.push(wrongType(recorded, "{ zh, en }", `${pointer}/recorded`));
  }
  return issues;
}

function checkWords(record: JsonObject, pack: Pack, pointer: string): Issue[] {
  const issues = ownWords.flatMap((key) => {
    if (record[key] === undefined) return [missing(key, pointer)];
    return isText(record[key]) ? [] : [wrongType(record[key], "string", `${pointer}/${key}`)];
  });
  const { source, modality } = record;
  if (isText(source) && !Object.hasOwn(pack.sources, source))
    issues.push(reportRules("SOURCE_NOT_FOUND", `${pointer}/source`, { seen: source, values: didYouMean(source, Object.keys(pack.sources)) }));
  if (isText(modality) && !modalities.some((known) => known === modality))
    issues.push(
      reportIssue("NOT_IN_LIST", `${pointer}/modality`, {
        seen: modality,
        values: { expected: modalities.join(", "), ...didYouMean(modality, modalities) },
      }),
    );
  return issues;
}

/** Of a clause that the pack itself has, only what else carries it out may be said. */
const saysCalculatorsOnly = (record: JsonObject): boolean =>
  ownWords.every((key) => record[key] === undefined) && isObject(record.home) && record.home.calculators !== undefined;

function checkRecord(id: string, record: unknown, pack: Pack, pointer: string): Issue[] {
  if (!isObject(record)) return [wrongType(record, "object", pointer)];
  const issues = unknownKeys(record, recordKeys, pointer);
  if (record.note !== undefined && !isText(record.note)) issues.push(wrongType(record.note, "string", `${pointer}/note`));
  if (record.home === undefined) issues.push(reportClause("CLAUSE_WITHOUT_HOME", pointer, { seen: id }));
  else issues.push(...checkHome(record.home, `${pointer}/home`));
  if (!Object.hasOwn(pack.clauses, id)) return [...issues, ...checkWords(record, pack, pointer)];
  return saysCalculatorsOnly(record) ? issues : [...issues, reportClause("CLAUSE_TWICE", pointer, { seen: id, values: { other: "pack.json" } })];
}

/**
 * What is wrong with the shape of the records of clauses; those that can be used all the same.
 *
 * @param json `clauses.json` as read; undefined where a pack has none
 */
export function checkRecords(
  json: unknown,
  pack: Pack,
): { readonly records: Readonly<Record<string, ClauseRecord>>; readonly issues: readonly Issue[] } {
  if (json === undefined) return { records: {}, issues: [] };
  if (!isObject(json)) return { records: {}, issues: [wrongType(json, "object", "")] };
  const issues = unknownKeys(json, ["$schema", "clauses"], "");
  if (!isObject(json.clauses))
    return { records: {}, issues: [...issues, json.clauses === undefined ? missing("clauses", "") : wrongType(json.clauses, "object", "/clauses")] };
  const sound: [string, ClauseRecord][] = [];
  for (const [id, record] of Object.entries(json.clauses)) {
    const found = checkRecord(id, record, pack, `/clauses${jsonPointer([id])}`);
    issues.push(...found);
    if (found.length === 0) sound.push([id, record as ClauseRecord]);
  }
  return { records: Object.fromEntries(sound), issues };
}
