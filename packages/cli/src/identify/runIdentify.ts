import type { CivilDate, Issue, Register } from "@eldercare/core";
import { createEngine, type Engine, type Overlay, type Pack, type RuleInfo } from "@eldercare/rules";
import { proveOverrides } from "@eldercare/rules/analyse";
import { identifyPeople, type OutreachSummary, OutreachTally, type VisitList, visitList } from "@eldercare/rules/identify";
import { pack as national } from "@eldercare/rules/packs/cn";
import { pack as chengkou, illustrative as chengkouExamples } from "@eldercare/rules/packs/cn-500229-chengkou";
import { requirePackFor } from "../county/loadPolicy.js";
import { loadPopulation } from "../pack/loadPopulation.js";
import { inPackFile, readOverlays, readSoundPack } from "../pack/packFile.js";
import type { Progress } from "../terminal/progress.js";
import { GrowingFile } from "./growingFile.js";
import type { IdentifyRequest } from "./identifyRequest.js";
import { outreachHeader, outreachLines } from "./outreachCsv.js";
import { type OutreachPerson, withVisits } from "./outreachPerson.js";
import { readVisitLog } from "./readVisitLog.js";

/** What an identification came to. */
export interface IdentificationRun {
  readonly packs: readonly string[];
  /** People of the later snapshot. */
  readonly people: number;
  readonly summary: OutreachSummary;
  readonly visits: VisitList | undefined;
  /** The first people of the list. */
  readonly first: readonly OutreachPerson[];
  readonly placeName: (code: string) => string;
  /** People in the file. */
  readonly written: number;
  readonly skipped: readonly Issue[];
  /** True where an overlay with example values was used. */
  readonly illustrative: boolean;
}

// people written at once
const atOnce = 500;

async function loadEngine({ pack: file, parents, overlays }: IdentifyRequest): Promise<{ readonly engine: Engine; readonly pack: Pack }> {
  const given = await readOverlays(overlays);
  if (file === undefined) {
    const examples: readonly Overlay[] = given.length === 0 ? [chengkouExamples] : given;
    return { engine: createEngine({ packs: [national, chengkou], overlays: examples, prove: proveOverrides }), pack: chengkou };
  }
  const read = await readSoundPack(file, parents);
  const engine = inPackFile(read.file, () => createEngine({ packs: [...read.parents, read.pack], overlays: given, prove: proveOverrides }));
  return { engine, pack: read.pack };
}

/** The register of a snapshot, with what was left out of it. */
async function loadSnapshot(
  folder: string,
  on: CivilDate,
  { data, skipBadRows }: IdentifyRequest,
): Promise<{ readonly register: Partial<Register>; readonly skipped: readonly Issue[] }> {
  const read = await loadPopulation({ register: folder, data, people: 0, seed: 0, on, skipBadRows });
  return read ?? { register: {}, skipped: [] };
}

async function loadVisits(engine: Engine, register: Partial<Register>, { on, visits }: IdentifyRequest): Promise<VisitList | undefined> {
  if (visits === undefined) return undefined;
  const { file, services, accepts, through } = visits;
  return visitList(engine, { on, register, services, accepts, through, visits: await readVisitLog(file) });
}

const jsonLines = (people: readonly OutreachPerson[]): string => people.map((person) => `${JSON.stringify(person)}\n`).join("");

/**
 * Compares two snapshots of a register and writes whom to reach out to, and why.
 *
 * @throws EldercareError with every issue of the packs, the options, a register or the visit log; nothing is then written
 */
export async function runIdentify(request: IdentifyRequest, progress: Progress): Promise<IdentificationRun> {
  const { since, on, out, shown } = request;
  progress.phase("读取政策包和两期花名册 / reading the pack and both registers");
  const { engine, pack } = await loadEngine(request);
  const before = await loadSnapshot(request.before, since, request);
  const after = await loadSnapshot(request.after, on, request);
  if (after.register.areas !== undefined) requirePackFor({ pack }, after.register.areas, request.pack);
  progress.done(engine.packs.map(({ id, version }) => `${id} ${version}`).join("，"));

  progress.phase("动态识别 / identifying");
  const rules = new Map<string, RuleInfo>([since, on].flatMap((day) => engine.rules(day).map((rule) => [rule.key, rule] as const)));
  const wanted = request.rules.map((rule) => (rule.includes("/") ? rule : `${pack.id}/${rule}`));
  const names = new Map([...(before.register.areas ?? []), ...(after.register.areas ?? [])].map(({ code, name }) => [code, name]));
  const placeName = (code: string): string => names.get(code) ?? code;
  const visits = await loadVisits(engine, after.register, request);
  const question = {
    before: { on: since, register: before.register },
    after: { on, register: after.register },
    ...(wanted.length === 0 ? {} : { rules: wanted }),
  };
  const file = out === undefined ? undefined : await GrowingFile.open(out.file);
  const tally = new OutreachTally();
  const first: OutreachPerson[] = [];
  let part: OutreachPerson[] = [];
  let written = 0;
  const write = async (): Promise<void> => {
    await file?.add(out?.format === "csv" ? outreachLines(part, rules, placeName) : jsonLines(part));
    written += part.length;
    part = [];
    progress.update(`${written} 人 / people`);
  };
  try {
    if (out?.format === "csv") await file?.add(outreachHeader);
    for (const person of withVisits(identifyPeople(engine, question), visits)) {
      tally.add(person);
      if (first.length < shown) first.push(person);
      part.push(person);
      if (part.length >= atOnce) await write();
    }
    await write();
    await file?.finish();
  } catch (error) {
    file?.abandon();
    throw error;
  }
  progress.done(`${written} 人 / people`);
  return {
    packs: engine.packs.map(({ id, version }) => `${id} ${version}`),
    people: after.register.people?.length ?? 0,
    summary: tally.summary,
    visits,
    first,
    placeName,
    written,
    skipped: [...before.skipped, ...after.skipped],
    illustrative: engine.overlays.some((overlay) => overlay.illustrative),
  };
}
