import { type Pairing, pairingProblemSchema, pairingReasonWording } from "@eldercare/scheduler/pairing";
import { excerpt, printJson } from "../page/excerpt.js";
import { problemFile, renderTexts } from "../page/renderPage.js";
import { table } from "../page/tables.js";
import type { Names } from "../picture/lane.js";
import { type Language, pageWords } from "../words.js";
import type { WorkedPairs } from "./workPairs.js";

const heads = {
  zh: {
    pairs: ["志愿者", "结对", "谁", "路程（米）"],
    unpaired: ["未结对", "原因（几名志愿者，最近的是谁）", "放宽什么即可"],
    modes: { oneToOne: "一对一", grid: "网格" },
  },
  en: {
    pairs: ["volunteer", "paired", "with whom", "metres"],
    unpaired: ["not paired", "reasons (how many volunteers, and the nearest)", "what would do"],
    modes: { oneToOne: "one to one", grid: "grid" },
  },
} as const;

function provenText({ optimality }: Pairing, language: Language): string {
  const modes = (["oneToOne", "grid"] as const).flatMap((mode) => {
    const known = optimality[mode];
    if (known === undefined) return [];
    const name = heads[language].modes[mode];
    if (known.proven) return [language === "zh" ? `${name}：已证明没有更好的结对。` : `${name}: it is proven that no pairing is better.`];
    const gap = known.gapPercent === null ? "—" : String(known.gapPercent);
    return [language === "zh" ? `${name}：成本至多还能低${gap}%。` : `${name}: it could cost ${gap} % less at most.`];
  });
  return modes.join(language === "zh" ? "" : " ");
}

function tables(pairing: Pairing, language: Language, names: Names): string[] {
  const head = heads[language];
  const named = (id: string): string => `${names(id)[language]} \`${id}\``;
  const rows = [
    ...pairing.pairs.map(({ volunteer, person, distanceMetres }) => [named(volunteer), head.modes.oneToOne, named(person), String(distanceMetres)]),
    ...pairing.grids.flatMap(({ leader, members }) =>
      members.map(({ person, distanceMetres }, i) => [
        i === 0 ? named(leader) : "",
        i === 0 ? head.modes.grid : "",
        named(person),
        String(distanceMetres),
      ]),
    ),
  ];
  const left = pairing.unpaired.map(({ person, mode, reasons, relax }) => [
    `${named(person)} (${head.modes[mode]})`,
    reasons
      .map(
        ({ code, volunteers, nearest }) =>
          `${pairingReasonWording(code)?.[language] ?? code} \`${code}\` (${volunteers}, ${names(nearest)[language]})`,
      )
      .join(language === "zh" ? "；" : "; "),
    relax
      .map((each) => {
        const name = names(each.volunteer)[language];
        if (each.kind === "distance")
          return language === "zh" ? `${name}的路程上限放宽到${each.longestMetres}米` : `${name} at up to ${each.longestMetres} m`;
        return language === "zh" ? `${name}可结对${each.persons}人` : `${name} with ${each.persons} persons`;
      })
      .join(language === "zh" ? "；或" : "; or "),
  ]);
  return [
    ...(rows.length === 0 ? [] : [table(head.pairs, rows)]),
    ...(left.length === 0 ? [] : [table(head.unpaired, left)]),
    provenText(pairing, language),
  ];
}

/** A page about who is paired with whom, in Markdown. */
export function renderPairs({ page, worked }: WorkedPairs, language: Language): string {
  const names: Names = (id) => page.names[id] ?? { zh: id, en: id };
  const [open, close] = language === "zh" ? ["（", "）"] : [" (", ")"];
  const examples = worked.flatMap(({ example, pairing }) => {
    const { shown = [], problem } = example;
    const whole = `${open}[${pageWords.whole[language]}](${problemFile(page, example.name)})${close}`;
    const lines = shown.length === 0 ? [] : [`\`\`\`json\n${printJson(excerpt(problem, shown))}\n\`\`\``];
    return [`### ${example.title[language]}`, `${example.about[language]}${whole}`, ...lines, ...tables(pairing, language, names)];
  });
  const said = language === "zh" ? ["一对一", "网格人数", "未结对", "成本合计"] : ["one to one", "persons in grids", "not paired", "cost"];
  const rows = said.map((name, row) => [
    name,
    ...worked.map(({ pairing: { pairs, grids, unpaired, cost } }) =>
      String([pairs.length, grids.reduce((sum, { members }) => sum + members.length, 0), unpaired.length, cost.total][row]),
    ),
  ]);
  const costs = table([language === "zh" ? "项目" : "item", ...worked.map(({ example }) => example.title[language])], rows);
  return renderTexts(page, language, { examples, costs, schema: pairingProblemSchema });
}
