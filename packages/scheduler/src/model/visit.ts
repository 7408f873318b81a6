import * as v from "valibot";
import { civilDate, clockTime, derivedId, id, positive, titled, whole } from "./field.js";
import { whenEntries } from "./when.js";

/** Shape of a visit. */
export const visitSchema = v.strictObject({
  id: derivedId,
  person: v.exactOptional(titled(id, "服务对象", "person visited")),
  place: titled(derivedId, "地点", "place"),
  service: v.exactOptional(titled(id, "服务项目", "service")),
  serviceMinutes: titled(positive(24 * 60), "服务时长（分钟）", "length of the visit (minutes)"),
  when: v.exactOptional(
    v.strictObject({
      ...whenEntries,
      soft: v.exactOptional(titled(v.boolean(), "可以迟到（按分钟计价）", "may begin late, at a price a minute")),
      wantedBy: v.exactOptional(titled(civilDate, "希望完成日期（逾期按天计价）", "date by which it is wanted, at a price a day later")),
    }),
  ),
  needs: v.exactOptional(
    v.strictObject({
      skills: v.exactOptional(titled(v.record(v.string(), whole(1, 9)), "所需技能", "skills needed")),
      certificates: v.exactOptional(v.array(v.strictObject({ kind: v.string(), level: v.exactOptional(whole(0, 9)) }))),
      sex: v.exactOptional(titled(v.nullable(v.picklist(["female", "male"])), "希望护理员性别", "wished sex of the caregiver")),
      language: v.exactOptional(titled(v.nullable(v.string()), "希望使用语言", "wished language")),
      trained: v.exactOptional(titled(v.boolean(), "须经岗前培训", "only by who was trained before work")),
      tags: v.exactOptional(titled(v.array(v.string()), "所需标签", "tags needed")),
      stock: v.exactOptional(titled(v.record(v.string(), whole(1, 1_000_000)), "所需物资", "goods needed")),
      equipment: v.exactOptional(titled(v.array(v.string()), "所需随车设备", "equipment needed")),
    }),
  ),
  priority: v.exactOptional(titled(whole(1, 5), "优先级（1最高）", "priority (1 = highest)")),
  required: v.exactOptional(titled(v.boolean(), "是否必须完成", "required")),
  prefers: v.exactOptional(titled(v.array(id), "优先护理员", "preferred caregivers")),
  only: v.exactOptional(titled(v.array(id), "限定护理员", "only these caregivers")),
  bars: v.exactOptional(titled(v.array(id), "排除护理员", "barred caregivers")),
  fixed: v.exactOptional(
    v.nullable(
      v.strictObject({
        caregiver: id,
        date: civilDate,
        start: v.exactOptional(clockTime),
        state: v.exactOptional(titled(v.picklist(["planned", "travelling", "started", "done"]), "进展", "how far it has come")),
      }),
    ),
  ),
});

/**
 * A visit to be made once. `when.daily` says in which hours service may begin (it may end after), `notBefore` and `dueBy`
 * between which moments; absent dates or hours do not restrict. With `when.soft` service may begin after its hours, at the
 * objective's `latenessMinute`, counted from the end of the last hours that have opened; never before the first open. Each day after `wantedBy` costs the objective's
 * `overdueDay`; a visit left out is overdue on all days to the end of the horizon and on the day after. Priority is 3 where absent. An empty list of `only` allows everybody.
 *
 * `fixed` pins a visit; its `state` says how far it has come (`planned` where absent). With `travelling` (its caregiver has set out
 * for it), `started` and `done` it is a fact and needs its `start`: no hours, date or need is held against it, nothing is put
 * before it, and it stays in every plan.
 */
export interface Visit extends v.InferOutput<typeof visitSchema> {}

/** The priority of a visit that states none: the middle of 1 … 5. */
export const usualPriority = 3;
