import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { EldercareError, type Locale } from "@eldercare/core";
import type { Command } from "commander";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";
import { writeWholeFile } from "../output/writeWholeFile.js";
import { readDateAsked, usualDate } from "../pack/dateOption.js";
import { inPackFile } from "../pack/packFile.js";
import { repeatable } from "../pack/repeatable.js";
import { packPageData } from "../packPage/packPageData.js";
import { readPackFolder } from "../packPage/readPackFolder.js";
import { renderPackIndex } from "../packPage/renderPackIndex.js";
import { pageFile, renderPackPage } from "../packPage/renderPackPage.js";

interface PageOptions {
  readonly out: string;
  readonly parent: readonly string[];
  readonly overlay: readonly string[];
  readonly on: string;
}

const locales: readonly Locale[] = ["zh", "en"];

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new EldercareError([reportCliIssue("OUT_NOT_WRITABLE", "/out", { seen: folder, values: reasonOf(error) })]);
  });
}

/** `eldercare pack page`: packs as pages to read, Chinese and English. */
export function addPackPage(pack: Command): void {
  pack
    .command("page <files...>")
    .description("生成政策包的网页（中文、英文各一页） / packs as web pages, one in Chinese and one in English")
    .requiredOption("--out <dir>", "输出文件夹 / output folder")
    .option("--parent <file>", "上级政策包，可重复 / a pack that they stand on; may be repeated", repeatable, [])
    .option("--overlay <file>", "待定参数取值文件，可重复 / values for open parameters; may be repeated", repeatable, [])
    .option("--on <date>", "查看日期 / date looked at", usualDate)
    .action(async (paths: readonly string[], options: PageOptions) => {
      const on = readDateAsked(options.on);
      const pages: [name: string, text: string][] = [];
      const packs = [];
      for (const path of paths) {
        const folder = await readPackFolder(path, options.parent, options.overlay);
        const data = inPackFile(folder.caseFile ?? folder.file, () => packPageData(folder, on));
        for (const locale of locales) pages.push([pageFile(folder.pack.id, locale), renderPackPage(data, locale)]);
        packs.push(folder.pack);
      }
      if (packs.length > 1) for (const locale of locales) pages.push([pageFile("index", locale), renderPackIndex(packs, locale)]);
      await makeFolder(options.out);
      for (const [name, text] of pages) await writeWholeFile(join(options.out, name), text);
      process.stdout.write(pages.map(([name]) => `${join(options.out, name)}\n`).join(""));
    });
}
