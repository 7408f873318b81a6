/** Bits of subjects of whom something is not known: subject `i` is bit `i & 31` of word `i >>> 5`. */
export type MissingBits = Uint32Array;

/** Whole numbers of a field, one for each subject; fen for money. Any numbers where the field holds fractions. */
export interface NumberColumn {
  readonly kind: "numbers";
  readonly values: Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array;
  readonly missing?: MissingBits;
}

/** Dates of a field, one for each subject, in days from 1970-01-01. */
export interface DayColumn {
  readonly kind: "days";
  readonly values: Int32Array;
  readonly missing?: MissingBits;
}

/** Any values of a field, each subject naming one by its place in `values`, of which `undefined` is unknown and `null` none. */
export interface CodeColumn {
  readonly kind: "codes";
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  readonly values: readonly (boolean | number | string | readonly string[] | null | undefined)[];
}

/** What is known of one field for every subject. */
export type SubjectColumn = NumberColumn | DayColumn | CodeColumn;

/** Columns by the JSON pointer of the field that they hold. A field without a column is unknown for everybody. */
export type SubjectColumns = Readonly<Record<string, SubjectColumn>>;

/** How many subjects a column speaks of. */
export const lengthOf = (column: SubjectColumn): number => (column.kind === "codes" ? column.codes : column.values).length;
