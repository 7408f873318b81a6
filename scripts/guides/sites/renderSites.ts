import type { SitingAnswer } from "@eldercare/scheduler/siting";
import { sitingProblemSchema } from "@eldercare/scheduler/siting";
import { excerpt, printJson } from "../page/excerpt.js";
import { problemFile, renderTexts } from "../page/renderPage.js";
import { table } from "../page/tables.js";
import type { Names } from "../picture/lane.js";
import { type Language, pageWords } from "../words.js";
import { reasonOfSite, relaxText, unservedWords } from "./siteWords.js";
import type { WorkedSites } from "./workSites.js";

const heads = {
  zh: {
    opened: ["设点", "人数", "户数", "余额", "谁去", "为什么设在这里"],
    unserved: ["未服务", "人数", "原因", "放宽什么即可"],
    short: ["点", "还差户数", "还差人数"],
  },
  en: {
    opened: ["site", "persons", "households", "places left", "who goes there", "why it is there"],
    unserved: ["not served", "persons", "reason", "what would do"],
    short: ["site", "households missing", "persons missing"],
  },
} as const;

function provenText(answer: SitingAnswer, language: Language): string {
  if (answer.outcome !== "found")
    return language === "zh"
      ? answer.outcome === "infeasible"
        ? "已证明没有满足全部要求的选址。离得最近的一种还差："
        : "没有找到满足全部要求的选址（启发式方法不能证明一定没有）。离得最近的一种还差："
      : answer.outcome === "infeasible"
        ? "It is proven that no choice keeps all rules. What the nearest lacks:"
        : "No choice that keeps all rules was found (the heuristic cannot prove that there is none). What the nearest lacks:";
  const { proven, gap } = answer;
  const percent = Math.round(gap.costShare * 1000) / 10;
  if (proven) return language === "zh" ? "已证明没有更好的选址。" : "It is proven that no choice is better.";
  return language === "zh"
    ? `至多还能多服务${gap.unservedPersons}人，成本至多还能低${percent}%。`
    : `At most ${gap.unservedPersons} more persons could be served, and it could cost ${percent} % less at most.`;
}

function tables(answer: SitingAnswer, language: Language, names: Names): string[] {
  const head = heads[language];
  const list = (ids: readonly string[]): string => ids.map((id) => names(id)[language]).join(language === "zh" ? "、" : ", ");
  const named = (id: string): string => `${names(id)[language]} \`${id}\``;
  if (answer.outcome !== "found") {
    const rows = answer.shortfalls.map(({ site, missingHouseholds, missingPersons }) => [
      named(site),
      String(missingHouseholds),
      String(missingPersons),
    ]);
    return [provenText(answer, language), ...(rows.length === 0 ? [] : [table(head.short, rows)])];
  }
  const { opened, unserved } = answer.plan;
  const openedRows = opened.map((each) => [
    named(each.site),
    String(each.persons),
    String(each.households ?? "—"),
    String(each.spare ?? "—"),
    list(each.demands),
    reasonOfSite(each, language, names),
  ]);
  const unservedRows = unserved.map(({ demand, persons, reason, relax }) => [
    named(demand),
    String(persons),
    `${unservedWords[reason][language]} \`${reason}\``,
    relax.map((each) => relaxText(each, language, names)).join(language === "zh" ? "；或" : "; or "),
  ]);
  return [table(head.opened, openedRows), ...(unserved.length === 0 ? [] : [table(head.unserved, unservedRows)]), provenText(answer, language)];
}

/** A page about where facilities are to be, in Markdown. */
export function renderSites({ page, worked }: WorkedSites, language: Language): string {
  const names: Names = (id) => page.names[id] ?? { zh: id, en: id };
  const [open, close] = language === "zh" ? ["（", "）"] : [" (", ")"];
  const examples = worked.flatMap(({ example, answer }) => {
    const { shown = [], problem } = example;
    const whole = `${open}[${pageWords.whole[language]}](${problemFile(page, example.name)})${close}`;
    const lines = shown.length === 0 ? [] : [`\`\`\`json\n${printJson(excerpt(problem, shown))}\n\`\`\``];
    return [`### ${example.title[language]}`, `${example.about[language]}${whole}`, ...lines, ...tables(answer, language, names)];
  });
  const said =
    language === "zh"
      ? ["服务人数", "未服务人数", "路程（人公里）", "成本合计"]
      : ["persons served", "persons not served", "journeys (person-km)", "cost"];
  const rows = said.map((name, row) => [
    name,
    ...worked.map(({ answer }) => {
      if (answer.outcome !== "found") return "—";
      const { servedPersons, unservedPersons, cost } = answer.plan;
      return String([servedPersons, unservedPersons, cost.travel, cost.total][row]);
    }),
  ]);
  const costs = table([language === "zh" ? "项目" : "item", ...worked.map(({ example }) => example.title[language])], rows);
  return renderTexts(page, language, { examples, costs, schema: sitingProblemSchema });
}
