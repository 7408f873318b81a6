import { reportIssue } from "./codes.js";
import type { Issue } from "./issue.js";
import { didYouMean } from "./suggest.js";

/** What records are called in messages. */
const nouns = {
  benefit: "待遇",
  cap: "限额",
  caregiver: "护理员",
  class: "类别",
  entry: "台账记录",
  facility: "机构设施",
  home: "家庭",
  household: "家庭",
  lending: "租借记录",
  level: "级别",
  part: "评分项",
  person: "老年人",
  place: "地点",
  "place with beds": "设有床位的地点",
  service: "服务项目",
  "time zone": "时区",
  transport: "接送",
  "travel profile": "出行方式",
  vehicle: "车辆",
  visit: "上门服务",
  volunteer: "志愿者",
} as const;

/** What can be referred to, as messages name it in English. */
export type Noun = keyof typeof nouns;

/**
 * Reports that something is referred to which does not exist: `REFERENCE_NOT_FOUND`.
 *
 * @param known what does exist, where the message is to name what is nearest
 * @example
 * reportMissing("caregiver", "/visits/0/only/0", "c-01", ["c-1"]).message.en //=> 'caregiver "c-01" does not exist; did you mean "c-1"?'
 */
export function reportMissing(what: Noun, pointer: string, seen: string | undefined, known: readonly string[] = []): Issue {
  const values = { "what.zh": nouns[what], "what.en": what, ...didYouMean(seen ?? "", known) };
  return reportIssue("REFERENCE_NOT_FOUND", pointer, { seen, values });
}
