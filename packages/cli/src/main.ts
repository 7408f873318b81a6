import { Command, CommanderError } from "commander";
import manifest from "../package.json" with { type: "json" };
import { addAssessCommand } from "./commands/assess.js";
import { addIdentifyCommand } from "./commands/identify.js";
import { addPackCommands } from "./commands/pack.js";
import { addPlanCommands } from "./commands/plan.js";
import { addRunCommands } from "./commands/run.js";
import { endOnClosedPipe } from "./terminal/closedPipe.js";
import { exitStatus } from "./terminal/exitStatus.js";
import { wordUsageFault } from "./terminal/usageFaults.js";

/** The command `eldercare`. */
const program = new Command("eldercare")
  .description("养老服务测算与排班 / elder care, computed: who is owed what, what it takes, who visits whom")
  .version(manifest.version, "-V, --version", "版本 / version")
  .showHelpAfterError("（--help 查看用法 / see --help）")
  .configureOutput({ outputError: (fault, write) => write(wordUsageFault(fault)) })
  .exitOverride();

addRunCommands(program);
addAssessCommand(program);
addIdentifyCommand(program);
addPackCommands(program);
addPlanCommands(program);

endOnClosedPipe();
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : exitStatus(error);
}
