/** The two languages in which this library speaks. */
export type Locale = "zh" | "en";

/** A text in Chinese and English. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** Where a row or a value stands in a file of the caller. */
export interface FilePosition {
  readonly file: string;
  /** 1-based line, the header being line 1. */
  readonly line?: number;
  /** Column name of a table, dotted for nested fields. */
  readonly column?: string;
}

/**
 * One thing that is wrong (or worth knowing) with what the caller gave.
 *
 * `pointer` is a JSON pointer (RFC 6901) into the caller's own object; `at` is added where the object came from a file.
 */
export interface Issue {
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  readonly pointer: string;
  readonly seen?: string;
  readonly message: Wording;
  readonly advice: Wording;
  readonly at?: FilePosition;
}

/** What a code means and what its reader should do, `{name}` standing for a value. */
export interface CodeWording {
  readonly severity?: Issue["severity"];
  readonly message: Wording;
  readonly advice: Wording;
}

/** Thrown where a caller's input cannot be used; carries every issue found, not the first. */
export class EldercareError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const first = issues[0];
    const more = issues.length > 1 ? ` (+${issues.length - 1} more)` : "";
    super(first === undefined ? "unknown problem" : `${first.code} at ${first.pointer || "/"}: ${first.message.en}${more}`);
    this.name = "EldercareError";
    this.issues = issues;
  }
}

const longestSeen = 80;

/** Cuts what is longer than anyone will see, so that printing a part of a large file costs no more than a small one. */
function shortener(): (key: string, value: unknown) => unknown {
  let parts = 0;
  return (_key, value) => {
    parts += 1;
    if (typeof value === "string") return value.slice(0, longestSeen + 1);
    if (typeof value !== "object" || value === null) return value;
    // each part takes a letter at least
    if (parts > 2 * longestSeen) return 0;
    if (Array.isArray(value)) return value.length > longestSeen ? (value as unknown[]).slice(0, longestSeen + 1) : value;
    const keys = Object.keys(value);
    return keys.length > longestSeen ? Object.fromEntries(Object.entries(value).slice(0, longestSeen + 1)) : value;
  };
}

function printed(value: unknown): string {
  try {
    return JSON.stringify(value, shortener()) ?? String(value);
  } catch {
    // what is too deep, or goes in a circle, is seen by its kind alone
    return Array.isArray(value) ? "[…]" : "{…}";
  }
}

/**
 * A short, printable form of a value for `seen`.
 *
 * @example
 * printValue("1942-06-01") //=> '"1942-06-01"'
 */
export function printValue(value: unknown): string {
  const text = printed(value);
  return text.length > longestSeen ? `${text.slice(0, longestSeen - 1)}…` : text;
}

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{([\w.]+)\}/g, (whole, name: string) => values[name] ?? whole);

/** What may accompany a code when it is reported. */
export interface IssueDetails {
  readonly seen?: unknown;
  readonly values?: Readonly<Record<string, string>>;
  readonly at?: FilePosition;
}

/**
 * Binds a catalogue of codes to a reporter, so that an issue can only carry a code that the catalogue explains.
 *
 * @example
 * const report = defineCodes({ TOO_OLD: { message: { zh: "过旧：{seen}", en: "too old: {seen}" }, advice: { zh: "换新的", en: "use a newer one" } } });
 * report("TOO_OLD", "/checkedOn", { seen: "2001-01-01" }).message.en //=> 'too old: "2001-01-01"'
 */
export function defineCodes<Code extends string>(
  catalogue: Readonly<Record<Code, CodeWording>>,
): (code: Code, pointer: string, details?: IssueDetails) => Issue {
  return (code, pointer, details = {}) => {
    const wording = catalogue[code];
    const seen = "seen" in details ? printValue(details.seen) : undefined;
    const values = { ...(seen === undefined ? {} : { seen }), ...details.values };
    return {
      code,
      severity: wording.severity ?? "error",
      pointer,
      ...(seen === undefined ? {} : { seen }),
      message: { zh: fill(wording.message.zh, values), en: fill(wording.message.en, values) },
      advice: { zh: fill(wording.advice.zh, values), en: fill(wording.advice.en, values) },
      ...(details.at === undefined ? {} : { at: details.at }),
    };
  };
}

/**
 * Joins path segments to a JSON pointer (RFC 6901).
 *
 * @example
 * jsonPointer(["people", 17, "a/b"]) //=> "/people/17/a~1b"
 */
export function jsonPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
