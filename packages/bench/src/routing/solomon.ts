import type { Plan } from "@eldercare/scheduler";
import { clockOf } from "./clockOf.js";
import { readNumbers } from "./readNumbers.js";
import type { RoutingInstance } from "./routingInstance.js";

interface Customer {
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

/** Integer square root of a whole number below 2⁵², exact. */
function isqrt(value: number): number {
  let root = Math.floor(Math.sqrt(value));
  while (root * root > value) root--;
  while ((root + 1) * (root + 1) <= value) root++;
  return root;
}

/**
 * Reads an instance in Solomon's format (Gehring & Homberger's is the same).
 *
 * A tenth of the instance's time unit is one second of a day, so that the DIMACS rule (distances cut to one decimal) is
 * whole seconds and the day holds every instance: distances are `isqrt(100 × (Δx² + Δy²))`, service and windows × 10. With
 * `travelMinute` 6, a plan's travel cost is the distance. Vehicles are caregivers, the capacity is what each can carry.
 *
 * @throws RangeError where the text is no such instance, or its horizon exceeds a day of such seconds
 */
export function readSolomon(text: string): RoutingInstance {
  const name = text.trimStart().split(/\s/, 1)[0] ?? "";
  const numbers = readNumbers(text);
  const [vehicles, capacity] = numbers[0] ?? [];
  const customers = numbers.slice(1).map(([, x, y, demand, ready, due, service]): Customer => {
    if (x === undefined || y === undefined || demand === undefined || ready === undefined || due === undefined || service === undefined)
      throw new RangeError(`${name}: a customer needs seven numbers`);
    return { x, y, demand, ready, due, service };
  });
  const depot = customers[0];
  if (vehicles === undefined || capacity === undefined || depot === undefined) throw new RangeError(`${name}: not in Solomon's format`);
  if (depot.due * 10 > 24 * 3600) throw new RangeError(`${name}: its horizon exceeds a day of tenths`);
  const durationsSeconds = customers.flatMap((a) => customers.map((b) => isqrt(100 * ((a.x - b.x) ** 2 + (a.y - b.y) ** 2))));
  const date = "2026-01-01";
  const place = (index: number): string => `n-${index}`;
  return {
    name,
    vehiclesFirst: false,
    // the cost of travel, without what its sums of binary fractions leave behind
    distanceOf: (plan: Plan) => Math.round((plan.cost.travel ?? 0) * 10) / 10,
    problem: {
      horizon: { from: date, to: date },
      timeZone: "UTC",
      // the plane's coordinates, small enough to be degrees; travel is by the matrix
      places: customers.map(({ x, y }, index) => ({ id: place(index), lng: x / 100, lat: y / 100 })),
      travel: { profiles: { vehicle: { kind: "matrix", durationsSeconds } } },
      caregivers: Array.from({ length: vehicles }, (_, index) => ({
        id: `vehicle-${index + 1}`,
        profile: "vehicle",
        stock: { load: capacity },
        shifts: [{ date, from: clockOf(depot.ready * 10), to: clockOf(depot.due * 10), start: place(0), end: place(0) }],
      })),
      visits: customers.slice(1).map(({ demand, ready, due, service }, index) => ({
        id: `customer-${index + 1}`,
        place: place(index + 1),
        // a customer without service time still needs a length: a thousandth of a minute is rounded to no second
        serviceMinutes: Math.max(service / 6, 0.001),
        when: { daily: [{ from: clockOf(ready * 10), to: clockOf(due * 10) }] },
        needs: demand > 0 ? { stock: { load: demand } } : {},
        required: true,
      })),
      objective: { travelMinute: 6 },
    },
  };
}
