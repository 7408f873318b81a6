import casesSchema from "@eldercare/rules/schema/cases.schema.json" with { type: "json" };
import overlaySchema from "@eldercare/rules/schema/overlay.schema.json" with { type: "json" };
import packSchema from "@eldercare/rules/schema/pack.schema.json" with { type: "json" };
import { Argument, type Command } from "commander";
import { addPackAnalyse } from "./packAnalyse.js";
import { addPackDiff } from "./packDiff.js";
import { addPackExplain } from "./packExplain.js";
import { addPackLint } from "./packLint.js";
import { addPackNew } from "./packNew.js";
import { addPackTest } from "./packTest.js";

const schemas = { pack: packSchema, cases: casesSchema, overlay: overlaySchema } as const;

/** `eldercare pack …`: tools for those who write policy packs. */
export function addPackCommands(program: Command): void {
  const pack = program.command("pack").description("政策包工具 / tools for policy packs");
  addPackNew(pack);
  addPackLint(pack);
  addPackTest(pack);
  addPackAnalyse(pack);
  addPackExplain(pack);
  addPackDiff(pack);
  pack
    .command("schema")
    .description("输出 JSON Schema，供编辑器补全和检查 / print a JSON Schema, for editors")
    .addArgument(new Argument("[of]", "政策包、情形或取值文件 / of packs, cases or overlays").choices(Object.keys(schemas)).default("pack"))
    .action((of: keyof typeof schemas) => void process.stdout.write(`${JSON.stringify(schemas[of], null, 2)}\n`));
}
