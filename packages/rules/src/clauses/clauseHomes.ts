import { type Issue, jsonPointer, type Wording } from "@eldercare/core";
import type { Clause, Pack } from "../pack/pack.js";
import { checkRecords } from "./checkRecords.js";
import { citationsOf } from "./citations.js";
import type { ClauseHome, ClausePlace, ClauseRecord } from "./clauseRecord.js";
import { reportClause } from "./codes.js";

/** A pack beside its document, and what there is to look things up in. */
export interface ClauseQuestion {
  /** `clauses.json` as read from its file; absent where the pack has none. */
  readonly records?: unknown;
  /** The text of the document, in which every quote of a verified source must stand; absent where quotes are not compared. */
  readonly document?: string;
  /** Whether a calculator `<entry point>#<function>` exists; absent where that is not looked up. */
  readonly exists?: (calculator: string) => boolean;
}

/** The clauses of a document with the places that carry them out. */
export interface ClauseHomes {
  /** In the order of their ids, numbers in them by their size. */
  readonly clauses: readonly ClauseHome[];
  /** What is wrong; `at.file` says whether the pointer leads into `pack.json` or `clauses.json`. */
  readonly issues: readonly Issue[];
}

const squeeze = (text: string): string => text.replace(/\s+/g, "");

/** Names under which nothing stands that anything is computed from. */
const idleNames = new Set(["note", "title", "quote", "$schema", "clauses", "clause", "version", "id"]);

/** The part of a JSON value that a pointer leads to; undefined where it leads nowhere. */
function partAt(value: unknown, pointer: string): unknown {
  if (!pointer.startsWith("/")) return undefined;
  let part = value;
  for (const segment of pointer.slice(1).split("/")) {
    const key = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof part !== "object" || part === null || !Object.hasOwn(part, key)) return undefined;
    part = (part as Readonly<Record<string, unknown>>)[key];
  }
  return part;
}

const partsOf = (id: string): string[] => id.match(/\d+|\D+/g) ?? [];

/** Orders ids as a reader counts: 1.2 before 1.10. */
function compareIds(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  for (const [index, part] of one.entries()) {
    const beside = other[index];
    if (beside === undefined) return 1;
    const difference = Number(part) - Number(beside);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    if (part !== beside) return part < beside ? -1 : 1;
  }
  return one.length - other.length;
}

/** Where a record says that its clause is carried out, and what is wrong with that. */
function declaredPlaces(
  id: string,
  { home }: ClauseRecord,
  pack: Pack,
  exists: ((calculator: string) => boolean) | undefined,
): { readonly places: readonly ClausePlace[]; readonly reason?: Wording; readonly issues: readonly Issue[] } {
  const at = `/clauses${jsonPointer([id])}/home`;
  if ("recorded" in home) return { places: [], reason: home.recorded, issues: [] };
  if ("pack" in home) {
    const pointer = home.pack;
    const details = { seen: pointer, values: { clause: id } };
    const lost = partAt(pack, pointer) === undefined ? [reportClause("CLAUSE_HOME_LEADS_NOWHERE", `${at}/pack`, details)] : [];
    const idle = pointer.split("/").some((name) => idleNames.has(name)) ? [reportClause("CLAUSE_HOME_IDLE", `${at}/pack`, details)] : [];
    return { places: [{ kind: "pack", key: pointer }], issues: lost.length > 0 ? lost : idle };
  }
  const issues = home.calculators.flatMap((calculator, index) =>
    exists === undefined || exists(calculator)
      ? []
      : [reportClause("CALCULATOR_NOT_FOUND", `${at}/calculators/${index}`, { seen: calculator, values: { clause: id } })],
  );
  return { places: home.calculators.map((key) => ({ kind: "calculator", key })), issues };
}

/**
 * Says of every clause of a document what carries it out: the rules, parameters, tables, facts, linkages and contradictions
 * of the pack that cite it, calculators, a part of the pack; or that it is only recorded, and why. What is wrong comes
 * beside it: a clause that nothing carries out, a reference that leads nowhere, a quote that is not in the document, an id
 * that stands twice.
 *
 * @param pack a pack that `parsePack` accepts
 * @param question the records of the clauses that the pack does not cite, the text of the document, the calculators there are
 * @example
 * const records = { clauses: { "CK-9": { source: "notice", section: "四", modality: "required", quote: "各单位要高度重视", home: { recorded: { zh: "口号", en: "a slogan" } } } } };
 * const { clauses, issues } = clauseHomes(county, { records });
 * clauses.find(({ id }) => id === "CK-2.5-a").where[0] //=> { kind: "staffing", key: "cn-500229-chengkou/staffing.disabledCare" }
 * clauses.at(-1).status //=> "recorded"
 * issues //=> []
 */
export function clauseHomes(pack: Pack, { records: json, document, exists }: ClauseQuestion = {}): ClauseHomes {
  const cited = citationsOf(pack);
  const { records, issues: misshapen } = checkRecords(json, pack);
  const inPack: Issue[] = [];
  const inRecords: Issue[] = [...misshapen];
  const text = document === undefined ? undefined : squeeze(document);
  const checkQuote = (id: string, { source, quote }: Pick<Clause, "source" | "quote">, issues: Issue[]): void => {
    // a sentence that is restated says so of its source
    if (text === undefined || pack.sources[source]?.verification !== "verified" || text.includes(squeeze(quote))) return;
    issues.push(reportClause("CLAUSE_QUOTE", `/clauses${jsonPointer([id])}/quote`, { seen: quote, values: { clause: id } }));
  };
  const home = (id: string, words: Clause, places: readonly ClausePlace[], reason: Wording | undefined): ClauseHome => ({
    id,
    source: words.source,
    section: words.section,
    modality: words.modality,
    quote: words.quote,
    ...(words.note === undefined ? {} : { note: words.note }),
    status: places.length > 0 ? "executable" : "recorded",
    where: places,
    ...(places.length > 0 || reason === undefined ? {} : { reason }),
  });

  const clauses: ClauseHome[] = [];
  for (const [id, clause] of Object.entries(pack.clauses)) {
    const record = Object.hasOwn(records, id) ? records[id] : undefined;
    const declared = record === undefined ? { places: [], issues: [] } : declaredPlaces(id, record, pack, exists);
    inRecords.push(...declared.issues);
    checkQuote(id, clause, inPack);
    const places = [...(cited.get(id) ?? []), ...declared.places];
    if (places.length === 0) inPack.push(reportClause("CLAUSE_WITHOUT_HOME", `/clauses${jsonPointer([id])}`, { seen: id }));
    clauses.push(home(id, clause, places, undefined));
  }
  for (const [id, record] of Object.entries(records)) {
    const { source, section, modality, quote, note } = record;
    if (source === undefined || section === undefined || modality === undefined || quote === undefined) continue;
    const { places, reason, issues } = declaredPlaces(id, record, pack, exists);
    inRecords.push(...issues);
    const words = { source, section, modality, quote, ...(note === undefined ? {} : { note }) };
    checkQuote(id, words, inRecords);
    clauses.push(home(id, words, places, reason));
  }
  const inFile = (file: string, issues: readonly Issue[]): Issue[] => issues.map((issue) => ({ ...issue, at: { file } }));
  clauses.sort((a, b) => compareIds(a.id, b.id));
  return { clauses, issues: [...inFile("pack.json", inPack), ...inFile("clauses.json", inRecords)] };
}

/**
 * The calculators that the records of clauses name, each once, in the order of their names.
 *
 * @param json `clauses.json` as read from its file
 * @example
 * calculatorsNamed({ clauses: { a: { home: { calculators: ["@eldercare/core#ageOn"] } } } }) //=> ["@eldercare/core#ageOn"]
 */
export function calculatorsNamed(json: unknown): string[] {
  const named = new Set<string>();
  for (const record of Object.values(Object(Object(json).clauses) as Readonly<Record<string, unknown>>)) {
    const { calculators } = Object(Object(record).home) as { readonly calculators?: unknown };
    for (const calculator of Array.isArray(calculators) ? calculators : []) if (typeof calculator === "string") named.add(calculator);
  }
  return [...named].sort();
}
