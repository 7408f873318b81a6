import type { Decision, Effect, Modality } from "@eldercare/core";
import type { EffectDeclaration } from "../pack/pack.js";
import { clause, clauses, isPlural, question, type Who, whoIs } from "./en.js";
import type { Scale } from "./scaleWords.js";
import type { RuleTelling, Telling } from "./telling.js";
import { wordDeadline, wordYuan } from "./valueWords.js";
import { wordBasis } from "./wordBasis.js";
import { wordOrder, wordStanding, wordTerms } from "./words/termWords.js";

const should: Readonly<Record<Modality, string>> = {
  required: "shall",
  "in-principle": "shall in principle",
  aspirational: "should, as far as possible,",
  "permitted-or-encouraged": "may",
  conditional: "may, where the conditions for it exist,",
};

/** How a number that is asked for binds. */
const mustBe: Readonly<Record<Modality, string>> = {
  required: "must be",
  "in-principle": "must in principle be",
  aspirational: "is, as far as possible, to be",
  "permitted-or-encouraged": "may be",
  conditional: "may, where the conditions for it exist, be",
};

/** What a requirement that does not bind is, for whoever is told that it is not met. */
const strength: Readonly<Partial<Record<Modality, string>>> = {
  "in-principle": " This is asked in principle.",
  aspirational: " This is an aim, and does not bind.",
  "permitted-or-encouraged": " This is allowed or encouraged, and does not bind.",
  conditional: " This supposes that the conditions for it exist, and does not bind.",
};

const per = { day: "a day", week: "a week", month: "a month", year: "a year", once: "once" } as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const whoOf = ({ subject }: Telling): Who => whoIs(subject, true);

const times = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

/** How somebody is listed where the clause does not bind. */
const listed: Readonly<Partial<Record<Modality, string>>> = {
  "in-principle": "shall in principle be",
  aspirational: "should, as far as possible, be",
  "permitted-or-encouraged": "may be",
  conditional: "may, where the conditions for it exist, be",
};

/** What a rule gives: "you shall receive …, 4 times a year". */
function gives({ rule, effect, modality }: Pick<Telling, "rule" | "effect" | "modality">, who: Who): string {
  const title = `“${rule.title.en}”`;
  const duty = should[modality];
  switch (rule.then.kind) {
    case "category":
      return `${who.subject} ${listed[modality] ?? (who.you ? "are" : "is")} listed under ${title}`;
    case "service": {
      const granted = effect?.kind === "service" ? effect : undefined;
      const frequency =
        granted?.times === undefined || granted.per === undefined ? openTimes(rule.then) : `, ${times(granted.times)} ${per[granted.per]}`;
      return `${who.subject} ${duty} receive ${title}${frequency}`;
    }
    case "benefit": {
      const amount = effect?.kind === "benefit" ? effect.amountFen : undefined;
      return `${who.subject} ${duty} receive ${title}, ${amount === undefined ? "the amount being for the place to set" : `${wordYuan(amount).en} ${per[rule.then.per]}`}${wordTerms(rule.then).en}`;
    }
    case "priority":
      return `${who.subject} ${listed[modality] ?? (who.you ? "are" : "is")} in the order of ${title}${effect?.kind === "priority" ? `, in place ${effect.rank}${wordStanding(effect).en}` : ""}`;
    case "device":
      return `${who.subject} ${duty} receive ${title}`;
    case "pairing":
      return `${title} ${duty} be arranged`;
    case "model":
      return `${title} ${duty} be adopted`;
    default:
      return `${title} applies`;
  }
}

const openTimes = (then: EffectDeclaration): string => (then.kind === "service" && then.times !== undefined ? ", as often as the place decides" : "");

const opWords = { ">=": "at least ", "<=": "at most ", "==": "" } as const;

function measured({ rule, effect, measure, modality }: Telling): string {
  const { then } = rule;
  if ((then.kind === "standard" || then.kind === "target") && measure !== undefined) {
    const by = effect?.kind === "target" && effect.by !== undefined ? ` by ${wordDeadline(effect.by).en}` : "";
    const plural = isPlural(measure.title.en);
    return `The ${measure.title.en} ${plural ? mustBe[modality].replace(/^is/, "are") : mustBe[modality]} ${opWords[then.op]}${measure.required.en}${by}, and ${plural ? "are" : "is"} ${measure.observed.en}`;
  }
  if (then.kind !== "staffing" || effect?.kind !== "staffing" || effect.required === undefined) return "";
  return `${effect.required} ${effect.required === 1 ? "member of staff is" : "members of staff are"} required and ${effect.present ?? "an unknown number"} present${(effect.short ?? 0) > 0 ? `: ${effect.short} short` : ""}`;
}

const verdicts: Readonly<Partial<Record<NonNullable<Extract<Effect, { kind: "target" }>["state"]>, string>>> = {
  due: "not yet reached, and still in time",
  overdue: "not reached in time",
  undated: "not yet reached",
};

function verdict(status: Decision["status"], effect: Effect | undefined): string {
  if (status === "met") return "which meets the requirement";
  const state = effect?.kind === "target" ? verdicts[effect.state] : undefined;
  return state === undefined ? "which does not meet the requirement" : `which is ${state}`;
}

const workings = (steps: readonly { readonly en: string; readonly value: string }[]): string =>
  steps.length === 0 ? "" : ` Worked out: ${steps.map(({ en, value }) => `${en} = ${value}`).join("; ")}.`;

const because = (telling: Telling): string => (telling.reasons.length === 0 ? "" : ` This is because ${clauses(telling.reasons, whoOf(telling))}.`);

function notes({ illustrative, examples }: Telling): string {
  if (!illustrative) return "";
  const named = examples.map(({ title, value }) => `${title.en}: ${value.en}`).join("; ");
  return ` This stands on example values${named === "" ? "" : ` (${named})`}, for demonstration only.`;
}

const list = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);

function undetermined(telling: Telling): string {
  const { toGrant, toDeny, proven } = telling.missing ?? { toGrant: [], toDeny: [], proven: false };
  const facts = toGrant.filter((each) => "fact" in each).map(({ title }) => question(title, whoOf(telling)));
  const parameters = toGrant.filter((each) => "parameter" in each).map(({ title }) => `“${title.en}”`);
  const open = telling.reasons.length === 0 ? "" : ` It is still open whether ${clauses(telling.reasons, whoOf(telling))}.`;
  const ask = facts.length === 0 ? "" : ` Please give: ${list(facts)}.`;
  const settle = parameters.length === 0 ? "" : ` The document leaves open, and the place must first set: ${list(parameters)}.`;
  const hopeless =
    toGrant.length === 0 && toDeny.length > 0
      ? ` It could be settled by knowing: ${list(toDeny.map(({ title }) => question(title, whoOf(telling))))}.`
      : "";
  const unsure = proven || toGrant.length === 0 ? "" : " (Perhaps less would do.)";
  const { subject, you } = whoOf(telling);
  const asks = telling.measures ? `${subject} ${you ? "meet" : "meets"}` : `${subject} ${you ? "qualify" : "qualifies"} for`;
  return `It cannot yet be said whether ${asks} “${telling.rule.title.en}”.${open}${ask}${settle}${hopeless}${unsure}`;
}

/** What was laid down above, who changed it, and how. */
const changes = ({ overrides }: Pick<Telling, "overrides">): string =>
  overrides.length === 0 ? "" : ` ${overrides.map(({ en }) => capital(en)).join(". ")}.`;

/** One decision in plain English, to the person concerned. */
export function enExplanation(telling: Telling): string {
  return `${decided(telling)}${changes(telling)}${notes(telling)} Basis: ${wordBasis(telling.basis, "en")}.`;
}

function decided(telling: Telling): string {
  const { rule, status, effect } = telling;
  const who = whoOf(telling);
  const bound = status === "notMet" ? (strength[telling.modality] ?? "") : "";
  const title = `“${rule.title.en}”`;
  switch (status) {
    case "granted": {
      if (rule.then.kind === "funding")
        return `${capital(who.subject)} is to be given ${title}${funding(effect)}.${because(telling)}${workings(telling.steps)}`;
      return `${capital(gives(telling, who))}.${because(telling)}`;
    }
    case "denied":
      return `${capital(who.subject)} ${who.you ? "do" : "does"} not qualify for ${title}.${because(telling)}`;
    case "notApplicable":
      return telling.senseless
        ? `${title} cannot be reckoned for ${who.subject}, and is not judged.`
        : `${title} does not concern ${who.subject}.${because(telling)}`;
    case "undetermined":
      return `${undetermined(telling)}`;
    default: {
      if (rule.then.kind === "checklist")
        return `${capital(who.subject)} ${status === "met" ? "meets" : "does not meet"} ${title}.${status === "met" ? "" : because(telling)}${bound}`;
      return `${measured(telling)}, ${verdict(status, effect)}.${rule.then.kind === "staffing" ? workings(telling.steps) : ""}${bound}`;
    }
  }
}

const funding = (effect: Effect | undefined): string =>
  effect?.kind === "funding" && effect.amountFen !== undefined
    ? `, at least ${wordYuan(effect.amountFen).en} a year`
    : ", the amount to be reckoned once the standards are set";

/** What a rule asks and gives, for anybody. */
export function enRule(telling: RuleTelling): string {
  const { rule, asked, subject } = telling;
  const who = whoIs(subject, false);
  const where = asked === undefined ? `For every ${subject}` : `Where ${clause(asked, who)}`;
  const basis = telling.basis.length === 0 ? "" : ` Basis: ${wordBasis(telling.basis, "en")}.`;
  return `${capital(rule.title.en)}. ${where}, ${ruleBody(telling, who)}.${changes(telling)}${basis}`;
}

const classes = {
  disabled: "disabled residents",
  semiDisabled: "semi-disabled residents",
  selfCaring: "self-caring residents",
  all: "residents",
} as const;

/** A quantity in a sentence: a number as it is, a name with its article. */
const named = (words: string): string => (/^(?:[\d“−]|the |of these)/.test(words) ? words : `the ${words}`);

function ruleBody(telling: RuleTelling, who: Who): string {
  const { rule, modality, asks, open, scale } = telling;
  const { then } = rule;
  const duty = should[modality];
  const given = (name: string): string => asks.find((each) => each.name === name)?.words.en ?? "";
  switch (then.kind) {
    case "standard":
    case "target": {
      const by = then.kind === "target" && telling.by !== undefined ? ` by ${wordDeadline(telling.by).en}` : "";
      return `${named(given("metric"))} ${duty} be ${opWords[then.op]}${named(given("value"))}${by}`;
    }
    case "staffing": {
      const ratios = (then.ratios ?? []).map(
        (ratio, index) => `one for every ${given(`ratio${index}`).replace(/ persons?$/, "")} ${classes[ratio.class]}`,
      );
      const minimum = then.minimum === undefined ? [] : [`at least ${given("minimum")}`];
      return `staff (${telling.roles.map(({ en }) => en).join(", ")}) ${duty} be present: ${[...ratios, ...minimum].join("; ")}`;
    }
    case "funding":
      return `the yearly amount ${duty} be at least ${given("of")} × ${given("persons")} × ${given("share")}`;
    case "checklist":
      return `the requirement “${rule.title.en}” ${duty} be met`;
    case "service":
      return `${who.subject} ${duty} receive “${rule.title.en}”${then.times === undefined ? "" : open ? ", as often as the place decides" : `, ${given("times")}`}`;
    case "benefit": {
      const benefit = `${who.subject} ${duty} receive “${rule.title.en}”`;
      const terms = wordTerms(then).en;
      if (open) return `${benefit}, the amount being for the place to set${terms}`;
      return scale === undefined
        ? `${benefit}, ${given("amountFen")} ${per[then.per]}${terms}`
        : `${benefit}${terms}: ${enScale(scale, who, per[then.per])}`;
    }
    case "priority":
      return `${gives({ ...telling, effect: undefined }, who)}${wordOrder(asks).en}`;
    default:
      return gives({ ...telling, effect: undefined }, who);
  }
}

/** The steps of an amount: where …, 300 yuan a month; otherwise, 200 yuan a month. */
function enScale({ steps, summed }: Scale, who: Who, often: string): string {
  const told = steps.map(({ when, gives: amount }) => `${when === undefined ? "otherwise" : `where ${clause(when, who)}`}, ${amount.en} ${often}`);
  return `${told.join("; ")}${summed && steps.length > 1 ? "; those that apply are added up" : ""}`;
}
