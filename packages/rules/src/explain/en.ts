import type { SubjectKind, Wording } from "@eldercare/core";
import type { CompareOperator, Join } from "../logic/node.js";
import { detailsOf, oppositeOf, type Said } from "./said.js";
import { type ConceptWords, conceptWords } from "./words/conceptWords.js";

/** Of whom a sentence speaks: "you are", "the facility is". */
export interface Who {
  readonly subject: string;
  readonly you: boolean;
}

type EnglishConcept = ConceptWords["en"];

const comparisons: Readonly<Record<"counted" | "measured" | "date", Readonly<Record<CompareOperator, string>>>> = {
  counted: { "==": "", "!=": "not ", "<": "fewer than ", "<=": "at most ", ">": "more than ", ">=": "at least " },
  measured: { "==": "", "!=": "not ", "<": "below ", "<=": "at most ", ">": "above ", ">=": "at least " },
  date: { "==": "", "!=": "not ", "<": "before ", "<=": "on or before ", ">": "after ", ">=": "on or after " },
};

const ages: Readonly<Record<CompareOperator, (years: string) => string>> = {
  "==": (years) => `exactly ${years}`,
  "!=": (years) => `not ${years}`,
  "<": (years) => `under ${years}`,
  "<=": (years) => `at most ${years}`,
  ">": (years) => `over ${years}`,
  ">=": (years) => `at least ${years}`,
};

const days: Readonly<Record<CompareOperator, (date: string) => string>> = {
  "==": (date) => `it is ${date}`,
  "!=": (date) => `it is not ${date}`,
  "<": (date) => `it is before ${date}`,
  "<=": (date) => `it is not later than ${date}`,
  ">": (date) => `it is after ${date}`,
  ">=": (date) => `it is ${date} or later`,
};

const places: Readonly<Record<Join, string>> = {
  household: "the household",
  village: "the village",
  township: "the township",
  county: "the county",
  person: "the person",
  facility: "the facility",
};

const headNouns =
  /^(?:[\w-]+ )*?(?:person|persons|recipient|member|family|household|village|township|county|area|centre|home|point|facility|station|beneficiary|veteran|survivor|seat|child|spouse|resident)(?: |$)/;
const auxiliaries = /^has (?:asked|been|had|applied|received|taken|passed|given|moved|signed|registered|completed|paid)\b/;
const verbs =
  /^(?:applies|stands|has|meets|wishes|needs|lives|gives|receives|owns|takes|complies|belongs|pays|holds|uses|works|wants|asks|serves|shares)\b/;
const clauseVerb = /^(.+? )(is|are|was|were|has|have|can|may)( .+)$/;

/** How an English title is spoken: as a clause with its own subject, a verb, a noun or what follows "is". */
function conceptOf(title: string): EnglishConcept {
  if (title.startsWith("is ")) return { is: title.slice("is ".length) };
  if (auxiliaries.test(title)) return { verb: "have", third: "has", rest: title.slice(4), auxiliary: true };
  if (verbs.test(title)) {
    const [third = "", ...rest] = title.split(" ");
    const verb = third === "has" ? "have" : /(?:sh|ch|ss|x)es$/.test(third) ? third.slice(0, -2) : third.replace(/ies$/, "ys").slice(0, -1);
    return { verb, third, rest: rest.join(" ") };
  }
  const finite = /\b(?:that|who|which|is not) /.test(title) ? null : clauseVerb.exec(title);
  if (finite !== null) {
    const [, before = "", verb = "", after = ""] = finite;
    return { holds: title, fails: `${before}${verb} not${after}` };
  }
  if (/^(?:nobody|no )/.test(title))
    return {
      holds: `there is ${title}`,
      fails: title.startsWith("nobody") ? `there is ${title.replace("nobody", "somebody")}` : `there is ${title.replace(/^no /, "")}`,
    };
  if (/^(?:severe |registered )?disability\b/.test(title)) return { verb: "have", third: "has", rest: `a ${title}` };
  if (headNouns.test(title) && !/^(?:a|an|the|of|in|not) /.test(title)) return { is: `${/^[aeiou]/i.test(title) ? "an" : "a"} ${title}` };
  return { is: title };
}

function conceptClause(title: string, zhTitle: string, holds: boolean, { subject, you }: Who): string {
  const concept = (Object.hasOwn(conceptWords, zhTitle) ? conceptWords[zhTitle]?.en : undefined) ?? conceptOf(title);
  if ("holds" in concept) return holds ? concept.holds : concept.fails;
  if ("is" in concept) {
    if (!holds && concept.is.startsWith("not ")) return `${subject} ${you ? "are" : "is"} ${concept.is.slice(4)}`;
    return `${subject} ${you ? "are" : "is"} ${holds ? "" : "not "}${concept.is}`;
  }
  const { verb, third, rest, auxiliary } = concept;
  if (holds) return `${subject} ${you ? verb : third} ${rest}`;
  return auxiliary === true ? `${subject} ${you ? verb : third} not ${rest}` : `${subject} ${you ? "do" : "does"} not ${verb} ${rest}`;
}

/** Whether a title names several things by its head: residents in support, not share of beds. */
export const isPlural = (title: string): boolean =>
  /[^s]s$/.test(title.split(/ (?:of|in|not|to|that|with|for|by|beyond|built|upgraded|named|trained)\b/)[0] ?? "");

const asksItself = /^(?:of these|what|which|whether|who|how|the|it) /;
const saysWhose = / of the (?:household|village|township|county)\b/;

function possessed(title: string, { subject, you }: Who): string {
  if (asksItself.test(title)) return title;
  if (saysWhose.test(title)) return `the ${title}`;
  return you ? `your ${title}` : subject.startsWith("the ") ? `the ${title}` : `${subject}’s ${title}`;
}

/** The beginning of what is said of something measured: "your ability level is ". */
const measuredOf = (title: string, who: Who): string => `${possessed(title, who)} ${isPlural(title) ? "are" : "is"} `;

/** Text in brackets; brackets within become square. */
const bracketed = (text: string): string => `(${text.replaceAll("(", "[").replaceAll(")", "]")})`;

const orList = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);

const whether = (holds: boolean | undefined, yes: string, no: string): string => (holds === false ? no : yes);

/** One clause about somebody, with its subject; of what is not known, the clause that would hold. */
export function clause(said: Said, who: Who): string {
  const { holds } = said;
  switch (said.kind) {
    case "constant":
      return whether(holds, "nothing more is asked", "the condition can never hold");
    case "concept": {
      const about = said.join === undefined ? who : { subject: places[said.join], you: false };
      const plain = conceptClause(said.title.en, said.title.zh, holds !== false, about);
      // a clause with a subject of its own does not say whose it is
      const text = said.join === undefined || plain.startsWith(about.subject) ? plain : `${plain} in ${about.subject}`;
      const details = detailsOf(said);
      return details.length === 0 ? text : `${text} ${bracketed(clauses(details, who))}`;
    }
    case "age": {
      const word = ages[holds === false ? oppositeOf(said.op) : said.op](said.years.en.replace(/ years?$/, ""));
      if (said.since !== undefined) return `${word} years have passed since the ${said.since.en}`;
      const be = `${who.subject} ${who.you ? "are" : "is"}`;
      if (said.seen !== undefined && holds === undefined) return `${possessed("age", who)}, ${said.seen}, is ${word}`;
      return said.seen === undefined ? `${be} ${word} years old` : `${be} ${said.seen}, ${word}`;
    }
    case "day":
      return days[holds === false ? oppositeOf(said.op) : said.op](said.date.en);
    case "compare": {
      const { what, bound, family } = said;
      const word = comparisons[family][holds === false ? oppositeOf(said.op) : said.op];
      const title = measuredOf(what.title.en, who);
      return what.seen === undefined || holds === undefined ? `${title}${word}${bound.en}` : `${title}${what.seen.en}, ${word}${bound.en}`;
    }
    case "choice": {
      const { what, choices } = said;
      const named = orList(choices.map(({ en }) => en));
      const title = possessed(what.title.en, who);
      if (holds !== false) return `${title} is ${holds === true && what.seen !== undefined ? what.seen.en : named}`;
      return what.seen === undefined ? `${title} is not ${named}` : `${title} is ${what.seen.en}, not ${named}`;
    }
    case "member":
      return isPlural(said.list.en)
        ? `${possessed(said.list.en, who)} ${whether(holds, "include", "do not include")} ${said.item.en}`
        : `${possessed(said.list.en, who)} ${whether(holds, "includes", "does not include")} ${said.item.en}`;
    case "none":
      return `there is ${whether(holds, "no", isPlural(said.title.en) ? "some" : /^[aeiou]/i.test(said.title.en) ? "an" : "a")} ${said.title.en}`;
    case "item":
      return `the item “${said.title.en}” is ${whether(holds, "", "not ")}fulfilled`;
    case "inside":
      return `${possessed(said.title.en, who)} lies ${whether(holds, "in", "outside")} ${said.area.en}`;
    case "adopted":
      return `the place has ${whether(holds, "", "not ")}decided to apply the clause`;
    case "reading":
      if (said.readings.length === 0) return `“${said.title.en}” is ${whether(holds, "answered with yes", "answered with no")}`;
      return `“${said.title.en}” is ${whether(holds, "", "not ")}read as “${orList(said.readings.map(({ en }) => en))}”`;
    case "quantified": {
      const each = clause(said.each, { subject: "it", you: false });
      const present = said.how === "none" && holds !== undefined ? !holds : holds;
      const which = said.how === "all" ? whether(holds, "each", "not each") : whether(present, "at least one", "none");
      return `${which} of the ${said.list.en} is such that ${each}`;
    }
    case "all":
      return clauses(said.parts, who, "and");
    case "any":
      return clauses(said.parts, who, "or");
    case "case":
      return `where ${clause(said.when, who)}: ${clause(said.then, who)}; otherwise: ${clause(said.otherwise, who)}`;
    case "same":
      return `“${clause(said.one, who)}” and “${clause(said.other, who)}” are ${whether(holds, "both so or both not so", "not alike")}`;
  }
}

/** Several clauses, one after the other; `word` between the last two. What has the subject of the clause before it leaves it out. */
export function clauses(said: readonly Said[], who: Who, word: "and" | "or" = "and"): string {
  const limited = said.flatMap((each) => (each.kind === "compare" && each.what.seen === undefined ? [measuredOf(each.what.title.en, who)] : []));
  const whole = [...new Set(said.map((each) => nested(each, clause(each, who), said.length > 1)))];
  const start = `${who.subject} `;
  const texts = whole.map((text, index) => {
    const before = whole[index - 1];
    if (text.startsWith(start) && before?.startsWith(start) === true) return text.slice(start.length);
    // one thing held against two limits is named once
    const named = limited.find((prefix) => text.startsWith(prefix) && before?.startsWith(prefix) === true);
    return named === undefined ? text : text.slice(named.length);
  });
  if (texts.length < 2) return texts.join("");
  const separator = texts.some((text) => /[,;]/.test(text.replace(/\([^)]*\)/g, ""))) ? "; " : ", ";
  return texts.length === 2 && separator === ", "
    ? texts.join(` ${word} `)
    : `${texts.slice(0, -1).join(separator)}${separator === "; " ? ";" : ""} ${word} ${texts.at(-1)}`;
}

const nested = ({ kind }: Said, text: string, among: boolean): string =>
  among && (kind === "any" || kind === "all" || kind === "case") && / (?:or|and|otherwise) /.test(text) ? bracketed(text) : text;

/** Of whom sentences about a kind of subject speak. */
export function whoIs(subject: SubjectKind, you: boolean): Who {
  if (subject === "person") return you ? { subject: "you", you: true } : { subject: "the person", you: false };
  return { subject: subject === "workforce" ? "the member of staff" : `the ${subject}`, you: false };
}

/** What is to be asked, as an object of "give": a yes-or-no title becomes "whether you …". */
export const question = ({ zh, en }: Wording, who: Who): string => (zh.includes("是否") ? `whether ${conceptClause(en, zh, true, who)}` : en);
