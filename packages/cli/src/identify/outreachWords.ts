import type { Wording } from "@eldercare/core";
import type { ChangeCause, EntitlementChange, EntitlementChangeKind, PersonEvent } from "@eldercare/rules/identify";

/** What happened to a person. */
export const eventWords: Readonly<Record<PersonEvent["kind"], Wording>> = {
  joined: { zh: "新登记", en: "joined" },
  left: { zh: "不再登记", en: "left" },
  died: { zh: "去世", en: "died" },
  moved: { zh: "迁居", en: "moved" },
};

/** What becomes of an entitlement. */
export const changeWords: Readonly<Record<EntitlementChangeKind, Wording>> = {
  gained: { zh: "新符合", en: "gained" },
  lost: { zh: "不再符合", en: "lost" },
  inDoubt: { zh: "需核实", en: "in doubt" },
  amountChanged: { zh: "金额变动", en: "amount changed" },
};

const causeWords: Readonly<Record<Exclude<ChangeCause, "facts">, Wording>> = {
  moved: { zh: "迁居后适用另一地的规定", en: "other rules hold at the new place" },
  joined: { zh: "新登记", en: "newly registered" },
  left: { zh: "不再登记", en: "no longer registered" },
  date: { zh: "到期（情况没有变化）", en: "time alone: no fact has changed" },
};

/** Why an entitlement changed: the facts that did, or what else. */
export function causeOf({ because, facts }: EntitlementChange): Wording {
  if (because !== "facts") return causeWords[because];
  return { zh: facts.map(({ words }) => words.zh).join("；"), en: facts.map(({ words }) => words.en).join("; ") };
}

/** When something happened, or from where to where somebody moved. */
export function eventDetail(event: PersonEvent, placeName: (code: string) => string): string {
  if (event.kind === "died") return event.on;
  if (event.kind !== "moved") return "";
  return [event.from, event.to].map((code) => (code === undefined ? "?" : placeName(code))).join(" → ");
}
