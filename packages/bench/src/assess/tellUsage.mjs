// Loaded by Node.js before a program that is measured: tells, as it ends, what it took. The thread of the program alone can
// be told apart from those that clean up behind it only where the system lists them.
import { readFileSync, writeFileSync } from "node:fs";

// as Linux counts time
const ticksPerSecond = 100;

function mainThreadSeconds() {
  try {
    const fields = readFileSync(`/proc/self/task/${process.pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return undefined;
  }
}

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const usage = {
    seconds: performance.now() / 1000,
    mainThreadSeconds: mainThreadSeconds(),
    processorSeconds: (user + system) / 1_000_000,
    peakMegabytes,
  };
  writeFileSync(process.env.USAGE_FILE ?? "", JSON.stringify(usage));
});
