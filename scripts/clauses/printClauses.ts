import type { ClauseHome, ClausePlace } from "@eldercare/rules/clauses";
import { placeWords } from "../../packages/cli/src/packPage/placeWords.js";
import type { CollectedClauses, CollectedDocument } from "./collectClauses.js";

const executable = ({ clauses }: CollectedDocument): number => clauses.filter(({ status }) => status === "executable").length;

const placeText = ({ kind, key }: ClausePlace): string => `${placeWords[kind].zh} ${key}`;

/** Both words of the status are three characters, so that what follows stands in one column. */
const statusWords = { executable: "可执行", recorded: "仅记录" } as const;

const clauseLine = ({ id, status, where, reason }: ClauseHome, width: number): string =>
  `  ${id.padEnd(width)}  ${statusWords[status]}  ${status === "executable" ? where.map(placeText).join("；") : (reason?.zh ?? "")}\n`;

function documentText(document: CollectedDocument): string {
  const width = Math.max(0, ...document.clauses.map(({ id }) => id.length));
  const head = `${document.title.zh} ${document.pack}\n`;
  return `${head}${document.clauses.map((clause) => clauseLine(clause, width)).join("")}\n`;
}

const cell = (value: number | string): string => String(value).padStart(7);

/** Numbers before words, as words are of two widths. */
const totalLine = (done: number, all: number, expected: number, words: string): string =>
  `${cell(done)}${cell(all - done)}${cell(`${all}/${expected}`).padStart(9)}${cell(all === 0 ? "—" : `${((100 * done) / all).toFixed(1)}%`)}  ${words}\n`;

/** Every clause with what carries it out, or why it is only recorded, and the totals by document, as a person reads them. */
export function printClauses({ documents }: CollectedClauses): string {
  const sum = (count: (document: CollectedDocument) => number): number => documents.reduce((total, document) => total + count(document), 0);
  const totals = documents.map((document) =>
    totalLine(executable(document), document.clauses.length, document.expected, `${document.title.zh} ${document.pack}`),
  );
  const all = totalLine(
    sum(executable),
    sum(({ clauses }) => clauses.length),
    sum(({ expected }) => expected),
    "合计 total",
  );
  // three Chinese characters are six columns wide
  const head = ` 可执行 仅记录 条款/应有   比例  executable, recorded, clauses of all that the document has, share executable\n`;
  return `${documents.map(documentText).join("")}${head}${totals.join("")}${all}`;
}

/** A place as one text: its kind and its key. */
const placeName = ({ kind, key }: ClausePlace): string => `${kind} ${key}`;

/** The same for programs; `where` is empty of a recorded clause, `reason` is `null` of an executable one. */
export function clausesJson({ documents }: CollectedClauses): object {
  const clauses = documents.flatMap((document) => document.clauses);
  const done = documents.reduce((total, document) => total + executable(document), 0);
  return {
    total: clauses.length,
    executable: done,
    recorded: clauses.length - done,
    clauses: clauses.map(({ id, status, where, reason }) => ({ id, status, where: where.map(placeName), reason: reason ?? null })),
  };
}
