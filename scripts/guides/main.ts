// Writes the guides of the scheduler anew: `npm run guides`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { filesIn } from "./filesIn.js";
import { indexFiles, makePage } from "./makeGuides.js";
import { schedulerPages } from "./scheduler/schedulerPages.js";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new RangeError("name the folder to write to");
const target = resolve(folder);

const files = indexFiles(schedulerPages);
const wrong: string[] = [];
for (const page of schedulerPages) {
  const made = await makePage(page);
  wrong.push(...made.wrong);
  for (const [file, text] of made.files) files.set(file, text);
}
let written = 0;
for (const [file, text] of files) {
  const path = join(target, file);
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  written += 1;
}
const left = filesIn(target).filter((file) => !files.has(file));
for (const file of left) rmSync(join(target, file));
process.stdout.write(`${schedulerPages.length} pages, ${written} files written, ${left.length} removed\n`);
if (wrong.length > 0) {
  process.stderr.write(`${wrong.join("\n")}\n`);
  process.exitCode = 1;
}
