import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRegister } from "@eldercare/cli";
import { EldercareError } from "@eldercare/core";

// synthetic people in a table as an office keeps it: Chinese column names, an empty cell where something is not known
const folder = await mkdtemp(join(tmpdir(), "register-"));
const areas = [{ code: "500229103205", name: "示例村", tier: "village" } as const];
const write = (rows: readonly string[]) => writeFile(join(folder, "people.csv"), ["id,出生日期,居住地,是否留守,能力等级", ...rows].join("\r\n"));

await write(["p-1,1942年6月1日,500229103205,是,3", "p-2,1946/6/1,500229103205,,"]);
const { register } = await readRegister(folder, { on: "2026-11-21", areas });
console.log(JSON.stringify(register.people[1]));
//=> {"id":"p-2","birthDate":"1946-06-01","residence":{"area":"500229103205"}}

await write(["p-1,2042年6月1日,500229103205,是,3", "p-2,1946/6/1,500229103205,也许,5"]);
await readRegister(folder, { on: "2026-11-21", areas }).catch((error: unknown) => {
  if (!(error instanceof EldercareError)) throw error;
  for (const { code, at, message } of error.issues) console.log(`people.csv:${at?.line} ${at?.column} ${code} ${message.zh}`);
});
//=> people.csv:2 出生日期 BIRTH_DATE_IN_FUTURE 出生日期 "2042-06-01" 晚于查询日期 2026-11-21
//=> people.csv:3 是否留守 NOT_A_BOOLEAN "也许" 不是“是”或“否”
//=> people.csv:3 能力等级 OUT_OF_RANGE 数值 5 超出范围（<=4）
await rm(folder, { recursive: true });
