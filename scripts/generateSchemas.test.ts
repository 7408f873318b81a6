import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { registerSchemas, schemaFolder } from "./generateSchemas.mjs";

describe("the published schemas", async () => {
  const schemas = await registerSchemas();

  it.each(schemas.map(({ name, schema }) => [name, schema] as const))("%s: is that of the source as it stands", (name, schema) => {
    const published: unknown = JSON.parse(readFileSync(join(schemaFolder, `${name}.schema.json`), "utf8"));
    expect(published, "run `npm run format`").toEqual(schema);
  });

  it("are all there is in their folder", () => {
    expect(readdirSync(schemaFolder).sort()).toEqual(schemas.map(({ name }) => `${name}.schema.json`).sort());
  });
});
