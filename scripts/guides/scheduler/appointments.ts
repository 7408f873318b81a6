import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, makersOf, stopsOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const free: Problem = {
  ...town({ zhang: [2, 1], li: [3, 0], clinic: [-2, 1] }),
  caregivers: [
    { id: "amei", profile: "road", shifts: [shift("08:00", "12:00")] },
    { id: "binbin", profile: "road", shifts: [shift("09:30", "12:00")] },
  ],
  visits: [
    { id: "bath", person: "zhang", place: "zhang", serviceMinutes: 60, when: hours("08:30", "09:00"), required: true },
    { id: "meal", person: "li", place: "li", serviceMinutes: 30, when: hours("10:00", "10:30"), required: true },
  ],
};
const engaged: Problem = {
  ...free,
  visits: [...free.visits, { id: "checkup", place: "clinic", serviceMinutes: 40, when: hours("10:00", "10:00"), only: ["amei"], required: true }],
};

export const appointments: GuidePage = {
  name: "appointments",
  title: { zh: "护理员本人的约定", en: "Appointments of a caregiver's own" },
  summary: {
    zh: "体检、培训、孩子放学：她几点必须在哪里，其余服务围绕着排。",
    en: "A check-up, a course, a child to be fetched: where she has to be at what hour, with visits arranged around it.",
  },
  purpose: {
    zh: "护理员上午要去体检，班还是照上。把她那半天整个划掉，就少了几次服务；装作没有这回事，又排出走不到的路线。约定写成一次只由她去、钟点固定、必须完成的停留，路上的时间自然算进去。",
    en: "A caregiver has her check-up in the middle of a shift. To strike the whole morning loses visits, to ignore it yields a route that nobody can walk. State it as a stop that only she makes, at its hour, without fail; the way there and back is then counted of itself.",
  },
  fields: [
    { path: "visits[].place", means: { zh: "约定的地点", en: "where it is" } },
    { path: "visits[].serviceMinutes", means: { zh: "持续多久", en: "how long it takes" } },
    {
      path: "visits[].when.daily",
      means: { zh: "几点开始；起止写成同一时刻即为准点", en: "when it begins; the same moment twice where it is sharp" },
    },
    { path: "visits[].only", means: { zh: "只写她本人", en: "herself alone" } },
    { path: "visits[].required", means: { zh: "写 `true`", en: "`true`" } },
  ],
  statement: {
    zh: "不写服务对象 `person`：它不是对谁的服务，见过几位护理员、谁与谁不能同时上门，都不受它影响。没有地点的（例如电话会议），用休息表示。",
    en: "It names no `person`: it is nobody's service, so that it is no face seen and no second caregiver at a door. Where there is no place to it, as for a call, state a break instead.",
  },
  guarantee: {
    zh: "她一定按时到场，别人不会去；她的其余服务在前后排得下才给她，排不下的由别人承担。",
    en: "She is there on time and nobody else goes; she has other visits only as far as they fit before and after, and the rest are for others.",
  },
  otherwise: {
    zh: "约定本身去不了（例如在班次之外），列为未安排，并写明原因。",
    en: "An appointment that she cannot keep, such as one outside her shift, is left out and says why.",
  },
  reasons: ["NOT_AMONG_ONLY", "OUTSIDE_SHIFT"],
  price: { zh: "没有单独的权重；多走的路按路程计。", en: "No weight of its own; the detour counts as travel." },
  limits: [
    {
      zh: "计入工作时间和公平份额；不应计薪的，请相应调高她的工时上限，或改用不带薪的休息。",
      en: "It counts as work and towards the fair share; where it is not to be paid, raise her limit by as much, or state an unpaid break.",
    },
  ],
  names: {
    ...townNames,
    clinic: { zh: "卫生院", en: "clinic" },
    bath: { zh: "助浴", en: "bath" },
    meal: { zh: "助餐", en: "meal" },
    checkup: { zh: "体检", en: "check-up" },
  },
  examples: [
    {
      name: "engaged",
      title: { zh: "10时体检：先助浴，再去卫生院", en: "Check-up at ten: the bath before it, then the clinic" },
      about: { zh: "阿梅10时在卫生院体检，40分钟。", en: "Amei is to be at the clinic at ten for 40 minutes." },
      problem: engaged,
      shown: ["/visits/2"],
    },
    {
      name: "free",
      title: { zh: "没有约定：两次都由阿梅做", en: "Without it: both visits are Amei's" },
      about: { zh: "同一天，没有体检。", en: "The same day without the check-up." },
      problem: free,
    },
  ],
  claims: [
    {
      says: { zh: "阿梅10时整在卫生院。", en: "Amei is at the clinic at ten sharp." },
      seen: (plans) => stopsOf(plans("engaged")).flatMap(({ id, start }) => (id === "checkup" ? [start] : [])),
      is: ["10:00"],
    },
    {
      says: { zh: "助浴仍由她做，助餐改由小斌去，没有漏掉的。", en: "The bath is still hers, the meal is now Bin's, and nothing is left out." },
      seen: (plans) => [makersOf(plans("engaged"), "bath"), makersOf(plans("engaged"), "meal"), leftOutOf(plans("engaged"))],
      is: [["amei"], ["binbin"], []],
    },
    {
      says: { zh: "没有体检时，两次都由她做。", en: "Without the check-up she makes both." },
      seen: (plans) => [makersOf(plans("free"), "bath"), makersOf(plans("free"), "meal")],
      is: [["amei"], ["amei"]],
    },
  ],
};
