import type { CivilDate, Issue } from "@eldercare/core";
import { createEngine, type Engine, type Overlay, type Pack, parseOverlay, parsePack, requireSound } from "@eldercare/rules";
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

async function readOwnPack(file: string): Promise<Pack> {
  const json = await readJson(file);
  return inFile(file, () => requireSound(parsePack(json), [national]));
}

/** Warnings about packs whose rules do not hold on a date. */
export function notInForce({ engine }: Policy, on: CivilDate): Issue[] {
  return engine.packs.flatMap(({ id, inForce: { from, to } }) =>
    from <= on && (to === undefined || on <= to)
      ? []
      : [reportCliIssue("PACK_NOT_IN_FORCE", "/on", { seen: id, values: { on, from, to: to ?? "…" } })],
  );
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
  const packs = [national, pack];
  const engine = request.pack === undefined ? createEngine({ packs, overlays }) : inFile(request.pack, () => createEngine({ packs, overlays }));
  return { engine, pack };
}
