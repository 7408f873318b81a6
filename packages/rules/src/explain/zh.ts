import type { SubjectKind } from "@eldercare/core";
import type { CompareOperator, Join } from "../logic/node.js";
import { quoted } from "./quoted.js";
import { detailsOf, oppositeOf, type Said } from "./said.js";
import { type Clause, conceptClause, conceptQuestion } from "./zhConcept.js";

const comparisons: Readonly<Record<"counted" | "measured" | "date", Readonly<Record<CompareOperator, string>>>> = {
  counted: { "==": "为", "!=": "不是", "<": "少于", "<=": "不多于", ">": "多于", ">=": "不少于" },
  measured: { "==": "为", "!=": "不是", "<": "低于", "<=": "不高于", ">": "高于", ">=": "不低于" },
  date: { "==": "为", "!=": "不是", "<": "早于", "<=": "不晚于", ">": "晚于", ">=": "不早于" },
};

const ages: Readonly<Record<CompareOperator, (years: string) => string>> = {
  "==": (years) => `正好${years}`,
  "!=": (years) => `不是${years}`,
  "<": (years) => `未满${years}`,
  "<=": (years) => `不超过${years}`,
  ">": (years) => `超过${years}`,
  ">=": (years) => `已满${years}`,
};

const days: Readonly<Record<CompareOperator, string>> = { "==": "正值", "!=": "不是", "<": "未到", "<=": "未过", ">": "已过", ">=": "已到" };

const places: Readonly<Record<Join, string>> = {
  household: "家庭",
  village: "所在村",
  township: "所在乡镇",
  county: "所在县",
  person: "该人员",
  facility: "所属设施",
};

/** Places decide themselves whether they apply a clause; all others lie in one. */
const isPlace = (subject: SubjectKind): boolean => subject === "area" || subject === "township" || subject === "village";

/** The words for which of two a clause is: 是否 where that is not known. */
const whether = (holds: boolean | undefined, yes: string, no: string, open: string): string => (holds === undefined ? open : holds ? yes : no);

/** Words of which one is meant. */
export const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join("、")}或者${words.at(-1)}`;

/** Text in brackets; brackets within become those of another form. */
export const bracketed = (text: string): string => `（${text.replaceAll("（", "〔").replaceAll("）", "〕")}）`;

const unquoted = (text: string): string => text.replace(/“[^”]*”/g, "").replace(/（[^）]*）/g, "");

/** Whether a clause is made of several, so that it cannot stand among others as it is. */
const isCompound = (text: string): boolean => /[，；]/.test(unquoted(text));

/** A concept with what it rests on; a remark in its title gives way to that. */
function conceptText(said: Extract<Said, { kind: "concept" }>, subject: SubjectKind): Clause {
  const { holds, join } = said;
  const target = join === undefined ? subject : join === "county" ? "area" : join;
  const details = detailsOf(said);
  const because = details.length === 0 ? "" : bracketed(clauses(details, subject));
  const clause: Clause = holds === undefined ? { text: conceptQuestion(said.title.zh, target) } : conceptClause(said.title.zh, holds, target);
  const place = join === undefined ? "" : places[join];
  const named = because === "" ? clause.text : clause.text.replace(/（[^（）]*）$/, "");
  return {
    text: `${place}${named}${because}`,
    ...(because !== "" || place !== "" || clause.belongs === undefined ? {} : { belongs: clause.belongs }),
  };
}

function clauseOf(said: Said, subject: SubjectKind): Clause {
  const { holds } = said;
  switch (said.kind) {
    case "constant":
      return { text: whether(holds, "无附加条件", "条件恒不成立", "条件不明") };
    case "concept":
      return conceptText(said, subject);
    case "age": {
      const word = `${holds === undefined ? "是否" : ""}${ages[holds === false ? oppositeOf(said.op) : said.op](said.years.zh)}`;
      if (said.since !== undefined) return { text: `自${said.since.zh}起${word}` };
      return { text: `${said.seen === undefined ? "" : `现年${said.seen}周岁，`}${word}` };
    }
    case "day":
      return { text: `${holds === undefined ? "是否" : ""}${days[holds === false ? oppositeOf(said.op) : said.op]}${said.date.zh}` };
    case "compare": {
      const { what, bound, family } = said;
      const word = comparisons[family][holds === false ? oppositeOf(said.op) : said.op];
      if (holds === undefined) return { text: `${what.title.zh}是否${word}${bound.zh}` };
      return { text: what.seen === undefined ? `${what.title.zh}${word}${bound.zh}` : `${what.title.zh}为${what.seen.zh}，${word}${bound.zh}` };
    }
    case "choice": {
      const { what, choices } = said;
      const named = orList(choices.map(({ zh }) => zh));
      if (holds === undefined) return { text: `${what.title.zh}是否为${named}` };
      if (holds) return { text: `${what.title.zh}为${what.seen?.zh ?? named}` };
      return { text: what.seen === undefined ? `${what.title.zh}不是${named}` : `${what.title.zh}为${what.seen.zh}，不是${named}` };
    }
    case "member":
      return { text: `${said.list.zh}${whether(holds, "包括", "不包括", "是否包括")}${said.item.zh}` };
    case "none":
      return { text: `${whether(holds, "没有", "有", "有无")}${said.title.zh}` };
    case "item":
      return { text: `${quoted(said.title.zh)}一项${whether(holds, "达到要求", "未达到要求", "是否达到要求")}` };
    case "inside":
      return { text: `${said.title.zh}${whether(holds, "在", "不在", "是否在")}${said.area.zh}范围内` };
    case "adopted":
      return { text: `${isPlace(subject) ? "当地" : "所在地"}${whether(holds, "已决定实施本条", "没有决定实施本条", "是否决定实施本条")}` };
    case "reading": {
      const read = orList(said.readings.map(({ zh }) => quoted(zh)));
      if (said.readings.length === 0) return { text: `${quoted(said.title.zh)}${whether(holds, "为是", "为否", "尚未确定")}` };
      return { text: `${quoted(said.title.zh)}${whether(holds, "按", "不按", "是否按")}${read}掌握` };
    }
    case "quantified": {
      const each = clauseOf(said.each, subject).text;
      const some = said.how !== "all";
      const present = said.how === "none" && holds !== undefined ? !holds : holds;
      if (some) return { text: `${said.list.zh}中${whether(present, "有", "没有", "有无")}${each}的` };
      return { text: `${said.list.zh}${whether(holds, "均", "不都", "是否均")}${each}` };
    }
    case "all":
    case "any":
      return { text: said.kind === "all" ? clauses(said.parts, subject) : alternatives(said.parts, subject) };
    case "case": {
      const [when, then, otherwise] = [said.when, said.then, said.otherwise].map((part) => clauseOf(part, subject).text);
      return { text: `${when}的，${then}；其他情形，${otherwise}` };
    }
    case "same":
      return {
        text: `${quoted(clauseOf(said.one, subject).text)}与${quoted(clauseOf(said.other, subject).text)}${whether(holds, "情况一致", "情况不一致", "情况是否一致")}`,
      };
  }
}

/** What a clause says after the clause before it, where both hold the same thing against two limits; undefined where they do not. */
function continued(before: Said | undefined, said: Said): string | undefined {
  if (before === undefined || said.holds === undefined || before.holds === undefined) return undefined;
  if (said.kind === "compare" && before.kind === "compare") {
    const same = said.what.title.zh === before.what.title.zh && said.what.seen?.zh === before.what.seen?.zh;
    return same ? `且${comparisons[said.family][said.holds ? said.op : oppositeOf(said.op)]}${said.bound.zh}` : undefined;
  }
  if (said.kind === "day" && before.kind === "day") return `且${days[said.holds ? said.op : oppositeOf(said.op)]}${said.date.zh}`;
  if (said.kind !== "age" || before.kind !== "age" || said.since?.zh !== before.since?.zh || said.seen !== before.seen) return undefined;
  return `且${ages[said.holds ? said.op : oppositeOf(said.op)](said.years.zh)}`;
}

interface Group {
  text: string;
  readonly nouns: string[];
  readonly holds: boolean | undefined;
  /** True of a list of alternatives, which stands last. */
  readonly listed: boolean;
}

/** Clauses that all hold: those that say to what the subject belongs drawn together, lists of alternatives last. */
export function clauses(said: readonly Said[], subject: SubjectKind): string {
  const groups: Group[] = [];
  for (const [index, each] of said.entries()) {
    const last = groups.at(-1);
    const more = continued(said[index - 1], each);
    const clause = clauseOf(each, subject);
    const { belongs } = clause;
    const listed = each.kind === "any" && clause.text.startsWith(oneOfThese);
    if (more !== undefined && last !== undefined) last.text += more;
    else if (belongs !== undefined && last !== undefined && last.holds === belongs.holds) last.nouns.push(belongs.noun);
    else {
      const text = each.kind === "case" && said.length > 1 && isCompound(clause.text) ? bracketed(clause.text) : clause.text;
      groups.push({ text, nouns: belongs === undefined ? [] : [belongs.noun], holds: belongs?.holds, listed });
    }
  }
  const texts = [...groups.filter(({ listed }) => !listed), ...groups.filter(({ listed }) => listed)].map(({ text, nouns: names, holds }) => {
    if (names.length < 2) return text;
    // of 属于甲、乙 one could think that either will do
    return holds === true ? `同时属于${names.slice(0, -1).join("、")}和${names.at(-1)}` : `不属于${orList(names)}`;
  });
  const plain = texts.filter((text) => !text.startsWith(oneOfThese));
  const separator = plain.some(isCompound) ? "；" : "，";
  return [...new Set(texts)].join(separator);
}

const oneOfThese = "有下列情形之一：";
const numerals = "①②③④⑤⑥⑦⑧⑨⑩";

/** Alternatives in a row; numbered where one of them is made of several conditions. */
function alternatives(parts: readonly Said[], subject: SubjectKind): string {
  const made = parts.map((part) => clauseOf(part, subject));
  const belonging = made.flatMap(({ belongs }) => (belongs?.holds === true ? [belongs.noun] : []));
  if (belonging.length === made.length && belonging.length > 1) return `属于${orList(belonging)}`;
  if (made.every(({ text }) => !isCompound(text))) return orClauses(made);
  // a list within a list cannot be numbered again
  if (made.length > numerals.length || made.some(({ text }) => text.includes(oneOfThese)))
    return made.map(({ text }) => (isCompound(text) ? bracketed(text) : text)).join("或者");
  return `${oneOfThese}${made.map(({ text }, index) => `${numerals.charAt(index)}${text}`).join("；")}`;
}

/** Simple alternatives, what the subject may belong to before all others: 属于空巢人员、留守人员或者独居. */
function orClauses(made: readonly Clause[]): string {
  const nouns = made.flatMap(({ belongs }) => (belongs?.holds === true ? [belongs.noun] : []));
  const others = made.filter(({ belongs }) => belongs?.holds !== true).map(({ text }) => text);
  return [...(nouns.length === 0 ? [] : [`属于${nouns.join("、")}`]), ...others].join("或者");
}

/** One clause about a subject, without its subject. */
export const clause = (said: Said, subject: SubjectKind): string => clauseOf(said, subject).text;
