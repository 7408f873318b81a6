import { setImmediate as endOfTurn } from "node:timers/promises";
import type { CivilDate, Issue, Register, SubjectKind } from "@eldercare/core";
import type { Overlay, Pack, RuleInfo } from "@eldercare/rules";
import { proveOverrides } from "@eldercare/rules/analyse";
import { pack as national } from "@eldercare/rules/packs/cn";
import { pack as chengkou, illustrative as chengkouExamples } from "@eldercare/rules/packs/cn-500229-chengkou";
import { type Assessment, planAssessment } from "@eldercare/rules/population";
import { requirePackFor } from "../county/loadPolicy.js";
import { inPackFile, readOverlays, readSoundPack } from "../pack/packFile.js";
import { readAreaTables } from "../register/readAreaTables.js";
import { readRegister } from "../register/readRegister.js";
import type { Progress } from "../terminal/progress.js";
import { assessBatch, type BatchAnswers } from "./assessBatch.js";
import { type Batch, lineBatches, registerBatches } from "./batches.js";
import { DecisionFile } from "./decisionFile.js";
import { type DecisionFormat, decisionPrinter } from "./decisionPrinter.js";
import { readSurroundings } from "./readSurroundings.js";
import type { RuleCount } from "./ruleCounts.js";
import { writeDecisions } from "./writeDecisions.js";

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
export interface AssessmentOutcome {
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

/** The packs of a request, ready to be asked, and the one that it is about. */
interface Policy {
  readonly assessment: Assessment;
  readonly pack: Pack;
  readonly packs: readonly Pack[];
  readonly overlays: readonly Overlay[];
}

const keysOf = (wanted: readonly string[], { id }: Pack): string[] => wanted.map((rule) => (rule.includes("/") ? rule : `${id}/${rule}`));

async function loadPolicy({ pack: file, parents, overlays: files, on, rules }: AssessRequest): Promise<Policy> {
  const given = await readOverlays(files);
  const question = (pack: Pack) => ({ on, ...(rules.length === 0 ? {} : { rules: keysOf(rules, pack) }) });
  if (file === undefined) {
    const packs = [national, chengkou];
    const overlays: readonly Overlay[] = given.length === 0 ? [chengkouExamples] : given;
    return { assessment: planAssessment({ packs, overlays, prove: proveOverrides }, question(chengkou)), pack: chengkou, packs, overlays };
  }
  const read = await readSoundPack(file, parents);
  const packs = [...read.parents, read.pack];
  const assessment = inPackFile(read.file, () => planAssessment({ packs, overlays: given, prove: proveOverrides }, question(read.pack)));
  return { assessment, pack: read.pack, packs, overlays: given };
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
  const { register, issues, absent, placed } = await readRegister(folder ?? "", { on, skipBadRows, ...(areas === undefined ? {} : { areas }) });
  const known = Object.fromEntries(Object.entries(register).filter(([table]) => !absent.some((missing) => missing === table)));
  return { register: known, batches: registerBatches(known, kinds, placed), skipped: issues };
}

/** Adds the counts of a batch to those of all before it. */
function count(counts: Map<string, RuleCount>, { counts: found }: BatchAnswers["answers"]): void {
  for (const { rule, granted, denied, undetermined } of found) {
    const known = counts.get(rule) ?? { rule, granted: 0, denied: 0, undetermined: 0 };
    counts.set(rule, known);
    known.granted += granted;
    known.denied += denied;
    known.undetermined += undetermined;
  }
}

/**
 * Assesses a register, or a file of people of any size, some thousand records at a time: the memory needed does not grow
 * with the file.
 *
 * @throws EldercareError with every issue of the packs, the options or a batch of records; nothing is then written
 */
export async function runAssess(request: AssessRequest, progress: Progress): Promise<AssessmentOutcome> {
  const { out, skipBadRows } = request;
  progress.phase("读取政策包和花名册 / reading the pack and the register");
  const { assessment, pack, packs, overlays } = await loadPolicy(request);
  const rules = new Map(assessment.rules.map((rule) => [rule.key, rule]));
  const { register, batches, skipped: left } = await loadRecords(request, new Set(assessment.asked.map(({ subject }) => subject)));
  if (register.areas !== undefined) requirePackFor({ pack }, register.areas, request.pack);
  const versions = packs.map(({ id, version }) => `${id} ${version}`);
  progress.done(versions.join("，"));

  progress.phase("资格认定 / assessing");
  const printer = out === undefined ? undefined : decisionPrinter(out.format, rules);
  const file = out === undefined ? undefined : await DecisionFile.open(out.file);
  const areaNames = new Map(register.areas?.map(({ code, name }) => [code, name]));
  const counts = new Map<string, RuleCount>();
  const skipped = [...left];
  let [subjects, written, skippedRows] = [0, 0, new Set(left.map(({ pointer }) => pointer.split("/").slice(0, 3).join("/"))).size];
  try {
    if (printer !== undefined) await file?.flush(printer.header);
    for await (const batch of batches) {
      const found = assessBatch(assessment, batch, register, skipBadRows);
      count(counts, found.answers);
      if (file !== undefined && printer !== undefined) written += await writeDecisions(found, file, printer, areaNames, request.all);
      subjects += found.subjects.length;
      skippedRows += found.skippedRows;
      skipped.push(...found.skipped.slice(0, Math.max(0, mostSkippedShown - skipped.length)));
      progress.update(`${subjects} 条记录 / records`, batch.share);
      // a turn for the terminal, which shows nothing while records are gone through
      await endOfTurn();
    }
    await file?.finish();
  } catch (error) {
    file?.abandon();
    throw error;
  }
  progress.done(`${subjects} 条记录 / records`);
  return {
    packs: versions,
    rules,
    counts: [...rules.keys()].flatMap((key) => counts.get(key) ?? []),
    subjects,
    written,
    skipped,
    skippedRows,
    illustrative: overlays.some((overlay) => overlay.illustrative),
  };
}
