import type { Overlay, Pack } from "../pack/pack.js";
import { contentHash } from "./digest.js";

/**
 * The hash of all that a pack, or an overlay, says: the order of keys and the blanks of its file do not count, every word,
 * number, date and the order of lists do.
 *
 * @param pack a pack or an overlay, as read from its file
 * @returns `sha256:` and 64 hexadecimal digits
 * @throws EldercareError NO_CANONICAL_FORM, CRYPTOGRAPHY_NOT_FOUND
 * @example
 * const hash = await packHash(national);
 * const again = await packHash({ ...national, version: national.version });
 * const altered = await packHash({ ...national, version: "0.0.1" });
 * [hash === again, hash === altered, hash.length] //=> [true, false, 71]
 *
 * Source: RFC 8785; FIPS 180-4
 */
export function packHash(pack: Pack | Overlay): Promise<string> {
  return contentHash(pack);
}
