import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workspace.mjs";

const stampFile = join(root, "node_modules", ".eldercare-installed");

/** Every file that decides what is installed, in a fixed order. */
function decidingFiles() {
  const manifests = ["packages", "."].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
      .map((entry) => join(parent, entry.name, "package.json")),
  );
  return ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc", ...manifests.sort()].filter((file) => existsSync(join(root, file)));
}

/** What was or is to be installed, as a hash: it changes with any manifest, the lockfile and the version of Node.js. */
export function installationStamp() {
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch}\n`);
  for (const file of decidingFiles())
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(root, file)))
      .update("\n");
  return hash.digest("hex");
}

const isInstalled = (/** @type {string} */ stamp) => existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;

/**
 * Installs the dependencies unless they are there already; writes to the standard error alone.
 *
 * @throws {Error} where the installation fails
 */
export function installOnce() {
  const stamp = installationStamp();
  if (isInstalled(stamp)) return;
  const packageManager = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager;
  process.stderr.write("正在安装依赖（仅首次需要网络）… / installing what is needed (network is needed only this once) …\n");
  const { status, error } = spawnSync(
    process.platform === "win32" ? "npx.cmd" : "npx",
    ["--yes", "--prefer-offline", packageManager, "install", "--frozen-lockfile", "--prefer-offline"],
    {
      cwd: root,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
      // without CI=true pnpm stops to ask before it replaces a node_modules that another store filled
      env: { ...process.env, CI: "true", npm_config_update_notifier: "false" },
    },
  );
  if (status !== 0)
    throw new Error(
      `依赖安装失败，请检查网络后重试。 / The installation failed; check the network and try again.${error === undefined ? "" : ` (${error.message})`}`,
    );
  writeFileSync(stampFile, stamp);
}
