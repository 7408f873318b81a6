import { reportIssue } from "../errors/codes.js";
import type { Issue } from "../errors/issue.js";
import type { Area } from "./area.js";
import { type AreaCode, areaAtTier, type Tier, tierDigits } from "./areaCode.js";
import { reportAreaIssue } from "./codes.js";
import type { AreaNaming } from "./tierTitle.js";

/** What a tree of areas is built from. */
export type TreeArea = Pick<Area, "code" | "name" | "tier" | "naming">;

/** One area with those right below it. */
export interface AreaNode<Row extends TreeArea = TreeArea> {
  readonly area: Row;
  /** The nearest area of the list that holds it; undefined at a root. */
  readonly parent: AreaCode | undefined;
  /** Codes of the areas whose nearest listed container it is, in ascending order. */
  readonly children: readonly AreaCode[];
}

/** The areas of a list as a tree. A list of villages alone has as many roots as villages. */
export interface AreaTree<Row extends TreeArea = TreeArea> {
  /** Areas that no other of the list holds, in ascending order of codes. */
  readonly roots: readonly AreaCode[];
  readonly nodes: ReadonlyMap<AreaCode, AreaNode<Row>>;
}

const tiers = Object.keys(tierDigits) as readonly Tier[];

/** Codes of the areas that hold an area, from the nearest up to its province. */
const containersOf = (code: AreaCode): AreaCode[] =>
  tiers
    .toReversed()
    .filter((tier) => tierDigits[tier] < code.length)
    .flatMap((tier) => areaAtTier(code, tier) ?? []);

/**
 * Builds the tree of a list of areas from their codes: an area hangs from the nearest one of the list that holds it.
 *
 * @returns the tree, and what is wrong with the list: DUPLICATE_ID (the first holds), AREA_TIER, AREA_PARENT_MISSING (a warning:
 * the area hangs from one further up), AREA_ORPHAN (nothing of the list holds it, although it lists higher tiers)
 * @example
 * buildAreaTree([{ code: "500229", name: "synthetic county", tier: "county" }, { code: "500229103", name: "synthetic town", tier: "township" }]).tree.nodes.get("500229103").parent //=> "500229"
 * buildAreaTree([{ code: "500229", name: "synthetic county", tier: "county" }, { code: "500230101", name: "synthetic town", tier: "township" }]).issues.map((issue) => issue.code) //=> ["AREA_ORPHAN"]
 */
export function buildAreaTree<Row extends TreeArea>(areas: readonly Row[]): { readonly tree: AreaTree<Row>; readonly issues: readonly Issue[] } {
  const byCode = new Map<AreaCode, Row>();
  const issues: Issue[] = [];
  // not spread: a whole country has more villages than a call may have arguments
  const highest = areas.reduce((shortest, { code }) => Math.min(shortest, code.length), Number.POSITIVE_INFINITY);
  for (const [row, area] of areas.entries()) {
    const { code, tier } = area;
    if (byCode.has(code)) issues.push(reportIssue("DUPLICATE_ID", `/areas/${row}/code`, { seen: code }));
    else byCode.set(code, area);
    if (code.length !== tierDigits[tier]) issues.push(reportIssue("AREA_TIER", `/areas/${row}/tier`, { seen: tier, values: { areaCode: code } }));
  }
  const children = new Map<AreaCode | undefined, AreaCode[]>();
  const parents = new Map<AreaCode, AreaCode | undefined>();
  for (const code of [...byCode.keys()].sort()) {
    const parent = containersOf(code).find((container) => byCode.has(container));
    parents.set(code, parent);
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [code]);
    else siblings.push(code);
  }
  for (const [row, { code }] of areas.entries()) {
    const nearest = containersOf(code)[0];
    if (nearest === undefined || byCode.has(nearest)) continue;
    if (parents.get(code) !== undefined)
      issues.push(reportAreaIssue("AREA_PARENT_MISSING", `/areas/${row}/code`, { values: { areaCode: code, parent: nearest } }));
    else if (code.length > highest) issues.push(reportAreaIssue("AREA_ORPHAN", `/areas/${row}/code`, { seen: code }));
  }
  const nodes = new Map([...byCode].map(([code, area]) => [code, { area, parent: parents.get(code), children: children.get(code) ?? [] }] as const));
  return { tree: { roots: children.get(undefined) ?? [], nodes }, issues };
}

/**
 * The areas that hold an area, from the nearest of the list up to a root; empty where it is a root or not in the tree.
 *
 * @example
 * ancestorsOf(buildAreaTree([{ code: "50", name: "synthetic", tier: "province" }, { code: "500229", name: "synthetic", tier: "county" }]).tree, "500229").map(({ code }) => code) //=> ["50"]
 */
export function ancestorsOf<Row extends TreeArea>({ nodes }: AreaTree<Row>, code: AreaCode): Row[] {
  const found: Row[] = [];
  for (let node = nodes.get(nodes.get(code)?.parent ?? ""); node !== undefined; node = nodes.get(node.parent ?? "")) found.push(node.area);
  return found;
}

/**
 * The areas within an area, itself first, each before those within it and all in ascending order of codes; with `""`, those of
 * the whole tree.
 *
 * @example
 * walkAreas(buildAreaTree([{ code: "500229103", name: "synthetic", tier: "township" }, { code: "500229", name: "synthetic", tier: "county" }]).tree).map(({ code }) => code) //=> ["500229", "500229103"]
 */
export function walkAreas<Row extends TreeArea>({ roots, nodes }: AreaTree<Row>, from: AreaCode = ""): Row[] {
  const walk = (code: AreaCode): Row[] => {
    const node = nodes.get(code);
    return node === undefined ? [] : [node.area, ...node.children.flatMap(walk)];
  };
  return (from === "" ? roots : [from]).flatMap(walk);
}

/**
 * How the tiers of an area are called: as it says itself, else as the nearest area that holds it and says so, else 县, 乡镇, 村.
 *
 * @example
 * namingOf(buildAreaTree([{ code: "1525", name: "synthetic", tier: "prefecture", naming: "pastoral" }, { code: "152525", name: "synthetic", tier: "county" }]).tree, "152525") //=> "pastoral"
 */
export function namingOf(tree: AreaTree, code: AreaCode): AreaNaming {
  const own = tree.nodes.get(code)?.area;
  const speaking = [...(own === undefined ? [] : [own]), ...ancestorsOf(tree, code)].find(({ naming }) => naming !== undefined);
  return speaking?.naming ?? "han";
}
