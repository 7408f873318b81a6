import { EldercareError, parseShape } from "@eldercare/core";
import * as v from "valibot";

// ids and codes stay plain texts here: what is wrong with them is for the checker to word, one by one
const text = v.string();
const number = v.pipe(v.number(), v.finite("NOT_A_NUMBER"));
const maybe = v.nullable(number);
const mode = v.picklist(["oneToOne", "grid"]);
const facts = v.exactOptional(v.array(v.picklist(["birthDate", "healthy", "hoursPerWeek", "sex", "languages", "groups"])));
const optimality = v.strictObject({
  mostPaired: v.boolean(),
  cost: number,
  lowerBound: maybe,
  gapPercent: maybe,
  proven: v.boolean(),
  certificate: v.strictObject({ unpaired: number, prices: v.array(v.strictObject({ person: text, price: number })) }),
});

/** Shape of a pairing. */
export const pairingSchema = v.strictObject({
  pairs: v.array(v.strictObject({ person: text, volunteer: text, distanceMetres: number, unknown: facts })),
  grids: v.array(
    v.strictObject({
      leader: text,
      members: v.array(v.strictObject({ person: text, distanceMetres: number, unknown: facts })),
      totalMetres: number,
      widthMetres: number,
    }),
  ),
  unpaired: v.array(
    v.strictObject({
      person: text,
      mode,
      kind: v.picklist(["impossible", "crowdedOut", "stopped"]),
      reasons: v.array(v.strictObject({ code: text, volunteers: number, nearest: text, nearestMetres: maybe })),
      relax: v.array(
        v.variant("kind", [
          v.strictObject({ kind: v.literal("distance"), volunteer: text, longestMetres: number }),
          v.strictObject({ kind: v.literal("load"), volunteer: text, persons: number }),
        ]),
      ),
    }),
  ),
  changes: v.array(v.strictObject({ person: text, from: text, to: v.nullable(text), reason: v.exactOptional(text) })),
  volunteers: v.array(
    v.strictObject({
      volunteer: text,
      oneToOne: number,
      grid: number,
      spare: v.strictObject({ oneToOne: maybe, grid: maybe }),
      barred: v.exactOptional(v.strictObject({ oneToOne: v.exactOptional(text), grid: v.exactOptional(text) })),
    }),
  ),
  cost: v.record(text, number),
  optimality: v.strictObject({ oneToOne: v.exactOptional(optimality), grid: v.exactOptional(optimality) }),
});

/**
 * Refuses what is not of a pairing's shape.
 *
 * @throws EldercareError every issue of its shape
 */
export function requirePairing(pairing: unknown): void {
  const { issues } = parseShape(pairingSchema, pairing);
  if (issues.length > 0) throw new EldercareError(issues);
}
