import type { Wording } from "@eldercare/core";

/** A piece of HTML in which whatever came from data is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in a template of `html`: text and numbers are escaped, markup is taken as it is. */
export type Content = Markup | string | number | readonly Content[];

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * A text as it may stand in HTML, in an element or in a quoted attribute.
 *
 * @example
 * escapeText('<b a="1">') //=> "&lt;b a=&quot;1&quot;&gt;"
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function print(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (typeof content === "string") return escapeText(content);
  if (typeof content === "number") return String(content);
  return content.map(print).join("");
}

/**
 * HTML from a template: what is interpolated is escaped unless it is markup already, so that forgetting is safe.
 *
 * @example
 * html`<b>${"a < b"}</b>`.text //=> "<b>a &lt; b</b>"
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(strings.map((string, i) => string + (i < values.length ? print(values[i] ?? "") : "")).join(""));
}

/** Nothing. */
export const nothing = new Markup("");

/**
 * A text in both languages; the style sheet shows the one that the page is set to.
 *
 * @example
 * say({ zh: "缺口", en: "short" }).text //=> '<span class="zh" lang="zh-CN">缺口</span><span class="en" lang="en">short</span>'
 */
export function say(wording: Wording): Markup {
  const { zh, en } = wording;
  return zh === en ? html`${zh}` : html`<span class="zh" lang="zh-CN">${zh}</span><span class="en" lang="en">${en}</span>`;
}

/** Attributes that let the page put a text of the language shown into an attribute, or into the element where `into` is "text". */
export function sayInto(into: "text" | "aria-label" | "title" | "placeholder", { zh, en }: Wording): Markup {
  return html`data-into="${into}" data-zh="${zh}" data-en="${en}"${into === "text" ? "" : html` ${into}="${zh}"`}`;
}

/**
 * JSON that may stand inside a script element: no `<` closes it early and no line separator breaks it.
 *
 * @example
 * embeddedJson({ name: "</script>" }).text //=> '{"name":"\\u003c/script>"}'
 */
export function embeddedJson(value: unknown): Markup {
  const text = JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  return new Markup(text);
}
