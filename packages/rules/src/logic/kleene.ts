import { FALSE, TRUE, type Truth, UNKNOWN, type Value } from "./value.js";

/** The truth of a value; what is neither true nor unknown is false. */
export const fromBoolean = (value: Value): Truth => (value === undefined ? UNKNOWN : value === true ? TRUE : FALSE);
/** A truth as a value. */
export const toBoolean = (truth: Truth): Value => (truth === UNKNOWN ? undefined : truth === TRUE);

/** Kleene's negation. */
export const negate = (truth: Truth): Truth => (truth === UNKNOWN ? UNKNOWN : truth === TRUE ? FALSE : TRUE);
