import * as v from "valibot";
import { areaCode, date, id, titled } from "../register/field.js";

const items = v.array(v.string());

/** Shape of one bed for care at home. */
export const homeCareBedSchema = v.strictObject({
  id,
  person: v.exactOptional(titled(id, "老年人", "person")),
  area: v.exactOptional(titled(areaCode, "所在地", "area")),
  agreedOn: v.exactOptional(titled(v.nullable(date), "签订协议日期", "date of the agreement")),
  institution: v.exactOptional(titled(v.nullable(id), "管理机构", "managing institution")),
  adaptations: v.exactOptional(titled(items, "适老化改造项目", "home adaptations")),
  devices: v.exactOptional(titled(items, "设备", "devices")),
  services: v.exactOptional(titled(items, "上门服务", "services at home")),
  endedOn: v.exactOptional(titled(v.nullable(date), "撤床日期", "date on which the bed was given up")),
});

/** One bed for care at home (家庭养老床位). Absent means unknown, null known to be none (`endedOn`: in use); a list that is given is complete. */
export interface HomeCareBed extends v.InferOutput<typeof homeCareBedSchema> {}
