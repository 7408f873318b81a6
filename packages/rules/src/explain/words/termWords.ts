import type { Wording } from "@eldercare/core";
import type { PriorityEffect } from "../../effects/grantedTerms.js";
import type { BenefitTerms } from "../../pack/pack.js";

const forms: Readonly<Record<NonNullable<BenefitTerms["form"]>, Wording>> = {
  cash: { zh: "以现金发放", en: "in money" },
  service: { zh: "以服务形式提供", en: "in the form of services" },
};

const payees: Readonly<Record<NonNullable<BenefitTerms["payee"]>, Wording>> = {
  person: { zh: "付给本人", en: "paid to the person" },
  household: { zh: "付给其家庭", en: "paid to the household" },
  facility: { zh: "付给养老服务设施", en: "paid to the facility" },
  provider: { zh: "付给提供服务的机构", en: "paid to the provider of the services" },
};

const prorations: Readonly<Record<NonNullable<BenefitTerms["proration"]>, Wording>> = {
  calendarDay: { zh: "不足一月的按当月天数折算", en: "part of a month being paid by its calendar days" },
  thirty360: { zh: "不足一月的每月按30天折算", en: "part of a month being paid by days, 30 to a month" },
  halfMonth: { zh: "不足一月的按半月计", en: "part of a month being paid by halves" },
  fullMonth: { zh: "按整月计发", en: "months being paid whole" },
};

const roundings: Readonly<Record<NonNullable<BenefitTerms["rounding"]>, Wording>> = {
  up: { zh: "不足一分的按一分计", en: "rounded up to the fen" },
  down: { zh: "不足一分的舍去", en: "rounded down to the fen" },
  halfUp: { zh: "四舍五入到分", en: "rounded to the nearest fen" },
  halfEven: { zh: "四舍六入五成双到分", en: "rounded to the nearest fen, halves to the even one" },
};

const listed = (words: readonly (Wording | undefined)[]): Wording => {
  const given = words.filter((word) => word !== undefined);
  return { zh: given.map(({ zh }) => `，${zh}`).join(""), en: given.map(({ en }) => `, ${en}`).join("") };
};

/** On what terms a benefit is paid, after its amount; empty where the document says nothing. */
export const wordTerms = ({ form, payee, proration, rounding }: BenefitTerms): Wording =>
  listed([form && forms[form], payee && payees[payee], proration && prorations[proration], rounding && roundings[rounding]]);

/** What decides among those of one rank, and what is kept for them, as a decision found it. */
export function wordStanding({ tieBreakers = [], reservedPlaces }: PriorityEffect): Wording {
  const tie = tieBreakers.includes(true)
    ? { zh: "同等条件下优先", en: "before others of that rank" }
    : tieBreakers.includes(null)
      ? { zh: "同等条件下是否优先尚待查明", en: "whether before others of that rank being still open" }
      : undefined;
  const kept = reservedPlaces === undefined ? undefined : { zh: `预留名额${reservedPlaces}个`, en: `places kept for that rank: ${reservedPlaces}` };
  return listed([tie, kept]);
}

/**
 * What decides among those of one rank, and what is kept for them, as a rule asks it of anybody.
 *
 * @param asks the expressions of the rule's effect in words, by their names
 */
export function wordOrder(asks: readonly { readonly name: string; readonly words: Wording }[]): Wording {
  const ties = asks.filter(({ name }) => name.startsWith("tieBreaker")).map(({ words }) => words);
  const kept = asks.find(({ name }) => name === "reservedPlaces")?.words;
  const first = { zh: ties.map(({ zh }) => zh).join("；"), en: ties.map(({ en }) => en).join("; ") };
  return {
    zh:
      (first.zh === "" ? "" : `；同等条件下依次优先：${first.zh}`) +
      (kept === undefined ? "" : /^\d/.test(kept.zh) ? `；预留名额${kept.zh}` : `；预留名额按${kept.zh}确定`),
    en:
      (first.en === "" ? "" : `; of one rank those come first, in this order, of whom: ${first.en}`) +
      (kept === undefined ? "" : `; places kept: ${kept.en}`),
  };
}
