import type { SubjectKind } from "@eldercare/core";
import { quoted } from "./quoted.js";
import { conceptWords } from "./words/conceptWords.js";

/** A clause without its subject; `belongs` where it says that the subject is one of something, so that such clauses can be joined. */
export interface Clause {
  readonly text: string;
  readonly belongs?: { readonly noun: string; readonly holds: boolean };
}

// by whose ends a title is known to name somebody or something
const nouns =
  /(?:人|员|者|民|对象|主体|家庭|户|户籍|村|社区|牧区|地区|街道|城镇|乡镇|县|市|旗|盟|苏木|中心|院|园区|公寓|点|站|机构|组织|企业|设施|成员|人口|类|种|家属|遗属|子女|配偶)$/;

/** What a person is, and 人员 after it whom it makes of them. */
const states = /(?:残疾|失能|失智|高龄|空巢|留守)$/;

const withoutNote = (title: string): string => title.replace(/（[^）]*）$/, "");

// what someone is by a phrase that begins like a verb
const nounOfVerb = /^(?:(?:由|因).*的|在用的.*)(?:对象|人员|老年人|家庭|机构|设施)$/;

const negatives: readonly (readonly [RegExp, string])[] = [
  [/^已经?/, "尚未"],
  [/^未(?!满)/, "已"],
  [/^为/, "不是"],
  [/^没有(关闭|停用|撤销|终止|退出|入住|领取|享受|参加)/, "已$1"],
  [/^(?:没有|无)/, "有"],
  [/^有/, "没有"],
  [/^(?=在|愿意|具备|符合|属于|能|可以|同意|需要|住|居住在|设在|是|自愿)/, "不"],
  [/^由/, "不由"],
  [/^自有$/, "不是自有"],
  [/^(?=达到|满足|参加|提出|完成|明确|享受|领取|取得|持有|持|接受|建立|设立|配备|通过|登记|备案|签订|缴纳|实行|委托|申请|举办|核定|依托)/, "未"],
  [/^(群众|当地|村民)有/, "$1没有"],
  [/^(家庭|户籍|住所)在/, "$1不在"],
  [/已经/, "尚未"],
];

function negate(text: string): string | undefined {
  const found = negatives.find(([pattern]) => pattern.test(text));
  // what has not been done is not said to be over: 未参加培训, not 未参加了培训
  return found === undefined ? undefined : text.replace(found[0], found[1]).replace(/^(未[^了，]{1,4})了/, "$1");
}

const belonging = (noun: string, holds: boolean): Clause => ({ text: `${holds ? "属于" : "不属于"}${noun}`, belongs: { noun, holds } });

/** What a yes-or-no title says where it holds and where it does not. */
export function conceptClause(title: string, holds: boolean, subject: SubjectKind): Clause {
  const known = Object.hasOwn(conceptWords, title) ? conceptWords[title]?.zh : undefined;
  if (known !== undefined) return "noun" in known ? belonging(known.noun, holds) : { text: holds ? known.holds : known.fails };
  const asks = title.includes("是否");
  const [before, after] = asks ? (title.split("是否", 2) as [string, string]) : ["", title];
  if (before === "" && nounOfVerb.test(after)) return belonging(after, holds);
  const opposite = negate(after);
  if (opposite !== undefined) return { text: `${before}${holds ? after : opposite}` };
  const isNoun = nouns.test(withoutNote(after));
  if (before !== "") return { text: isNoun ? `${before}${holds ? "为" : "不是"}${after}` : `${before}${holds ? "" : "未"}${after}` };
  if (isNoun) return belonging(after, holds);
  if (subject === "person" && states.test(withoutNote(after))) return belonging(`${after}人员`, holds);
  if (asks) return { text: `${holds ? "" : "未"}${after}` };
  return subject === "person" ? belonging(`${after}情形`, holds) : { text: `${holds ? "符合" : "不符合"}${quoted(after)}` };
}

/** The same where it is not known. */
export function conceptQuestion(title: string, subject: SubjectKind): string {
  // 居住是否分散 asks already
  if (title.indexOf("是否") > 0) return title;
  return `是否${conceptClause(title, true, subject).text.replace(/^是/, "")}`;
}
