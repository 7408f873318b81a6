import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { readRegister } from "@eldercare/cli";
import { EldercareError } from "@eldercare/core";

// a synthetic table as a county office would keep it: Chinese column names, an empty cell where nothing is known
const rows = ["id,出生日期,居住地,独居,ability.level", "p-1,1942年6月1日,500229103205,是,3", "p-2,2046/6/1,500229103205,,5"];
const folder = await mkdtemp(join(tmpdir(), "register-"));
await writeFile(join(folder, "people.csv"), rows.join("\r\n"));
