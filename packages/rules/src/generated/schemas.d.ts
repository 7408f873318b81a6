import type { Schema } from "../pack/schemaIssues.js";

/** `pack.schema.json` without its words for people. */
export const packSchema: Schema;
/** `overlay.schema.json` without its words for people. */
export const overlaySchema: Schema;
