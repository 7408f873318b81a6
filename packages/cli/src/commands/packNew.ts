import { join } from "node:path";
import { cancel, confirm, intro, isCancel, outro } from "@clack/prompts";
import { createEngine, type Pack } from "@eldercare/rules";
import { proveOverrides } from "@eldercare/rules/analyse";
import { wordRule } from "@eldercare/rules/explain";
import { requireSound } from "@eldercare/rules/lint";
import type { Command } from "commander";
import { repeatable } from "../pack/repeatable.js";
import { fillForm, type Given } from "../packNew/fillForm.js";
import { exampleRule, type FirstRule, ruleOf } from "../packNew/firstRule.js";
import type { FormField } from "../packNew/formField.js";
import { identityFields, identityOf, type PackIdentity } from "../packNew/packIdentity.js";
import { packSkeleton } from "../packNew/packSkeleton.js";
import { askParent, readAbove } from "../packNew/packsAbove.js";
import { ruleFields } from "../packNew/ruleFields.js";
import { requireFree, writeNewPack } from "../packNew/writeNewPack.js";
import { printable } from "../terminal/printable.js";

interface NewOptions {
  readonly parent: readonly string[];
  readonly out?: string;
  readonly [name: string]: string | readonly string[] | undefined;
}

const interrupted = 130;

const isWatched = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true;
const isGiven = (given: Given, fields: readonly FormField[]): boolean => fields.some(({ name }) => given[name] !== undefined);
const leavesOut = (given: Given, fields: readonly FormField[]): boolean =>
  fields.some(({ name, usual }) => usual === undefined && given[name] === undefined);

/** Everything that must be said of the new pack; undefined where the author gives up. */
async function readForm(
  given: Given,
  asking: boolean,
  out: string | undefined,
): Promise<{ readonly identity: PackIdentity; readonly rule: FirstRule } | undefined> {
  const ruleGiven = isGiven(given, ruleFields);
  const said = await fillForm(ruleGiven ? [...identityFields, ...ruleFields] : identityFields, given, asking);
  if (said === undefined) return undefined;
  const identity = identityOf(said);
  requireFree(out ?? identity.id);
  if (ruleGiven) return { identity, rule: ruleOf(said) };
  if (!asking) return { identity, rule: exampleRule };
  const wanted = await confirm({
    message: "现在填写第一条规则吗？选“否”则写入一条示例规则 / give the first rule now? otherwise an example stands in its place",
    active: "是 / yes",
    inactive: "否 / no",
  });
  if (isCancel(wanted)) return undefined;
  if (!wanted) return { identity, rule: exampleRule };
  const answers = await fillForm(ruleFields, given, asking);
  return answers === undefined ? undefined : { identity, rule: ruleOf(answers) };
}

/** The first rule in a sentence, so that its author sees at once whether it says what was meant. */
function firstSentence(pack: Pack, parents: readonly Pack[]): string {
  const engine = createEngine({ packs: [...parents, pack], prove: proveOverrides });
  const on = pack.inForce.from;
  const [rule] = engine.rules(on).filter((each) => each.pack === pack.id);
  return rule === undefined ? "" : wordRule(engine, rule.key, { on, locale: "zh" });
}

async function makePack(options: NewOptions): Promise<void> {
  const { parent, out, ...rest } = options;
  const given: Given = Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  const asking = isWatched() && (leavesOut(given, identityFields) || (isGiven(given, ruleFields) && leavesOut(given, ruleFields)));
  if (out !== undefined) requireFree(out);
  const namedAbove = await readAbove(parent);
  if (asking) intro("新建政策包；按 Ctrl-C 退出，不留文件 / a new policy pack; Ctrl-C leaves nothing behind");
  const form = await readForm(given, asking, out);
  const named = form === undefined ? undefined : asking && parent.length === 0 ? await askParent() : parent;
  if (form === undefined || named === undefined) {
    cancel("未写入任何文件 / nothing was written");
    process.exitCode = interrupted;
    return;
  }
  const { identity, rule } = form;
  const above = named === parent ? namedAbove : await readAbove(named);
  const skeleton = packSkeleton(identity, rule, above.ids);
  requireSound(skeleton.pack, above.packs);
  const folder = out ?? identity.id;
  const files = await writeNewPack(folder, skeleton);
  if (asking) outro("填写完毕 / done");
  const next = (command: string): string =>
    `  npm run -s eldercare -- pack ${command} ${join(folder, "pack.json")}${above.files.map((file) => ` --parent ${file}`).join("")}`;
  process.stdout.write(
    [
      `已写入 ${folder}：${files.join("、")} / written`,
      printable(firstSentence(skeleton.pack, above.packs)),
      ...(rule.example ? ["这是一条示例规则，按 note 的说明替换 / an example rule: replace it as its notes say"] : []),
      "下一步 / next:",
      next("lint"),
      next("test"),
      "",
    ].join("\n"),
  );
}

/** `eldercare pack new`: the files of a new pack, from options or from answers at the terminal. */
export function addPackNew(pack: Command): void {
  const command = pack
    .command("new")
    .description("新建政策包：在终端逐项询问，或全部由选项给出 / the files of a new pack, asked for or from options");
  for (const { option, name, what, example } of [...identityFields, ...ruleFields])
    command.option(`${option} <${name}>`, `${what.zh}，如 ${example} / ${what.en}`);
  command
    .option(
      "--parent <pack>",
      "上级政策包，可重复：内置的写编号（默认 cn），其余写文件 / a pack that it stands on, by identifier (cn, unless given) or file; may be repeated",
      repeatable,
      [],
    )
    .option("--out <dir>", "文件夹（默认用编号） / folder (the identifier, unless given)")
    .action((options: NewOptions) => makePack(options));
}
