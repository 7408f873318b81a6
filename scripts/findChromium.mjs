import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The browser that the tests drive: `CHROMIUM_PATH`, or the first Chromium or Chrome on the path.
 *
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @returns {string | undefined} undefined where there is none
 */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH !== undefined && env.CHROMIUM_PATH !== "") return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const folders = [...(env.PATH ?? "").split(delimiter).filter((folder) => folder !== ""), "/usr/bin"];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
}
