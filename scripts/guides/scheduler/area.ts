import type { Problem } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, makersOf, reasonsOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const morning = [shift("08:00", "12:00")];
const served = (ameis: object, binbins: object): Problem => ({
  ...town({ zhang: [1, 1], li: [2, -1], wang: [6, 1] }),
  caregivers: [
    { id: "amei", profile: "road", shifts: morning, ...ameis },
    { id: "binbin", profile: "road", shifts: morning, ...binbins },
  ],
  visits: [
    { id: "bath", person: "zhang", place: "zhang", serviceMinutes: 45, when: hours("08:30", "11:00") },
    { id: "cleaning", person: "li", place: "li", serviceMinutes: 45, when: hours("08:30", "11:00") },
    { id: "meal", person: "wang", place: "wang", serviceMinutes: 45, when: hours("08:30", "11:00") },
  ],
});
const near = { serviceArea: { circles: [{ centre: "station", radiusMetres: 3000 }] } };
const named = { serviceArea: { places: ["wang", "zhang"] } };

export const area: GuidePage = {
  name: "area",
  title: { zh: "服务范围", en: "The area served" },
  summary: {
    zh: "护理员只去列明的地点，或某个地点周围若干米以内。",
    en: "A caregiver goes only to places named, or within so many metres of a place.",
  },
  purpose: {
    zh: "骑电动车的只跑本村和邻村；村养老助理只管自己的网格；有的合同写明服务半径。远近不只是路程的代价，有时是去不去得了的问题。",
    en: "On a scooter one goes to one's own village and the next; a village assistant has a grid; some contracts name a radius. Distance is not always a matter of price.",
  },
  fields: [
    { path: "caregivers[].serviceArea.places", means: { zh: "可去的地点", en: "places where she goes" } },
    { path: "caregivers[].serviceArea.circles[].centre" },
    { path: "caregivers[].serviceArea.circles[].radiusMetres" },
  ],
  statement: {
    zh: "列明的地点和各个圆内的地点都可去；半径按直线距离计。没有写 `serviceArea` 的，哪里都去。",
    en: "She goes to the places named and to those within any of the circles, as the crow flies. Without a `serviceArea` she goes anywhere.",
  },
  guarantee: {
    zh: "返回的方案里没有人到范围以外服务；独立校验逐次核对。",
    en: "In no plan returned does anybody serve outside her area; the checker looks at each visit.",
  },
  otherwise: { zh: "改派他人；无人可派时不排并写明原因。", en: "Another goes; where nobody does the visit is left out with the reason." },
  reasons: ["OUTSIDE_AREA"],
  breaches: ["OUTSIDE_AREA"],
  price: {
    zh: "硬性要求，没有代价；“尽量就近”由路程的代价决定。",
    en: "It is never bent and has no price; that nearby is better is a matter of travel.",
  },
  limits: [
    { zh: "只看服务地点，不看路上经过哪里。", en: "It is about where visits are, not about the way there." },
    { zh: "范围每天相同。", en: "The area is the same on every day." },
  ],
  names: { ...townNames, bath: { zh: "助浴", en: "bath" }, cleaning: { zh: "助洁", en: "cleaning" }, meal: { zh: "助餐", en: "meal" } },
  examples: [
    {
      name: "areas",
      title: { zh: "阿梅3公里以内，小斌两家", en: "Amei within 3 km, Bin in two homes" },
      about: { zh: "王奶奶家离站6公里；李大爷家不在小斌的名单上。", en: "Mrs Wang lives six kilometres out; Mr Li is not on Bin's list." },
      problem: served(near, named),
      shown: ["/caregivers/*/serviceArea"],
    },
    {
      name: "anywhere",
      title: { zh: "没有范围：一个人走一圈", en: "No areas: one makes the round" },
      about: { zh: "去掉 `serviceArea`。", en: "Without `serviceArea`." },
      problem: served({}, {}),
    },
    {
      name: "both-near",
      title: { zh: "两人都只在3公里以内：王奶奶家没人去", en: "Both within 3 km: nobody goes to Mrs Wang" },
      about: { zh: "小斌也只在站周围3公里以内。", en: "Bin, too, stays within three kilometres of the station." },
      problem: served(near, near),
    },
  ],
  claims: [
    {
      says: { zh: "李大爷家由阿梅去，王奶奶家由小斌去。", en: "Amei goes to Mr Li, Bin to Mrs Wang." },
      seen: (plans) => makersOf(plans("areas"), "cleaning", "meal"),
      is: ["amei", "binbin"],
    },
    {
      says: { zh: "没有范围时一个人全做，路更短。", en: "Without areas one makes all three, on shorter ways." },
      seen: (plans) => [plans("anywhere").routes.length, (plans("anywhere").cost.travel ?? 0) < (plans("areas").cost.travel ?? 0)],
      is: [1, true],
    },
    {
      says: { zh: "两人都去不了时不排，原因是服务范围。", en: "Where neither goes, it is left out, and the area is the reason." },
      seen: (plans) => [leftOutOf(plans("both-near")), reasonsOf(plans("both-near"), "meal")],
      is: [["meal"], ["amei OUTSIDE_AREA", "binbin OUTSIDE_AREA"]],
    },
  ],
  maps: ["areas", "anywhere"],
};
