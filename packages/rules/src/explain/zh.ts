import type { SubjectKind } from "@eldercare/core";
import type { CompareOperator, Join } from "../logic/node.js";
import { detailsOf, oppositeOf, type Said } from "./said.js";
import { conceptWords } from "./words/conceptWords.js";

/** A clause without its subject; `noun` where it says that the subject belongs to something, so that such clauses can be joined. */
interface Clause {
  readonly text: string;
  readonly belongs?: { readonly noun: string; readonly holds: boolean };
}

/** Quotation marks within quotation marks become single ones. */
export const quoted = (text: string): string => `“${text.replaceAll("“", "‘").replaceAll("”", "’")}”`;

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

const places: Readonly<Record<Join, string>> = { household: "家庭", village: "所在村", township: "所在乡镇", county: "所在县", person: "该人员" };

// nouns by whose ends a title is known to name somebody or something
const nouns = /(?:人|员|者|对象|家庭|户|户籍|村|区|乡镇|县|中心|院|点|站|机构|设施|老年人|成员|人口|类|种|家属|遗属|子女|配偶|职工|居民)$/;
const negatives: readonly (readonly [RegExp, string])[] = [
  [/^已经?/, "尚未"],
  [/^没有(关闭|停用|撤销|终止|退出|入住|领取|享受|参加)/, "已$1"],
  [/^(?:没有|无)/, "有"],
  [/^有/, "没有"],
  [/^(?=在|愿意|具备|符合|属于|能|可以|同意|需要|住|为|是)/, "不"],
  [/^由/, "不由"],
  [/^(?=达到|满足|参加|提出|完成|明确|享受|领取|取得|持有|接受|建立|设立|配备|通过|登记|备案|签订|缴纳|实行)/, "未"],
];

const negate = (text: string): string | undefined => {
  const found = negatives.find(([pattern]) => pattern.test(text));
  return found === undefined ? undefined : text.replace(found[0], found[1]);
};

/** What a yes-or-no title says where it holds and where it does not. */
function conceptClause(title: string, holds: boolean, subject: SubjectKind): Clause {
  const known = Object.hasOwn(conceptWords, title) ? conceptWords[title]?.zh : undefined;
  if (known !== undefined) return "noun" in known ? belonging(known.noun, holds) : { text: holds ? known.holds : known.fails };
  const [before, after] = title.includes("是否") ? (title.split("是否", 2) as [string, string]) : ["", title];
  const opposite = negate(after);
  if (opposite !== undefined) return { text: `${before}${holds ? after : opposite}` };
  if (before !== "" || title.includes("是否")) return { text: `${before}${holds ? "" : "未"}${after}` };
  if (nouns.test(title.replace(/（[^）]*）$/, ""))) return belonging(title, holds);
  return subject === "person" ? belonging(`${title}情形`, holds) : { text: `${holds ? "符合" : "不符合"}${quoted(title)}` };
}

const belonging = (noun: string, holds: boolean): Clause => ({ text: `${holds ? "属于" : "不属于"}${noun}`, belongs: { noun, holds } });

/** The words for which of two a clause is: 是否 where that is not known. */
const whether = (holds: boolean | undefined, yes: string, no: string, open: string): string => (holds === undefined ? open : holds ? yes : no);

const orList = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join("、")}或者${words.at(-1)}`);

function clauseOf(said: Said, subject: SubjectKind): Clause {
  const { holds } = said;
  switch (said.kind) {
    case "constant":
      return { text: whether(holds, "无附加条件", "条件恒不成立", "条件不明") };
    case "concept": {
      const target = said.join === undefined ? subject : said.join === "county" ? "area" : said.join;
      const clause = conceptClause(said.title.zh, holds !== false, target);
      const place = said.join === undefined ? "" : places[said.join];
      const text = `${place}${holds === undefined ? `是否${clause.text.replace(/^是/, "")}` : clause.text}`;
      const details = detailsOf(said);
      const because = details.length === 0 ? "" : `（${clauses(details, subject)}）`;
      return {
        text: `${text}${because}`,
        ...(because !== "" || place !== "" || holds === undefined || clause.belongs === undefined ? {} : { belongs: clause.belongs }),
      };
    }
    case "age": {
      const word = ages[holds === false ? oppositeOf(said.op) : said.op](said.years.zh);
      if (said.since !== undefined) return { text: `自${said.since.zh}起${holds === undefined ? "是否" : ""}${word}` };
      return { text: `${said.seen === undefined ? "" : `现年${said.seen}周岁，`}${holds === undefined ? "是否" : ""}${word}` };
    }
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
      return { text: `所在地${whether(holds, "已决定实施该条", "没有决定实施该条", "是否决定实施该条")}` };
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
        text: `“${clauseOf(said.one, subject).text}”与“${clauseOf(said.other, subject).text}”${whether(holds, "情况一致", "情况不一致", "情况是否一致")}`,
      };
  }
}

/** Clauses that all hold, those that say to what the subject belongs drawn together. */
export function clauses(said: readonly Said[], subject: SubjectKind): string {
  const made = said.map((each) => ({ clause: clauseOf(each, subject), compound: each.kind === "case" }));
  const groups: { text: string; nouns: string[]; holds: boolean | undefined }[] = [];
  for (const { clause, compound } of made) {
    const last = groups.at(-1);
    if (clause.belongs !== undefined && last !== undefined && last.holds === clause.belongs.holds) last.nouns.push(clause.belongs.noun);
    else
      groups.push({
        text: compound && made.length > 1 && /[，；]/.test(clause.text) ? `（${clause.text}）` : clause.text,
        nouns: clause.belongs === undefined ? [] : [clause.belongs.noun],
        holds: clause.belongs?.holds,
      });
  }
  const texts = groups.map(({ text, nouns: names, holds }) =>
    names.length < 2 ? text : `${holds ? "属于" : "不属于"}${names.slice(0, -1).join("、")}${holds ? "和" : "或者"}${names.at(-1)}`,
  );
  const separator = texts.some((text) => /[，；]/.test(text.replace(/（[^）]*）/g, ""))) ? "；" : "，";
  return [...new Set(texts)].join(separator);
}

function alternatives(parts: readonly Said[], subject: SubjectKind): string {
  const made = parts.map((part) => clauseOf(part, subject));
  const names = made.flatMap(({ belongs }) => (belongs?.holds === true ? [belongs.noun] : []));
  if (names.length === made.length && names.length > 1) return `属于${orList(names)}`;
  return made.map(({ text }) => (/[，；]/.test(text) ? `（${text}）` : text)).join("或者");
}

/** One clause about a subject, without its subject. */
export const clause = (said: Said, subject: SubjectKind): string => clauseOf(said, subject).text;
