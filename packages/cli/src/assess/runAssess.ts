import type { CivilDate, Decision, Issue, Register, SubjectKind } from "@eldercare/core";
import { createEngine, type Engine, type Overlay, type Pack, type RuleInfo } from "@eldercare/rules";
import { proveOverrides } from "@eldercare/rules/analyse";
import { pack as national } from "@eldercare/rules/packs/cn";
import { pack as chengkou, illustrative as chengkouExamples } from "@eldercare/rules/packs/cn-500229-chengkou";
import { requirePackFor } from "../county/loadPolicy.js";
import { inPackFile, readOverlays, readSoundPack } from "../pack/packFile.js";
import { readAreaTables } from "../register/readAreaTables.js";
import { readRegister } from "../register/readRegister.js";
import type { Progress } from "../terminal/progress.js";
import { assessBatch } from "./assessBatch.js";
import { type Batch, lineBatches, registerBatches } from "./batches.js";
import { DecisionFile, type DecisionFormat } from "./decisionFile.js";
import { readSurroundings } from "./readSurroundings.js";
import type { RuleCount } from "./ruleCounts.js";

/** What an assessment is asked to do. */
export interface AssessRequest {
  readonly on: CivilDate;
  /** Folder with the register; with `people`, only what stands around them is read from it. */
  readonly register: string | undefined;
  /** File with one person on each line. */
  readonly people: string | undefined;
  readonly data: string | undefined;
  readonly pack: string | undefined;
  readonly parents: readonly string[];
  readonly overlays: readonly string[];
  /** Rules by key, or by id in the pack; all where there is none. */
  readonly rules: readonly string[];
  readonly out: { readonly file: string; readonly format: DecisionFormat } | undefined;
  /** Write denied decisions too. */
  readonly all: boolean;
  readonly skipBadRows: boolean;
}

/** What an assessment came to. */
export interface Assessment {
  readonly packs: readonly string[];
  readonly rules: ReadonlyMap<string, RuleInfo>;
  readonly counts: readonly RuleCount[];
  readonly subjects: number;
  /** Decisions in the file. */
  readonly written: number;
  readonly skipped: readonly Issue[];
  readonly skippedRows: number;
  /** True where an overlay with example values was used. */
  readonly illustrative: boolean;
}

const mostSkippedShown = 1000;

async function loadEngine({ pack: file, parents, overlays }: AssessRequest): Promise<{ readonly engine: Engine; readonly pack: Pack }> {
  const given = await readOverlays(overlays);
  if (file === undefined) {
    const examples: readonly Overlay[] = given.length === 0 ? [chengkouExamples] : given;
    return { engine: createEngine({ packs: [national, chengkou], overlays: examples }), pack: chengkou };
  }
  const read = await readSoundPack(file, parents);
  return {
    engine: inPackFile(read.file, () => createEngine({ packs: [...read.parents, read.pack], overlays: given, prove: proveOverrides })),
    pack: read.pack,
  };
}

/** The register around the people, and how it is gone through. */
async function loadRecords(
  { register: folder, people, data, on, skipBadRows }: AssessRequest,
  kinds: ReadonlySet<SubjectKind>,
): Promise<{ readonly register: Partial<Register>; readonly batches: Iterable<Batch> | AsyncIterable<Batch>; readonly skipped: readonly Issue[] }> {
  const areas = data === undefined ? undefined : await readAreaTables(data);
  if (people !== undefined) {
    const around = folder === undefined ? (areas === undefined ? {} : { areas }) : await readSurroundings(folder, areas);
    return { register: around, batches: lineBatches(people), skipped: [] };
  }
  const { register, issues, absent } = await readRegister(folder ?? "", { on, skipBadRows, ...(areas === undefined ? {} : { areas }) });
  const known = Object.fromEntries(Object.entries(register).filter(([table]) => !absent.some((missing) => missing === table)));
  return { register: known, batches: registerBatches(known, kinds), skipped: issues };
}

const keysOf = (wanted: readonly string[], { id }: Pack): string[] => wanted.map((rule) => (rule.includes("/") ? rule : `${id}/${rule}`));

/** The names of the areas in which records stand, for tables. */
function whereaboutsOf({ areas = [], people = [], facilities = [] }: Partial<Register>): ReadonlyMap<string, string> {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return new Map([
    ...people.map(({ id, residence }) => [id, names.get(residence?.area ?? "") ?? ""] as const),
    ...facilities.map(({ id, area }) => [id, names.get(area) ?? ""] as const),
    ...names,
  ]);
}

const [denied, granted, undetermined] = [0, 1, 2];

/**
 * Assesses a register, or a file of people of any size, some thousand records at a time: the memory needed does not grow
 * with the file.
 *
 * @throws EldercareError with every issue of the packs, the options or a batch of records; nothing is then written
 */
export async function runAssess(request: AssessRequest, progress: Progress): Promise<Assessment> {
  const { on, out, skipBadRows } = request;
  progress.phase("读取政策包和花名册 / reading the pack and the register");
  const { engine, pack } = await loadEngine(request);
  const rules = new Map(engine.rules(on).map((rule) => [rule.key, rule]));
  const wanted = keysOf(request.rules, pack);
  const asked = wanted.length === 0 ? [...rules.values()] : wanted.flatMap((key) => rules.get(key) ?? []);
  const { register, batches, skipped: left } = await loadRecords(request, new Set(asked.map(({ subject }) => subject)));
  if (register.areas !== undefined) requirePackFor({ pack }, register.areas, request.pack);
  progress.done(engine.packs.map(({ id, version }) => `${id} ${version}`).join("，"));

  progress.phase("资格认定 / assessing");
  const file = out === undefined ? undefined : await DecisionFile.open(out.file, out.format, rules, whereaboutsOf(register));
  const counts = new Map<string, RuleCount>();
  const skipped = [...left];
  let [subjects, written, skippedRows] = [0, 0, new Set(left.map(({ pointer }) => pointer.split("/").slice(0, 3).join("/"))).size];
  try {
    // a rule that does not exist is refused even where there is nobody to ask about
    engine.assessMany([], { on, ...(wanted.length === 0 ? {} : { rules: wanted }) });
    for await (const batch of batches) {
      const found = assessBatch(engine, batch, { on, register, ...(wanted.length === 0 ? {} : { rules: wanted }) }, skipBadRows);
      const { many } = found;
      const decisions: Decision[] = [];
      for (const [column, rule] of many.rules.entries()) {
        const count = counts.get(rule) ?? { rule, granted: 0, denied: 0, undetermined: 0 };
        counts.set(rule, count);
        for (let row = 0; row < found.subjects.length; row += 1) {
          const status = many.status[row * many.rules.length + column];
          if (status === granted) count.granted += 1;
          else if (status === undetermined) count.undetermined += 1;
          else if (status === denied) count.denied += 1;
        }
      }
      if (file !== undefined) {
        for (let row = 0; row < found.subjects.length; row += 1)
          for (let column = 0; column < many.rules.length; column += 1) {
            const status = many.status[row * many.rules.length + column];
            if (status === granted || status === undetermined || (status === denied && request.all)) decisions.push(many.decision(row, column));
          }
        await file.add(decisions);
      }
      subjects += found.subjects.length;
      written += decisions.length;
      skippedRows += found.skippedRows;
      skipped.push(...found.skipped.slice(0, Math.max(0, mostSkippedShown - skipped.length)));
      progress.update(`${subjects} 条记录 / records`);
    }
    await file?.finish();
  } catch (error) {
    file?.abandon();
    throw error;
  }
  progress.done(`${subjects} 条记录 / records`);
  return {
    packs: engine.packs.map(({ id, version }) => `${id} ${version}`),
    rules,
    counts: [...rules.keys()].flatMap((key) => counts.get(key) ?? []),
    subjects,
    written,
    skipped,
    skippedRows,
    illustrative: engine.overlays.some((overlay) => overlay.illustrative),
  };
}
