import { printYuan } from "@eldercare/core";
import type { RuleInfo } from "@eldercare/rules";
import { modalityWords } from "../output/words.js";
import { type CsvColumn, writeCsv } from "../table/writeCsv.js";
import type { OutreachPerson } from "./outreachPerson.js";
import { causeOf, changeWords, eventDetail, eventWords } from "./outreachWords.js";

/** One line of an outreach list. */
interface OutreachRow {
  readonly person: string;
  readonly place: string;
  readonly kind: string;
  readonly title?: string;
  readonly rules?: string;
  readonly detail?: string;
  readonly before?: number;
  readonly after?: number;
  readonly clauses?: string;
  readonly modality?: string;
  readonly illustrative?: boolean;
}

const yuan = (fen: number | undefined): string | undefined => (fen === undefined ? undefined : printYuan(fen));

const columns: readonly CsvColumn<OutreachRow>[] = [
  { header: "人员编号 person", cell: (row) => row.person },
  { header: "居住地 place", cell: (row) => row.place },
  { header: "类别 kind", cell: (row) => row.kind },
  { header: "事项 title", cell: (row) => row.title },
  { header: "说明 detail", cell: (row) => row.detail },
  { header: "原金额（元） before", cell: (row) => yuan(row.before) },
  { header: "现金额（元） after", cell: (row) => yuan(row.after) },
  { header: "规则编号 rule", cell: (row) => row.rules },
  { header: "条款 clauses", cell: (row) => row.clauses },
  { header: "效力 modality", cell: (row) => row.modality },
  { header: "含示例参数 illustrative", cell: (row) => (row.illustrative === undefined ? undefined : row.illustrative ? "是" : "否") },
];

const visitState = { due: "应探访", overdue: "探访逾期", undetermined: "探访间隔不明" } as const;

/** The lines of one person: what happened, what changed, what to ask, and the visit that is due. */
function rowsOf(
  { person, area, events, changes, ask, visit }: OutreachPerson,
  rules: ReadonlyMap<string, RuleInfo>,
  placeName: (code: string) => string,
): OutreachRow[] {
  const of = { person, place: area === undefined ? "" : placeName(area) };
  const titles = (keys: readonly string[]): string => keys.map((key) => rules.get(key)?.title.zh ?? key).join("、");
  const due =
    visit === undefined || visit.state === "undetermined"
      ? ""
      : `${visit.due}${visit.last === undefined ? "（没有探访记录）" : `（上次 ${visit.last}）`}`;
  return [
    ...events.map((event) => ({ ...of, kind: eventWords[event.kind].zh, detail: eventDetail(event, placeName) })),
    ...changes.map((change) => ({
      ...of,
      kind: changeWords[change.kind].zh,
      title: change.title.zh,
      rules: change.rule,
      detail: causeOf(change).zh,
      ...(change.amountBeforeFen === undefined ? {} : { before: change.amountBeforeFen }),
      ...(change.amountAfterFen === undefined ? {} : { after: change.amountAfterFen }),
      clauses: change.clauses.join("；"),
      modality: modalityWords[change.modality],
      illustrative: change.illustrative,
    })),
    ...ask.map(({ fact, title, rules: keys }) => ({
      ...of,
      kind: "待询问",
      title: title?.zh ?? fact,
      detail: `可认定：${titles(keys)}`,
      rules: keys.join("；"),
    })),
    ...(visit === undefined ? [] : [{ ...of, kind: visitState[visit.state], detail: due }]),
  ];
}

/** The header of an outreach list as Excel and WPS open it. */
export const outreachHeader: string = writeCsv([], columns);

/** The lines of some people, to be put under the header. */
export function outreachLines(people: readonly OutreachPerson[], rules: ReadonlyMap<string, RuleInfo>, placeName: (code: string) => string): string {
  const rows = people.flatMap((person) => rowsOf(person, rules, placeName));
  return writeCsv(rows, columns).slice(outreachHeader.length);
}
