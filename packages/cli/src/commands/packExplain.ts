import { EldercareError, type Locale } from "@eldercare/core";
import { createEngine } from "@eldercare/rules";
import { proveOverrides } from "@eldercare/rules/analyse";
import { changesAbove, wordRule } from "@eldercare/rules/explain";
import type { Command } from "commander";
import pc from "picocolors";
import { OptionReading } from "../county/optionReading.js";
import { usualDate } from "../pack/dateOption.js";
import { inPackFile, readOverlays, readSoundPack } from "../pack/packFile.js";
import { printChangesAbove } from "../pack/printChangesAbove.js";
import { printJson } from "../pack/printFindings.js";
import { repeatable } from "../pack/repeatable.js";
import { printable } from "../terminal/printable.js";

interface ExplainOptions {
  readonly rule: readonly string[];
  readonly parent: readonly string[];
  readonly overlay: readonly string[];
  readonly on: string;
  readonly locale: string;
  readonly json?: boolean;
}

const isLocale = (text: string): text is Locale => text === "zh" || text === "en";

/** `eldercare pack explain`: the rules of a pack in sentences, those of packs above that it changes as it has them, each with its clauses. */
export function addPackExplain(pack: Command): void {
  pack
    .command("explain <file>")
    .description("用句子说明政策包的规则，附条款 / the rules of a pack in sentences, each with its clause")
    .option("--rule <id>", "只说明这条规则，可重复 / this rule only; may be repeated", repeatable, [])
    .option("--locale <zh|en>", "语言 / language", "zh")
    .option("--parent <file>", "上级政策包，可重复 / a pack that it stands on; may be repeated", repeatable, [])
    .option("--overlay <file>", "待定参数取值文件，可重复 / values for open parameters; may be repeated", repeatable, [])
    .option("--on <date>", "查看日期 / date looked at", usualDate)
    .option("--json", "输出 JSON / print JSON")
    .action(async (path: string, options: ExplainOptions) => {
      const reading = new OptionReading();
      const on = reading.date("--on", options.on);
      const { locale } = options;
      if (!isLocale(locale)) reading.refuse("--locale", locale, "zh 或 en", "zh or en");
      reading.requireSound();
      const { pack: sound, parents, file } = await readSoundPack(path, options.parent);
      const overlays = await readOverlays(options.overlay);
      const engine = inPackFile(file, () => createEngine({ packs: [...parents, sound], overlays, prove: proveOverrides }));
      const changes = changesAbove(engine, sound, on);
      const own = engine.rules(on).flatMap(({ key, pack: stating }) => (stating === sound.id ? [key] : []));
      const wanted = options.rule.map((id) => (id.includes("/") ? id : `${sound.id}/${id}`));
      const keys = wanted.length === 0 ? [...new Set([...own, ...changes.flatMap(({ rules }) => rules)])] : wanted;
      const language: Locale = isLocale(locale) ? locale : "zh";
      // what is withdrawn here is told as the packs above have it
      const withdrawn = new Set(changes.flatMap(({ rule, holds, does }) => (rule !== undefined && holds && does.includes("withdraw") ? [rule] : [])));
      const forParents = overlays.filter((overlay) => parents.some(({ id }) => id === overlay.for));
      const above = withdrawn.size === 0 ? engine : createEngine({ packs: parents, overlays: forParents, prove: proveOverrides });
      const area = sound.area === "" ? {} : { area: sound.area };
      const sentence = (key: string): string =>
        worded(() =>
          withdrawn.has(key) ? wordRule(above, key, { on, locale: language }) : wordRule(engine, key, { on, locale: language, ...area }),
        );
      const sentences = keys.map((key) => ({ rule: key, text: sentence(key) }));
      const shown = wanted.length === 0 ? changes : changes.filter(({ rule, rules }) => wanted.some((key) => key === rule || rules.includes(key)));
      if (options.json === true) {
        process.stdout.write(printJson({ file: file.file, on, locale: language, rules: sentences, overrides: shown }));
        return;
      }
      process.stdout.write(`${pc.bold(printable(sound.title[language]))} ${pc.dim(`${sound.id} ${sound.version} · ${on}`)}\n\n`);
      for (const { rule, text } of sentences) process.stdout.write(`${pc.dim(rule)}\n${printable(text)}\n\n`);
      const silent = language === "zh" ? `${on} 没有施行中的规则\n` : `no rule is in force on ${on}\n`;
      if (sentences.length === 0) process.stdout.write(silent);
      process.stdout.write(printChangesAbove(shown, language));
    });
}

/** What is wrong with the rule asked for is wrong with the option. */
function worded(say: () => string): string {
  try {
    return say();
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    throw new EldercareError(error.issues.map((issue) => ({ ...issue, at: { file: "--rule" } })));
  }
}
