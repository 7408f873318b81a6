import { printYuan } from "@eldercare/core";
import pc from "picocolors";
import type { Summary } from "../county/summary.js";

const mostWarnings = 5;

/** One figure with its names: `符合 granted 12`. */
const figure = (zh: string, en: string, value: number | string): string => `${zh} ${pc.dim(en)} ${value}`;

const line = (zh: string, en: string, figures: readonly string[]): string => `  ${pc.bold(zh)} ${pc.dim(en)}\n      ${figures.join(" · ")}`;

function warningLines({ warnings }: Summary): string[] {
  if (warnings.length === 0) return [];
  const shown = warnings
    .slice(0, mostWarnings)
    .flatMap(({ message, advice }) => [`  ! ${message.zh} ${pc.dim(message.en)}`, pc.dim(`      ${advice.zh}`)]);
  return ["", pc.yellow("  文件前后不一致之处 contradictions in the document"), ...shown];
}

/** The figures of a run as a person reads them at the terminal, Chinese and English side by side. */
export function printSummary(summary: Summary, out: string): string {
  const { decisions, staff, standards, targets, visits, period } = summary;
  const [first] = summary.askNext;
  const notices = [
    ...(summary.synthetic ? ["花名册为合成数据 synthetic register"] : []),
    ...(summary.illustrative ? ["部分结论使用示例参数 some results rest on example values"] : []),
  ];
  return [
    "",
    pc.bold(`${summary.title.zh} ${summary.title.en} · ${summary.on}`),
    ...notices.map((text) => pc.yellow(`  ${text}`)),
    "",
    line("资格认定", "entitlements", [
      figure("人", "people", summary.people),
      figure("事项", "rules", summary.rules.length),
      figure("符合", "granted", decisions.granted),
      figure("不符合", "denied", decisions.denied),
      figure("待补充信息", "undetermined", decisions.undetermined),
    ]),
    ...(first === undefined
      ? []
      : [`      ${figure("首先询问", "ask first", `${first.title.zh} ${first.title.en}`)} · ${figure("可推进", "could settle", first.decisions)}`]),
    line("人员配备", "staffing", [
      figure("应配", "required", staff.required),
      figure("缺口", "short", staff.short),
      figure("不足的设施", "facilities short", staff.facilitiesShort),
    ]),
    line("设施标准", "standards", [
      figure("达标", "met", standards.met),
      figure("未达标", "not met", standards.notMet),
      figure("待补充信息", "undetermined", standards.undetermined),
    ]),
    line("运行经费", "running cost", [figure("每年不低于（元）", "least a year, yuan", printYuan(summary.fundingFenPerYear))]),
    line("目标任务", "targets", [
      figure("完成", "met", targets.met),
      figure("未到期", "due", targets.due),
      figure("逾期", "overdue", targets.overdue),
      figure("无期限", "undated", targets.undated),
      figure("待补充信息", "undetermined", targets.undetermined),
    ]),
    line("上门服务", `visits ${period.from} – ${period.to}`, [
      figure("应做", "asked", visits.asked),
      figure("已排", "planned", visits.planned),
      figure("未排", "unassigned", visits.unassigned),
      figure("队伍", "teams", visits.teams),
      figure("队伍人员", "caregivers in teams", visits.caregivers),
      figure("有上门任务的人员", "with visits", visits.caregiversWithVisits),
      "全部方案已独立核验 every plan verified",
    ]),
    ...warningLines(summary),
    "",
    `  ${pc.bold("报告")} ${pc.dim("report")}  ${out}/report.html`,
    "",
  ].join("\n");
}
