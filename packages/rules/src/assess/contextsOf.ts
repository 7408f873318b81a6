import { didYouMean, EldercareError, type Issue, jsonPointer } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { reportOverride } from "../override/codes.js";
import type { OverrideProver } from "../override/prover.js";
import { checkDatedValues } from "../pack/checkConsistency.js";
import { checkLinkages } from "../pack/linkages.js";
import type { Overlay, Pack } from "../pack/pack.js";
import { checkOverlay, checkPack, checkValues } from "../pack/parsePack.js";
import { noPlugins, ownerOf, type Plugins } from "../plugin/plugins.js";
import { Context } from "./context.js";

/** Throws the errors among some issues, all at once. */
export function requireNone(issues: readonly Issue[]): void {
  const errors = issues.filter((issue) => issue.severity === "error");
  if (errors.length > 0) throw new EldercareError(errors);
}

/** Issues with the pack or overlay that they are about. */
const of = ({ id }: { readonly id: string }, issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => ({ ...issue, at: issue.at ?? { file: String(id) } }));

/** Ids of a pack that an earlier one has taken: a decision must not cite the clause of another document. */
function takenIn(earlier: readonly Pack[], pack: Pack): Issue[] {
  const samePack = earlier.some((other) => other.id === pack.id)
    ? [reportRules("NAME_TAKEN", "/id", { seen: pack.id, values: { owner: pack.id } })]
    : [];
  const clauses = Object.keys(pack.clauses).flatMap((id) => {
    const owner = earlier.find((other) => Object.hasOwn(other.clauses, id));
    return owner === undefined ? [] : [reportRules("NAME_TAKEN", jsonPointer(["clauses", id]), { seen: id, values: { owner: owner.id } })];
  });
  return of(pack, [...samePack, ...clauses]);
}

function checkOverlays(overlays: readonly Overlay[], contexts: readonly Context[]): Issue[] {
  return overlays.flatMap((overlay) => of(overlay, checkOverlayValues(overlay, contexts)));
}

function checkOverlayValues(overlay: Overlay, contexts: readonly Context[]): Issue[] {
  const context = contexts.find(({ pack }) => pack.id === overlay.for);
  if (context === undefined) return [reportRules("OVERLAY_FOR_OTHER_PACK", "/for", { seen: overlay.for })];
  return Object.entries(overlay.parameters).flatMap(([id, values]) => {
    const pointer = jsonPointer(["parameters", id]);
    const declared = context.meaning.parameters.get(id)?.thing;
    if (declared === undefined)
      return [reportRules("PARAMETER_NOT_FOUND", pointer, { seen: id, values: didYouMean(id, [...context.meaning.parameters.keys()]) })];
    if (declared.open !== true) return [reportRules("OVERLAY_OF_SETTLED_PARAMETER", pointer, { seen: id })];
    return [...checkValues(declared, values, pointer), ...checkDatedValues(declared, values, pointer)];
  });
}

const distinct = (issues: readonly Issue[]): Issue[] => [
  ...new Map(issues.map((issue) => [`${issue.at?.file} ${issue.code} ${issue.pointer} ${issue.seen ?? ""}`, issue])).values(),
];

/** Proves what overrides claim; what could not be proven is kept for the decisions that stand on it. */
function requireProven(contexts: readonly Context[], prove: OverrideProver | undefined): void {
  const overriding = contexts.filter(({ chain }) => chain.some(({ overrides = [] }) => overrides.length > 0));
  // a bare function brings nothing along to read overrides by
  if (prove?.reading === undefined) {
    const own = overriding.filter(({ pack: { overrides = [] } }) => overrides.length > 0);
    const missing = own.map(({ pack }) =>
      reportOverride("OVERRIDES_NOT_PROVEN", "/overrides", { seen: pack.overrides?.length ?? 0, at: { file: pack.id } }),
    );
    requireNone(missing);
    return;
  }
  const found = overriding.flatMap((context) => prove(context).map((issue) => ({ ...issue, at: issue.at ?? { file: context.pack.id } })));
  requireNone(found);
  for (const context of overriding) context.doubts.push(...found.filter(({ at }) => context.chain.some(({ id }) => id === at.file)));
}

/**
 * Checks packs and overlays and reads them, one context for each pack with its parents.
 *
 * @param prove checks what overrides claim; packs with overrides are refused without it
 * @throws EldercareError with every issue found, each saying in `at.file` which pack or overlay it is about
 */
export function contextsOf(packs: readonly Pack[], overlays: readonly Overlay[], plugins: Plugins = noPlugins, prove?: OverrideProver): Context[] {
  requireNone([...(packs.length === 0 ? [reportRules("NO_PACK", "/packs")] : []), ...packs.flatMap((pack) => of(pack, checkPack(pack)))]);
  requireNone([
    ...packs.flatMap((pack, index) => takenIn(packs.slice(0, index), pack)),
    ...overlays.flatMap((overlay) => of(overlay, checkOverlay(overlay))),
  ]);
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const issues = new Map<string, Issue[]>();
  const contexts = packs.map((pack) => new Context(pack, byId, overlays, issues, plugins, prove?.reading));
  // a parent is parsed once for every pack that stands on it; each of its issues counts once
  requireNone(
    distinct([
      ...packs.flatMap((pack) => of(pack, issues.get(pack.id) ?? [])),
      ...plugins.ids.map(ownerOf).flatMap((id) => of({ id }, issues.get(id) ?? [])),
      ...contexts.flatMap(({ pack, chain }) => of(pack, checkLinkages(pack, chain))),
      ...checkOverlays(overlays, contexts),
      ...(prove?.reading?.checkNeighbours(contexts) ?? []).flatMap(({ pack, issue }) => of(pack, [issue])),
    ]),
  );
  requireProven(contexts, prove);
  return contexts;
}
