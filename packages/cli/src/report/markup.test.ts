import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { embeddedJson, escapeText, html, say, sayInto } from "./markup.js";

/** Reads back what `escapeText` writes, as a browser would. */
const readBack = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "");

describe("markup", () => {
  it("escapes every text so that it opens no tag, closes no attribute and reads back the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(readBack(escaped)).toBe(text);
      }),
    );
  });

  it("escapes what is put into a template, but not markup that is escaped already", () => {
    const name = html`<b>${"<script>"}</b>`;
    expect(html`<p title="${'"a'}">${name}${[1, "&"]}</p>`.text).toBe('<p title="&quot;a"><b>&lt;script&gt;</b>1&amp;</p>');
  });

  it("escapes in both languages", () => {
    expect(say({ zh: "<i>", en: "&" }).text).toBe('<span class="zh" lang="zh-CN">&lt;i&gt;</span><span class="en" lang="en">&amp;</span>');
    expect(sayInto("title", { zh: '"', en: "'" }).text).toBe('data-into="title" data-zh="&quot;" data-en="&#39;" title="&quot;"');
  });

  it("says a text that is the same in both languages once", () => {
    expect(say({ zh: "GeoNames", en: "GeoNames" }).text).toBe("GeoNames");
  });

  it("embeds any JSON so that nothing closes the script element and it parses back equal", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: "binary" }), (value, text) => {
        const embedded = embeddedJson({ value, text }).text;
        expect(embedded).not.toMatch(/[<\u2028\u2029]/);
        expect(JSON.parse(embedded)).toEqual(JSON.parse(JSON.stringify({ value, text })));
      }),
    );
    expect(JSON.parse(embeddedJson("</script><!--\u2028\u2029").text)).toBe("</script><!--\u2028\u2029");
  });
});
