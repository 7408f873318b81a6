import { Argument, Command, CommanderError } from "commander";
import { describe, expect, it } from "vitest";
import { wordUsageFault } from "./usageFaults.js";

/** What the command line says of itself where it is used so. */
function faultOf(...args: readonly string[]): string {
  let said = "";
  const program = new Command("eldercare").exitOverride().configureOutput({
    outputError: (fault) => {
      said = wordUsageFault(fault).trim();
    },
    writeErr: () => undefined,
  });
  program.command("page <file>").requiredOption("--out <dir>").option("--on <date>");
  program.command("schema").addArgument(new Argument("[of]").choices(["pack", "cases"]));
  try {
    program.parse([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
  }
  return said.split("\n")[0] ?? "";
}

describe("a command line that cannot be meant", () => {
  it.each([
    [["page", "--out", "o"], "缺少参数 <file> / missing required argument 'file'"],
    [["page", "a"], "缺少选项 --out <dir> / required option '--out <dir>' not specified"],
    [["page", "a", "--out", "o", "--on"], "选项 --on <date> 后面缺少取值 / option '--on <date>' argument missing"],
    [["pgae"], "没有命令 pgae / unknown command 'pgae'"],
    [["page", "a", "--out", "o", "--outt", "o"], "没有选项 --outt / unknown option '--outt'"],
    [["page", "a", "b", "--out", "o"], "参数过多：最多 1 个，给了 2 个 / too many arguments for 'page'. Expected 1 argument but got 2."],
    [
      ["schema", "packs"],
      "参数不能是 packs，可用：pack, cases / command-argument value 'packs' is invalid for argument 'of'. Allowed choices are pack, cases.",
    ],
  ])("%j is told in Chinese and English", (args, told) => {
    expect(faultOf(...args)).toContain(told);
  });

  it("is told as the parser has it where nobody has put it into Chinese", () => {
    expect(wordUsageFault("error: something else\n")).toBe("error: something else\n");
  });
});
