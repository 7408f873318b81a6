// One door to the workspace: `npm test`, `npm run demo` and the rest arrive here. Until the installation is done, only what
// Node.js brings may be imported.
import { requireNode } from "./nodeVersion.mjs";

requireNode();
const [name = "", ...args] = process.argv.slice(2);
try {
  const { installOnce } = await import("./installation.mjs");
  installOnce();
  const { runCommand } = await import("./commands.mjs");
  process.exitCode = await runCommand(name, args);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
