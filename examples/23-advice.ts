import { type Problem, solve } from "@eldercare/scheduler";
import { adviser, analyse, wordAnalysis } from "@eldercare/scheduler/advise";

const day = { date: "2026-11-23", from: "08:00", to: "17:00", start: "centre", end: "centre" };
const visit = (id: string, place: string, from: string, to: string) => ({
  id,
  person: place,
  place,
  serviceMinutes: 60,
  when: { daily: [{ from, to }] },
});
const problem: Problem = {
  horizon: { from: "2026-11-23", to: "2026-11-23" },
  timeZone: "Asia/Shanghai",
  places: [
    { id: "centre", lng: 108.66, lat: 31.95 },
    { id: "north", lng: 108.66, lat: 31.99 },
    { id: "east", lng: 108.7, lat: 31.95 },
  ],
  travel: { profiles: { car: { kind: "straightLine", circuity: 1.44, metresPerSecond: 8.3 } } },
  caregivers: [
    { id: "c-1", profile: "car", sex: "female", skills: { bathing: 1 }, shifts: [day] },
    { id: "c-2", profile: "car", sex: "male", skills: { bathing: 1 }, shifts: [day] },
    { id: "c-3", profile: "car", sex: "female", shifts: [day] },
  ],
  visits: [visit("bath", "north", "09:00", "10:00"), visit("meal", "east", "11:00", "11:30")],
};
const { plan } = await solve(problem, { maxIterations: 500, seed: 1 });

// someone in the east rings up and asks for a bath before noon, by a woman
const desk = adviser(problem, plan);
const call = { ...visit("call", "east", "08:30", "12:00"), needs: { skills: { bathing: 1 }, sex: "female" as const } };
const { suggestions, cannot, leaveOutPrice } = desk.suggest(call, { most: 3 });
for (const { caregiver, start, slot, price, movedStops } of suggestions) {
  console.log(`${caregiver} at ${start}, could begin ${slot?.from} to ${slot?.to}, costs ${price.total}`);
  for (const { id, minutes } of movedStops) console.log(`${id} moves by ${minutes} minutes`);
}
//=> c-1 at 10:16:52, could begin 10:16:52 to 10:30, costs 0
//=> bath moves by -43.13 minutes
//=> meal moves by 16.87 minutes
console.log(leaveOutPrice); //=> 100
for (const { caregiver, message } of cannot) console.log(caregiver, message.zh, message.en);
//=> c-2 性别不符合服务对象的意愿 is not of the sex wished for
//=> c-3 不具备所需技能 lacks a skill that the visit needs

// what the plan costs, and the visits behind it
const analysis = analyse(problem, plan);
for (const { component, amount, parts } of analysis.prices)
  for (const { visit: id = "home", minutes, amount: part } of parts) console.log(component, amount, id, minutes, part);
//=> travel 40.65 bath 12.87 12.866667
//=> travel 40.65 meal 16.87 16.866666
//=> travel 40.65 home 10.92 10.916667
console.log(analysis.figures.travel.metresPerVisit, analysis.violations); //=> 10119 []
for (const sentence of wordAnalysis(analysis).zh) console.log(sentence);
//=> 安排上门服务 2 次，未安排 0 次；其中必须完成的已安排 0 次，未安排 0 次。
//=> 路程共 40.7 分钟、20.2 公里，平均每次上门 20.3 分钟。
//=> 没有迟到。
//=> 加班 0 人次，共 0 分钟；等候 0 分钟，空闲 379.4 分钟。
//=> 每位服务对象平均由 1 名护理员上门，最多 1 名。
//=> 护理员工作时间最少 0 分钟，最多 160.7 分钟；要使各人工作时间占班次的比例相同，需将 66.7% 的工作转给他人。
//=> 总代价 40.65：路程 40.65。
