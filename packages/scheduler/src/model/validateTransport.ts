import { type Issue, jsonPointer, reportMissing } from "@eldercare/core";
import { reportSchedulerIssue } from "./codes.js";
import type { Problem } from "./problem.js";
import { loadOf, type Transport } from "./transport.js";
import { validateWhen } from "./validateWhen.js";
import { holdOf, roomOf } from "./vehicle.js";

/** What is wrong with one transport of a problem of the right shape. */
export function validateTransport(transport: Transport, row: number, problem: Problem, places: ReadonlySet<string>): Issue[] {
  const pointer = jsonPointer(["transports", row]);
  const { seats, wheelchairs } = loadOf(transport);
  const hasRoom = (problem.vehicles ?? []).map(roomOf).some((room) => seats <= room.seats && wheelchairs <= room.wheelchairs);
  const goods = Object.entries(transport.goods ?? {});
  const holds = goods.length === 0 || (problem.vehicles ?? []).some((vehicle) => goods.every(([good, count]) => count <= holdOf(vehicle, good)));
  return [
    ...(["from", "to"] as const).flatMap((end) => (places.has(transport[end]) ? [] : [reportMissing("place", `${pointer}/${end}`, transport[end])])),
    ...validateWhen(transport, problem, pointer, "TRANSPORT_NOT_IN_HORIZON"),
    ...(holds
      ? []
      : [
          reportSchedulerIssue("NO_VEHICLE_HOLDS", `${pointer}/goods`, {
            seen: transport.id,
            values: { goods: goods.map(([good, count]) => `${good} ${count}`).join(", ") },
          }),
        ]),
    ...(hasRoom
      ? []
      : [
          reportSchedulerIssue("NO_VEHICLE_HAS_ROOM", pointer, {
            seen: transport.id,
            values: { seats: String(seats), wheelchairs: String(wheelchairs) },
          }),
        ]),
  ];
}
