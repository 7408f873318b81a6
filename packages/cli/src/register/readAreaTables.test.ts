import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogueSchema, EldercareError, type Issue, parseShape } from "@eldercare/core";
import { describe, expect, it, onTestFinished } from "vitest";
import { readAreaTables } from "./readAreaTables.js";

const chengkou = fileURLToPath(new URL("../../../../examples/data/chengkou", import.meta.url));

async function issuesWith(files: Readonly<Record<string, string>>): Promise<readonly Issue[]> {
  const directory = await mkdtemp(join(tmpdir(), "eldercare-areas-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  const error = await readAreaTables(directory).catch((thrown: unknown) => thrown);
  return error instanceof EldercareError ? error.issues : [];
}

describe("the areas of Chengkou County", () => {
  it("are one county of 197,497 residents, 25 townships and 204 villages", async () => {
    const areas = await readAreaTables(chengkou);
    const count = (tier: string) => areas.filter((area) => area.tier === tier).length;
    expect([count("county"), count("township"), count("village")]).toEqual([1, 25, 204]);
    expect(areas[0]).toEqual({ code: "500229", name: "城口县", tier: "county", population: 197497 });
    expect(areas.find(({ code }) => code === "500229103")).toEqual({
      code: "500229103",
      name: "坪坝镇",
      tier: "township",
      kind: "镇",
      place: { lng: 108.51737, lat: 31.99823, crs: "WGS84" },
    });
  });

  it("have a place for every township, the one that is assumed marked as such", async () => {
    const townships = (await readAreaTables(chengkou)).filter(({ tier }) => tier === "township");
    expect(townships.filter(({ place }) => place === undefined)).toEqual([]);
    expect(townships.filter(({ facts }) => facts?.assumed !== undefined).map(({ name }) => name)).toEqual(["复兴街道"]);
  });

  it("come with an illustrative catalogue of services that fits its shape", async () => {
    const catalogue = parseShape(catalogueSchema, JSON.parse(await readFile(join(chengkou, "catalogue.json"), "utf8")));
    expect(catalogue.issues).toEqual([]);
    expect(catalogue.value?.illustrative).toBe(true);
    expect(new Set(catalogue.value?.services.map(({ id }) => id)).size).toBe(12);
  });
});

describe("tables of areas that cannot be read", () => {
  const towns = "code,name,countyCode,countyName,lng_wgs84,lat_wgs84\n500229001,葛城街道,500229,城口县,108.66,31.95\n";

  it("name a missing table and a missing column", async () => {
    expect((await issuesWith({ "x-towns.csv": towns })).map(({ code }) => code)).toEqual(["TABLE_MISSING"]);
    const issues = await issuesWith({ "x-towns.csv": towns, "x-villages.csv": "code,kind\n" });
    expect(issues.map(({ code, at }) => [code, at?.column])).toEqual([["COLUMN_MISSING", "shortName"]]);
  });

  it("name the line of a row that is no area", async () => {
    const issues = await issuesWith({
      "x-towns.csv": towns,
      "x-villages.csv": "code,shortName,kind\n500229001001,土城社区,居委会\n5002290010,坏村,村委会\n",
    });
    expect(issues.map(({ code, at }) => [code, at?.line])).toEqual([["NOT_AN_AREA_CODE", 3]]);
  });

  it("say so where assumed places are written in another shape", async () => {
    const villages = "code,shortName,kind\n500229001001,土城社区,居委会\n";
    for (const assumptions of ["{", "[]", '{"places":[{"area":5}]}']) {
      const issues = await issuesWith({ "x-towns.csv": towns, "x-villages.csv": villages, "assumptions.json": assumptions });
      expect(issues.map(({ code }) => code)).toEqual(["ASSUMPTIONS_MALFORMED"]);
    }
  });

  it("say so where the folder does not exist", async () => {
    await expect(readAreaTables(join(tmpdir(), "no such folder"))).rejects.toThrow("REGISTER_NOT_FOUND");
  });
});
