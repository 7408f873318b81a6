import { type Issue, jsonPointer, type Wording } from "@eldercare/core";
import { checkPack, type Pack } from "@eldercare/rules";
import { type ClauseHome, clauseHomes, reportClause } from "@eldercare/rules/clauses";
import { reportCliIssue } from "../../packages/cli/src/errors/codes.js";
import { namesTwice } from "./namesTwice.js";

/** The files of one pack, as they were read. */
export interface PackFolder {
  readonly id: string;
  /** Path of the folder, as issues name it. */
  readonly path: string;
  readonly pack: string;
  /** `clauses.json`; absent where there is none. */
  readonly records?: string;
  /** `source.txt`; absent where there is none. */
  readonly document?: string;
}

/** The clauses of one document with their homes. */
export interface CollectedDocument {
  readonly pack: string;
  readonly title: Wording;
  /** How many clauses the document has, as the project records it. */
  readonly expected: number;
  readonly clauses: readonly ClauseHome[];
}

/** The clauses of all documents, and what is wrong with them. */
export interface CollectedClauses {
  readonly documents: readonly CollectedDocument[];
  readonly issues: readonly Issue[];
}

/** What a text of JSON holds, with the ids that it gives twice: of those, the text means the last and has lost the first. */
function readClauseFile(text: string, file: string, name: string): { readonly json: unknown; readonly issues: readonly Issue[] } {
  try {
    const json: unknown = JSON.parse(text);
    const twice = namesTwice(text, "clauses");
    return {
      json,
      issues: twice.map((id) => reportClause("CLAUSE_TWICE", `/clauses${jsonPointer([id])}`, { seen: id, values: { other: name }, at: { file } })),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { json: undefined, issues: [reportCliIssue("FILE_NOT_JSON", "", { values: { reason }, at: { file } })] };
  }
}

/**
 * The clauses of the documents behind some packs, each with what carries it out, and every fault of any of them.
 *
 * @param folders the packs with their files
 * @param counts how many clauses each document has, by the id of its pack; a pack without a count stands on no document
 * @param exists whether a calculator `<entry point>#<function>` exists
 */
export function collectClauses(
  folders: readonly PackFolder[],
  counts: Readonly<Record<string, number>>,
  exists: (calculator: string) => boolean,
): CollectedClauses {
  const issues: Issue[] = [];
  const documents: CollectedDocument[] = [];
  const seenIn = new Map<string, string>();
  for (const [id, expected] of Object.entries(counts)) {
    const folder = folders.find((each) => each.id === id);
    const file = folder === undefined ? id : `${folder.path}/pack.json`;
    const own = readClauseFile(folder?.pack ?? "null", file, "pack.json");
    const recordsFile = `${folder?.path ?? id}/clauses.json`;
    const records = folder?.records === undefined ? undefined : readClauseFile(folder.records, recordsFile, "clauses.json");
    issues.push(...own.issues, ...(records?.issues ?? []));
    const misshapen = folder === undefined ? [] : checkPack(own.json).map((issue) => ({ ...issue, at: { file } }));
    const usable = folder !== undefined && own.json !== undefined && misshapen.length === 0;
    if (own.json !== undefined) issues.push(...misshapen);
    const pack = usable ? (own.json as Pack) : undefined;
    const homes =
      pack === undefined ? { clauses: [], issues: [] } : clauseHomes(pack, { records: records?.json, document: folder?.document ?? "", exists });
    // both files of a pack stand in its folder
    issues.push(...homes.issues.map((issue) => ({ ...issue, at: { file: `${folder?.path}/${issue.at?.file}` } })));
    for (const clause of homes.clauses) {
      const other = seenIn.get(clause.id);
      if (other === undefined) seenIn.set(clause.id, id);
      else issues.push(reportClause("CLAUSE_TWICE", `/clauses${jsonPointer([clause.id])}`, { seen: clause.id, values: { other }, at: { file } }));
    }
    if (homes.clauses.length !== expected && (usable || folder === undefined))
      issues.push(
        reportClause("CLAUSES_MISCOUNTED", "/clauses", {
          seen: homes.clauses.length,
          values: { pack: id, expected: String(expected) },
          at: { file },
        }),
      );
    documents.push({ pack: id, title: pack?.title ?? { zh: "", en: "" }, expected, clauses: homes.clauses });
  }
  return { documents, issues };
}
