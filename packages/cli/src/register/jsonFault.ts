const space = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Where a token that begins at an offset ends; undefined where none begins there. */
function tokenEnd(token: RegExp, text: string, from: number): number | undefined {
  token.lastIndex = from;
  return token.test(text) ? token.lastIndex : undefined;
}

const isPlain = (character: string | undefined): boolean => character !== undefined && character >= " " && character !== '"' && character !== "\\";

/** Reads a string literal from its opening quote. */
function stringEnd(text: string, from: number): { readonly end: number } | { readonly fault: number } {
  let at = from + 1;
  for (;;) {
    while (isPlain(text[at])) at++;
    if (text[at] === '"') return { end: at + 1 };
    const escaped = tokenEnd(escapeSequence, text, at);
    if (escaped === undefined) return { fault: at };
    at = escaped;
  }
}

type Expecting = "value" | "valueOrClose" | "key" | "keyOrClose" | "commaOrClose" | "end";

/**
 * Where a text stops being JSON: engines word this differently from release to release, a file's reader needs the column.
 *
 * @returns offset of the first character that cannot stand there (the length where the text ends too early); undefined
 * where it is JSON
 * @example
 * jsonFault('{"id": "p-1", }') //=> 14
 */
export function jsonFault(text: string): number | undefined {
  const open: ("{" | "[")[] = [];
  let expecting: Expecting = "value";
  let at = 0;
  const closed = (): Expecting => (open.length === 0 ? "end" : "commaOrClose");
  for (;;) {
    at = tokenEnd(space, text, at) ?? at;
    const next = text[at];
    if (next === undefined) return expecting === "end" ? undefined : at;
    const closes = expecting !== "value" && expecting !== "key" && next === (open.at(-1) === "{" ? "}" : "]");
    if (closes && open.length > 0) {
      open.pop();
      at++;
      expecting = closed();
    } else if (expecting === "commaOrClose") {
      if (next !== ",") return at;
      at++;
      expecting = open.at(-1) === "{" ? "key" : "value";
    } else if (expecting === "key" || expecting === "keyOrClose") {
      const key = next === '"' ? stringEnd(text, at) : { fault: at };
      if ("fault" in key) return key.fault;
      at = tokenEnd(space, text, key.end) ?? key.end;
      if (text[at] !== ":") return at;
      at++;
      expecting = "value";
    } else if (expecting === "end") {
      return at;
    } else if (next === "{" || next === "[") {
      open.push(next);
      at++;
      expecting = next === "{" ? "keyOrClose" : "valueOrClose";
    } else {
      const value: { readonly end: number } | { readonly fault: number } =
        next === '"' ? stringEnd(text, at) : { end: tokenEnd(scalar, text, at) ?? at };
      if ("fault" in value) return value.fault;
      if (value.end === at) return at;
      at = value.end;
      expecting = closed();
    }
  }
}
