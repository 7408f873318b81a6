import type { CheckedRoute, FeatureCheck } from "../checkHalf.js";

const kinds = ["seats", "wheelchairs"] as const;

/** The most that is taken at once on a route, and by whose boarding. */
function fullest(route: CheckedRoute, kind: (typeof kinds)[number]): { readonly most: number; readonly by: string } {
  let taken = 0;
  let most = 0;
  let by = "";
  for (const { kind: stop, id, transport } of route.stops) {
    if (transport === undefined) continue;
    const one = kind === "seats" ? (transport.seats ?? 1) : Number(transport.wheelchair ?? false);
    taken += stop === "board" ? one : -one;
    if (taken > most) {
      most = taken;
      by = id;
    }
  }
  return { most, by };
}

/** Finds routes on which more people ride at once than the vehicle has room for, and routes that carry people without one. */
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
      return kinds.flatMap((kind) => {
        // the crew of a tour sits on the seats too, but for whoever drives
        const room = Math.max(0, (vehicle[kind] ?? 0) - (kind === "seats" ? route.crew.length - 1 : 0));
        const { most, by } = fullest(route, kind);
        const code = kind === "seats" ? "SEATS_EXCEEDED" : "WHEELCHAIRS_EXCEEDED";
        return most <= room ? [] : [{ code, transport: by, ...about, values: { taken: String(most), room: String(room) } }];
      });
    }),
};
