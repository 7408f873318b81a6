import type { DecisionStatus, EffectKind, Modality, SubjectKind, Wording } from "@eldercare/core";
import { printCount } from "./figures.js";
import type { ReportTarget } from "./reportData.js";

const say = (zh: string, en: string): Wording => ({ zh, en });

/** How strongly a clause binds. */
export const modalityWords: Readonly<Record<Modality, Wording>> = {
  required: say("应当", "required"),
  "in-principle": say("原则上", "in principle"),
  aspirational: say("力争", "to strive for"),
  "permitted-or-encouraged": say("鼓励、可以", "encouraged or permitted"),
  conditional: say("有条件的地方", "where conditions allow"),
};

/** What a rule gives. */
export const effectWords: Readonly<Record<EffectKind, Wording>> = {
  category: say("对象认定", "group"),
  service: say("服务", "service"),
  benefit: say("补贴", "benefit"),
  device: say("设备配备", "device"),
  priority: say("优先次序", "priority"),
  pairing: say("结对帮扶", "pairing"),
  siting: say("设施布点", "siting"),
  model: say("服务模式", "model of service"),
  checklist: say("清单事项", "checklist item"),
  standard: say("建设标准", "standard"),
  staffing: say("人员配备", "staffing"),
  funding: say("运行经费", "running cost"),
  target: say("目标任务", "target"),
};

/** Whom a rule is about. */
export const subjectWords: Readonly<Record<SubjectKind, Wording>> = {
  person: say("老年人", "Older persons"),
  household: say("家庭", "Households"),
  village: say("村（社区）", "Villages"),
  township: say("乡镇（街道）", "Townships"),
  facility: say("养老服务设施", "Facilities"),
  workforce: say("服务队伍", "Workforce"),
  provider: say("服务机构", "Providers"),
  area: say("行政区域", "Areas"),
};

/** Outcomes of rules. */
export const statusWords: Readonly<Record<DecisionStatus, Wording>> = {
  granted: say("符合条件", "granted"),
  denied: say("不符合条件", "denied"),
  undetermined: say("待补充信息", "undetermined"),
  met: say("达标", "met"),
  notMet: say("不达标", "not met"),
  notApplicable: say("不适用", "not applicable"),
};

/** Where a target stands. */
export const targetStateWords: Readonly<Record<ReportTarget["state"], Wording>> = {
  overdue: say("逾期", "overdue"),
  due: say("未到期", "due"),
  undetermined: say("待补充信息", "undetermined"),
  undated: say("未定期限", "no deadline"),
  met: say("已完成", "met"),
};

/** Kinds of facility; a kind of a deployer's own is printed as it is written. */
export const facilityKindWords: Readonly<Record<string, Wording>> = {
  concentratedDisabledCareCentre: say("失能特困人员集中照护中心", "care centre for disabled destitute persons"),
  centralHome: say("中心敬老院", "central home"),
  townshipHome: say("乡镇敬老院", "township home"),
  regionalHome: say("区域性敬老院", "regional home"),
  townshipCareCentre: say("乡镇养老服务中心", "township care centre"),
  regionalCareCentre: say("区域养老服务中心", "regional care centre"),
  villageMutualAidPoint: say("村级互助养老点", "village mutual-aid point"),
  gachaStation: say("嘎查村级养老服务站", "gacha service station"),
  neighbourPoint: say("邻里互助点", "neighbour point"),
  mutualAidHappinessHome: say("互助养老幸福院", "mutual-aid happiness home"),
  oldAndYoungHome: say("一老一小幸福院", "home for old and young"),
  dayCareCentre: say("社区日间照料中心", "day-care centre"),
  homeCareStation: say("居家养老服务站点", "home-care station"),
  streetCareCentre: say("街道综合养老服务中心", "subdistrict care centre"),
  countyCareCentre: say("县级养老服务中心", "county care centre"),
  guidanceCentre: say("养老服务指导中心", "guidance centre"),
  honourHome: say("光荣院", "honour home"),
  carePark: say("综合养老园区", "care park"),
  seniorApartments: say("老年公寓", "senior apartments"),
};

/** Headings, columns, buttons and sentences of the page. */
export const pageWords = {
  skip: say("跳到正文", "Skip to content"),
  print: say("打印", "Print"),
  contents: say("目录", "Contents"),
  askedOn: say("查询日期", "As of"),
  periodOf: say("上门服务周期", "Visits planned for"),
  to: say("至", "to"),
  syntheticTitle: say("合成数据", "Synthetic data"),
  syntheticText: say(
    "花名册、家庭、机构运行情况和人员均为合成，仅供演示，不反映任何真实个人或机构。",
    "People, households, facilities and staff are synthetic, for demonstration only; no real person or institution is shown.",
  ),
  illustrativeTitle: say("示例参数", "Example values"),
  illustrativeText: say(
    "文件未规定的参数采用了示例值，据此得出的结果仅作演示，不得作为发放依据。",
    "Parameters that the documents leave open carry example values; results that rest on them are a demonstration and no ground for any payment.",
  ),
  illustrativeMark: say("示例", "example"),
  parameter: say("参数", "Parameter"),
  value: say("取值", "Value"),

  overview: say("概览", "Overview"),
  unitPeople: say("人", "persons"),
  unitDecisions: say("项", "decisions"),
  unitVisits: say("次", "visits"),
  unitTargets: say("项", "targets"),
  tilePeople: say("老年人", "Older persons"),
  tileGranted: say("符合条件", "Granted"),
  tileUndetermined: say("待补充信息", "Undetermined"),
  tileStaff: say("人员缺口", "Staff short"),
  tileVisits: say("已安排上门服务", "Visits planned"),
  tileTargets: say("目标逾期", "Targets overdue"),

  visits: say("上门服务安排", "Visits"),
  township: say("乡镇（街道）", "Township"),
  date: say("日期", "Day"),
  countyMap: say("全县乡镇分布", "Townships of the county"),
  countyMapNote: say(
    "圆点大小表示本周期上门服务次数，点击可选择乡镇。",
    "Dots grow with the visits of the period; click one to choose its township.",
  ),
  routeMap: say("当日路线", "Routes of the day"),
  routeMapNote: say(
    "字母为护理人员，数字为到访顺序；连线为直线示意，方块为出发地。",
    "Letters are caregivers, numbers the order of visits; lines are straight between stops; a square is where a route begins.",
  ),
  crowdedHint: say("当日服务较多：点击护理人员，显示其到访顺序。", "Many visits on this day: click a caregiver to number their visits."),
  timetable: say("当日时间表", "Timetable of the day"),
  keyVisit: say("服务", "service"),
  keyTravel: say("路途", "travel"),
  keyWait: say("等候", "wait"),
  keyBreak: say("休息", "break"),
  itinerary: say("当日行程明细", "Itinerary of the day"),
  needsScript: say("路线图和时间表需在浏览器中启用脚本后显示。", "The route map and the timetable need scripts to be enabled."),
  allCaregivers: say("显示全部护理人员", "Show all caregivers"),
  noRoutes: say("本周期没有安排上门服务。", "No visits are planned for this period."),

  entitlements: say("资格认定结果", "Entitlements"),
  rule: say("事项", "Rule"),
  ground: say("依据", "Grounds"),
  kind: say("类别", "Kind"),
  shareGranted: say("符合比例", "Share granted"),
  unfoldHint: say("点击事项查看政策原文。", "Click a rule to read the clauses behind it."),
  noRules: say("没有可列出的事项。", "There are no rules to list."),

  lookUp: say("按编号查询", "Look up a person"),
  personId: say("人员编号", "Person id"),
  find: say("查询", "Look up"),
  lookUpLeftOut: say(
    "人数较多，本报告未嵌入逐人结果，请查阅 decisions.csv。",
    "The register is too large to embed each person's results here; see decisions.csv.",
  ),
  lookUpEmpty: say("花名册中没有老年人。", "The register holds no older person."),

  askNext: say("优先补充的信息", "What to ask first"),
  askNextText: say("按可明确的认定事项数排列；补充后须重新认定。", "Ordered by the number of undetermined decisions that each could settle."),
  fact: say("信息项", "Fact"),
  couldSettle: say("可明确（项）", "Decisions it could settle"),
  nothingToAsk: say("没有待补充的信息。", "Nothing is missing."),

  facilities: say("人员配备、建设标准与运行经费", "Staffing, standards and running cost"),
  facility: say("设施", "Facility"),
  required: say("应配", "Required"),
  present: say("实配", "Present"),
  short: say("缺口", "Short"),
  standards: say("建设标准", "Standards"),
  funding: say("年运行经费（元）", "Running cost (yuan a year)"),
  total: say("合计", "Total"),
  colon: say("：", ": "),
  workingsHint: say(
    "按缺口从大到小排列；点击设施查看计算过程和政策原文。",
    "Greatest shortfalls first; click a facility for the workings and the clauses.",
  ),
  observed: say("现状", "Observed"),
  requirement: say("要求", "Required"),
  result: say("结果", "Result"),
  noFacilities: say("没有适用人员配备、标准或经费规则的设施。", "No facility falls under a staffing, standard or funding rule."),

  targets: say("目标任务", "Targets"),
  target: say("目标", "Target"),
  bindingForce: say("约束程度", "Binding force"),
  deadline: say("期限", "Deadline"),
  state: say("状态", "State"),
  warnings: say("文件数字需核实", "Figures in the documents that need checking"),
  noTargets: say("没有目标任务。", "There are no targets."),

  unassigned: say("未安排的服务", "Visits not planned"),
  unassignedEach: say("逐次明细", "Visit by visit"),
  reason: say("原因", "Reason"),
  reasonVisits: say("涉及次数", "Visits"),
  visit: say("服务编号", "Visit"),
  service: say("服务", "Service"),
  person: say("人员编号", "Person"),
  nothingAsked: say("本周期没有应安排的上门服务。", "No visits were asked for in this period."),
  noUnassigned: say("全部上门服务均已安排。", "Every visit is planned."),

  grounds: say("待定参数与依据", "Open parameters and sources"),
  openParameters: say("待定参数", "Open parameters"),
  openParametersText: say(
    "文件未规定，须由主管部门确定；确定前相关事项列为“待补充信息”或不计金额。",
    "Left open by the documents and to be set by the authority; until then the outcomes concerned stay undetermined or without an amount.",
  ),
  noOpenParameters: say("没有待定参数。", "No parameter is open."),
  sources: say("政策依据", "Sources"),
  documentNumber: say("文号", "Number"),
  documentTitle: say("文件名称", "Title"),
  issuer: say("发文机关", "Issued by"),
  issued: say("成文日期", "Dated"),
  checkedOn: say("核对日期", "Checked on"),
  credits: say("数据来源", "Data credits"),
  licence: say(
    "本报告由 eldercare 生成（MIT 许可证）。计算结果供参考，资格以主管部门认定为准。",
    "Made by eldercare (MIT licence). Results are for information; entitlement is decided by the competent authority.",
  ),
} as const satisfies Record<string, Wording>;

/** Sentences with a number in them. */
export const countedWords = {
  people: (n: number) => say(`涉及 ${printCount(n)} 人`, `${printCount(n)} persons`),
  facts: (n: number) => say(`缺 ${printCount(n)} 类信息`, n === 1 ? "1 fact to ask for" : `${printCount(n)} facts to ask for`),
  facilitiesShort: (n: number) => say(`涉及 ${printCount(n)} 家设施`, n === 1 ? "at 1 facility" : `at ${printCount(n)} facilities`),
  visitsOf: (asked: number, unassigned: number) =>
    say(
      `应安排 ${printCount(asked)} 次，未安排 ${printCount(unassigned)} 次`,
      `${printCount(asked)} asked for, ${printCount(unassigned)} not planned`,
    ),
  visitFacts: (caregivers: number, km: number, travelHours: number, serviceHours: number) =>
    say(
      `本周期出勤护理人员 ${printCount(caregivers)} 人，服务 ${printCount(serviceHours)} 小时，路途 ${printCount(travelHours)} 小时、${printCount(km)} 公里。`,
      `${printCount(caregivers)} caregivers at work in the period, ${printCount(serviceHours)} hours of service, ${printCount(travelHours)} hours and ${printCount(km)} km on the road.`,
    ),
  targetsOf: (n: number) => say(`共 ${printCount(n)} 项目标`, n === 1 ? "of 1 target" : `of ${printCount(n)} targets`),
  rules: (n: number) => say(`按 ${printCount(n)} 项规则认定`, n === 1 ? "under 1 rule" : `under ${printCount(n)} rules`),
  showAll: (n: number) => say(`显示全部 ${printCount(n)} 行`, `Show all ${printCount(n)} rows`),
  shownOf: (shown: number, n: number) =>
    say(`仅列前 ${printCount(shown)} 行，共 ${printCount(n)} 行。`, `The first ${printCount(shown)} of ${printCount(n)} rows.`),
  townshipVisits: (name: string, n: number) => say(`${name}（${printCount(n)}次）`, `${name} (${printCount(n)})`),
  notMet: (n: number) => say(`${printCount(n)} 项不达标`, `${printCount(n)} not met`),
  toAsk: (n: number) => say(`${printCount(n)} 项待补充`, `${printCount(n)} undetermined`),
  met: (n: number) => say(`${printCount(n)} 项达标`, `${printCount(n)} met`),
  notDrawn: (names: string) => say(`坐标未知，图上未标：${names}`, `Not on the map, coordinates unknown: ${names}`),
  example: (id: string) => say(`例如 ${id}`, `for example ${id}`),
} as const;

/** Texts that the page puts together by itself; `{n}` and the like stand for values. */
export const clientWords = {
  language: say("English", "中文"),
  dayFigures: say(
    "{caregivers} 名护理人员，{visits} 次上门服务，服务 {service} 分钟，路途 {travel} 分钟",
    "{caregivers} caregivers, {visits} visits, {service} min of service, {travel} min of travel",
  ),
  noVisits: say("当日没有上门服务。", "No visits on this day."),
  routeFigures: say("{visits} 次 {departs}–{returns}", "{visits} visits {departs}–{returns}"),
  travel: say("路途", "travel"),
  wait: say("等候", "wait"),
  break: say("休息", "break"),
  service: say("服务", "service"),
  begins: say("出发地", "route begins here"),
  caregiver: say("护理人员", "Caregiver"),
  stop: say("次序", "Stop"),
  arrive: say("到达", "Arrives"),
  start: say("开始", "Starts"),
  end: say("结束", "Ends"),
  person: say("人员编号", "Person"),
  notFound: say("没有编号为“{id}”的人员。", "There is no person with the id “{id}”."),
  near: say("相近编号：", "Similar ids:"),
  livesIn: say("居住地：{area}", "Lives in {area}"),
  visits: say("本周期上门服务", "Visits of this period"),
  noVisitsOf: say("本周期没有为其安排上门服务。", "No visits are planned for this person."),
  granted: say("符合条件", "granted"),
  denied: say("不符合条件", "denied"),
  undetermined: say("待补充信息", "undetermined"),
  deniedCount: say("不符合条件的事项（{n}）", "Rules not granted ({n})"),
  day: say("日期", "Day"),
} as const satisfies Record<string, Wording>;
