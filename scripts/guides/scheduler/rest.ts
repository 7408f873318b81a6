import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, makersOf, reasonsOf } from "../planReading.js";
import { dayAfter, hours, shiftsOn, town, townNames } from "./town.js";

const visitOn = (id: string, day: number, serviceMinutes: number, priority: number) => ({
  id,
  place: "zhang",
  serviceMinutes,
  when: { dates: [dayAfter(day)], ...hours("08:00", "11:00") },
  priority,
});

// a day takes 255 minutes and 14 on the road: 29 minutes of overtime
const month = (overtimePerMonth: number): Problem => ({
  ...town({ zhang: [2, 1] }, dayAfter(1)),
  caregivers: [
    { id: "amei", profile: "road", workMinutes: { perDay: 240, overtimePerDay: 60, overtimePerMonth }, shifts: shiftsOn([0, 1], "08:00", "17:00") },
  ],
  visits: [visitOn("first", 0, 255, 1), visitOn("second", 1, 255, 2)],
  history: { overtimeMinutes: { amei: { "2026-11": 30 } } },
});
const unknown = (): Problem => {
  const { history: _, ...problem } = month(60);
  return problem;
};
const week: Problem = {
  ...town({ zhang: [2, 1] }, dayAfter(2)),
  caregivers: [{ id: "amei", profile: "road", restDaysPerWeek: 5, shifts: shiftsOn([0, 1, 2], "08:00", "12:00") }],
  visits: [visitOn("first", 0, 60, 1), visitOn("second", 1, 60, 2), visitOn("third", 2, 60, 3)],
};

export const rest: GuidePage = {
  name: "rest",
  title: { zh: "每月加班与每周休息", en: "Overtime of a month, rest of a week" },
  summary: {
    zh: "每天、每月加班有上限，每周留出休息日；计划期以前做过的一并计入。",
    en: "Overtime has a limit a day and a month, and every week its days of rest; what was worked before the horizon counts.",
  },
  purpose: {
    zh: "法律规定每天加班、每月加班各不超过多少小时，每周至少休息一天。月中排班时，本月已经加了多少班、这一周已经上了几天，都要算进去，否则一排就超。",
    en: "The law limits overtime a day and a month and asks for a day of rest a week. Whoever plans in the middle of a month has to count what has been worked in it already, or the limit is broken with the first plan.",
  },
  fields: [
    { path: "caregivers[].workMinutes.perDay" },
    { path: "caregivers[].workMinutes.overtimePerDay" },
    { path: "caregivers[].workMinutes.overtimePerMonth" },
    { path: "caregivers[].restDaysPerWeek" },
    {
      path: "history.overtimeMinutes",
      means: {
        zh: "各人本月（如 `2026-11`）此前已加班的分钟数",
        en: "overtime of each caregiver in a month (`2026-11`) before the horizon, minutes",
      },
    },
    {
      path: "history.workedMinutes",
      means: { zh: "各人计划期以前各日的工时；0是休息，没有写的是不知道", en: "work of earlier days; 0 is a day off, one not listed is unknown" },
    },
  ],
  statement: {
    zh: "一天超过 `perDay`、一周累计超过 `perWeek` 的部分是加班，记在当天所在的月份。没有写 `overtimePerDay` 就不许加班。数字由使用者按国家和当地规定填写（国家规则包里有条文和出处），程序里没有任何法定数字。",
    en: "What a day has beyond `perDay`, or the week so far beyond `perWeek`, is overtime of that day and its month. Without `overtimePerDay` there is none. The numbers are the deployer's (the national pack holds them with their source); none stands in the code.",
  },
  guarantee: {
    zh: "返回的方案里，每天、每月的加班和每周的休息日都合规；独立校验按同样的定义重新合计。",
    en: "In every plan returned overtime and days of rest are kept; the checker adds up again by the same definition.",
  },
  otherwise: {
    zh: "超限的改派他人，无人可派时不排，写明原因。本月此前加班多少没有写，就不安排加班——不知道不等于没有。",
    en: "What would exceed a limit goes to somebody else, or is left out with the reason. In a month of which nobody has said how much overtime went before, none is planned: unknown is not none.",
  },
  reasons: ["WORK_LIMIT", "REST_DAY"],
  breaches: ["DAY_OVERTIME_TOO_LONG", "MONTH_OVERTIME_TOO_LONG", "OVERTIME_IN_UNKNOWN_MONTH", "TOO_FEW_REST_DAYS"],
  price: {
    zh: "硬性要求，没有代价；班次结束以后的延长另有代价，见[加班](overtime.md)。",
    en: "They are never bent and have no price. Staying beyond the end of a shift has one: see [overtime](overtime.en.md).",
  },
  limits: [
    {
      zh: "一周按周一至周日计；计划期只含半周的，之后的日子还可以休息，之前的日子要有记录才算休息。",
      en: "A week is Monday to Sunday. Of a week that lies in the horizon in part, later days can still be days of rest; earlier ones are only where the history says so.",
    },
    { zh: "不区分平日、周末和节假日加班；计薪请另算。", en: "Overtime of weekdays, weekends and holidays is not told apart: pay is another matter." },
  ],
  names: {
    ...townNames,
    first: { zh: "周一护理", en: "Monday's care" },
    second: { zh: "周二护理", en: "Tuesday's care" },
    third: { zh: "周三护理", en: "Wednesday's care" },
  },
  examples: [
    {
      name: "month",
      title: { zh: "本月已加班30分钟，上限60：只能再加一天", en: "30 minutes of overtime so far, 60 at most: room for one more day" },
      about: { zh: "每天的护理要加班29分钟。", en: "Each day's care takes 29 minutes of overtime." },
      problem: month(60),
      shown: ["/caregivers/*/workMinutes", "/history"],
    },
    {
      name: "open",
      title: { zh: "上限120：两天都排", en: "120 at most: both days are made" },
      about: { zh: "同一问题，`overtimePerMonth` 为120。", en: "The same problem with an `overtimePerMonth` of 120." },
      problem: month(120),
      shown: ["/caregivers/*/workMinutes"],
    },
    {
      name: "unknown",
      title: { zh: "此前加班多少没有写：不安排加班", en: "Nobody says how much went before: no overtime" },
      about: { zh: "去掉 `history`。", en: "Without `history`." },
      problem: unknown(),
    },
    {
      name: "week",
      title: { zh: "每周至少休息五天：至多上两天班", en: "Five days of rest a week: two days of work at most" },
      about: { zh: "阿梅兼职，每周只来两天。", en: "Amei works part-time, two days a week." },
      problem: week,
      shown: ["/caregivers/*/restDaysPerWeek"],
    },
  ],
  claims: [
    {
      says: { zh: "上限60时只排周一，周二的原因是加班上限。", en: "With 60 only Monday is made, and the limit is Tuesday's reason." },
      seen: (plans) => [makersOf(plans("month"), "first", "second"), reasonsOf(plans("month"), "second")],
      is: [["amei", undefined], ["amei WORK_LIMIT"]],
    },
    {
      says: { zh: "上限120时两天都排。", en: "With 120 both are made." },
      seen: (plans) => leftOutOf(plans("open")),
      is: [],
    },
    {
      says: { zh: "此前加班未知时，两天都不排。", en: "Where what went before is unknown, neither is." },
      seen: (plans) => leftOutOf(plans("unknown")),
      is: ["first", "second"],
    },
    {
      says: { zh: "第三天不排，原因是休息日。", en: "The third day is left out for the days of rest." },
      seen: (plans) => [leftOutOf(plans("week")), reasonsOf(plans("week"), "third")],
      is: [["third"], ["amei REST_DAY"]],
    },
  ],
};
