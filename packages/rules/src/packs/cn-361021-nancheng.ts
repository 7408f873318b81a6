import casesJson from "../../packs/cn-361021-nancheng/cases.json" with { type: "json" };
import illustrativeJson from "../../packs/cn-361021-nancheng/illustrative.json" with { type: "json" };
import packJson from "../../packs/cn-361021-nancheng/pack.json" with { type: "json" };
import type { Overlay, Pack } from "../pack/pack.js";
import type { PolicyCase } from "../testing/testPack.js";

// a JSON module is typed by its texts, not by the words they are chosen from; packs.test.ts holds all three to their shapes

/** Rural elder care in Nancheng County, by the pilot plan of 2023. Extends the pack `cn`. */
export const pack = packJson as unknown as Pack;

/** Named situations under the county's pack and what must come out. */
export const cases = casesJson as unknown as readonly PolicyCase[];

/** Example values for every parameter that the documents leave open; nobody enacted them. */
export const illustrative = illustrativeJson as unknown as Overlay;
