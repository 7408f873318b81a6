import { access } from "node:fs/promises";
import { join } from "node:path";
import { EldercareError, type Issue, jsonPointer, reportWrongType } from "@eldercare/core";
import type { PolicyCase } from "@eldercare/rules";
import { type PackFile, readOverlays, readPackFile, readSoundPack } from "../pack/packFile.js";
import type { PackFileName } from "../pack/packFileKind.js";
import type { ExplainedFinding, PackPageFiles } from "./packPageData.js";

/** A pack with the files beside it, and the files that were read. */
export interface ReadPackFolder extends PackPageFiles {
  readonly file: PackFile;
  readonly caseFile?: PackFile;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** The findings of `findings.json`; what is wrong with their shape is refused. */
function readFindings({ json, place }: PackFile): readonly ExplainedFinding[] {
  const wrong = (pointer: string, seen: unknown, expected: string): Issue => reportWrongType(pointer, seen, expected);
  const issues = Array.isArray(json)
    ? json.flatMap((entry: unknown, index) => {
        if (!isObject(entry)) return [wrong(`/${index}`, entry, "object")];
        const texts = ["code", "pointer"].flatMap((key) =>
          isText(entry[key]) ? [] : [wrong(`/${index}${jsonPointer([key])}`, entry[key], "string")],
        );
        const why = isObject(entry.why) && isText(entry.why.zh) && isText(entry.why.en) ? [] : [wrong(`/${index}/why`, entry.why, "{ zh, en }")];
        return [...texts, ...why];
      })
    : [wrong("", json, "array")];
  if (issues.length > 0) throw new EldercareError(place(issues));
  return json as readonly ExplainedFinding[];
}

/**
 * Reads a pack with its cases, findings and records of clauses, as far as they stand beside it.
 *
 * @throws EldercareError with every issue of the pack, or of a file that cannot be read
 */
export async function readPackFolder(path: string, parentFiles: readonly string[], overlayFiles: readonly string[]): Promise<ReadPackFolder> {
  const { pack, parents, file } = await readSoundPack(path, parentFiles);
  const overlays = await readOverlays(overlayFiles);
  const beside = async (name: PackFileName): Promise<PackFile | undefined> => {
    // a pack of the program has nothing beside it
    if (file.folder === undefined) return undefined;
    const other = join(file.folder, name);
    const isThere = await access(other).then(
      () => true,
      () => false,
    );
    return isThere ? readPackFile(other, name) : undefined;
  };
  const [caseFile, findings, records] = [await beside("cases.json"), await beside("findings.json"), await beside("clauses.json")];
  return {
    pack,
    parents,
    overlays: overlays.filter((overlay) => [...parents, pack].some(({ id }) => id === overlay.for)),
    file,
    ...(caseFile === undefined ? {} : { cases: caseFile.json as readonly PolicyCase[], caseFile }),
    ...(findings === undefined ? {} : { findings: readFindings(findings) }),
    ...(records === undefined ? {} : { records: records.json }),
  };
}
