import type { SubjectKind, Wording } from "@eldercare/core";
import type { ParameterValues } from "../logic/closures.js";
import type { Leaf, Node } from "../logic/node.js";
import type { Value } from "../logic/value.js";
import { joinSubject } from "../logic/vocabulary.js";
import type { ChainMeaning } from "../pack/meaning.js";
import { quoted } from "./quoted.js";
import { type AreaName, type ChoiceName, wordValue } from "./valueWords.js";
import { choiceTitle } from "./words/choiceWords.js";
import { fieldTitle } from "./words/fieldWords.js";
import { unitOfField, yearsAs } from "./words/unitWords.js";

/** Around what words are found: the packs, the parameters of the day, the names of areas, the kind of record spoken of. */
export interface Speaking {
  readonly subject: SubjectKind;
  readonly meaning: ChainMeaning;
  readonly parameters: ParameterValues;
  readonly areaName: AreaName;
  /** Parameters whose value is an example. */
  readonly illustrative: ReadonlySet<string>;
  /** How the one entry of a checklist is called that has no title of its own: as its rule. */
  readonly item?: Wording;
}

const unitInTitle = {
  zh: /（(?:平方米|㎡|亩|周岁|元|分钟|米|年|月|人\/平方千米|%)）/,
  en: / \((?:m²|mu|yuan|minutes|metres|years|months|persons per km²|%)\)/,
};

/** A title without the unit that its value carries already. */
export const bareTitle = ({ zh, en }: Wording): Wording => ({ zh: zh.replace(unitInTitle.zh, ""), en: en.replace(unitInTitle.en, "") });

const leafTitles = new WeakMap<Leaf, Wording>();

/** How a leaf is called; its last name where the pack gives no title. */
export function leafTitle(leaf: Leaf): Wording {
  const known = leafTitles.get(leaf);
  if (known !== undefined) return known;
  const made = titleOfLeaf(leaf);
  leafTitles.set(leaf, made);
  return made;
}

function titleOfLeaf(leaf: Leaf): Wording {
  if (leaf.title !== undefined) return bareTitle(leaf.title);
  const pointer = leaf.parameter ?? leaf.pointer ?? leaf.key;
  return fieldTitle(pointer) ?? choiceTitle(pointer.split("/").at(-1) ?? leaf.key);
}

type Pathed = { readonly join: string | undefined; readonly path: string };

const paths = new WeakMap<Leaf, Map<SubjectKind, Pathed>>();

/** The dotted path of a fact, and the join that leads to it; found once for each leaf and kind of record. */
function pathOf(leaf: Leaf, subject: SubjectKind): Pathed {
  const known = paths.get(leaf) ?? new Map<SubjectKind, Pathed>();
  paths.set(leaf, known);
  const before = known.get(subject);
  if (before !== undefined) return before;
  const made = readPathOf(leaf, subject);
  known.set(subject, made);
  return made;
}

function readPathOf(leaf: Leaf, subject: SubjectKind): Pathed {
  const [first = "", ...rest] = (leaf.pointer ?? leaf.key).split("/").slice(1);
  const joined = rest.length > 0 && Object.hasOwn(joinSubject, first) && !(subject === "household" && first === "members");
  return joined ? { join: first, path: rest.join(".") } : { join: undefined, path: [first, ...rest].join(".") };
}

const targetOf = (join: string | undefined, subject: SubjectKind): SubjectKind =>
  join === undefined ? subject : joinSubject[join as keyof typeof joinSubject];

function unitOfLeaf(leaf: Leaf, { subject, meaning }: Speaking): string | undefined {
  const { join, path } = pathOf(leaf, subject);
  const target = targetOf(join, subject);
  return path.startsWith("facts.") ? yearsAs(meaning.unitOf(target, path.slice("facts.".length)), leafTitle(leaf).zh) : unitOfField(target, path);
}

/** The titles that a pack gives to the values of what a node reads. */
function titlesOf(node: Node, speaking: Speaking): Readonly<Record<string, Wording>> | undefined {
  const { subject, meaning } = speaking;
  switch (node.op) {
    case "fact": {
      const { join, path } = pathOf(node.leaf, subject);
      // a member of a list is told from the list by a star
      return path.startsWith("facts.") ? meaning.titlesOf(targetOf(join, subject), path.slice("facts.".length).replace(".*", "")) : undefined;
    }
    case "defined":
      return meaning.titlesOf(node.subject, node.name) ?? titlesOf(node.body, { ...speaking, subject: node.subject });
    case "if":
      return titlesOf(node.whenTrue, speaking) ?? titlesOf(node.whenFalse, speaking);
    default:
      return undefined;
  }
}

/** What the choices of a node are called: by the titles of its pack, or as the register calls them. */
export function choiceNameOf(node: Node, speaking: Speaking): ChoiceName {
  return (choice) => {
    const titles = titlesOf(node, speaking);
    return (titles !== undefined && Object.hasOwn(titles, choice) ? titles[choice] : undefined) ?? choiceTitle(choice);
  };
}

/** In which unit a node gives its value; undefined where it has none, or none that is known. */
export function unitOf(node: Node, speaking: Speaking): string | undefined {
  switch (node.op) {
    case "fact":
    case "aggregate":
      return unitOfLeaf(node.leaf, speaking);
    case "param": {
      const declared = speaking.meaning.parameters.get(node.id)?.thing;
      return yearsAs(declared?.unit, declared?.title.zh ?? "") ?? (declared?.type === "rational" ? "share" : undefined);
    }
    case "defined":
      return yearsAs(speaking.meaning.unitOf(node.subject, node.name), node.title.zh);
    case "+":
    case "-":
    case "min":
    case "max":
      return node.args.map((arg) => unitOf(arg, speaking)).find((unit) => unit !== undefined);
    case "if":
      return unitOf(node.whenTrue, speaking) ?? unitOf(node.whenFalse, speaking);
    case "table":
      return node.rows.map((row) => unitOf(row.then, speaking)).find((unit) => unit !== undefined);
    case "daysBetween":
      return "day";
    case "monthsBetween":
      return "month";
    default:
      return undefined;
  }
}

/** A parameter as it is cited: its value where there is one, else its name. */
export function wordParameter(node: Extract<Node, { op: "param" }>, unit: string | undefined, speaking: Speaking): Wording {
  const value = speaking.parameters.get(node.id);
  const title = leafTitle(node.leaf);
  if (value === undefined)
    return node.leaf.parameter === undefined
      ? { zh: quoted(title.zh), en: `“${title.en}”` }
      : { zh: `当地尚未确定的${quoted(title.zh)}`, en: `“${title.en}” (not yet set)` };
  const word = wordValue(value, node.type, unit ?? unitOf(node, speaking), speaking.areaName);
  return speaking.illustrative.has(node.id) ? { zh: `${word.zh}（示例值）`, en: `${word.en} (an example value)` } : word;
}

const both = (a: Wording, b: Wording, zh: (one: string, other: string) => string, en: (one: string, other: string) => string): Wording => ({
  zh: zh(a.zh, b.zh),
  en: en(a.en, b.en),
});

/** One for each of something is as many as there are of it; undefined of any other product. */
function oneForEach(args: readonly Node[], speaking: Speaking): Wording | undefined {
  const each = args.find((arg) => arg.op === "param" && speaking.parameters.get(arg.id) === 1);
  const [of, ...more] = args.filter((arg) => arg !== each);
  if (each === undefined || of === undefined || more.length > 0 || unitOf(each, speaking) !== unitOf(of, speaking)) return undefined;
  return wordQuantity(of, undefined, speaking);
}

/** A share of something as one writes it: 60岁以上人口的90%; undefined where no share is taken of one thing. */
function sharedOut(args: readonly Node[], speaking: Speaking): Wording | undefined {
  const [one, other, ...more] = args;
  if (one === undefined || other === undefined || more.length > 0) return undefined;
  const [share, of] = unitOf(one, speaking) === "share" && one.op === "param" ? [one, other] : [other, one];
  if (share.op !== "param" || unitOf(share, speaking) !== "share" || speaking.parameters.get(share.id) === undefined) return undefined;
  const [whole, part] = [wordQuantity(of, unitOf(of, speaking), speaking), wordParameter(share, "share", speaking)];
  if (part.zh === "100%") return whole;
  return both(
    whole,
    part,
    (all, some) => `${all}的${some}`,
    (all, some) => `${some} of ${all}`,
  );
}

/** What stands on one side of a comparison, named: a value written out, a parameter by its value, a fact by its title. */
export function wordQuantity(node: Node, unit: string | undefined, speaking: Speaking): Wording {
  const inner = (arg: Node): Wording => wordQuantity(arg, unitOf(arg, speaking), speaking);
  switch (node.op) {
    case "literal":
      return wordValue(node.value, node.type, unit, speaking.areaName);
    case "param":
      return wordParameter(node, unit, speaking);
    case "fact":
    case "aggregate":
      return leafTitle(node.leaf);
    case "defined":
      return joined(node.join, bareTitle(node.title));
    case "dateAsked":
      return { zh: "查询日", en: "the date asked" };
    case "ageOn":
      return { zh: "年龄", en: "age" };
    case "tierOf":
      return { zh: "行政层级", en: "administrative tier" };
    case "*": {
      const share = sharedOut(node.args, speaking) ?? oneForEach(node.args, speaking);
      if (share !== undefined) return share;
      return { zh: node.args.map((arg) => inner(arg).zh).join("×"), en: node.args.map((arg) => inner(arg).en).join(" × ") };
    }
    case "+":
    case "-":
    case "/":
      return {
        zh: node.args.map((arg) => inner(arg).zh).join({ "+": "＋", "-": "－", "/": "÷" }[node.op]),
        en: node.args.map((arg) => inner(arg).en).join({ "+": " + ", "-": " − ", "/": " ÷ " }[node.op]),
      };
    case "min":
    case "max": {
      const parts = node.args.map(inner);
      const least = node.op === "min";
      return {
        zh: `${parts.map(({ zh }) => zh).join("、")}中${least ? "最小" : "最大"}的一项`,
        en: `the ${least ? "smallest" : "largest"} of ${parts.map(({ en }) => en).join(", ")}`,
      };
    }
    case "daysBetween":
    case "monthsBetween":
    case "yearsBetween": {
      const word = { daysBetween: ["天数", "days"], monthsBetween: ["整月数", "whole months"], yearsBetween: ["整年数", "whole years"] }[node.op];
      return both(
        inner(node.from),
        inner(node.to),
        (from, to) => `${from}至${to}的${word[0]}`,
        (from, to) => `the ${word[1]} from the ${from} to ${to}`,
      );
    }
    case "addDays":
    case "addMonths":
    case "addYears": {
      const word = { addDays: ["天", "days"], addMonths: ["个月", "months"], addYears: ["年", "years"] }[node.op];
      return both(
        inner(node.date),
        wordQuantity(node.amount, undefined, speaking),
        (date, amount) => `${date}后${amount}${word[0]}`,
        (date, amount) => `${amount} ${word[1]} after the ${date}`,
      );
    }
    case "if":
      return both(
        wordQuantity(node.whenTrue, unit, speaking),
        wordQuantity(node.whenFalse, unit, speaking),
        (one, other) => `视情形为${one}或者${other}`,
        (one, other) => `${one} or ${other}, as the case may be`,
      );
    case "count":
      return both(
        node.list.op === "fact" ? leafTitle(node.list.leaf) : { zh: "所列各项", en: "entries" },
        { zh: "", en: "" },
        (list) => `${list}中符合条件的数量`,
        (list) => `number of ${list} that qualify`,
      );
    case "call": {
      const parts = node.args.map(inner);
      const filled = (template: string, locale: keyof Wording): string =>
        template.replace(/\{(\d+)\}/g, (whole, index) => parts[Number(index)]?.[locale] ?? whole);
      return { zh: filled(node.title.zh, "zh"), en: filled(node.title.en, "en") };
    }
    case "table": {
      const title = speaking.meaning.tables.get(node.name)?.thing.title;
      return title === undefined
        ? { zh: "分档标准", en: "value from the scale" }
        : { zh: `${quoted(title.zh)}所列标准`, en: `value from “${title.en}”` };
    }
    default:
      return { zh: "条件的结论", en: "outcome of the condition" };
  }
}

const whose: Readonly<Record<string, Wording>> = {
  household: { zh: "家庭", en: "household's " },
  village: { zh: "所在村", en: "village's " },
  township: { zh: "所在乡镇", en: "township's " },
  county: { zh: "所在县", en: "county's " },
  person: { zh: "该人员", en: "person's " },
  facility: { zh: "所属设施", en: "facility's " },
};

/** A title of another record that the subject leads to, with whose it is. */
export function joined(join: string | undefined, title: Wording): Wording {
  const owner = join === undefined ? undefined : whose[join];
  if (owner === undefined) return title;
  // 家庭月收入 says whose it is already
  return {
    zh: title.zh.startsWith(owner.zh) ? title.zh : `${owner.zh}${title.zh}`,
    en: title.en.includes(join ?? "") ? title.en : `${owner.en}${title.en}`,
  };
}

/** A value of a node as it was found. */
export const wordSeen = (node: Node, value: Value, speaking: Speaking, unit = unitOf(node, speaking)): Wording =>
  wordValue(value, node.type, unit, speaking.areaName, choiceNameOf(node, speaking));
