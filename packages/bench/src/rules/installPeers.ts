import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const manifests = ["package.json", "package-lock.json"] as const;

/** The root of the workspace, looked for from a file within it upwards. */
export function workspaceRoot(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
  throw new Error(`${file} lies in no workspace`);
}

/**
 * Installs the engines that ours are measured against, once, outside of the workspace's own packages, so that nobody else
 * pays for them; returns how to load them.
 *
 * @throws Error where they cannot be fetched
 */
export function installPeers(root: string): (name: string) => unknown {
  const source = join(root, "packages", "bench", "peers");
  const target = join(root, ".cache", "peers");
  // written last, so that half an installation is none
  const stamp = join(target, "installed");
  const wanted = manifests.map((file) => readFileSync(join(source, file), "utf8")).join("\n");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    mkdirSync(target, { recursive: true });
    for (const file of manifests) copyFileSync(join(source, file), join(target, file));
    process.stderr.write("安装对照引擎…… / installing the peers …\n");
    // not `npm ci`, which wants the binaries of every platform to be in the lock file
    const { status, stderr } = spawnSync("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: target,
      encoding: "utf8",
    });
    if (status !== 0)
      throw new Error(
        `对照引擎安装失败，首次运行需要联网。 / The peers could not be installed; the first run needs the network (npm install in ${target}).\n${stderr ?? ""}`,
      );
    writeFileSync(stamp, wanted);
  }
  return createRequire(join(target, "package.json"));
}
