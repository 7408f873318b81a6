import { EldercareError } from "@eldercare/core";
import { canonicalJson } from "./canonicalJson.js";
import { reportTrust } from "./codes.js";

type Subtle = typeof globalThis.crypto.subtle;

/** The Web Crypto of the place where this runs. */
export function subtleCrypto(): Subtle {
  // a page that was not opened over https has none
  const found: Subtle | undefined = globalThis.crypto?.subtle;
  if (found === undefined) throw new EldercareError([reportTrust("CRYPTOGRAPHY_NOT_FOUND", "", { seen: "crypto.subtle" })]);
  return found;
}

/** Text as UTF-8. */
export const bytesOf = (text: string) => new TextEncoder().encode(text);

const hexadecimal = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * SHA-256 of a value's canonical JSON, as `sha256:` and 64 hexadecimal digits.
 *
 * @throws EldercareError NO_CANONICAL_FORM, CRYPTOGRAPHY_NOT_FOUND
 */
export async function contentHash(value: unknown): Promise<string> {
  return `sha256:${hexadecimal(await subtleCrypto().digest("SHA-256", bytesOf(canonicalJson(value))))}`;
}

/** HMAC-SHA-256 of a value's canonical JSON under a secret, as `hmac-sha256:` and 64 hexadecimal digits. */
export async function keyedHash(value: unknown, secret: string): Promise<string> {
  const subtle = subtleCrypto();
  const key = await subtle.importKey("raw", bytesOf(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return `hmac-sha256:${hexadecimal(await subtle.sign("HMAC", key, bytesOf(canonicalJson(value))))}`;
}
