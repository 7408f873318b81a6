import type { Wording } from "@eldercare/core";

/** Fields of the records in the register's lists that have no title of their own, by the end of their pointer. */
const fieldWords: Readonly<Record<string, Wording>> = {
  "/events/*/on": { zh: "日期", en: "date" },
  "/events/*/state": { zh: "状态", en: "state" },
  "/shifts/*/weekdays": { zh: "工作日", en: "weekdays" },
  "/shifts/*/from": { zh: "上班时间", en: "start" },
  "/shifts/*/to": { zh: "下班时间", en: "end" },
};

/** The title of such a field; undefined of any other. */
export function fieldTitle(pointer: string): Wording | undefined {
  const end = pointer.split("/").slice(-3).join("/");
  return Object.hasOwn(fieldWords, `/${end}`) ? fieldWords[`/${end}`] : undefined;
}
