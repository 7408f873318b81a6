import type { Issue } from "@eldercare/core";
import { writeCsv } from "../table/writeCsv.js";

const placeInFile = ({ at }: Issue): string | undefined =>
  at === undefined ? undefined : [at.file, at.line, at.column].filter((part) => part !== undefined).join(":");

/** What a run left out, assumed or moved, one row each: where, what was seen, and what to do about it, in both languages. */
export function notesCsv(notes: readonly Issue[]): string {
  return writeCsv(notes, [
    { header: "代码 code", cell: (note) => note.code },
    { header: "位置 pointer", cell: (note) => note.pointer },
    { header: "文件 file", cell: placeInFile },
    { header: "所见 seen", cell: (note) => note.seen },
    { header: "说明", cell: (note) => note.message.zh },
    { header: "办法", cell: (note) => note.advice.zh },
    { header: "message", cell: (note) => note.message.en },
    { header: "advice", cell: (note) => note.advice.en },
  ]);
}
