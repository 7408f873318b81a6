import type { Problem, Transport } from "@eldercare/scheduler";
import { clockSeconds } from "../clockSeconds.js";
import type { GuidePage, PlanOf } from "../guidePage.js";
import { leftOutOf, reasonsOf, stopsOf } from "../planReading.js";
import { shift, town, townNames } from "./town.js";

const longestRideMinutes = 25;

const toCentre = (id: string, from: string, more: Partial<Transport> = {}): Transport => ({
  id,
  from,
  to: "centre",
  boardMinutes: 5,
  alightMinutes: 5,
  longestRideMinutes,
  when: { alight: [{ from: "08:30", to: "09:00" }] },
  priority: 1,
  ...more,
});

const homeFrom = (id: string, to: string): Transport => ({
  id,
  from: "centre",
  to,
  boardMinutes: 5,
  alightMinutes: 5,
  longestRideMinutes,
  when: { daily: [{ from: "11:00", to: "11:15" }] },
  priority: 2,
});

const dayCare = (wheelchairs: number): Problem => ({
  ...town({ centre: [3, 1], zhang: [0, 2], li: [1, 3], wang: [5, 2] }),
  caregivers: [{ id: "driver", profile: "road", shifts: [shift("07:30", "12:00", { vehicle: "bus" })] }],
  vehicles: [{ id: "bus", seats: 2, wheelchairs }],
  visits: [],
  transports: [
    toCentre("zhangIn", "zhang"),
    toCentre("liIn", "li", { seats: 0, wheelchair: true }),
    toCentre("wangIn", "wang"),
    homeFrom("zhangHome", "zhang"),
  ],
});

const rideOf = (plans: PlanOf, example: string, id: string): number => {
  const [board, alight] = ["board", "alight"].map((kind) => stopsOf(plans(example)).find((stop) => stop.kind === kind && stop.id === id));
  return board === undefined || alight === undefined ? 0 : (clockSeconds(alight.start) - clockSeconds(board.end)) / 60;
};

export const transports: GuidePage = {
  name: "transports",
  title: { zh: "接送：座位、轮椅位与最长乘车时间", en: "Fetching and bringing home: seats, wheelchairs, longest ride" },
  summary: {
    zh: "一辆车沿路接几位老人去日间照料中心，车上不超员，谁也不坐得太久。",
    en: "A bus fetches several people to the day-care centre; it is never overfull, and nobody rides too long.",
  },
  purpose: {
    zh: "日间照料中心早上接、下午送，一车几位老人顺路接，轮椅要有轮椅位；体弱的老人不能在车上坐一个小时。接送与上门服务可以排在同一个班次里。",
    en: "A day-care centre fetches its guests in the morning and brings them home, several on one round; a wheelchair needs its place, and a frail person cannot sit in a bus for an hour. Transports and visits may be on one shift.",
  },
  fields: [
    { path: "transports[].from" },
    { path: "transports[].to" },
    { path: "transports[].boardMinutes" },
    { path: "transports[].alightMinutes" },
    { path: "transports[].longestRideMinutes" },
    { path: "transports[].seats", means: { zh: "占用座位数，缺省为1", en: "seats taken, 1 where absent" } },
    { path: "transports[].wheelchair", means: { zh: "是否另占一个轮椅位", en: "takes a place for a wheelchair besides" } },
    { path: "transports[].when.daily", means: { zh: "可以开始上车的时段", en: "hours in which boarding may begin" } },
    { path: "transports[].when.alight", means: { zh: "可以开始下车的时段", en: "hours in which alighting may begin" } },
    { path: "vehicles[].seats", means: { zh: "座位数，不含驾驶座", en: "seats without the driver's" } },
    { path: "vehicles[].wheelchairs" },
  ],
  statement: {
    zh: "一次接送是单程：送回家是另一次接送。坐着轮椅乘车、不另占座位的，写 `seats: 0` 和 `wheelchair: true`。乘车时间从上车结束算到下车开始，含中途停车。",
    en: "A transport is one way: the ride home is another. Who travels in the wheelchair and takes no seat has `seats: 0` and `wheelchair: true`. The ride is counted from the end of boarding to the beginning of alighting, stops on the way included.",
  },
  guarantee: {
    zh: "先上车、后下车，在同一辆车、同一条路线上；任何时候车上的人数不超过座位和轮椅位；没有人的乘车时间超过上限。独立校验逐站清点。",
    en: "Each person boards and alights on one route, in this order; at no time are more people on board than there are seats and places; nobody rides longer than the limit. The checker counts stop by stop.",
  },
  otherwise: {
    zh: "接送不了的列在 `unassignedTransports` 里，并写明原因：没有车、座位不够、轮椅位不够、届时已满、乘车太久等。",
    en: "Who cannot be carried is listed in `unassignedTransports` with the reasons: no vehicle, too few seats, no place for the wheelchair, full at that time, too long a ride.",
  },
  reasons: ["NO_VEHICLE", "SEATS_SHORT", "WHEELCHAIRS_SHORT", "VEHICLE_FULL", "RIDE_TOO_LONG"],
  breaches: ["TRANSPORT_SPLIT", "ALIGHTS_FIRST", "TRANSPORT_OUTSIDE_WINDOW", "RIDE_TOO_LONG"],
  weights: ["unservedPriority"],
  price: {
    zh: "接送本身没有权重；不排的代价按优先级，与上门服务相同。",
    en: "Riding has no weight of its own; leaving a person out costs what the priority says, as for visits.",
  },
  limits: [
    {
      zh: "不能与关联、软时段、加班、可以错过的休息、最空闲班次的代价同用：给出错误 `NOT_WITH_TRANSPORTS`。",
      en: "Not together with links, soft hours, overtime, breaks that may be missed or a price on the idlest shift: the error `NOT_WITH_TRANSPORTS` says so.",
    },
    {
      zh: "不能指定某位护理员接送；需要陪护的，请把陪护作为一次上门服务另写。",
      en: "A transport names no caregiver; somebody who rides along is a visit of its own.",
    },
  ],
  names: {
    ...townNames,
    driver: { zh: "司机老赵", en: "driver" },
    centre: { zh: "日间照料中心", en: "centre" },
    zhangIn: { zh: "张奶奶", en: "Mrs Zhang" },
    liIn: { zh: "李大爷", en: "Mr Li" },
    wangIn: { zh: "王奶奶", en: "Mrs Wang" },
    zhangHome: { zh: "张奶奶", en: "Mrs Zhang" },
  },
  examples: [
    {
      name: "bus",
      title: { zh: "有一个轮椅位：三人都接到", en: "One place for a wheelchair: all three are fetched" },
      about: {
        zh: "8时30分到9时之间送到中心，每人乘车不超过25分钟；李大爷坐轮椅。中午送张奶奶回家。",
        en: "Everybody is to be at the centre between 8:30 and 9:00 after no more than 25 minutes in the bus; Mr Li is in a wheelchair. At eleven Mrs Zhang is brought home.",
      },
      problem: dayCare(1),
      shown: ["/vehicles", "/transports/0", "/transports/1", "/transports/3"],
    },
    {
      name: "stairs",
      title: { zh: "没有轮椅位：李大爷接不了", en: "No place for a wheelchair: Mr Li is left out" },
      about: { zh: "换一辆没有轮椅位的车。", en: "Another bus, without a place for a wheelchair." },
      problem: dayCare(0),
      shown: ["/vehicles"],
    },
  ],
  claims: [
    {
      says: { zh: "三人都在9时以前到中心，张奶奶中午送回家。", en: "All three are at the centre by nine, and Mrs Zhang is brought home." },
      seen: (plans) => [
        leftOutOf(plans("bus")),
        stopsOf(plans("bus"))
          .filter(({ kind, place }) => kind === "alight" && place === "centre")
          .every(({ start }) => start <= "09:00"),
      ],
      is: [[], true],
    },
    {
      says: { zh: "没有人乘车超过25分钟。", en: "Nobody rides longer than 25 minutes." },
      seen: (plans) => ["zhangIn", "liIn", "wangIn", "zhangHome"].every((id) => rideOf(plans, "bus", id) <= longestRideMinutes),
      is: true,
    },
    {
      says: { zh: "没有轮椅位时只有李大爷接不了，原因是轮椅位不足。", en: "Without the place only Mr Li is left out, and the plan says why." },
      seen: (plans) => [leftOutOf(plans("stairs")), reasonsOf(plans("stairs"), "liIn")],
      is: [["liIn"], ["driver WHEELCHAIRS_SHORT"]],
    },
  ],
  maps: ["bus", "stairs"],
};
