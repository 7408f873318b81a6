import { type Wording, weekdayOf } from "@eldercare/core";
import type { PlanRoute, PlanStop } from "@eldercare/scheduler";
import { clockSeconds } from "../clockSeconds.js";
import { letterOf } from "../picture/colours.js";
import type { Names } from "../picture/lane.js";
import { reasonText } from "../picture/reasonText.js";
import { costWords, dayWords, type Language, pageWords, pictureWords } from "../words.js";
import { notWantedIn, type WorkedExample, type WorkedPage } from "../workPage.js";

/** What tables are written with. */
export interface Writer {
  readonly language: Language;
  readonly names: Names;
  readonly own: Readonly<Record<string, Wording>>;
}

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [row(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(row)].join("\n");
}

/** What is meant by an id, and the id where that is another word. */
function named(id: string, { language, names }: Pick<Writer, "language" | "names">): string {
  const name = names(id)[language];
  return name === id ? name : `${name} \`${id}\``;
}

function stopText({ kind, id, arrive, start }: PlanStop, { language, names }: Writer): string {
  const waited = (clockSeconds(start) - clockSeconds(arrive)) / 60;
  const waits =
    waited > 0 && kind !== "break" ? (language === "zh" ? `（${pageWords.waits.zh} ${waited} 分钟）` : ` (${pageWords.waits.en} ${waited} min)`) : "";
  if (kind === "break") return pageWords.pause[language];
  if (kind === "lodging") return language === "zh" ? `在${names(id).zh}${pageWords.night.zh}` : `${pageWords.night.en} ${names(id).en}`;
  const name = named(id, { language, names });
  const boarding = kind === "board" ? pageWords.boards[language] : kind === "alight" ? pageWords.alights[language] : undefined;
  if (boarding === undefined) return name + waits;
  return (language === "zh" ? `${name}${boarding}` : `${name} ${boarding}`) + waits;
}

function routeRows(worked: WorkedExample, route: PlanRoute, writer: Writer): string[][] {
  const { problem } = worked;
  const { language, names } = writer;
  const row = problem.caregivers.findIndex(({ id }) => id === route.caregiver);
  const shift = problem.caregivers[row]?.shifts.find(({ date }) => date === route.date);
  const days = new Set(problem.caregivers.flatMap(({ shifts }) => shifts.map(({ date }) => date)));
  const day = days.size > 1 ? ` ${dayWords(route.date, weekdayOf(route.date), language)}` : "";
  const { crew } = problem.tours?.find(({ id }) => id === route.tour) ?? { crew: [route.caregiver] };
  const who = `${letterOf(row)} ${crew.map((id) => names(id)[language]).join(language === "zh" ? "、" : ", ")}${day}`;
  const staysOut = route.stops.some(({ kind }) => kind === "lodging");
  const home =
    shift?.end === undefined
      ? pageWords.ends[language]
      : `${pageWords.returns[language]}${language === "zh" ? "" : " "}${names(shift.end)[language]}`;
  return [
    [who, route.departs, pageWords.departs[language]],
    ...route.stops.map((stop) => ["", stop.kind === "lodging" ? `${stop.start}–` : `${stop.start}–${stop.end}`, stopText(stop, writer)]),
    ...(staysOut ? [] : [["", route.returns, home]]),
  ];
}

/** Who does what when, and what is left out. */
export function planTables(worked: WorkedExample, writer: Writer): string[] {
  const { plan } = worked;
  const { language, names, own } = writer;
  const rows = plan.routes.flatMap((route) => routeRows(worked, route, writer));
  const made =
    rows.length === 0 ? pageWords.noRoutes[language] : table([pageWords.who[language], pageWords.when[language], pageWords.what[language]], rows);
  const left = [
    ...plan.unassigned.map(({ visit, ...why }) => ({ id: visit, ...why })),
    ...(plan.unassignedTransports ?? []).map(({ transport, ...why }) => ({ id: transport, ...why })),
  ];
  const spared = notWantedIn(worked).map((id) => named(id, writer));
  const noted =
    spared.length === 0
      ? []
      : [`${pictureWords.notWanted[language]}${language === "zh" ? "：" : ": "}${spared.join(language === "zh" ? "、" : ", ")}`];
  if (left.length === 0) return [made, ...noted];
  const leftRows = left.map(({ id, kind, reasons: couldNot, barred = [] }) => {
    const reasons = [...couldNot, ...barred];
    const codes = [...new Set(reasons.map(({ code }) => `\`${code}\``))].join(" ");
    const [open, close] = language === "zh" ? ["（", "）"] : [" (", ")"];
    return [named(id, writer), `${reasonText(reasons, language, names, own)}${open}${codes}${close}`, pageWords[kind][language]];
  });
  const told = language === "zh" ? "说明" : "that is";
  return [made, ...noted, table([pageWords.leftOut[language], pageWords.reason[language], told], leftRows)];
}

/** What each plan of a page costs, component by component; components that are nothing everywhere are left away. */
export function costTable({ worked, page }: WorkedPage, { language, own }: Writer): string {
  const names = [...new Set(worked.flatMap(({ plan }) => Object.keys(plan.cost)))].filter(
    (name) => name === "total" || worked.some(({ plan }) => (plan.cost[name] ?? 0) !== 0),
  );
  const rows = [...names.filter((name) => name !== "total"), "total"].map((name) => {
    const wording = own[name] ?? costWords[name];
    if (wording === undefined) throw new RangeError(`${page.name}: no words for the cost component ${name}: add them to costWords`);
    return [`${wording[language]} \`${name}\``, ...worked.map(({ plan }) => String(plan.cost[name] ?? 0))];
  });
  return table([pageWords.component[language], ...worked.map(({ example }) => example.title[language])], rows);
}
