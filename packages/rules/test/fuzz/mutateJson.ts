import type { Draw } from "./draw.js";
import { inheritedNames } from "./inheritedReads.js";

type Container = Record<string, unknown> | unknown[];

const isContainer = (value: unknown): value is Container => typeof value === "object" && value !== null;

/** Gives a member its value, even one called `__proto__`. */
export function put(into: Container, key: string | number, value: unknown): void {
  Object.defineProperty(into, key, { value, writable: true, enumerable: true, configurable: true });
}

const get = (from: Container, key: string | number): unknown =>
  Object.hasOwn(from, key) ? (from as Record<string | number, unknown>)[key] : undefined;

/** A deep copy that keeps members called `__proto__`, and is only as deep as the stack. */
export const copied = <Json>(json: Json): Json => JSON.parse(JSON.stringify(json)) as Json;

const oddTexts = [
  "",
  " ",
  ".",
  "..",
  "/",
  "a.b.c.d",
  "\u0000",
  "\ud800",
  "\u202eabc",
  "e\u0301",
  "𠮷",
  "NaN",
  "Infinity",
  "-0",
  "1e999",
  "0x10",
  "1/0",
  "-1/3",
  "101%",
  "2026-02-30",
  "9999-12-31",
  "0000-01-01",
  "500229",
  "null",
  "toString",
  "valueOf",
  "length",
  "facts",
  "household",
  "household.constructor",
  "household.__proto__.id",
  "village.facts.inheritedByEveryObject",
  "person.id",
  "9".repeat(5000),
  `0.${"3".repeat(5000)}`,
  `1/${"7".repeat(5000)}`,
  ...inheritedNames,
];

const oddNumbers = [0, -0, 1, -1, 0.1, 1.5, 1e21, 1e-9, 1e-30, 2 ** 53, -(2 ** 53), Number.MAX_VALUE, 4294967296, 400];

const oddThings: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => false,
  () => [],
  () => ({}),
  () => [[]],
  () => [null],
  () => ({ toString: 1 }),
  () => ({ valueOf: 1, toString: null }),
  () => ({ toJSON: "x" }),
  () => ({ length: 4294967295 }),
  () => ({ then: true }),
  () => JSON.parse('{"__proto__":{"inheritedByEveryObject":true}}') as unknown,
  () => JSON.parse('{"constructor":{"prototype":{}}}') as unknown,
  () => ({ var: "age" }),
  () => ({ param: "one" }),
  () => ({ var: ["birthDate"] }),
  () => ({ "!": true }),
];

/** A value that no author would write. */
export function oddValue(draw: Draw): unknown {
  const kind = draw.below(4);
  return kind === 0 ? draw.one(oddTexts) : kind === 1 ? draw.one(oddNumbers) : draw.one(oddThings)();
}

const depths = [10, 49, 51, 60, 400, 3000, 20_000];

/** A value far down in objects or lists. */
function buried(value: unknown, draw: Draw): unknown {
  const levels = draw.one(depths);
  const wrap = draw.one<(inner: unknown) => unknown>([
    (inner) => [inner],
    (inner) => ({ "!": [inner] }),
    (inner) => ({ and: [inner, true] }),
    (inner) => ({ if: [true, inner, false] }),
    (inner) => ({ x: inner }),
  ]);
  let made = value;
  for (let level = 0; level < levels; level += 1) made = wrap(made);
  return made;
}

/** Every place in a value, the deepest and the shallowest alike, up to a number. */
function places(root: unknown, most = 20_000): { readonly holder: Container; readonly key: string | number }[] {
  const found: { readonly holder: Container; readonly key: string | number }[] = [];
  const waiting: Container[] = isContainer(root) ? [root] : [];
  for (let next = waiting.pop(); next !== undefined && found.length < most; next = waiting.pop())
    for (const key of Object.keys(next)) {
      found.push({ holder: next, key });
      const inner = get(next, key);
      if (isContainer(inner)) waiting.push(inner);
    }
  return found;
}

type Mutation = (root: Container, draw: Draw) => void;

/** Does something to one place of a value. */
const atOnePlace =
  (act: (holder: Container, key: string | number, draw: Draw) => void): Mutation =>
  (root, draw) => {
    const all = places(root);
    if (all.length === 0) return;
    const { holder, key } = draw.one(all);
    act(holder, key, draw);
  };

function remove(holder: Container, key: string | number): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

const rename = atOnePlace((holder, key, draw) => {
  if (Array.isArray(holder)) return;
  const value = get(holder, key);
  remove(holder, key);
  put(holder, draw.chance(0.5) ? draw.one(oddTexts) : `${String(key)}x`, value);
});

const deepest = 500;

/** How many levels a value has, as far as it matters. */
function depthOf(root: unknown): number {
  let level = [root].filter(isContainer);
  let depth = 0;
  for (; level.length > 0 && depth <= deepest; depth += 1) level = level.flatMap((value) => Object.values(value)).filter(isContainer);
  return depth;
}

const copyElsewhere: Mutation = (root, draw) => {
  const all = places(root);
  if (all.length === 0) return;
  const [from, to] = [draw.one(all), draw.one(all)];
  const value = get(from.holder, from.key);
  // what is put into itself would have no end
  if (!isContainer(value)) put(to.holder, to.key, value);
  else if (depthOf(value) < deepest) put(to.holder, to.key, copied(value));
};

const swap: Mutation = (root, draw) => {
  const all = places(root).filter(({ holder, key }) => !isContainer(get(holder, key)));
  if (all.length === 0) return;
  const [a, b] = [draw.one(all), draw.one(all)];
  const [one, other] = [get(a.holder, a.key), get(b.holder, b.key)];
  put(a.holder, a.key, other);
  put(b.holder, b.key, one);
};

const lengths = [2, 3, 50, 3000];
const mostValues = 100_000;

/** A list of many times the same, as large as a file may be that somebody sends. */
function repeated(value: unknown, draw: Draw): unknown {
  const entries = Array.isArray(value) && value.length > 0 ? (value as unknown[]) : [value];
  const size = Math.max(1, places(value, mostValues).length);
  const length = Math.min(draw.one(lengths), Math.ceil((mostValues * entries.length) / size));
  return Array.from({ length }, (_, index) => entries[index % entries.length]);
}

const mutations: readonly Mutation[] = [
  atOnePlace(remove),
  rename,
  copyElsewhere,
  swap,
  swap,
  atOnePlace((holder, key, draw) => put(holder, key, oddValue(draw))),
  atOnePlace((holder, key, draw) => put(holder, key, oddValue(draw))),
  atOnePlace((holder, _key, draw) => {
    if (!Array.isArray(holder)) put(holder, draw.one(oddTexts), oddValue(draw));
    else holder.push(oddValue(draw));
  }),
  atOnePlace((holder, key, draw) => put(holder, key, buried(get(holder, key), draw))),
  atOnePlace((holder, key, draw) => put(holder, key, repeated(get(holder, key), draw))),
];

/** Changes a JSON value in one to three places, as no author would. */
export function mutate(root: Container, draw: Draw, more: readonly Mutation[] = []): void {
  for (let times = 1 + draw.below(3); times > 0; times -= 1) draw.one([...mutations, ...more])(root, draw);
}

const comparisons = ["<", "<=", ">", ">=", "==", "!="];
const personFields = [
  "leftBehind",
  "support",
  "monitoring",
  "birthDate",
  "ability.level",
  "assistance",
  "household.members",
  "residence.area",
  "age",
];
const dates = ["0001-01-01", "0000-02-29", "1964-02-29", "2026-11-21", "9999-12-31"];
const pick = (root: unknown, wanted: (key: string | number, value: unknown) => boolean) =>
  places(root).filter(({ holder, key }) => wanted(key, get(holder, key)));

/** Changes one place so that the pack may well be sound still. */
const gentle: readonly Mutation[] = [
  (root, draw) => {
    const found = pick(root, (key) => comparisons.includes(String(key)));
    if (found.length === 0) return;
    const { holder, key } = draw.one(found);
    const value = get(holder, key);
    remove(holder, key);
    put(holder, draw.one(comparisons), value);
  },
  (root, draw) => {
    const found = pick(root, (_key, value) => typeof value === "number");
    if (found.length === 0) return;
    const { holder, key } = draw.one(found);
    put(holder, key, draw.one([0, 1, -1, 3, 60, 120, 30000, 9007199254740991, -9007199254740991]));
  },
  (root, draw) => {
    const found = pick(root, (_key, value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value));
    if (found.length === 0) return;
    const { holder, key } = draw.one(found);
    put(holder, key, draw.one(dates));
  },
  (root, draw) => {
    const found = pick(root, (key) => key === "var");
    if (found.length === 0) return;
    const { holder, key } = draw.one(found);
    put(holder, key, draw.one(personFields));
  },
  (root, draw) => {
    const found = pick(root, (key) => key === "when" || key === "is");
    if (found.length === 0) return;
    const { holder, key } = draw.one(found);
    put(holder, key, draw.chance(0.5) ? { "!": [get(holder, key)] } : { and: [get(holder, key), { or: [true, get(holder, key)] }] });
  },
  (root, draw) => {
    const lists = pick(root, (_key, value) => Array.isArray(value) && value.length > 1);
    if (lists.length === 0) return;
    const { holder, key } = draw.one(lists);
    const list = get(holder, key) as unknown[];
    list.splice(draw.below(list.length), 1);
  },
  (root, draw) => {
    const found = pick(root, (key) => key === "quote" || key === "zh" || key === "en" || key === "note" || key === "title");
    if (found.length === 0) return;
    const { holder, key } = draw.one(found);
    put(holder, key, draw.one(oddTexts));
  },
];

/** Spoils a pack: roughly, or so slightly that it may well be accepted. */
export function mutatePack(pack: Container, draw: Draw): void {
  if (draw.chance(0.4)) mutate(pack, draw, packMutations);
  else for (let times = 1 + draw.below(2); times > 0; times -= 1) draw.one(gentle)(pack, draw);
}

/** Mutations that only a pack can suffer: circles of facts and of parents, names that lead nowhere or where they must not. */
const packMutations: readonly Mutation[] = [
  (root, draw) => {
    const facts = (root as { facts?: unknown }).facts;
    if (!isContainer(facts) || Array.isArray(facts)) return;
    const names = Object.keys(facts);
    if (names.length < 2) return;
    const [one, other] = [draw.one(names), draw.one(names)];
    for (const [name, next] of [
      [one, other],
      [other, one],
    ] as const) {
      const fact = get(facts, name);
      if (isContainer(fact)) put(fact, "is", { var: next });
    }
  },
  (root, draw) =>
    put(root, "extends", draw.one<unknown>([[(root as { id?: unknown }).id], ["cn"], ["cn", "cn"], ["none"], ["__proto__"], [{}], "cn"])),
  (root, draw) => {
    const named = places(root).filter(({ key }) => key === "var" || key === "param" || key === "table");
    if (named.length === 0) return;
    const { holder, key } = draw.one(named);
    put(holder, key, draw.chance(0.2) ? [draw.one(oddTexts)] : draw.one(oddTexts));
  },
  (root, draw) => {
    const facts = (root as { facts?: unknown }).facts;
    const name = draw.one(inheritedNames);
    if (isContainer(facts)) put(facts, name, { subject: "person", type: "boolean", title: { zh: "x", en: "x" } });
    const rules = (root as { rules?: unknown }).rules;
    const rule = Array.isArray(rules) && rules.length > 0 ? (draw.one(rules) as unknown) : undefined;
    if (isContainer(rule)) put(rule, "when", { var: name });
  },
];
