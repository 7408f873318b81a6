import type { SubjectKind } from "@eldercare/core";
import type { Said } from "./said.js";
import type { RuleTelling } from "./telling.js";
import { bracketed, clauses, orList } from "./zh.js";

/** Those of whom a rule speaks, and by which words a clause names them already. */
const nouns: Readonly<Record<SubjectKind, { readonly noun: string; readonly named: RegExp }>> = {
  person: { noun: "", named: /^/ },
  household: { noun: "家庭", named: /家庭/ },
  village: { noun: "村", named: /村|社区/ },
  township: { noun: "乡镇", named: /乡镇|街道/ },
  facility: { noun: "设施", named: /设施|机构|中心|院|站|服务点/ },
  workforce: { noun: "工作人员", named: /人员/ },
  provider: { noun: "服务机构", named: /机构|组织|企业|力量|协会/ },
  area: { noun: "地区", named: /地区|自治区|盟|旗|社区/ },
};

/** A condition that names the kind of a facility or the tier of an area, as the noun that it makes. */
function nounOf(said: Said, subject: SubjectKind): string | undefined {
  if (said.kind !== "choice" || said.holds !== true || said.what.seen !== undefined) return undefined;
  const named = orList(said.choices.map(({ zh }) => zh));
  if (subject === "facility" && said.what.title.zh === "设施类型") return named;
  return subject === "area" && said.what.title.zh === "层级" ? `${named}地区` : undefined;
}

/** From when to when a rule speaks, as the head of its sentence; undefined where that cannot be said in two days. */
function period(days: readonly Said[]): string | undefined {
  const on = (wanted: string): string[] =>
    days.flatMap((day) => (day.kind === "day" && day.holds === true && day.op === wanted ? [day.date.zh] : []));
  const [[from, ...earlier], [to, ...later]] = [on(">="), on("<=")];
  if (days.length === 0 || days.length !== (from === undefined ? 0 : 1) + (to === undefined ? 0 : 1) || earlier.length + later.length > 0)
    return undefined;
  if (to === undefined) return `自${from}起，`;
  return from === undefined ? `截至${to}，` : `${from}至${to}期间，`;
}

/** Of whom a rule speaks, at the head of its sentence. */
export interface Whom {
  readonly of: string;
  /** True where the place must have decided to apply the clause, which is then said first. */
  readonly adopted: boolean;
}

/** Of whom a rule speaks: 凡在用的乡镇敬老院，; where only places that have decided so, these first. */
export function zhWhom({ asked, subject, modality, rule }: Pick<RuleTelling, "asked" | "subject" | "modality" | "rule">): Whom {
  const parts = asked === undefined ? [] : asked.kind === "all" ? asked.parts : [asked];
  const adopted = parts.some((part) => part.kind === "adopted" && part.holds === true);
  const kind = parts.find((part) => nounOf(part, subject) !== undefined);
  const when = period(parts.filter((part) => part.kind === "day"));
  const rest = parts.filter((part) => part !== kind && part.kind !== "adopted" && (when === undefined || part.kind !== "day"));
  const told = clauses(rest, subject).replace(/的$/, "");
  const text = rest.length === 1 && rest[0]?.kind === "case" ? bracketed(told) : told;
  const { noun, named } = nouns[subject];
  const who = (kind === undefined ? undefined : nounOf(kind, subject)) ?? (named.test(text) && text !== "" ? "" : noun);
  const where = `${when ?? ""}${adopted ? `在${modality === "conditional" ? "有条件并" : ""}已决定实施本条的地方，` : ""}`;
  const every = rule.then.kind === "standard" || rule.then.kind === "target" ? "，" : "均";
  if (text === "") return { of: `${where}${subject === "person" ? "所有人员" : `各${who}`}${every}`, adopted };
  return { of: `${where}凡${text}的${who}，`, adopted };
}
