import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalogues } from "./catalogues.mjs";
import { root } from "./workspace.mjs";

/** Where the explanation of every code stands. */
export const errorsDocFile = join(root, "docs", "errors.md");

const head = `# 错误代码 / Error codes

由各包的代码表生成，请勿手改：\`npm run format\` 会重写本页。一次返回全部问题；\`{…}\` 代表实际取值。“违规”是独立校验在一份排班方案中查出的问题。

Generated from the catalogues of the packages, not by hand: \`npm run format\` rewrites this page. All issues are reported at once; \`{…}\` stands for a value. A violation is what the independent checker finds in a plan.
`;

const severities = { error: "错误 / error", warning: "警告 / warning", note: "提示 / note" };

/** Keeps angle brackets from reading as HTML and braces from reading as a template. */
const plain = (/** @type {string} */ text) => text.replaceAll("<", "&lt;").replaceAll(/(?:\{[\w.]+\})+/g, "`$&`");

/**
 * @param {string} code
 * @param {import("./catalogues.mjs").CodeEntry} entry
 */
const renderCode = (code, { severity = "error", message, advice }) =>
  advice === undefined
    ? `### ${code}

违规 / violation

- 含义：${plain(message.zh)}
- Meaning: ${plain(message.en)}
`
    : `### ${code}

${severities[severity]}

- 含义：${plain(message.zh)}
- 办法：${plain(advice.zh)}
- Meaning: ${plain(message.en)}
- What to do: ${plain(advice.en)}
`;

/**
 * The page that explains every code: a section for each package, a heading for each code.
 *
 * @param {readonly import("./catalogues.mjs").Catalogue[]} catalogues
 * @returns {string} Markdown
 */
export function renderErrorsDoc(catalogues) {
  const sections = catalogues.map(({ packageName, codes }) =>
    [
      `## ${packageName}\n`,
      ...Object.keys(codes)
        .sort()
        .flatMap((code) => (codes[code] === undefined ? [] : [renderCode(code, codes[code])])),
    ].join("\n"),
  );
  return [head, ...sections].join("\n");
}

/** Writes the page anew where the catalogues have changed. */
export async function writeErrorsDoc() {
  const page = renderErrorsDoc(await loadCatalogues());
  if (existsSync(errorsDocFile) && readFileSync(errorsDocFile, "utf8") === page) return;
  writeFileSync(errorsDocFile, page);
  process.stdout.write("docs/errors.md written\n");
}
