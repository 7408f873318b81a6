import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { EldercareError } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";

/** What stands in a file: a text, or pieces that are made while it is written. */
export type OutputFile = string | Iterable<Uint8Array>;

/** Files of a run by their path within the output folder. */
export type OutputFiles = ReadonlyMap<string, OutputFile>;

const calendarFolder = "calendars";

const notWritable = (out: string, error: unknown): EldercareError =>
  new EldercareError([reportCliIssue("OUT_NOT_WRITABLE", "/out", { seen: out, values: reasonOf(error) })]);

/** Folders from the outermost that does not exist down to the one wanted. */
function foldersToMake(folder: string): string[] {
  return existsSync(folder) ? [] : [...foldersToMake(dirname(folder)), folder];
}

/** The calendars of an earlier run: they are the run's own, whatever else lies in their folder. */
function oldCalendars(target: string): string[] {
  const folder = join(target, calendarFolder);
  if (!existsSync(folder) || !lstatSync(folder).isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ics"))
    .map((entry) => join(calendarFolder, entry.name));
}

/** Renames files one by one, and can take all of it back. */
class Moves {
  private readonly done: (() => void)[] = [];

  move(from: string, to: string): void {
    for (const folder of foldersToMake(dirname(to))) {
      mkdirSync(folder);
      this.done.push(() => rmdirSync(folder));
    }
    renameSync(from, to);
    this.done.push(() => renameSync(to, from));
  }

  takeBack(): void {
    for (const undo of this.done.reverse()) undo();
  }
}

/**
 * The folder into which a run writes: all of its files or none.
 *
 * Files are written to a hidden folder inside and moved in when the last one stands; those of an earlier run are moved aside
 * first, and back where something fails. What the run does not write is left alone, but for the calendars of earlier runs.
 * However the process ends, the hidden folder goes, and so does the folder itself where it was made and nothing came into it.
 */
export class OutputFolder {
  private readonly out: string;
  private readonly target: string;
  private readonly made: readonly string[];
  private readonly staging: string;
  private readonly close = (): void => {
    process.off("exit", this.close);
    rmSync(this.staging, { recursive: true, force: true });
    removeEmpty(this.made);
  };

  private constructor(out: string, made: readonly string[], staging: string) {
    this.out = out;
    this.target = resolve(out);
    this.made = made;
    this.staging = staging;
    process.on("exit", this.close);
  }

  /**
   * Makes the folder where it does not exist, and tries whether it can be written to.
   *
   * @throws EldercareError OUT_NOT_WRITABLE
   */
  static open(out: string): OutputFolder {
    const target = resolve(out);
    const made: string[] = [];
    try {
      for (const folder of foldersToMake(target)) {
        mkdirSync(folder);
        made.push(folder);
      }
      return new OutputFolder(out, made, mkdtempSync(join(target, ".eldercare-")));
    } catch (error) {
      removeEmpty(made);
      throw notWritable(out, error);
    }
  }

  /**
   * Writes all files or none.
   *
   * @throws EldercareError OUT_NOT_WRITABLE
   */
  write(files: OutputFiles): void {
    const moves = new Moves();
    try {
      for (const [path, content] of files) {
        const file = join(this.staging, "new", path);
        mkdirSync(dirname(file), { recursive: true });
        if (typeof content === "string") writeFileSync(file, content);
        else writePieces(file, content);
      }
      // in one go, so that no signal comes between two files
      for (const path of new Set([...oldCalendars(this.target), ...files.keys()])) {
        const old = join(this.target, path);
        if (existsSync(old) && lstatSync(old).isDirectory()) throw new Error(`EISDIR: ${path}`);
        if (existsSync(old)) moves.move(old, join(this.staging, "old", path));
      }
      for (const path of files.keys()) moves.move(join(this.staging, "new", path), join(this.target, path));
    } catch (error) {
      moves.takeBack();
      throw notWritable(this.out, error);
    }
  }

  /** Leaves the folder: with the files written, or as it was. */
  leave(): void {
    this.close();
  }
}

function writePieces(file: string, pieces: Iterable<Uint8Array>): void {
  const descriptor = openSync(file, "w");
  try {
    for (const piece of pieces) writeFileSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders.toReversed()) if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
