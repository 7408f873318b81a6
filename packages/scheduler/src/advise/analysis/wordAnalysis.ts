import type { Wording } from "@eldercare/core";
import type { Analysis } from "./analysis.js";

/** What the built-in components of a cost are called; a vendor's is called by its name. */
const componentWords: Readonly<Record<string, Wording>> = {
  travel: { zh: "路程", en: "travel" },
  waiting: { zh: "等候", en: "waiting" },
  caregiverDay: { zh: "出勤", en: "days worked" },
  lateness: { zh: "迟到", en: "lateness" },
  latest: { zh: "最晚一次迟到", en: "the latest visit" },
  overtime: { zh: "加班", en: "overtime" },
  idlest: { zh: "最空闲的班次", en: "the idlest shift" },
  missedBreak: { zh: "错过的休息", en: "breaks missed" },
  notPreferred: { zh: "非优先护理员", en: "caregivers not preferred" },
  caregiverCost: { zh: "护理员成本", en: "cost of caregivers" },
  lowerRating: { zh: "低于最高评分", en: "ratings below the best" },
  overdueDays: { zh: "逾期天数", en: "days overdue" },
  changedVisit: { zh: "改动的服务", en: "visits changed" },
  newFaces: { zh: "陌生护理员", en: "new faces" },
  unfair: { zh: "超出公平份额", en: "load above the fair share" },
  unserved: { zh: "未安排的服务", en: "visits left out" },
  requiredUnserved: { zh: "未安排的必须服务", en: "required visits left out" },
};

const tenth = (value: number): number => Math.round(value * 10) / 10;
const percent = (share: number): string => `${tenth(share * 100)}%`;

function sentences({ cost, prices, figures, violations }: Analysis): Wording[] {
  const { visits, travel, time, lateness, faces, load } = figures;
  const { required } = visits;
  const paid = prices.filter(({ amount }) => amount !== 0).sort((a, b) => b.amount - a.amount);
  const list = (locale: "zh" | "en"): string[] =>
    paid.map(({ component, amount }) => `${componentWords[component]?.[locale] ?? component} ${amount}`);
  const km = travel.metres === null ? undefined : tenth(travel.metres / 1000);
  const { leastWorkedMinutes: least, mostWorkedMinutes: most, shareToPassOn } = load;
  return [
    {
      zh: `安排上门服务 ${visits.made} 次，未安排 ${visits.leftOut} 次；其中必须完成的已安排 ${required.made} 次，未安排 ${required.leftOut} 次。`,
      en: `${visits.made} visits are made and ${visits.leftOut} left out; of those required, ${required.made} are made and ${required.leftOut} left out.`,
    },
    {
      zh: `路程共 ${tenth(travel.minutes)} 分钟${km === undefined ? "" : `、${km} 公里`}${travel.minutesPerVisit === null ? "" : `，平均每次上门 ${tenth(travel.minutesPerVisit)} 分钟`}。`,
      en: `Travel takes ${tenth(travel.minutes)} minutes${km === undefined ? "" : ` and ${km} km`}${travel.minutesPerVisit === null ? "" : `, ${tenth(travel.minutesPerVisit)} minutes a visit`}.`,
    },
    lateness.visits === 0
      ? { zh: "没有迟到。", en: "No visit is late." }
      : {
          zh: `迟到 ${lateness.visits} 次，最晚 ${tenth(lateness.latestMinutes)} 分钟（${lateness.latestVisit}）。`,
          en: `${lateness.visits} visits are late, at most by ${tenth(lateness.latestMinutes)} minutes (${lateness.latestVisit}).`,
        },
    {
      zh: `加班 ${time.overtimeDays} 人次，共 ${tenth(time.overtimeMinutes)} 分钟；等候 ${tenth(time.waitingMinutes)} 分钟，空闲 ${tenth(time.idleMinutes)} 分钟。`,
      en: `${time.overtimeDays} days run over, by ${tenth(time.overtimeMinutes)} minutes in all; ${tenth(time.waitingMinutes)} minutes are spent waiting, ${tenth(time.idleMinutes)} idle.`,
    },
    ...(faces.meanCaregivers === null
      ? []
      : [
          {
            zh: `每位服务对象平均由 ${tenth(faces.meanCaregivers)} 名护理员上门，最多 ${faces.mostCaregivers} 名。`,
            en: `A person sees ${tenth(faces.meanCaregivers)} caregivers on average, ${faces.mostCaregivers} at most.`,
          },
        ]),
    ...(least === null || most === null || shareToPassOn === null || load.perCaregiver.length < 2
      ? []
      : [
          {
            zh: `护理员工作时间最少 ${tenth(least)} 分钟，最多 ${tenth(most)} 分钟；要使各人工作时间占班次的比例相同，需将 ${percent(shareToPassOn)} 的工作转给他人。`,
            en: `Caregivers work from ${tenth(least)} to ${tenth(most)} minutes; ${percent(shareToPassOn)} of the work would have to change hands for all to work the same share of their shifts.`,
          },
        ]),
    {
      zh: `总代价 ${cost.total}${paid.length === 0 ? "" : `：${list("zh").join("，")}`}。`,
      en: `The plan costs ${cost.total}${paid.length === 0 ? "" : `: ${list("en").join(", ")}`}.`,
    },
    ...violations.slice(0, 1).map(({ message }) => ({
      zh: `方案有 ${violations.length} 处不成立，第一处：${message.zh}。`,
      en: `The plan breaks rules in ${violations.length} places; the first: ${message.en}.`,
    })),
  ];
}

/**
 * An analysis in sentences for a report, in Chinese and in English.
 *
 * @returns the same sentences in both languages, in the same order
 * @example
 * wordAnalysis(analyse(problem, plan)).zh[1] //=> "路程共 30 分钟、2.4 公里，平均每次上门 15 分钟。"
 * wordAnalysis(analyse(problem, plan)).en[1] //=> "Travel takes 30 minutes and 2.4 km, 15 minutes a visit."
 */
export function wordAnalysis(analysis: Analysis): { readonly zh: readonly string[]; readonly en: readonly string[] } {
  const all = sentences(analysis);
  return { zh: all.map(({ zh }) => zh), en: all.map(({ en }) => en) };
}
