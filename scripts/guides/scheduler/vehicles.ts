import type { Problem, Shift } from "@eldercare/scheduler";
import type { GuidePage } from "../guidePage.js";
import { leftOutOf, makersOf, reasonsOf } from "../planReading.js";
import { hours, shift, town, townNames } from "./town.js";

const withVan = (driven: Partial<Shift>): Problem => ({
  ...town({ zhang: [2, 1], li: [3, -1], wang: [1, -2], zhao: [-2, -1] }),
  caregivers: [
    { id: "amei", profile: "road", stock: { meals: 1 }, shifts: [shift("09:30", "13:00")] },
    { id: "binbin", profile: "road", stock: { meals: 0 }, shifts: [shift("09:30", "13:00", driven)] },
  ],
  vehicles: [{ id: "van", equipment: ["bathUnit"], stock: { meals: 2 } }],
  visits: [
    { id: "bath", place: "zhang", serviceMinutes: 60, when: hours("09:30", "10:30"), needs: { equipment: ["bathUnit"] }, priority: 1 },
    { id: "meal1", place: "li", serviceMinutes: 15, when: hours("11:00", "12:00"), needs: { stock: { meals: 1 } }, priority: 2 },
    { id: "meal2", place: "wang", serviceMinutes: 15, when: hours("11:00", "12:00"), needs: { stock: { meals: 1 } }, priority: 2 },
    { id: "meal3", place: "zhao", serviceMinutes: 15, when: hours("11:00", "12:00"), needs: { stock: { meals: 1 } }, priority: 2 },
  ],
});

export const vehicles: GuidePage = {
  name: "vehicles",
  title: { zh: "车辆、随车设备与物资", en: "Vehicles, equipment and goods" },
  summary: { zh: "助浴车上才有浴槽，保温箱只装得下几份饭。", en: "Only the van carries the bath unit, and a box holds so many meals." },
  purpose: {
    zh: "流动助浴要用车上的浴槽，送餐要带饭，电动车的保温箱装得下一份，车上装得下两份。谁开哪辆车、带得下多少，决定了谁能去哪家。",
    en: "A mobile bath takes the unit on board of the van; meals have to be carried, and a scooter's box holds one where the van holds two. Who drives what, and what it carries, decides who can go where.",
  },
  fields: [
    { path: "vehicles[].equipment", means: { zh: "随车设备的名称", en: "names of the equipment on board" } },
    { path: "vehicles[].stock{}", means: { zh: "随车物资：名称与每班可带的数量", en: "goods on board: name and how many a shift can carry" } },
    { path: "caregivers[].stock{}", means: { zh: "护理员自己每班可带的物资", en: "goods that the caregiver carries herself, a shift" } },
    { path: "caregivers[].shifts[].vehicle", means: { zh: "该班次所驾车辆的编号", en: "id of the vehicle driven on the shift" } },
    { path: "visits[].needs.equipment" },
    { path: "visits[].needs.stock{}", means: { zh: "该次服务用掉的物资及数量", en: "goods that the visit uses up" } },
  ],
  statement: {
    zh: "车辆写在班次上，同一辆车周一归阿梅、周二归小斌都可以；同一时间不能出现在两个班次里。设备没有写的视为没有；物资（`stock`）完全没有写的不限制，写了就按写的数量，车和人的相加。",
    en: "A vehicle belongs to a shift, so that two people may share it on different days; in two shifts at once it is refused. Equipment that is not declared is not counted on. A `stock` that is absent does not limit; where one is stated, what vehicle and caregiver carry is added up.",
  },
  guarantee: {
    zh: "需要设备的服务只由驾驶带有该设备车辆的班次承担；一个班次全部服务所用的物资不超过带得下的数量。",
    en: "A visit that needs equipment is made by a shift whose vehicle has it; the goods used by all visits of a shift are no more than it carries.",
  },
  otherwise: {
    zh: "车没有出勤、设备不对或物资不够的，不排并逐人写明。需要一种任何车都没有的设备，多半是写错了名称，求解前就会提示。",
    en: "Where the van is not out, lacks the equipment or is short of goods, the visit is left out with each caregiver's reason. Equipment that no vehicle has at all is most likely misspelt and is reported before anything is solved.",
  },
  reasons: ["EQUIPMENT_MISSING", "STOCK_SHORT"],
  breaches: ["EQUIPMENT_MISSING", "STOCK_SHORT", "WRONG_VEHICLE"],
  price: {
    zh: "硬性要求，没有代价；车辆出勤本身不计费用。",
    en: "It is never bent and has no price; keeping a vehicle costs nothing in the objective.",
  },
  limits: [
    { zh: "物资在出发时带足，中途不补。", en: "Goods are carried from the start of the shift and not fetched on the way." },
    { zh: "谁开哪辆车由使用者定，求解程序不分派车辆。", en: "Who drives what is stated, not searched for." },
  ],
  names: {
    ...townNames,
    bath: { zh: "流动助浴", en: "mobile bath" },
    meal1: { zh: "李家送餐", en: "Li’s meal" },
    meal2: { zh: "王家送餐", en: "Wang’s meal" },
    meal3: { zh: "赵家送餐", en: "Zhao’s meal" },
  },
  examples: [
    {
      name: "van",
      title: { zh: "小斌开助浴车：都排上了", en: "Bin drives the van: all is made" },
      about: {
        zh: "一次流动助浴、三份午饭。车上带得下两份，阿梅的电动车带一份。",
        en: "A mobile bath and three lunches; the van carries two, Amei's scooter one.",
      },
      problem: withVan({ vehicle: "van" }),
      shown: ["/vehicles", "/caregivers/*/stock", "/caregivers/1/shifts", "/visits/*/needs"],
    },
    {
      name: "garage",
      title: { zh: "车送修：助浴和两份午饭无法安排", en: "The van is in the garage: the bath and two meals are left out" },
      about: { zh: "小斌的班次没有车，自己也带不了饭。", en: "Bin's shift has no vehicle, and he carries no meals himself." },
      problem: withVan({}),
      shown: ["/caregivers/1/shifts"],
    },
  ],
  claims: [
    {
      says: {
        zh: "有车时全部排上，助浴由小斌做，两人各送各带得下的份数。",
        en: "With the van all is made; Bin makes the bath, and nobody carries more meals than fit.",
      },
      seen: (plans) => {
        const meals = makersOf(plans("van"), "meal1", "meal2", "meal3");
        return [
          leftOutOf(plans("van")),
          makersOf(plans("van"), "bath"),
          meals.filter((id) => id === "amei").length,
          meals.filter((id) => id === "binbin").length,
        ];
      },
      is: [[], ["binbin"], 1, 2],
    },
    {
      says: { zh: "没有车时，助浴缺设备，送餐只剩阿梅的一份。", en: "Without it the bath lacks its equipment, and only Amei's meal is brought." },
      seen: (plans) => [reasonsOf(plans("garage"), "bath"), leftOutOf(plans("garage")).length],
      is: [["amei EQUIPMENT_MISSING", "binbin EQUIPMENT_MISSING"], 3],
    },
  ],
};
