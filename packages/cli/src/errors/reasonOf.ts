/** Why the file system refused: its code (`ENOENT`, `EACCES`), else its words. */
export const reasonOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : String(error));
