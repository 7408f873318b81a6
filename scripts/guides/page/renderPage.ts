import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Wording } from "@eldercare/core";
import { builtInChecks, defaultObjective, problemSchema, verifyCodes } from "@eldercare/scheduler";
import { verifyPairingCodes } from "@eldercare/scheduler/pairing";
import { sitingViolationCodes } from "@eldercare/scheduler/siting";
import { root } from "../../workspace.mjs";
import type { GuidePage, GuideTexts } from "../guidePage.js";
import { wordsOfReason } from "../picture/reasonText.js";
import { fieldTitle } from "../schemaPath.js";
import { type Language, pageWords } from "../words.js";
import { seed, usualIterations, type WorkedExample, type WorkedPage } from "../workPage.js";
import { excerpt, printJson } from "./excerpt.js";
import { costTable, planTables, table, type Writer } from "./tables.js";

const suffix = { zh: "", en: ".en" } as const;

/** Name of the file of a page in a language. */
export const pageFile = (name: string, language: Language): string => `${name}${suffix[language]}.md`;
/** Name of the file of a picture in a language. */
export const pictureFile = (name: string, language: Language): string => `pictures/${name}${suffix[language]}.svg`;
/** Name of the file of an example's problem. */
export const problemFile = (
  { name, examples }: Pick<GuidePage, "name"> & { readonly examples: readonly { readonly name: string }[] },
  example: string,
): string => `problems/${name}${example === examples[0]?.name ? "" : `.${example}`}.json`;

function wordsOfBreach(code: string): Wording {
  const codes: Readonly<Record<string, Wording>> = Object.assign(
    {},
    verifyCodes,
    sitingViolationCodes,
    verifyPairingCodes,
    ...builtInChecks.map(({ check }) => check.codes),
  );
  const wording = codes[code];
  if (wording === undefined) throw new RangeError(`the checker has no code ${code}`);
  return wording;
}

function fieldsTable({ fields }: GuideTexts, language: Language, schema: unknown): string[] {
  const rows = fields.map(({ path, means }) => {
    const wording = means ?? fieldTitle(schema, path);
    if (wording === undefined) throw new RangeError(`the field ${path} has no title: say what it means`);
    fieldTitle(schema, path);
    return [`\`${path}\``, wording[language]];
  });
  return rows.length === 0 ? [] : [table([pageWords.field[language], pageWords.meaning[language]], rows)];
}

function codesTable({ reasons = [], breaches = [], words = {} }: GuideTexts, language: Language): string[] {
  const rows = [
    ...reasons.map((code) => [`\`${code}\``, pageWords.reasonCode[language], wordsOfReason(code, words)[language]]),
    ...breaches.map((code) => [`\`${code}\``, pageWords.breachCode[language], wordsOfBreach(code)[language].replaceAll(/\{[\w.]+\}/g, "…")]),
  ];
  return rows.length === 0 ? [] : [table([pageWords.code[language], language === "zh" ? "出现在" : "appears as", pageWords.meaning[language]], rows)];
}

function weightsTable({ weights = [] }: GuideTexts, language: Language): string[] {
  const defaults: Readonly<Record<string, unknown>> = { ...defaultObjective };
  const rows = weights.map((name) => {
    const title = fieldTitle(problemSchema, `objective.${name}`);
    return [`\`${name}\``, String(printJson(defaults[name])), title?.[language] ?? ""];
  });
  return rows.length === 0 ? [] : [table([pageWords.weight[language], pageWords.usual[language], pageWords.meaning[language]], rows)];
}

function exampleParts(worked: WorkedExample, { page, planOf }: WorkedPage, writer: Writer): string[] {
  const { example, problem } = worked;
  const { language } = writer;
  const { shown = [], planShown = [], iterations = usualIterations } = example;
  const solved =
    example.make === undefined
      ? language === "zh"
        ? `；求解 ${iterations} 次迭代，种子 ${seed}`
        : `; solved with ${iterations} iterations, seed ${seed}`
      : "";
  const [open, close] = language === "zh" ? ["（", "）"] : [" (", ")"];
  const source = `${open}[${pageWords.whole[language]}](${problemFile(page, example.name)})${solved}${close}`;
  const lines = shown.length === 0 ? [] : [`\`\`\`json\n${printJson(excerpt(problem, shown))}\n\`\`\``];
  const told = planShown.length === 0 ? [] : [pageWords.planShown[language], `\`\`\`json\n${printJson(excerpt(worked.plan, planShown))}\n\`\`\``];
  const below = example.below === undefined ? [] : [example.below(planOf)[language]];
  return [`### ${example.title[language]}`, `${example.about[language]}${source}`, ...lines, ...planTables(worked, writer), ...told, ...below];
}

/** What a page shows of its examples, by its kind. */
export interface ExampleTexts {
  /** Headings, tables and all, in Markdown. */
  readonly examples: readonly string[];
  /** A table of what each costs. */
  readonly costs: string;
  /** Where its fields are looked up. */
  readonly schema: unknown;
}

/** A page in Markdown, whatever its examples are. */
export function renderTexts(page: GuideTexts, language: Language, { examples, costs, schema }: ExampleTexts): string {
  const other = language === "zh" ? "en" : "zh";
  const heading = (name: "purpose" | "statement" | "guarantee" | "otherwise" | "price" | "limits" | "examples"): string =>
    `## ${pageWords[name][language]}`;
  const links = `[${pageWords.index[language]}](README${suffix[language]}.md) · [${pageWords.otherLanguage[language]}](${pageFile(page.name, other)})`;
  const program =
    page.program === undefined
      ? []
      : [page.program.about[language], `\`\`\`ts\n${readFileSync(join(root, page.program.file), "utf8").trim()}\n\`\`\``];
  const parts = [
    `# ${page.title[language]}`,
    `${page.summary[language]}${language === "zh" ? "" : " "}${links}`,
    heading("purpose"),
    page.purpose[language],
    heading("examples"),
    pageWords.synthetic[language],
    `![${page.title[language]}](${pictureFile(page.name, language)})`,
    ...examples,
    `### ${language === "zh" ? "成本" : "Costs"}`,
    costs,
    `### ${pageWords.shown[language]}`,
    page.claims.map(({ says }) => `- ${says[language]}`).join("\n"),
    pageWords.checked[language],
    heading("statement"),
    ...fieldsTable(page, language, schema),
    ...(page.statement === undefined ? [] : [page.statement[language]]),
    ...program,
    heading("guarantee"),
    page.guarantee[language],
    heading("otherwise"),
    page.otherwise[language],
    ...codesTable(page, language),
    heading("price"),
    page.price[language],
    ...weightsTable(page, language),
    heading("limits"),
    page.limits.map((limit) => `- ${limit[language]}`).join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** A page of plans of visits in Markdown. */
export function renderPage(made: WorkedPage, language: Language): string {
  const { page } = made;
  const writer: Writer = { language, names: (id) => page.names[id] ?? { zh: id, en: id }, own: page.words ?? {} };
  return renderTexts(page, language, {
    examples: made.worked.flatMap((worked) => exampleParts(worked, made, writer)),
    costs: costTable(made, writer),
    schema: problemSchema,
  });
}
