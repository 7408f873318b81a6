import type { Wording } from "@eldercare/core";
import type { ChangeKind } from "./changes.js";

/** Puts values into a wording. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Words for each change of a plan; `from…` is how it was. */
export const changeWords = {
  added: {
    zh: "新增上门服务 {visit}：{date} {start}，由 {caregiver} 承担",
    en: "visit {visit} is added: {caregiver}, {date} {start}",
  },
  moved: {
    zh: "上门服务 {visit} 由 {fromCaregiver}（{fromDate} {fromStart}）改为 {caregiver}（{date} {start}）承担",
    en: "visit {visit} goes from {fromCaregiver}, {fromDate} {fromStart}, to {caregiver}, {date} {start}",
  },
  retimed: {
    zh: "上门服务 {visit} 仍由 {caregiver} 承担，{date} 的开始时刻由 {fromStart} 改为 {start}",
    en: "visit {visit} stays with {caregiver} on {date} and begins at {start} instead of {fromStart}",
  },
  droppedOut: {
    zh: "上门服务 {visit} 不再安排（原由 {fromCaregiver} 于 {fromDate} {fromStart} 承担），请另行安排",
    en: "visit {visit} is left out (it was {fromCaregiver}'s, {fromDate} {fromStart}): see to it otherwise",
  },
  cancelled: {
    zh: "上门服务 {visit} 已取消（原由 {fromCaregiver} 于 {fromDate} {fromStart} 承担）",
    en: "visit {visit} is cancelled (it was {fromCaregiver}'s, {fromDate} {fromStart})",
  },
  cutShort: {
    zh: "上门服务 {visit}（{caregiver}，{date} {start}）提前结束",
    en: "visit {visit} of {caregiver}, {date} {start}, ends early",
  },
  prolonged: {
    zh: "上门服务 {visit}（{caregiver}，{date} {start}）延长",
    en: "visit {visit} of {caregiver}, {date} {start}, lasts longer",
  },
} as const satisfies Readonly<Record<ChangeKind, Wording>>;

/** Words for how an emergency is answered. */
export const responseWords = {
  inTime: { zh: "{caregiver} 最近，{minutes} 分钟后于 {arrives} 到达", en: "{caregiver} is nearest: there in {minutes} minutes, at {arrives}" },
  late: {
    zh: "{caregiver} 最近，{minutes} 分钟后于 {arrives} 到达，超过规定的 {limit} 分钟",
    en: "{caregiver} is nearest: there in {minutes} minutes, at {arrives}, later than the {limit} minutes required",
  },
  nobody: { zh: "没有人能够立即前往，请求助他方", en: "nobody is able to go at once: call for help elsewhere" },
} as const satisfies Readonly<Record<string, Wording>>;
