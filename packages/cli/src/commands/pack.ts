import casesSchema from "@eldercare/rules/schema/cases.schema.json" with { type: "json" };
import clausesSchema from "@eldercare/rules/schema/clauses.schema.json" with { type: "json" };
import findingsSchema from "@eldercare/rules/schema/findings.schema.json" with { type: "json" };
import overlaySchema from "@eldercare/rules/schema/overlay.schema.json" with { type: "json" };
import packSchema from "@eldercare/rules/schema/pack.schema.json" with { type: "json" };
import { Argument, type Command } from "commander";
import { addPackAnalyse } from "./packAnalyse.js";
import { addPackDiff } from "./packDiff.js";
import { addPackExplain } from "./packExplain.js";
import { addPackLint } from "./packLint.js";
import { addPackNew } from "./packNew.js";
import { addPackPage } from "./packPage.js";
import { addPackTest } from "./packTest.js";

const schemas = { pack: packSchema, cases: casesSchema, overlay: overlaySchema, clauses: clausesSchema, findings: findingsSchema } as const;

/** `eldercare pack …`: tools for those who write policy packs. */
export function addPackCommands(program: Command): void {
  const pack = program.command("pack").description("政策包工具 / tools for policy packs");
  addPackNew(pack);
  addPackLint(pack);
  addPackTest(pack);
  addPackAnalyse(pack);
  addPackExplain(pack);
  addPackPage(pack);
  addPackDiff(pack);
  pack
    .command("schema")
    .description("输出 JSON Schema，供编辑器补全和检查 / print a JSON Schema, for editors")
    .addArgument(
      new Argument("[of]", "政策包、情形、取值、条款或分析结果文件 / of packs, cases, overlays, clauses or findings")
        .choices(Object.keys(schemas))
        .default("pack"),
    )
    .action((of: keyof typeof schemas) => void process.stdout.write(`${JSON.stringify(schemas[of], null, 2)}\n`));
}
