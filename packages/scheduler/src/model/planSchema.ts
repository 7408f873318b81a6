import { EldercareError, parseShape } from "@eldercare/core";
import * as v from "valibot";

// times and ids stay plain texts here: what is wrong with them is for the checker to word, stop by stop
const text = v.string();
const kind = v.picklist(["visit", "board", "alight", "break", "lodging"]);

const reasons = v.array(v.strictObject({ code: text, caregiver: v.exactOptional(text), relax: v.exactOptional(v.record(text, v.unknown())) }));
const leftOut = { kind: v.picklist(["impossible", "crowdedOut"]), reasons, barred: v.exactOptional(reasons) };

/** Shape of a plan. */
export const planSchema = v.strictObject({
  routes: v.array(
    v.strictObject({
      caregiver: text,
      date: text,
      tour: v.exactOptional(text),
      vehicle: v.nullable(text),
      departs: text,
      returns: text,
      stops: v.array(v.strictObject({ kind, id: text, place: text, arrive: text, start: text, end: text })),
    }),
  ),
  unassigned: v.array(v.strictObject({ visit: text, ...leftOut })),
  unassignedTransports: v.exactOptional(v.array(v.strictObject({ transport: text, ...leftOut }))),
  cost: v.record(text, v.pipe(v.number(), v.finite("NOT_A_NUMBER"))),
});

// a route of a plan serves as an order too: what it has beside the order is passed over
const orderSchema = v.looseObject({ caregiver: text, date: text, stops: v.array(v.looseObject({ kind, id: text })) });

function requireShape(schema: v.GenericSchema, value: unknown, pointer: string): void {
  const { issues } = parseShape(schema, value, pointer);
  if (issues.length > 0) throw new EldercareError(issues);
}

/**
 * Refuses what is not of a plan's shape.
 *
 * @param pointer JSON pointer of the plan within what the caller gave
 * @throws EldercareError every issue of its shape
 */
export function requirePlan(plan: unknown, pointer: string): void {
  requireShape(planSchema, plan, pointer);
}

/**
 * Refuses what is no list of orders.
 *
 * @throws EldercareError every issue of its shape
 */
export function requireOrders(orders: unknown): void {
  requireShape(v.array(orderSchema), orders, "/routes");
}
