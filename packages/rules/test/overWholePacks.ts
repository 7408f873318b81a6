import { it } from "vitest";

/**
 * A test over whole packs, which takes a second or more: left out of mutation testing, where it would be asked some thousand
 * times, and where tests over random conditions notice nearly the same.
 */
export const overWholePacks = it.skipIf(process.env.MUTATED_PACKAGE !== undefined);
