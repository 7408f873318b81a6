import { type CodeWording, defineCodes } from "@eldercare/core";
import { adviceCodes } from "./adviceCodes.js";
import { bedCodes } from "./bedCodes.js";
import { demandCodes } from "./demandCodes.js";
import { linkCodes } from "./linkCodes.js";
import { nowCodes } from "./nowCodes.js";
import { tourCodes } from "./tourCodes.js";
import { workCodes } from "./workCodes.js";

/** The codes of `@eldercare/scheduler`, with what each means and what to do. */
export const schedulerCodes = {
  HORIZON_UPSIDE_DOWN: {
    message: { zh: "排班周期的结束日期 {seen} 早于开始日期", en: "the horizon ends on {seen}, before it begins" },
    advice: { zh: "核对 horizon 的起止日期", en: "check both dates of `horizon`" },
  },
  HORIZON_TOO_LONG: {
    message: { zh: "排班周期共 {seen} 天，超过上限 {most} 天", en: "the horizon has {seen} days, more than {most}" },
    advice: { zh: "拆成几个较短的周期", en: "split it into shorter horizons" },
  },
  WINDOW_UPSIDE_DOWN: {
    message: { zh: "时段的结束时刻 {seen} 早于开始时刻", en: "the window ends at {seen}, before it begins" },
    advice: { zh: "核对时段；跨午夜的时段拆成两个", en: "check both times; split a window that passes midnight" },
  },
  DATES_UPSIDE_DOWN: {
    message: { zh: "日期范围的结束日期 {seen} 早于开始日期", en: "the dates end on {seen}, before they begin" },
    advice: { zh: "核对日期范围", en: "check both dates" },
  },
  NO_DATE_IN_HORIZON: {
    message: { zh: "上门服务没有落在排班周期内的日期", en: "the visit has no date within the horizon" },
    advice: { zh: "改正日期，或延长排班周期", en: "correct its dates, or lengthen the horizon" },
  },
  SHIFT_OUTSIDE_HORIZON: {
    severity: "warning",
    message: { zh: "班次日期 {seen} 不在排班周期内，不予使用", en: "the shift on {seen} lies outside the horizon and is not used" },
    advice: { zh: "删除该班次，或延长排班周期", en: "remove the shift, or lengthen the horizon" },
  },
  TIME_DOES_NOT_EXIST: {
    message: {
      zh: "{date} 没有 {seen} 这一时刻：当日 {timeZone} 的时钟拨快，跳过了这段时间",
      en: "there is no {seen} on {date}: the clocks of {timeZone} are put forward past it",
    },
    advice: { zh: "改为拨快之后的时刻，或核对 timeZone", en: "give a time after the change, or check `timeZone`" },
  },
  CLOCKS_CHANGE_DURING_SHIFT: {
    severity: "warning",
    message: {
      zh: "班次 {seen} 期间 {timeZone} 的时钟有调整；排班按每天 24 小时计算",
      en: "the clocks of {timeZone} change during the shift {seen}; plans take every day to have 24 hours",
    },
    advice: { zh: "把班次移到时钟调整之前或之后", en: "let the shift end before the change, or begin after it" },
  },
  TWO_SHIFTS_ON_A_DATE: {
    message: { zh: "同一护理员在 {seen} 有两个班次", en: "the caregiver has two shifts on {seen}" },
    advice: {
      zh: "合并为一个班次，中间的间隔写成不带薪休息",
      en: "make it one shift with an unpaid break between the two",
    },
  },
  WEEK_CUT_BY_HORIZON: {
    severity: "warning",
    message: {
      zh: "排班周期 {seen} 切断了自然周；{count} 名护理员的每周工作上限只按周期内和历史记录中的工作计算",
      en: "the horizon {seen} cuts an ISO week: weekly work limits ({count} caregivers) count only the work inside it and in the history",
    },
    advice: {
      zh: "周期从星期一到星期日；此前的工作写入 history.workedMinutes，或按周期外的工作调低 perWeek",
      en: "plan from a Monday to a Sunday; tell of earlier work in `history.workedMinutes`, or lower `perWeek` by the work done outside",
    },
  },
  DUE_BEFORE_RELEASE: {
    message: { zh: "期限 {seen} 早于最早日期或时刻", en: "it is due by {seen}, before it may begin" },
    advice: { zh: "核对 notBefore 和 dueBy", en: "check `notBefore` and `dueBy`" },
  },
  WANTED_AFTER_DUE: {
    severity: "warning",
    message: { zh: "希望完成日期 {seen} 晚于期限 {due}", en: "it is wanted by {seen}, later than it is due ({due})" },
    advice: { zh: "核对 wantedBy 和 dueBy", en: "check `wantedBy` and `dueBy`" },
  },
  TRANSPORT_NOT_IN_HORIZON: {
    message: { zh: "接送没有落在排班周期内的日期", en: "the transport has no date within the horizon" },
    advice: { zh: "改正日期，或延长排班周期", en: "correct its dates, or lengthen the horizon" },
  },
  ...linkCodes,
  ...nowCodes,
  ...adviceCodes,
  ...workCodes,
  ...demandCodes,
  ...tourCodes,
  ...bedCodes,
  VEHICLE_TWICE_AT_ONCE: {
    message: { zh: "车辆 {seen} 在 {date} 同时被两个班次或巡回服务使用", en: "vehicle {seen} is driven by two shifts or tours at once on {date}" },
    advice: { zh: "改用另一辆车，或错开两个班次", en: "take another vehicle, or part the two shifts" },
  },
  NO_VEHICLE_HAS_ROOM: {
    severity: "warning",
    message: {
      zh: "没有车辆能一次载下接送 {seen}：需座位 {seats} 个、轮椅位 {wheelchairs} 个",
      en: "no vehicle has room for transport {seen}: it takes {seats} seats and {wheelchairs} places for wheelchairs",
    },
    advice: {
      zh: "核对车辆的座位和轮椅位，并在班次上注明车辆",
      en: "check the seats and wheelchairs of the vehicles, and name a `vehicle` on the shifts",
    },
  },
  NO_VEHICLE_HOLDS: {
    severity: "warning",
    message: { zh: "没有车辆能一次装下接送 {seen} 的物资：{goods}", en: "no vehicle holds the goods of transport {seen} at once: {goods}" },
    advice: {
      zh: "核对车辆的 holds 和物资名称，或分几次运送",
      en: "check `holds` of the vehicles and the names of the goods, or carry them in parts",
    },
  },
  NOTHING_HAS_EQUIPMENT: {
    severity: "warning",
    message: { zh: "没有车辆配备 {seen}", en: "no vehicle has the equipment {seen}" },
    advice: { zh: "核对设备名称{hint.zh}", en: "check the name of the equipment{hint.en}" },
  },
  CAREGIVER_HAS_NO_SHIFT: {
    severity: "warning",
    message: { zh: "护理员 {seen} 在排班周期内没有班次", en: "caregiver {seen} has no shift within the horizon" },
    advice: { zh: "补上班次，或删除该护理员", en: "add shifts, or remove the caregiver" },
  },
  BREAKS_DO_NOT_FIT: {
    message: { zh: "班次的各次休息不能依次安排：{seen}", en: "the breaks of the shift cannot all be taken one after another: {seen}" },
    advice: { zh: "核对休息的时段和时长", en: "check their hours and minutes" },
  },
  FIXED_WITHOUT_SHIFT: {
    message: { zh: "已定的护理员 {caregiver} 在 {seen} 没有班次", en: "the fixed caregiver {caregiver} has no shift on {seen}" },
    advice: { zh: "改正已定的日期，或补上班次", en: "correct the fixed date, or add the shift" },
  },
  FIXED_OUTSIDE_HORIZON: {
    severity: "warning",
    message: {
      zh: "已定的日期 {seen} 不在排班周期内，该次上门服务排不进去",
      en: "the fixed date {seen} lies outside the horizon: the visit stays unassigned",
    },
    advice: { zh: "改正已定的日期，或延长排班周期", en: "correct the fixed date, or lengthen the horizon" },
  },
  FIXED_OUTSIDE_WHEN: {
    message: { zh: "已定的日期或时刻 {seen} 不在允许的日期和时段内", en: "the fixed date or time {seen} is not among those the visit allows" },
    advice: { zh: "改正 fixed 或 when", en: "correct `fixed` or `when`" },
  },
  ONLY_AND_BARRED: {
    message: { zh: "护理员 {seen} 既被限定又被排除", en: "caregiver {seen} is both among `only` and among `bars`" },
    advice: { zh: "只保留其中一项", en: "keep one of the two" },
  },
  MATRIX_WRONG_SIZE: {
    message: { zh: "矩阵有 {seen} 项，应为 {expected} 项（地点数的平方）", en: "the matrix has {seen} entries, not {expected} (places × places)" },
    advice: { zh: "按 places 的顺序逐行给出全部数值", en: "give every row in the order of `places`" },
  },
  MATRIX_ENTRY_INVALID: {
    message: {
      zh: "矩阵中从 {from} 到 {to} 的数值 {seen} 无效（共 {count} 处）",
      en: "the entry from {from} to {to} is {seen}, which is no time or distance ({count} such in all)",
    },
    advice: { zh: "填非负数；没有道路时填 null", en: "give a number not below zero, or null where there is no way" },
  },
  MATRIX_ROW_ALL_ZERO: {
    message: {
      zh: "从地点 {seen} 到其他各处的行程均为零，而这些地点位置不同",
      en: "every journey from {seen} takes no time, although the places are apart",
    },
    advice: { zh: "核对路网服务是否返回了失败结果", en: "check whether the source of the matrix failed for this place" },
  },
  PLACE_CUT_OFF: {
    severity: "warning",
    message: {
      zh: "按出行方式 {profile}，没有道路通到或者离开地点 {seen}；那里的上门服务排不进去",
      en: "by {profile} there is no way to {seen}, or none away from it: visits there stay unassigned",
    },
    advice: { zh: "核对该地点的坐标；确实不通车的，改用其他出行方式", en: "check its coordinates; where no road leads there, travel another way" },
  },
  NOBODY_HAS_SKILL: {
    severity: "warning",
    message: { zh: "没有护理员具备技能 {seen}", en: "no caregiver has the skill {seen}" },
    advice: { zh: "核对技能名称{hint.zh}", en: "check the name of the skill{hint.en}" },
  },
  NOT_A_BUDGET: {
    message: { zh: "{field} 的取值 {seen} 无效", en: "{seen} cannot serve as {field}" },
    advice: { zh: "填不小于零的数", en: "give a number not below zero" },
  },
  NOT_A_THREAD_COUNT: {
    message: { zh: "threads 的取值 {seen} 无效", en: "{seen} cannot serve as threads" },
    advice: { zh: "填 1 至 {most} 的整数", en: "give a whole number from 1 to {most}" },
  },
  FEATURES_NOT_IN_THREADS: {
    message: { zh: "自带的 features 不能与多线程同时使用", en: "features of your own cannot be used with several threads" },
    advice: {
      zh: "去掉 threads，或只用默认的 features：函数不能传给另一线程",
      en: "leave threads out, or use the default features: functions cannot be handed to another thread",
    },
  },
  START_PLAN_INVALID: {
    message: { zh: "起始方案不成立：{what.zh}", en: "the plan to start from does not hold: {what.en}" },
    advice: { zh: "改正该方案，或不提供 start", en: "correct the plan, or leave out `start`" },
  },
  UNKNOWN_IN_ROUTE: {
    message: { zh: "路线中的{what.zh} {seen} 不存在", en: "the route's {what.en} {seen} does not exist" },
    advice: { zh: "核对编号", en: "check the identifier" },
  },
  TWICE_IN_ROUTES: {
    message: { zh: "{seen} 在路线中出现两次", en: "{seen} occurs twice in the routes" },
    advice: { zh: "每次上门、每次休息、每位护理员的每一天只安排一次", en: "plan every visit, break and caregiver's day once" },
  },
  NOT_AN_ICS_OWNER: {
    message: { zh: "护理员 {seen} 不在问题中", en: "caregiver {seen} is not in the problem" },
    advice: { zh: "核对护理员编号", en: "check the caregiver's id" },
  },
  VISIT_AT_VILLAGE_PLACE: {
    severity: "note",
    message: { zh: "{seen} 没有住址坐标，按所在{tier.zh}的位置安排", en: "{seen} has no coordinates; the visit goes to the place of the {tier.en}" },
    advice: { zh: "在 residence.place 中补上坐标", en: "add coordinates in `residence.place`" },
  },
  VISIT_WITHOUT_PLACE: {
    severity: "note",
    message: {
      zh: "{seen} 没有住址坐标，所在村、乡镇也没有，服务 {service} 未排入",
      en: "{seen} has no place, nor has the village or township: {service} is not planned",
    },
    advice: { zh: "补上本人、所在村或乡镇的坐标", en: "add coordinates of the person, the village or the township" },
  },
  SERVICE_NOT_IN_CATALOGUE: {
    severity: "note",
    message: {
      zh: "服务 {seen} 不在服务目录中，{count} 项资格未生成上门服务",
      en: "service {seen} is not in the catalogue: {count} entitlements make no visits",
    },
    advice: { zh: "在服务目录中补上该服务；不需上门的服务可忽略", en: "add it to the catalogue, unless it needs no visit" },
  },
  FREQUENCY_OPEN: {
    severity: "note",
    message: {
      zh: "服务 {seen} 的频次未定，{count} 项资格未生成上门服务",
      en: "nobody has said how often {seen} is due: {count} entitlements make no visits",
    },
    advice: { zh: "提供规则中未定的频次参数", en: "supply the open parameter of the rule" },
  },
  GRANTED_TO_UNKNOWN_PERSON: {
    severity: "note",
    message: { zh: "获批对象 {seen} 不在人员名单中", en: "{seen}, to whom a service is granted, is not among the people" },
    advice: { zh: "核对编号", en: "check the identifier" },
  },
  MORE_VISITS_THAN_DAYS: {
    severity: "note",
    message: {
      zh: "{seen} 的服务 {service} 每周 {times} 次，多于可上门日数 {days}",
      en: "{seen} is due {service} {times} times a week, on {days} possible days: several on one day",
    },
    advice: { zh: "增加服务目录中的可上门日，或核对频次", en: "allow more weekdays in the catalogue, or check the frequency" },
  },
  CAREGIVER_WITHOUT_PLACE: {
    severity: "note",
    message: { zh: "护理员 {seen} 没有出发地点，未排入", en: "caregiver {seen} has no place to start from and is not planned" },
    advice: { zh: "补上所属设施、住址或服务乡镇的坐标", en: "add coordinates of the facility, the home or the township served" },
  },
  ROSTER_SHIFTS_OVERLAP: {
    severity: "note",
    message: { zh: "护理员 {seen} 在 {date} 的班次互相重叠，该日未排班", en: "shifts of caregiver {seen} on {date} overlap: the day is not planned" },
    advice: { zh: "核对各班次的星期和起止时刻", en: "check the weekdays and hours of the shifts" },
  },
  SHIFT_WITHOUT_HOURS: {
    severity: "note",
    message: {
      zh: "护理员 {seen} 在 {date} 的班次结束不晚于开始，该日未排班",
      en: "a shift of caregiver {seen} on {date} does not end after it begins: the day is not planned",
    },
    advice: { zh: "核对班次的起止时刻；跨午夜的班次拆成两个", en: "check both times; split a shift that passes midnight" },
  },
  BREAK_NOT_POSSIBLE: {
    severity: "note",
    message: {
      zh: "护理员 {seen} 在 {date} 的休息不能安排，该日未排班",
      en: "a break of caregiver {seen} on {date} cannot be taken: the day is not planned",
    },
    advice: { zh: "核对班次和休息时段", en: "check the shift and its breaks" },
  },
} as const satisfies Readonly<Record<string, CodeWording>>;

/** A code of `@eldercare/scheduler`. */
export type SchedulerCode = keyof typeof schedulerCodes;

/** Reports an issue under a code of `@eldercare/scheduler`. */
export const reportSchedulerIssue = defineCodes<SchedulerCode>(schedulerCodes);
