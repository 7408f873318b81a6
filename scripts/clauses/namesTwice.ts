const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * The names that an object within a JSON text gives twice, each once in the order of the text; a parser keeps the last of
 * them and says nothing.
 *
 * @param text well-formed JSON whose whole is an object
 * @param within the member of the whole whose names are looked at
 * @example
 * namesTwice('{ "clauses": { "a": 1, "b": 2, "a": 3 } }', "clauses") //=> ["a"]
 */
export function namesTwice(text: string, within: string): string[] {
  const twice = new Set<string>();
  const seen = new Set<string>();
  /** The names on the way to where the reading stands; a list counts as a name. */
  const path: string[] = [];
  let [last, name] = ["", ""];
  for (const [token] of text.matchAll(tokens)) {
    if (token === "{" || token === "[") {
      path.push(name);
      name = token;
    } else if (token === "}" || token === "]") name = path.pop() ?? "";
    else if (token === ":") {
      name = JSON.parse(last) as string;
      if (path.length === 2 && path[1] === within) {
        if (seen.has(name)) twice.add(name);
        seen.add(name);
      }
    }
    last = token;
  }
  return [...twice];
}
