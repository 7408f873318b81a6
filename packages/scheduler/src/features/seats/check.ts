import type { Transport } from "../../model/transport.js";
import type { CheckedRoute, FeatureCheck } from "../checkHalf.js";

const kinds = ["seats", "wheelchairs"] as const;

/** The most that is taken at once on a route, and by whose boarding. */
function fullest(route: CheckedRoute, of: (transport: Transport) => number): { readonly most: number; readonly by: string } {
  let taken = 0;
  let most = 0;
  let by = "";
  for (const { kind, id, transport } of route.stops) {
    if (transport === undefined) continue;
    taken += kind === "board" ? of(transport) : -of(transport);
    if (taken > most) {
      most = taken;
      by = id;
    }
  }
  return { most, by };
}

/** Finds routes on which more people or goods ride at once than the vehicle has room for, and routes that carry people without one. */
export const seatsCheck: FeatureCheck = {
  codes: {
    NO_VEHICLE: {
      zh: "护理员 {caregiver} 在 {date} 没有车辆，却承担接送 {transport}",
      en: "caregiver {caregiver} has no vehicle on {date}, but carries transport {transport}",
    },
    SEATS_EXCEEDED: {
      zh: "护理员 {caregiver} 在 {date} 的路线上，接送 {transport} 上车后占用座位 {taken} 个，车辆共有 {room} 个",
      en: "on the route of caregiver {caregiver} on {date}, {taken} seats are taken once transport {transport} has boarded; the vehicle has {room}",
    },
    HOLD_EXCEEDED: {
      zh: "护理员 {caregiver} 在 {date} 的路线上，装上接送 {transport} 后车上有 {good} {taken} 份，最多装 {room} 份",
      en: "on the route of caregiver {caregiver} on {date}, {taken} of {good} are aboard once transport {transport} is loaded; the vehicle holds {room}",
    },
    WHEELCHAIRS_EXCEEDED: {
      zh: "护理员 {caregiver} 在 {date} 的路线上，接送 {transport} 上车后占用轮椅位 {taken} 个，车辆共有 {room} 个",
      en: "on the route of caregiver {caregiver} on {date}, {taken} places for wheelchairs are taken once transport {transport} has boarded; the vehicle has {room}",
    },
  },
  breaches: ({ problem, routes }) =>
    routes.flatMap((route) => {
      const about = { caregiver: route.caregiver.id, date: route.date };
      const carried = route.stops.find(({ kind }) => kind === "board");
      if (carried === undefined) return [];
      const vehicle = (problem.vehicles ?? []).find(({ id }) => id === route.shift.vehicle);
      if (vehicle === undefined) return [{ code: "NO_VEHICLE", transport: carried.id, ...about }];
      const people = kinds.flatMap((kind) => {
        // the crew of a tour sits on the seats too, but for whoever drives
        const room = Math.max(0, (vehicle[kind] ?? 0) - (kind === "seats" ? route.crew.length - 1 : 0));
        const { most, by } = fullest(route, (transport) => (kind === "seats" ? (transport.seats ?? 1) : Number(transport.wheelchair ?? false)));
        const code = kind === "seats" ? "SEATS_EXCEEDED" : "WHEELCHAIRS_EXCEEDED";
        return most <= room ? [] : [{ code, transport: by, ...about, values: { taken: String(most), room: String(room) } }];
      });
      const carries = new Set(route.stops.flatMap(({ transport }) => Object.keys(transport?.goods ?? {})));
      const goods = [...carries].flatMap((good) => {
        const { most, by } = fullest(route, (transport) => transport.goods?.[good] ?? 0);
        const room = vehicle.holds?.[good] ?? 0;
        return vehicle.holds === undefined || most <= room
          ? []
          : [{ code: "HOLD_EXCEEDED", transport: by, ...about, values: { good, taken: String(most), room: String(room) } }];
      });
      return [...people, ...goods];
    }),
};
