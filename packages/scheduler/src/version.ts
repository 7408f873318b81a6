import { version } from "../package.json";

/** Version of this package, as runs record it. */
export const schedulerVersion: string = version;
