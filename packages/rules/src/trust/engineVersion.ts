import { version } from "../../package.json";

/** Version of this package, as receipts record it. */
export const engineVersion: string = version;
