import * as v from "valibot";
import { areaCode, id, titled } from "../register/field.js";

/** Shape of one team that goes round. */
export const mobileTeamSchema = v.strictObject({
  id,
  area: titled(areaCode, "服务区域", "area served"),
  vehicle: v.exactOptional(titled(v.nullable(id), "流动为老服务车", "mobile service vehicle")),
  crew: v.exactOptional(titled(v.array(id), "队员", "crew")),
  services: v.exactOptional(titled(v.array(id), "服务项目", "services")),
});

/**
 * One team that goes round an area with a vehicle; `vehicle: null` means that it has none. Absent means unknown.
 *
 * Source: IM-2.2-c (牧区流动式专业养老服务队（站）), IM-2.2-d (流动为老服务车).
 */
export interface MobileTeam extends v.InferOutput<typeof mobileTeamSchema> {}
