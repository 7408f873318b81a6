import { rmSync } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import { type Decision, EldercareError } from "@eldercare/core";
import type { RuleInfo } from "@eldercare/rules";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";
import { decisionsCsv } from "../output/decisionsCsv.js";

/** Formats of a file of decisions, by its ending. */
export type DecisionFormat = "csv" | "jsonl";

/** A file of decisions that grows as they are made, and takes its place only when it is whole. */
export class DecisionFile {
  private readonly file: string;
  private readonly beside: string;
  private readonly handle: FileHandle;
  private readonly print: (decisions: readonly Decision[]) => string;
  private readonly discard = (): void => rmSync(this.beside, { force: true });

  private constructor(file: string, beside: string, handle: FileHandle, print: (decisions: readonly Decision[]) => string) {
    this.file = file;
    this.beside = beside;
    this.handle = handle;
    this.print = print;
    process.on("exit", this.discard);
  }

  /** @throws EldercareError OUT_NOT_WRITABLE, before the long work begins */
  static async open(
    file: string,
    format: DecisionFormat,
    rules: ReadonlyMap<string, RuleInfo>,
    whereabouts: ReadonlyMap<string, string>,
  ): Promise<DecisionFile> {
    const beside = `${file}.${process.pid}.part`;
    const header = decisionsCsv([], rules, whereabouts);
    const rows = (decisions: readonly Decision[]): string => decisionsCsv(decisions, rules, whereabouts).slice(header.length);
    const lines = (decisions: readonly Decision[]): string => decisions.map((decision) => `${JSON.stringify(decision)}\n`).join("");
    try {
      const handle = await open(beside, "w");
      if (format === "csv") await handle.write(header);
      return new DecisionFile(file, beside, handle, format === "csv" ? rows : lines);
    } catch (error) {
      throw refused(file, error);
    }
  }

  async add(decisions: readonly Decision[]): Promise<void> {
    await this.handle.write(this.print(decisions)).catch((error: unknown) => {
      throw refused(this.file, error);
    });
  }

  /** Puts the file in its place. */
  async finish(): Promise<void> {
    await this.handle.close();
    try {
      await rename(this.beside, this.file);
    } catch (error) {
      throw refused(this.file, error);
    } finally {
      this.abandon();
    }
  }

  /** Leaves nothing behind of a file that is not whole. */
  abandon(): void {
    this.discard();
    process.off("exit", this.discard);
  }
}

const refused = (file: string, error: unknown): EldercareError =>
  new EldercareError([reportCliIssue("OUT_NOT_WRITABLE", "/out", { seen: file, values: { reason: reasonOf(error) } })]);
