const usualWidth = 96;

/**
 * JSON as pages show it and problems are written: whatever fits on a line stands on one.
 *
 * @param indent what stands before further lines
 * @param before how much stands before the first line
 */
export function printJson(value: unknown, width = usualWidth, indent = "", before = 0): string {
  const flat = oneLine(value);
  if (typeof value !== "object" || value === null || before + flat.length <= width) return flat;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.every((item) => typeof item === "number")
      ? numbers(value as number[], width - deeper.length)
      : value.map((item) => printJson(item, width, deeper, deeper.length + 1));
    return `[\n${items.map((item) => deeper + item).join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const head = `${deeper}${JSON.stringify(key)}: `;
    return head + printJson(item, width, deeper, head.length + 1);
  });
  return `{\n${entries.join(",\n")}\n${indent}}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** Numbers, as many to a line as fit. */
function numbers(values: readonly number[], width: number): string[] {
  const lines: string[] = [];
  for (const value of values) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + String(value).length <= width) lines[lines.length - 1] = `${last}, ${value}`;
    else lines.push(String(value));
  }
  return lines;
}

type Parts = Map<string, Parts | "whole">;

function parts(pointers: readonly string[]): Parts {
  const all: Parts = new Map();
  for (const pointer of pointers) {
    let at = all;
    const keys = pointer.split("/").slice(1);
    for (const [depth, key] of keys.entries()) {
      const known = at.get(key);
      if (depth === keys.length - 1) at.set(key, "whole");
      else if (known === undefined || known === "whole") {
        const next: Parts = new Map();
        at.set(key, next);
        at = next;
      } else at = known;
    }
  }
  return all;
}

function keep(value: unknown, wanted: Parts | "whole" | undefined, path: string): unknown {
  if (wanted === "whole" || wanted === undefined) return value;
  if (Array.isArray(value))
    return value.flatMap((item, index) => {
      const inner = wanted.get(String(index)) ?? wanted.get("*");
      return inner === undefined ? [] : [keep(item, inner, `${path}/${index}`)];
    });
  if (typeof value !== "object" || value === null) throw new RangeError(`nothing within ${path}`);
  const missing = [...wanted.keys()].filter((key) => !(key in value));
  if (missing.length > 0 && !path.includes("/")) throw new RangeError(`no ${missing.join(", ")} in the problem`);
  // an id says whose the parts are
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const inner = wanted.get(key) ?? (key === "id" ? "whole" : undefined);
      return inner === undefined ? [] : [[key, keep(item, inner, `${path}/${key}`)]];
    }),
  );
}

/**
 * The parts of a problem that pointers name; `*` stands for every entry of a list, and an entry keeps its id.
 *
 * @throws RangeError where the problem has no such part
 * @example
 * excerpt({ visits: [{ id: "x-1", place: "home" }] }, ["/visits/0/place"]) //=> { visits: [{ id: "x-1", place: "home" }] }
 */
export function excerpt(problem: object, pointers: readonly string[]): unknown {
  return keep(problem, parts(pointers), "");
}
