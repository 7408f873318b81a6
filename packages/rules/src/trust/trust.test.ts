import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Pack } from "../pack/pack.js";
import { pack as national } from "../packs/cn.js";
import { pack as county } from "../packs/cn-500229-chengkou.js";
import { canonicalJson } from "./canonicalJson.js";
import { packHash } from "./packHash.js";
import { signPack, verifyPack } from "./signPack.js";

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => shuffled(entry, order));
  if (typeof value !== "object" || value === null) return value;
  const record = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(order(Object.keys(record)).map((key) => [key, shuffled(record[key], order)]));
}

const codesOf = async (work: Promise<unknown>): Promise<readonly string[]> =>
  work.then(
    () => [],
    (error: unknown) => {
      if (error instanceof EldercareError) return error.issues.map(({ code }) => code);
      throw error;
    },
  );

const newKeys = () => crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]) as Promise<Parameters<typeof signPack>[1]>;

describe("canonical JSON", () => {
  it("writes the example of RFC 8785, section 3.2", () => {
    const example = {
      numbers: JSON.parse("[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]") as number[],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\u002f",
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("orders keys by UTF-16 code units, as section 3.2.3 does", () => {
    const keys = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
    expect(Object.keys(JSON.parse(canonicalJson(Object.entries(keys).map(([key]) => [key]))) as object).length).toBe(7);
    const written = canonicalJson(keys);
    const places = ["\\r", '"1"', "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"].map((key) => written.indexOf(key));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("says the same as the value, whatever its keys' order", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        // minus nought is written as nought
        const [plain, reversed] = [canonicalJson(value), canonicalJson(shuffled(value, (keys) => keys.reverse()))];
        expect(reversed).toBe(plain);
        expect(JSON.parse(plain)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("refuses everything that is no JSON, at once and with pointers", () => {
    const circle: Record<string, unknown> = { a: Number.NaN, "b/c": [undefined], d: () => 1, e: "\ud800", f: 1n, g: Number.POSITIVE_INFINITY };
    circle.h = circle;
    const issues = (() => {
      try {
        canonicalJson(circle);
      } catch (error) {
        if (error instanceof EldercareError) return error.issues;
      }
      return [];
    })();
    expect(issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(
      ["/a", "/b~1c/0", "/d", "/e", "/f", "/g", "/h"].map((pointer) => `NO_CANONICAL_FORM ${pointer}`),
    );
  });

  it("refuses what is deeper than a stack", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(() => canonicalJson(deep)).toThrow(EldercareError);
  });
});

describe("the hash of a pack", () => {
  it("is that of its canonical text", async () => {
    // printf '{"id":"p"}' | sha256sum
    expect(await packHash({ id: "p" } as Pack)).toBe("sha256:c0ab2f1e038b57e3088c7857959b981afc19305bc6acd2bc084f7235a777dd75");
  });

  it("does not depend on the order of keys", async () => {
    const hash = await packHash(county);
    expect(await packHash(shuffled(county, (keys) => keys.reverse()) as Pack)).toBe(hash);
    expect(await packHash(JSON.parse(JSON.stringify(county, undefined, 4)) as Pack)).toBe(hash);
  });

  it("notices any change of any word, number or order of a list", async () => {
    const hash = await packHash(county);
    const text = JSON.stringify(county);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: text.length - 1 }), fc.constantFrom("0", "7", "a", "老"), async (at, letter) => {
        const altered = text.slice(0, at) + letter + text.slice(at + 1);
        let changed: Pack;
        try {
          changed = JSON.parse(altered) as Pack;
        } catch {
          return;
        }
        fc.pre(JSON.stringify(changed) !== text);
        expect(await packHash(changed)).not.toBe(hash);
      }),
    );
    const { rules } = county;
    expect(await packHash({ ...county, rules: [...rules].reverse() })).not.toBe(hash);
  });
});

describe("a signed pack", async () => {
  const keys = await newKeys();
  const signature = await signPack(county, keys);
  const trusted = [signature.publicKey];

  it("is accepted as it is, and with its keys in another order", async () => {
    expect(await verifyPack(county, signature, trusted)).toEqual({ hash: await packHash(county), publicKey: signature.publicKey });
    expect(await codesOf(verifyPack(shuffled(county, (names) => names.reverse()) as Pack, signature, trusted))).toEqual([]);
  });

  it("is refused once anything in it has changed", async () => {
    expect(await codesOf(verifyPack({ ...county, version: "1.0.1" }, signature, trusted))).toEqual(["PACK_ALTERED"]);
    expect(await codesOf(verifyPack(national, signature, trusted))).toEqual(["PACK_ALTERED"]);
  });

  it("is refused where somebody has signed it anew", async () => {
    const altered = { ...county, version: "1.0.1" };
    const theirs = await signPack(altered, await newKeys());
    expect(await codesOf(verifyPack(altered, theirs, trusted))).toEqual(["SIGNER_NOT_TRUSTED"]);
    expect(await codesOf(verifyPack(altered, { ...theirs, publicKey: signature.publicKey }, trusted))).toEqual(["SIGNATURE_INVALID"]);
    expect(await codesOf(verifyPack(altered, { ...signature, hash: theirs.hash }, trusted))).toEqual(["SIGNATURE_INVALID"]);
  });

  it("is refused with a signature that is none, every fault named", async () => {
    const none = { algorithm: "RS256", publicKey: "x", signature: 5 } as unknown as typeof signature;
    expect(await codesOf(verifyPack(county, none, trusted))).toEqual(Array.from({ length: 4 }, () => "SIGNATURE_SHAPE"));
    expect(await codesOf(verifyPack(county, null as unknown as typeof signature, trusted))).toEqual(["SIGNATURE_SHAPE"]);
    expect(await codesOf(verifyPack(county, { ...signature, signature: `${signature.signature.slice(0, -1)}_` }, trusted))).not.toEqual([]);
  });
});
