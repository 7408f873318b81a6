import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cancel, intro, isCancel, text } from "@clack/prompts";
import { EldercareError, type Issue } from "@eldercare/core";
import { requireSound } from "@eldercare/rules/lint";
import { pack as national } from "@eldercare/rules/packs/cn";
import type { Command } from "commander";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";
import { reportPackCommand } from "../pack/codes.js";
import { type IdentityField, identityFields, type PackIdentity } from "../pack/packIdentity.js";
import { packSkeleton } from "../pack/packSkeleton.js";

type Given = Partial<PackIdentity> & { readonly out?: string };

const interrupted = 130;

const isWatched = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true;

/** What is wrong with the options as given; nothing is said of those that will be asked for. */
function optionIssues(given: Given, willAsk: boolean): Issue[] {
  return identityFields.flatMap(({ name, option, what, expected, read }): Issue[] => {
    const written = given[name];
    const pointer = `/${option.slice(2)}`;
    if (written === undefined)
      return willAsk ? [] : [reportPackCommand("OPTION_MISSING", pointer, { values: { option, "what.zh": what.zh, "what.en": what.en } })];
    if (read(written) !== undefined) return [];
    return [reportCliIssue("OPTION_INVALID", pointer, { seen: written, values: { option, "expected.zh": expected.zh, "expected.en": expected.en } })];
  });
}

/** Asks for one thing at the terminal; undefined where the author gives up. */
async function ask({ what, example, expected, read }: IdentityField): Promise<string | undefined> {
  const answer = await text({
    message: `${what.zh} / ${what.en}`,
    placeholder: example,
    validate: (written) => (read(written ?? "") !== undefined ? undefined : `应为：${expected.zh} / give ${expected.en}`),
  });
  return isCancel(answer) ? undefined : answer;
}

/** Everything that must be said of the new pack, from options and, at a terminal, from answers. */
async function readIdentity(given: Given): Promise<PackIdentity | undefined> {
  const watched = isWatched();
  const issues = optionIssues(given, watched);
  if (issues.length > 0) throw new EldercareError(issues);
  const said: Record<string, string> = {};
  const missing = identityFields.filter(({ name }) => given[name] === undefined);
  if (missing.length > 0) intro("新建政策包 / a new policy pack");
  for (const field of identityFields) {
    const answer = given[field.name] ?? (await ask(field));
    const meant = answer === undefined ? undefined : field.read(answer);
    if (meant === undefined) return undefined;
    said[field.name] = meant;
  }
  return said as unknown as PackIdentity;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function writeFiles(folder: string, identity: PackIdentity): Promise<void> {
  const { pack, cases, overlay } = packSkeleton(identity);
  requireSound(pack, [national]);
  const files = [
    ["pack.json", json(pack)],
    ["cases.json", json(cases)],
    ["illustrative.json", json(overlay)],
  ] as const;
  const taken = files.map(([name]) => join(folder, name)).filter((path) => existsSync(path));
  if (taken.length > 0) throw new EldercareError(taken.map((path) => reportPackCommand("FILE_EXISTS", "/out", { seen: path })));
  try {
    await mkdir(folder, { recursive: true });
    // a file that has come since is not written over either
    for (const [name, contents] of files) await writeFile(join(folder, name), contents, { flag: "wx" });
  } catch (error) {
    throw new EldercareError([reportCliIssue("OUT_NOT_WRITABLE", "/out", { seen: folder, values: { reason: reasonOf(error) } })]);
  }
}

async function makePack(given: Given): Promise<void> {
  const identity = await readIdentity(given);
  if (identity === undefined) {
    cancel("未生成任何文件 / nothing was written");
    process.exitCode = interrupted;
    return;
  }
  const folder = given.out ?? identity.id;
  await writeFiles(folder, identity);
  process.stdout.write(
    [
      `已生成 ${join(folder, "pack.json")}、cases.json、illustrative.json / written`,
      "内有一条示例规则，按 note 的说明替换 / one example rule is inside: replace it as its notes say",
      `下一步 / next:  eldercare pack lint ${join(folder, "pack.json")}`,
      "",
    ].join("\n"),
  );
}

/** `eldercare pack new`: the files of a new pack, from options or from answers at the terminal. */
export function addPackNew(pack: Command): void {
  const command = pack
    .command("new")
    .description("新建政策包：在终端逐项询问，或全部由选项给出 / the files of a new pack, asked for or from options");
  for (const { option, what, example } of identityFields) command.option(`${option} <text>`, `${what.zh}，如 ${example} / ${what.en}`);
  command.option("--out <dir>", "文件夹（默认用编号） / folder (the identifier, unless given)").action((given: Given) => makePack(given));
}
