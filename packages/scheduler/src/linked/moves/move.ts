/** A small change of a plan: makes it, without settling; false where nothing was found to change, and what was begun is to be rolled back. */
export type Move = () => boolean;
