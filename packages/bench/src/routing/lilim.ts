import type { Plan, Problem } from "@eldercare/scheduler";
import { clockOf } from "./clockOf.js";
import { readNumbers } from "./readNumbers.js";
import type { RoutingInstance } from "./routingInstance.js";

const secondsPerDay = 24 * 3600;
/** Price of a vehicle in minutes of travel: beyond any detour that could save one. */
const vehicleMinutes = 100_000;

interface Task {
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
  /** The task where what is picked up here is delivered; 0 of a delivery. */
  readonly deliveredAt: number;
}

const between = (a: Pick<Task, "x" | "y">, b: Pick<Task, "x" | "y">): number => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);

/** Length of a plan's routes on the plane, in double precision. */
function planeDistance(problem: Problem, plan: Plan, at: ReadonlyMap<string, Task>): number {
  const [depot] = problem.places;
  return plan.routes.reduce((sum, { stops }) => {
    const way = [depot?.id ?? "", ...stops.map(({ place }) => place), depot?.id ?? ""].map((id) => at.get(id));
    return (
      sum +
      way.reduce((length, task, index) => {
        const before = way[index - 1];
        return before === undefined || task === undefined ? length : length + between(before, task);
      }, 0)
    );
  }, 0);
}

/**
 * Reads an instance of Li & Lim: pick-ups and deliveries in pairs, fewest vehicles first, then the distance in double precision.
 *
 * As many whole seconds make a time unit of the instance as let its horizon fit a day; journeys are rounded up to the second, so
 * that a plan that holds here holds in double precision too. Its distance is measured on the plane. A vehicle is a shift of its
 * own, its capacity the seats; a pair is a transport that takes as many seats as it has load.
 *
 * @throws RangeError where the text is no such instance, or its horizon exceeds a day of seconds
 */
export function readLilim(text: string, name: string): RoutingInstance {
  const numbers = readNumbers(text);
  const [vehicleCount, capacity] = numbers[0] ?? [];
  const tasks = numbers.slice(1).map(([, x, y, demand, ready, due, service, , deliveredAt]): Task => {
    if (x === undefined || y === undefined || demand === undefined || ready === undefined || due === undefined || service === undefined)
      throw new RangeError(`${name}: a task needs nine numbers`);
    if (deliveredAt === undefined) throw new RangeError(`${name}: a task needs nine numbers`);
    return { x, y, demand, ready, due, service, deliveredAt };
  });
  const depot = tasks[0];
  if (vehicleCount === undefined || capacity === undefined || depot === undefined) throw new RangeError(`${name}: not in Li & Lim's format`);
  const scale = Math.floor(secondsPerDay / depot.due);
  if (scale < 1) throw new RangeError(`${name}: its horizon exceeds a day of seconds`);
  const date = "2026-01-01";
  const place = (index: number): string => `n-${index}`;
  const hours = ({ ready, due }: Task) => ({ from: clockOf(ready * scale), to: clockOf(Math.min(due * scale, secondsPerDay)) });
  const minutes = ({ service }: Task): number => (service * scale) / 60;
  const ids = Array.from({ length: vehicleCount }, (_, index) => `vehicle-${index + 1}`);
  const problem: Problem = {
    horizon: { from: date, to: date },
    timeZone: "UTC",
    // the plane's coordinates, small enough to be degrees; travel is by the matrix
    places: tasks.map(({ x, y }, index) => ({ id: place(index), lng: x / 100, lat: y / 100 })),
    travel: {
      profiles: { vehicle: { kind: "matrix", durationsSeconds: tasks.flatMap((a) => tasks.map((b) => Math.ceil(between(a, b) * scale))) } },
    },
    caregivers: ids.map((id) => ({
      id,
      profile: "vehicle",
      shifts: [{ date, ...hours(depot), start: place(0), end: place(0), vehicle: id }],
    })),
    vehicles: ids.map((id) => ({ id, seats: capacity })),
    visits: [],
    transports: tasks.flatMap((pickUp, index) => {
      const delivery = tasks[pickUp.deliveredAt];
      if (pickUp.deliveredAt === 0 || delivery === undefined) return [];
      return [
        {
          id: `pair-${index}`,
          from: place(index),
          to: place(pickUp.deliveredAt),
          boardMinutes: minutes(pickUp),
          alightMinutes: minutes(delivery),
          seats: pickUp.demand,
          when: { daily: [hours(pickUp)], alight: [hours(delivery)] },
          required: true,
        },
      ];
    }),
    objective: { caregiverDay: vehicleMinutes },
  };
  const at = new Map(tasks.map((task, index) => [place(index), task]));
  return { name, problem, vehiclesFirst: true, distanceOf: (plan) => Math.round(planeDistance(problem, plan, at) * 1e4) / 1e4 };
}
