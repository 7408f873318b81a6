import { rmSync } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import { EldercareError } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";

const refused = (file: string, error: unknown): EldercareError =>
  new EldercareError([reportCliIssue("OUT_NOT_WRITABLE", "/out", { seen: file, values: reasonOf(error) })]);

/** A file that grows as its lines are made, and takes its place only when it is whole. */
export class GrowingFile {
  private readonly file: string;
  private readonly beside: string;
  private readonly handle: FileHandle;
  private readonly discard = (): void => rmSync(this.beside, { force: true });

  private constructor(file: string, beside: string, handle: FileHandle) {
    this.file = file;
    this.beside = beside;
    this.handle = handle;
    process.on("exit", this.discard);
  }

  /** @throws EldercareError OUT_NOT_WRITABLE, before the long work begins */
  static async open(file: string): Promise<GrowingFile> {
    const beside = `${file}.${process.pid}.part`;
    try {
      return new GrowingFile(file, beside, await open(beside, "w"));
    } catch (error) {
      throw refused(file, error);
    }
  }

  async add(text: string): Promise<void> {
    await this.handle.write(text).catch((error: unknown) => {
      throw refused(this.file, error);
    });
  }

  /** Puts the file in its place. */
  async finish(): Promise<void> {
    try {
      await this.handle.close();
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
