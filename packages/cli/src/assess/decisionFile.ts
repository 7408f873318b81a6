import { Buffer } from "node:buffer";
import { rmSync } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import { EldercareError } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";

const bufferBytes = 1 << 22;

/** A file that grows piece by piece, and takes its place only when it is whole. */
export class DecisionFile {
  private readonly file: string;
  private readonly beside: string;
  private readonly handle: FileHandle;
  private buffer = Buffer.allocUnsafe(bufferBytes);
  private filled = 0;
  // one is filled while the other is written
  private spare = Buffer.allocUnsafe(bufferBytes);
  private writing: Promise<EldercareError | undefined> = Promise.resolve(undefined);
  private readonly discard = (): void => rmSync(this.beside, { force: true });

  private constructor(file: string, beside: string, handle: FileHandle) {
    this.file = file;
    this.beside = beside;
    this.handle = handle;
    process.on("exit", this.discard);
  }

  /** @throws EldercareError OUT_NOT_WRITABLE, before the long work begins */
  static async open(file: string): Promise<DecisionFile> {
    const beside = `${file}.${process.pid}.part`;
    try {
      return new DecisionFile(file, beside, await open(beside, "w"));
    } catch (error) {
      throw refused(file, error);
    }
  }

  /** Adds a piece; false where there is no room left for it, until `flush` has made some. */
  add(piece: Buffer): boolean {
    if (this.filled + piece.length > bufferBytes) return false;
    this.buffer.set(piece, this.filled);
    this.filled += piece.length;
    return true;
  }

  /** Has what was added written while more is added, and after it a piece that is too large for the room that there was. */
  async flush(piece?: Buffer): Promise<void> {
    await this.write(this.buffer.subarray(0, this.filled));
    [this.buffer, this.spare] = [this.spare, this.buffer];
    this.filled = 0;
    if (piece !== undefined && !this.add(piece)) await this.write(piece);
  }

  /** Begins to write once all before has been written. */
  private async write(bytes: Buffer): Promise<void> {
    await this.written();
    this.writing = this.handle.writeFile(bytes).then(
      () => undefined,
      (error: unknown) => refused(this.file, error),
    );
  }

  private async written(): Promise<void> {
    const failure = await this.writing;
    if (failure !== undefined) throw failure;
  }

  /** Puts the file in its place. */
  async finish(): Promise<void> {
    await this.flush();
    await this.written();
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
  new EldercareError([reportCliIssue("OUT_NOT_WRITABLE", "/out", { seen: file, values: reasonOf(error) })]);
