import { type KnownShare, knownShare, shareStep } from "../counting/knownShare.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import type { Wording } from "../errors/issue.js";
import { reportMissing } from "../errors/missing.js";
import { type ChecklistItem, type ChecklistRecord, type ChecklistResult, checkItems } from "../progress/checkItems.js";
import { type Verdict, verdictOfAll } from "../progress/verdict.js";

/** What the platforms of one level must have. */
export interface PlatformLevel {
  readonly id: string;
  readonly title: Wording;
  /** Such as the eight functions of 三（四）2. */
  readonly capabilities: readonly ChecklistItem[];
  /** Such as the seven kinds of equipment of 三（四）2. */
  readonly equipment: readonly ChecklistItem[];
}

/** What is known of one platform; absent means unknown. */
export interface PlatformRecord {
  readonly id: string;
  /** Id of its level. */
  readonly level: string;
  readonly capabilities?: ChecklistRecord;
  readonly equipment?: ChecklistRecord;
  /** Whether it is connected with the other levels (并网运营). */
  readonly connected?: boolean;
}

/** Levels, platforms and the clauses behind them. */
export interface PlatformQuestion {
  readonly levels: readonly PlatformLevel[];
  readonly platforms: readonly PlatformRecord[];
  readonly clauses: readonly string[];
}

/** What one platform has and lacks. */
export interface PlatformStanding {
  readonly id: string;
  readonly status: Verdict;
  readonly capabilities: ChecklistResult;
  readonly equipment: ChecklistResult;
}

/** What the platforms have and lack, and how far the levels are connected. */
export interface PlatformGaps {
  readonly platforms: readonly PlatformStanding[];
  /** For each level its platforms that are connected. */
  readonly connected: readonly ({ readonly level: string } & KnownShare)[];
  /** Met where each level has platforms and all are known to be connected. */
  readonly network: Verdict;
}

/**
 * The gaps of a smart care platform, level by level: a capability or a piece of equipment that nobody has recorded is
 * unknown, and is not counted as missing.
 *
 * @returns for each platform what is there, missing and unknown; for each level how many are connected
 * @throws EldercareError `DUPLICATE_ID`, `REFERENCE_NOT_FOUND`
 * @example
 * const levels = [{ id: "street", title: { zh: "街道", en: "street" }, capabilities: [{ id: "safety", title: { zh: "安全运行监管", en: "safety supervision" } }], equipment: [] }];
 * checkPlatforms({ levels, platforms: [{ id: "s-1", level: "street", capabilities: [] }], clauses: ["NY-3.4.2-a"] }).value.platforms[0].capabilities.missing //=> ["safety"]
 * Source: NY-3.4.1-b, NY-3.4.2-a, NY-3.4.2-b, NY-4.1-5, IM-2.6-a.
 */
export function checkPlatforms({ levels, platforms, clauses }: PlatformQuestion): Counted<PlatformGaps> {
  const check = new QuestionCheck();
  check.unique(
    (index) => `/levels/${index}/id`,
    levels.map(({ id }) => id),
  );
  check.unique(
    (index) => `/platforms/${index}/id`,
    platforms.map(({ id }) => id),
  );
  const byId = new Map(levels.map((level) => [level.id, level]));
  for (const [index, { level }] of platforms.entries()) if (!byId.has(level)) check.add(reportMissing("level", `/platforms/${index}/level`, level));
  check.done();
  const standings = platforms.map(({ id, level, capabilities, equipment }): PlatformStanding => {
    const able = checkItems({ items: byId.get(level)?.capabilities ?? [], record: capabilities, clauses }).value;
    const equipped = checkItems({ items: byId.get(level)?.equipment ?? [], record: equipment, clauses }).value;
    const answers = [able, equipped].map(({ status }) => (status === "undetermined" ? undefined : status === "met"));
    return { id, status: verdictOfAll(answers), capabilities: able, equipment: equipped };
  });
  const connected = levels.map(({ id }) => ({
    level: id,
    ...knownShare(platforms.filter(({ level }) => level === id).map((platform) => [platform.id, platform.connected])),
  }));
  const joined = connected.map(({ yes, no, unknown }) => (no.length > 0 ? false : yes.length === 0 || unknown.length > 0 ? undefined : true));
  return {
    value: { platforms: standings, connected, network: verdictOfAll(joined) },
    unit: "platform",
    steps: levels.flatMap(({ id, title }, index) => {
      const here = new Set(platforms.filter(({ level }) => level === id).map((platform) => platform.id));
      const complete = standings.filter((standing) => here.has(standing.id) && standing.status === "met").length;
      return [
        {
          zh: `${title.zh}平台 ${here.size} 个，功能和设施齐全`,
          en: `${here.size} platforms at level ${title.en}, complete`,
          value: String(complete),
        },
        shareStep(`${title.zh}平台已并网`, `platforms connected at level ${title.en}`, connected[index] ?? { yes: [], no: [], unknown: [] }),
      ];
    }),
    clauses,
  };
}
