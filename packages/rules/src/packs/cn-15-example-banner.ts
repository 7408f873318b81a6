import casesJson from "../../packs/cn-15-example-banner/cases.json" with { type: "json" };
import packJson from "../../packs/cn-15-example-banner/pack.json" with { type: "json" };
import type { Pack } from "../pack/pack.js";
import type { PolicyCase } from "../testing/testPack.js";

// a JSON module is typed by its texts, not by the words they are chosen from; packs.test.ts holds both to their shapes

/** A made-up pastoral banner that settles and overrides what the region leaves to it. Extends the pack `cn-15-pastoral`. */
export const pack = packJson as unknown as Pack;

/** Named situations under the banner's pack and what must come out. */
export const cases = casesJson as unknown as readonly PolicyCase[];
