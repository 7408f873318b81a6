import type { GuideTexts } from "../guidePage.js";
import type { Language } from "../words.js";
import { seed, usualIterations } from "../workPage.js";
import { pageFile } from "./renderPage.js";
import { table } from "./tables.js";

const head = {
  zh: `# 排班功能图解

每页讲一项功能：它解决什么问题，怎样填写，求解时怎样处理，做不到时怎样说明；各有一个小例子、算出的方案和一张图。English: [README.en.md](README.en.md).

各页由 \`scripts/guides\` 里的题目现场求解生成，请勿手改：\`npm run guides\` 会重写全部文件，自动测试核对页面与程序一致、方案通过独立校验、页中的说法成立。例中的人、地点和数字都是虚构的。`,
  en: `# Features of the scheduler, in pictures

A page for each feature: what problem it solves, how to state it, what the search does, and what is said where it cannot be kept; each with a small problem, the plan found and a picture. 中文：[README.md](README.md)。

The pages are made by solving the problems in \`scripts/guides\`, not by hand: \`npm run guides\` rewrites all files, and tests hold that pages are what the program makes, that every plan passes the independent checker and that what a page says of its plans is so. People, places and figures are made up.`,
} as const;

const solving = {
  zh: `除选址一页用 \`site\`、当天有变一页用 \`dispatch\` 外，任何一页的题目都可以自己求解：读入 \`problems/\` 里的 JSON 文件，用页中写明的迭代次数和种子，得到的方案与页中相同。`,
  en: `Any problem of these pages can be solved again (that of siting with \`site\`, those of a day that changes with \`dispatch\`): read its JSON file in \`problems/\` and solve it with the iterations and seed that the page names; the plan is the same.`,
} as const;

const program = `\`\`\`ts
import { readFileSync } from "node:fs";
import { solve, verify } from "@eldercare/scheduler";

const problem = JSON.parse(readFileSync("problems/together.json", "utf8"));
const { plan } = await solve(problem, { maxIterations: ${usualIterations}, seed: ${seed} });
verify(problem, plan); // []
\`\`\``;

const signs = {
  zh: `图中每个班次一行，几天的逐日排列，没有安排的排成窄行：浅底是班次，色块是上门服务，细条是路程，虚线框是等候，斜纹是休息，上方的括线是允许开始的时段，红色表示迟到、加班、错过的休息或未安排。有关联或同属一个规律的服务以线相连。护理员各有字母和颜色；地图上还各有线型。时间按地方时，成本是目标函数的单位（缺省时路程 1 分钟为 1）。`,
  en: `A row of a picture is one shift, day by day where there are several, and a thin one where nothing is planned: the pale band is the shift, blocks are visits, thin bars travel, dashed boxes waiting, hatching a break, brackets above the hours in which a visit may begin; red is lateness, overtime, a break missed or a visit left out. Lines join visits that are linked or keep one pattern. Each caregiver has a letter and a colour, and a kind of line on maps. Times are local; costs are units of the objective (by default a minute on the road is 1).`,
} as const;

/** The index of the pages. */
export function renderIndex(pages: readonly GuideTexts[], language: Language): string {
  const rows = pages.map(({ name, title, summary }) => [`[${title[language]}](${pageFile(name, language)})`, summary[language]]);
  const columns = language === "zh" ? ["功能", "一句话"] : ["feature", "in a sentence"];
  return `${[head[language], table(columns, rows), signs[language], solving[language], program].join("\n\n")}\n`;
}
