import { type Area, type CivilDate, EldercareError, type Issue, isInside } from "@eldercare/core";
import { createEngine, type Engine, type Overlay, type Pack, parseOverlay, parsePack } from "@eldercare/rules";
import { proveOverrides } from "@eldercare/rules/analyse";
import { requireSound } from "@eldercare/rules/lint";
import { pack as national } from "@eldercare/rules/packs/cn";
import { pack as chengkou, illustrative } from "@eldercare/rules/packs/cn-500229-chengkou";
import { reportCliIssue } from "../errors/codes.js";
import { inFile, readJson } from "./readJson.js";
import type { CountyRequest } from "./request.js";

/** The policy of a run: its engine, and the pack that it is about. */
export interface Policy {
  readonly engine: Engine;
  readonly pack: Pack;
}

const isNational = (json: unknown): boolean => typeof json === "object" && json !== null && "id" in json && json.id === national.id;

async function readOwnPack(file: string): Promise<Pack> {
  const json = await readJson(file);
  return inFile(file, () => requireSound(parsePack(json), isNational(json) ? [] : [national]));
}

/** Warnings about packs that can say nothing: those without a rule, those whose rules do not hold on the date. */
export function packRemarks({ engine, pack }: Policy, on: CivilDate, file: string | undefined): Issue[] {
  const at = file === undefined ? {} : { at: { file } };
  const silent = pack.rules.length === 0 ? [reportCliIssue("PACK_WITHOUT_RULES", "/rules", { seen: pack.id, ...at })] : [];
  const elapsed = engine.packs.flatMap(({ id, inForce: { from, to } }) =>
    from <= on && (to === undefined || on <= to)
      ? []
      : [reportCliIssue("PACK_NOT_IN_FORCE", "/on", { seen: id, values: { on, from, to: to ?? "…" } })],
  );
  return [...silent, ...elapsed];
}

/**
 * Refuses a pack that is about another place than the register.
 *
 * @throws EldercareError PACK_FOR_OTHER_AREA
 */
export function requirePackFor({ pack }: Pick<Policy, "pack">, areas: readonly Area[], file: string | undefined): void {
  if (areas.some(({ code }) => isInside(code, pack.area))) return;
  const at = file === undefined ? {} : { at: { file } };
  throw new EldercareError([reportCliIssue("PACK_FOR_OTHER_AREA", "/area", { seen: pack.area, values: { pack: pack.id }, ...at })]);
}

/** Loads the national pack, the county's (built in, or the caller's own) and values for what they leave open. */
export async function loadPolicy(request: Pick<CountyRequest, "pack" | "overlays">): Promise<Policy> {
  const pack = request.pack === undefined ? chengkou : await readOwnPack(request.pack);
  const given: Overlay[] = [];
  for (const file of request.overlays) {
    const json = await readJson(file);
    given.push(inFile(file, () => parseOverlay(json)));
  }
  const overlays = given.length === 0 && illustrative.for === pack.id ? [illustrative] : given;
  const packs = pack.id === national.id ? [pack] : [national, pack];
  const engine =
    request.pack === undefined
      ? createEngine({ packs, overlays, prove: proveOverrides })
      : inFile(request.pack, () => createEngine({ packs, overlays, prove: proveOverrides }));
  return { engine, pack };
}
