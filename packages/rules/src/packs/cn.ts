import casesJson from "../../packs/cn/cases.json" with { type: "json" };
import packJson from "../../packs/cn/pack.json" with { type: "json" };
import type { Pack } from "../pack/pack.js";
import type { PolicyCase } from "../testing/testPack.js";

// a JSON module is typed by its texts, not by the words they are chosen from; packs.test.ts holds both to their shapes

/** National definitions: older person, destitute person, ability classes, working time. */
export const pack = packJson as unknown as Pack;

/** Named situations under the national definitions and what must come out. */
export const cases = casesJson as unknown as readonly PolicyCase[];
