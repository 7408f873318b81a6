import { EldercareError, type Issue } from "@eldercare/core";
import type { Overlay, Pack } from "../pack/pack.js";
import { base64Url, fromBase64Url } from "./base64Url.js";
import { reportTrust } from "./codes.js";
import { bytesOf, subtleCrypto } from "./digest.js";
import { packHash } from "./packHash.js";

/** A key of Web Crypto. */
export type SignatureKey = Parameters<typeof globalThis.crypto.subtle.sign>[1];

/** A signature of a pack, kept beside it. */
export interface PackSignature {
  readonly algorithm: "Ed25519";
  /** The signer's raw public key, 32 bytes in base64url. */
  readonly publicKey: string;
  /** 64 bytes in base64url. */
  readonly signature: string;
  /** The hash of the pack that was signed, as `packHash` gives it. */
  readonly hash: string;
}

const algorithm = "Ed25519";
const [keyBytes, signatureBytes] = [32, 64];

// says what was signed, so that a signature of a pack can never stand under anything else
const statementOf = (hash: string) => bytesOf(`eldercare policy pack ${hash}`);

/** Ed25519 by Web Crypto, where it has it. */
async function ed25519<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === "NotSupportedError")
      throw new EldercareError([reportTrust("CRYPTOGRAPHY_NOT_FOUND", "", { seen: algorithm })]);
    throw error;
  }
}

/**
 * Signs a pack or an overlay, so that whoever knows the public key can tell that it is the publisher's, unaltered.
 *
 * @param pack a pack or an overlay
 * @param keys the publisher's key pair: `await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])`
 * @returns a signature, to be kept and sent beside the pack
 * @throws EldercareError NO_CANONICAL_FORM, CRYPTOGRAPHY_NOT_FOUND
 * @example
 * const keys = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
 * const signature = await signPack(county, keys);
 * (await verifyPack(county, signature, [signature.publicKey])).hash === signature.hash //=> true
 *
 * Source: RFC 8032 (Ed25519)
 */
export async function signPack(
  pack: Pack | Overlay,
  keys: { readonly privateKey: SignatureKey; readonly publicKey: SignatureKey },
): Promise<PackSignature> {
  const subtle = subtleCrypto();
  const hash = await packHash(pack);
  return ed25519(async () => ({
    algorithm,
    publicKey: base64Url(await subtle.exportKey("raw", keys.publicKey)),
    signature: base64Url(await subtle.sign(algorithm, keys.privateKey, statementOf(hash))),
    hash,
  }));
}

/** What of a signature is not what `signPack` gives. */
function shapeOf(signature: unknown): Issue[] {
  if (typeof signature !== "object" || signature === null)
    return [reportTrust("SIGNATURE_SHAPE", "", { seen: signature, values: { expected: "{ algorithm, publicKey, signature, hash }" } })];
  const given = signature as Readonly<Partial<Record<keyof PackSignature, unknown>>>;
  const wrong = (key: keyof PackSignature, expected: string): Issue =>
    reportTrust("SIGNATURE_SHAPE", `/${key}`, { seen: given[key] ?? null, values: { expected } });
  return [
    ...(given.algorithm === algorithm ? [] : [wrong("algorithm", algorithm)]),
    ...(fromBase64Url(given.publicKey)?.length === keyBytes ? [] : [wrong("publicKey", `${keyBytes} bytes, base64url`)]),
    ...(fromBase64Url(given.signature)?.length === signatureBytes ? [] : [wrong("signature", `${signatureBytes} bytes, base64url`)]),
    ...(typeof given.hash === "string" ? [] : [wrong("hash", "sha256:…")]),
  ];
}

/**
 * Makes sure that a pack or an overlay is what a trusted publisher signed, and refuses it otherwise. A signature names the
 * key that it was made with; that alone proves nothing, so the caller says whom it trusts.
 *
 * @param pack as it was received
 * @param signature as `signPack` gave it
 * @param trusted the public keys of publishers, raw, 32 bytes in base64url
 * @returns the hash of the pack and the key that signed it
 * @throws EldercareError SIGNATURE_SHAPE, PACK_ALTERED, SIGNATURE_INVALID, SIGNER_NOT_TRUSTED; NO_CANONICAL_FORM, CRYPTOGRAPHY_NOT_FOUND
 * @example
 * const keys = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
 * const signature = await signPack(county, keys);
 * const altered = { ...county, version: "9.9.9" };
 * const codeOf = (error) => error.issues[0].code;
 * await verifyPack(altered, signature, [signature.publicKey]).catch(codeOf) //=> "PACK_ALTERED"
 * await verifyPack(county, signature, []).catch(codeOf) //=> "SIGNER_NOT_TRUSTED"
 *
 * Source: RFC 8032 (Ed25519)
 */
export async function verifyPack(
  pack: Pack | Overlay,
  signature: PackSignature,
  trusted: readonly string[],
): Promise<{ readonly hash: string; readonly publicKey: string }> {
  const problems = shapeOf(signature);
  const [keyRaw, signatureRaw] = [fromBase64Url(signature?.publicKey), fromBase64Url(signature?.signature)];
  if (problems.length > 0 || keyRaw === undefined || signatureRaw === undefined) throw new EldercareError(problems);
  const subtle = subtleCrypto();
  const { publicKey } = signature;
  const hash = await packHash(pack);
  const genuine = await ed25519(async () => {
    const key = await subtle.importKey("raw", keyRaw, algorithm, false, ["verify"]);
    return subtle.verify(algorithm, key, signatureRaw, statementOf(signature.hash));
  });
  const issues = [
    ...(hash === signature.hash ? [] : [reportTrust("PACK_ALTERED", "", { seen: hash, values: { expected: signature.hash } })]),
    ...(genuine ? [] : [reportTrust("SIGNATURE_INVALID", "/signature", { seen: publicKey })]),
    ...(trusted.includes(publicKey) ? [] : [reportTrust("SIGNER_NOT_TRUSTED", "/publicKey", { seen: publicKey })]),
  ];
  if (issues.length > 0) throw new EldercareError(issues);
  return { hash, publicKey };
}
