import { printYuan } from "@eldercare/core";
import pc from "picocolors";
import type { Summary } from "../county/summary.js";

const line = (label: string, text: string): string => `  ${label}　${text}`;
const mostWarnings = 5;

/** The figures of a run as a person reads them at the terminal. */
export function printSummary(summary: Summary, out: string): string {
  const { decisions, staff, standards, targets, visits } = summary;
  const banner = [
    ...(summary.synthetic ? ["花名册为合成数据 / synthetic register"] : []),
    ...(summary.illustrative ? ["部分结论使用示例参数 / some results rest on example values"] : []),
  ];
  return [
    "",
    pc.bold(`${summary.title.zh} · ${summary.on}`),
    pc.dim(summary.title.en),
    ...banner.map((text) => pc.yellow(`  ${text}`)),
    "",
    line(
      "资格认定",
      `${summary.people} 人 × ${summary.rules.length} 项：符合 ${decisions.granted}，不符合 ${decisions.denied}，待补充信息 ${decisions.undetermined}`,
    ),
    ...(summary.askNext[0] === undefined ? [] : [line("首先询问", `${summary.askNext[0].ask}（可推进 ${summary.askNext[0].decisions} 项认定）`)]),
    line("人员配备", `应配 ${staff.required}，缺口 ${staff.short}（${staff.facilitiesShort} 处设施不足）`),
    line("设施标准", `达标 ${standards.met}，未达标 ${standards.notMet}，待补充信息 ${standards.undetermined}`),
    line("运行经费", `每年不低于 ${printYuan(summary.fundingFenPerYear)} 元`),
    line(
      "目标任务",
      `完成 ${targets.met}，未到期 ${targets.due}，逾期 ${targets.overdue}，无期限 ${targets.undated}，待补充信息 ${targets.undetermined}`,
    ),
    line(
      "上门服务",
      `${summary.period.from} 至 ${summary.period.to}：应做 ${visits.asked} 次，已排 ${visits.planned} 次，未排 ${visits.unassigned} 次；${visits.teams} 支队伍 ${visits.caregivers} 人，全部方案已通过独立核验`,
    ),
    ...(summary.warnings.length === 0 ? [] : ["", pc.yellow("  文件前后不一致之处：")]),
    ...summary.warnings.slice(0, mostWarnings).flatMap(({ message, advice }) => [`  ! ${message.zh}`, pc.dim(`      ${advice.zh}`)]),
    "",
    `  ${pc.bold("报告")}　${out}/report.html`,
    pc.dim("  entitlements, staffing, targets and routes in Chinese and English: open report.html in a browser"),
    "",
  ].join("\n");
}
