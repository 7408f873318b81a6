import type { Issue } from "@eldercare/core";
import { toGeoJSON } from "@eldercare/scheduler";
import { clausesCsv } from "../output/clausesCsv.js";
import { decisionsTable } from "../output/decisionsTable.js";
import { notesCsv } from "../output/notesCsv.js";
import { type OutputFile, OutputFolder } from "../output/outputFolder.js";
import { reportOf } from "../output/reportOf.js";
import { toCalendars } from "../output/toCalendars.js";
import { renderReport } from "../report/renderReport.js";
import type { Progress } from "../terminal/progress.js";
import { assessPeople } from "./assessPeople.js";
import { countNumbers } from "./countNumbers.js";
import { grantedServices } from "./entitlements.js";
import { loadPolicy, packRemarks, requirePackFor } from "./loadPolicy.js";
import { loadRegister } from "./loadRegister.js";
import { mergeTeams } from "./mergeTeams.js";
import { planWeek } from "./planWeek.js";
import type { CountyRequest } from "./request.js";
import { StopWatch } from "./stopWatch.js";
import { placeDecisions, type Summary, summarise } from "./summary.js";

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/**
 * The main job, end to end: from a county's policy document and register to entitlements, staffing, targets and the week's
 * visits, written to a folder. Nothing is written unless everything succeeded.
 *
 * @returns the figures; remarks on the input: rows skipped on request, packs not in force; and all notes, these among them
 * @throws EldercareError where a pack, the register or an option cannot be used: every issue at once; OUT_NOT_WRITABLE
 * before the long work begins
 */
export async function runCounty(
  request: CountyRequest,
  progress: Progress,
): Promise<{ readonly summary: Summary; readonly remarks: readonly Issue[]; readonly notes: readonly Issue[] }> {
  const watch = new StopWatch();

  progress.phase("读取政策包 / reading the policy");
  const policy = await loadPolicy(request);
  progress.done(`政策包 ${policy.engine.packs.map((pack) => `${pack.id} ${pack.version}`).join("，")}（${watch.lap("policy")}）`);

  progress.phase(request.register === undefined ? "生成合成花名册 / making a synthetic register" : "读取花名册 / reading the register");
  const county = await loadRegister(request);
  const { register } = county;
  requirePackFor(policy, register.areas, request.pack);
  const remarks = [...packRemarks(policy, request.on, request.pack), ...county.skipped];
  progress.done(
    `${register.people.length} 人，${register.facilities.length} 处设施，${register.caregivers.length} 名工作人员（${watch.lap("register")}）`,
  );

  const folder = OutputFolder.open(request.out);
  try {
    progress.phase("资格认定 / assessing entitlements");
    const entitlements = assessPeople(policy.engine, county, request);
    progress.done(`${entitlements.people.length} 人 × ${entitlements.tallies.length} 项（${watch.lap("assess")}）`);

    progress.phase("人员配备、标准与目标 / staffing, standards, targets");
    const numbers = countNumbers(policy.engine, policy.pack, county, request);
    progress.done(`${numbers.facilities.length} 处设施，${numbers.targets.length} 项目标（${watch.lap("numbers")}）`);

    const budget =
      request.iterations === undefined
        ? [`搜索 ${request.seconds} 秒`, `${request.seconds} s`]
        : [`每队 ${request.iterations} 次搜索`, `${request.iterations} iterations a team`];
    progress.phase(`上门服务排班与路线（${budget[0]}） / planning the week's visits (${budget[1]})`);
    const week = await planWeek(
      policy.engine,
      register,
      grantedServices(entitlements),
      county.catalogue,
      request,
      ({ team, teams, visits, unassigned }) => progress.update(`${team}/${teams} 支队伍，${visits} 次上门，未排 ${unassigned} 次`),
    );
    const { problem, plan } = mergeTeams(week);
    progress.done(`${problem.visits.length} 次上门，未排 ${plan.unassigned.length} 次，全部核验通过（${watch.lap("plan")}）`);

    progress.phase("写出结果 / writing the results");
    const notes = [...week.notes, ...remarks];
    const parts = { request, policy, county, entitlements, numbers, week, problem, plan, notes };
    const summary = summarise(parts);
    const rules = new Map(policy.engine.rules(request.on).map((rule) => [rule.key, rule]));
    const areaNames = new Map(register.areas.map((area) => [area.code, area.name]));
    const whereabouts = new Map([
      ...register.people.map((person) => [person.id, areaNames.get(person.residence?.area ?? "") ?? ""] as const),
      ...register.facilities.map((facility) => [facility.id, areaNames.get(facility.area) ?? ""] as const),
      ...areaNames,
    ]);
    const files = new Map<string, OutputFile>([
      ["report.html", renderReport(reportOf(parts, summary))],
      ["summary.json", json(summary)],
      ["decisions.csv", decisionsTable(entitlements, placeDecisions(numbers), rules, whereabouts)],
      ["clauses.csv", clausesCsv(policy.engine)],
      ["notes.csv", notesCsv(notes)],
      ["problem.json", `${JSON.stringify(problem)}\n`],
      ["plan.json", `${JSON.stringify(plan)}\n`],
      ["plan.geojson", `${JSON.stringify(toGeoJSON(problem, plan))}\n`],
      ...toCalendars(week, county.catalogue),
    ]);
    watch.lap("outputs");
    files.set("run.json", json({ ...watch.timings(), teams: week.teams.map(({ township, run }) => ({ township, ...run })) }));
    folder.write(files);
    progress.done(`${request.out}（${files.size} 个文件）`);
    return { summary, remarks, notes };
  } finally {
    folder.leave();
  }
}
