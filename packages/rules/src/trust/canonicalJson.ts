import { EldercareError, type Issue, jsonPointer } from "@eldercare/core";
import { reportTrust } from "./codes.js";

/** Deeper than any pack that the engine takes; what is deeper than the stack must not reach it. */
const mostLevels = 500;

const isWellFormed = (text: string): boolean => !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);

/** Writes values, collecting what cannot be written. */
class CanonicalWriter {
  readonly issues: Issue[] = [];
  private readonly path: (string | number)[] = [];
  private readonly around = new Set<object>();

  private refuse(value: unknown, problem: string): string {
    this.issues.push(reportTrust("NO_CANONICAL_FORM", jsonPointer(this.path), { seen: value, values: { problem } }));
    return "null";
  }

  private text(value: string): string {
    return isWellFormed(value) ? JSON.stringify(value) : this.refuse(value, "a half of a surrogate pair");
  }

  private inside(key: string | number, value: unknown): string {
    this.path.push(key);
    const written = this.write(value);
    this.path.pop();
    return written;
  }

  write(value: unknown): string {
    if (value === null || typeof value === "boolean") return String(value);
    if (typeof value === "string") return this.text(value);
    if (typeof value === "number") return Number.isFinite(value) ? JSON.stringify(value) : this.refuse(String(value), "not a finite number");
    if (typeof value !== "object") return this.refuse(String(value), typeof value);
    if (this.around.has(value)) return this.refuse("…", "contains itself");
    if (this.path.length >= mostLevels) return this.refuse("…", `over ${mostLevels} levels`);
    this.around.add(value);
    const written = Array.isArray(value)
      ? `[${Array.from(value, (entry: unknown, index) => this.inside(index, entry)).join(",")}]`
      : `{${Object.entries(value)
          .filter(([, entry]) => entry !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, entry]) => `${this.text(key)}:${this.inside(key, entry)}`)
          .join(",")}}`;
    this.around.delete(value);
    return written;
  }
}

/**
 * The one way to write a JSON value: keys in the order of their UTF-16 code units, no blanks, numbers as ECMAScript writes
 * them. Two values that say the same are written the same; a member that is `undefined` is not there.
 *
 * @param value what JSON can hold
 * @returns canonical JSON text
 * @throws EldercareError NO_CANONICAL_FORM for each number that is not finite, half surrogate pair, circle, or value that is no JSON
 * @example
 * canonicalJson({ b: [1.0, "老"], a: { d: null, c: 1e21 } }) //=> '{"a":{"c":1e+21,"d":null},"b":[1,"老"]}'
 *
 * Source: RFC 8785, JSON Canonicalization Scheme, section 3.2
 */
export function canonicalJson(value: unknown): string {
  const writer = new CanonicalWriter();
  const written = writer.write(value);
  if (writer.issues.length > 0) throw new EldercareError(writer.issues);
  return written;
}
