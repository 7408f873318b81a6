import { addMonths, type CivilDate, EldercareError, isCivilDate } from "@eldercare/core";
import { type VisitChannel, visitChannels } from "@eldercare/core/visiting";
import { OptionReading } from "../county/optionReading.js";
import { reportPackCommand } from "../pack/codes.js";

/** The options as they are written. */
export interface IdentifyOptions {
  readonly before: string;
  readonly after: string;
  readonly on: string;
  readonly since?: string;
  readonly data?: string;
  readonly pack?: string;
  readonly parent: readonly string[];
  readonly overlay: readonly string[];
  readonly rule: readonly string[];
  readonly visits?: string;
  readonly visitService: readonly string[];
  readonly channel: readonly string[];
  readonly through?: string;
  readonly out?: string;
  readonly show: string;
  readonly skipBadRows?: boolean;
  readonly json?: boolean;
}

/** What the list of visits is made from. */
export interface VisitRequest {
  readonly file: string;
  readonly services: readonly string[];
  readonly accepts: readonly VisitChannel[];
  readonly through: CivilDate;
}

/** What an identification is asked to do. */
export interface IdentifyRequest {
  readonly before: string;
  readonly after: string;
  readonly since: CivilDate;
  readonly on: CivilDate;
  readonly data: string | undefined;
  readonly pack: string | undefined;
  readonly parents: readonly string[];
  readonly overlays: readonly string[];
  readonly rules: readonly string[];
  readonly visits: VisitRequest | undefined;
  readonly out: { readonly file: string; readonly format: "csv" | "jsonl" } | undefined;
  /** People shown at the terminal. */
  readonly shown: number;
  readonly skipBadRows: boolean;
}

const mostShown = 100_000;
const isChannel = (text: string): text is VisitChannel => visitChannels.some((channel) => channel === text);

function readVisits({ visits, visitService, channel, through }: IdentifyOptions, on: CivilDate, reading: OptionReading): VisitRequest | undefined {
  const known = visitChannels.join("、");
  for (const each of channel) if (!isChannel(each)) reading.refuse("--channel", each, known, visitChannels.join(", "));
  // what is wrong with the date asked about has been said
  const last = through !== undefined ? reading.date("--through", through) : isCivilDate(on) ? addMonths(on, 1) : on;
  if (last < on) reading.refuse("--through", last, `不早于 ${on} 的日期`, `a date that is not before ${on}`);
  return visits === undefined
    ? undefined
    : { file: visits, services: visitService, accepts: channel.length === 0 ? visitChannels : channel.filter(isChannel), through: last };
}

/**
 * Reads the options of `eldercare identify`.
 *
 * @throws EldercareError OPTION_INVALID, OPTION_MISSING: every wrong option at once
 */
export function readIdentifyRequest(options: IdentifyOptions): IdentifyRequest {
  const reading = new OptionReading();
  const on = reading.date("--on", options.on);
  const since = options.since === undefined ? on : reading.date("--since", options.since);
  if (since > on) reading.refuse("--since", since, `不晚于 ${on} 的日期`, `a date that is not after ${on}`);
  const shown = reading.whole("--show", options.show, 0, mostShown, "人");
  const format = options.out === undefined ? undefined : /\.(csv|jsonl)$/i.exec(options.out)?.[1]?.toLowerCase();
  if (options.out !== undefined && format === undefined)
    reading.refuse("--out", options.out, ".csv 或 .jsonl 文件", "a file ending in .csv or .jsonl");
  const visits = readVisits(options, on, reading);
  reading.requireSound();
  const asksForVisits = options.visitService.length > 0 || options.channel.length > 0 || options.through !== undefined;
  const lacking = (option: string, zh: string, en: string) =>
    new EldercareError([reportPackCommand("OPTION_MISSING", `/${option.slice(2)}`, { values: { option, "what.zh": zh, "what.en": en } })]);
  if (visits === undefined && asksForVisits) throw lacking("--visits", "探访记录文件", "the file of the visit log");
  if (visits?.services.length === 0)
    throw lacking("--visit-service", "哪项服务是探访，如 regularVisit", "which service is a visit, such as regularVisit");
  return {
    before: options.before,
    after: options.after,
    since,
    on,
    data: options.data,
    pack: options.pack,
    parents: options.parent,
    overlays: options.overlay,
    rules: options.rule,
    visits,
    out: options.out === undefined ? undefined : { file: options.out, format: format === "csv" ? "csv" : "jsonl" },
    shown,
    skipBadRows: options.skipBadRows === true,
  };
}
