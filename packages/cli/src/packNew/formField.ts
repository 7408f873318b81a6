import { isCivilDate, type Wording } from "@eldercare/core";
import { readDate } from "../table/readDate.js";

/** What an author has said so far, by the names of the fields; an empty text where the document says nothing. */
export type Said = Readonly<Record<string, string>>;

/** One answer to choose from. */
export interface Choice {
  readonly value: string;
  readonly words: Wording;
}

/** One thing to be said of a new pack: its option, what it is, an example, and what it must be like. */
export interface FormField {
  readonly name: string;
  readonly option: string;
  readonly what: Wording;
  readonly example: string;
  readonly expected: Wording;
  /** What was meant by what was written; undefined where it cannot be used. */
  readonly read: (written: string, said: Said) => string | undefined;
  /** The answers to choose from, where there are few. */
  readonly choices?: (said: Said) => readonly Choice[];
  /** Several of the choices may be given, with commas between them. */
  readonly several?: true;
  /** What is likely after what has been said: offered at a terminal, taken where the option is absent. */
  readonly usual?: (said: Said) => string | undefined;
  /** Whether it is asked at all after what has been said. */
  readonly applies?: (said: Said) => boolean;
}

type Reading = Pick<FormField, "expected" | "read">;

/** A text that must not be empty. */
export const someText: Reading = {
  expected: { zh: "一段文字，不能为空", en: "some text, not empty" },
  read: (written) => (written.trim() === "" ? undefined : written.trim()),
};

/** A date that exists, written in any way that a table may write it. */
export const someDate: Reading = {
  expected: { zh: "存在的日期，如 2026-01-01", en: "a date that exists, such as 2026-01-01" },
  read: (written) => {
    const date = readDate(written.trim());
    return isCivilDate(date) ? date : undefined;
  },
};

/** A whole number in a range, or nothing where the document names none. */
export const wholeOrNothing = (least: number, most: number): Reading => ({
  expected: {
    zh: `${least} 至 ${most} 的整数；原文没有写的留空`,
    en: `a whole number from ${least} to ${most}, or nothing where the document names none`,
  },
  read: (written) => {
    const text = written.trim();
    if (text === "") return "";
    return /^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most ? String(Number(text)) : undefined;
  },
});

/** One of the choices, or several of them. */
export function chosen(choices: (said: Said) => readonly Choice[], several?: true): Reading & Pick<FormField, "choices" | "several"> {
  return {
    expected: {
      zh: several ? "所列选项，用逗号分隔" : "所列选项之一",
      en: several ? "some of the choices, with commas between them" : "one of the choices",
    },
    read: (written, said) => {
      const values = choices(said).map(({ value }) => value);
      const given = several ? written.split(/[,，、;；]/).map((text) => text.trim()) : [written.trim()];
      const meant = given.filter((text) => text !== "" || !several);
      return meant.every((text) => values.includes(text)) ? [...new Set(meant)].join(",") : undefined;
    },
    choices,
    ...(several ? { several } : {}),
  };
}
