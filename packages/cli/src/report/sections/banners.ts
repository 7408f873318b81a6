import { html, type Markup, nothing, say } from "../markup.js";
import type { ReportData } from "../reportData.js";
import { pageWords } from "../words.js";

/** What a reader must know before any figure: the data are synthetic, example values were used. */
export function banners({ synthetic, illustrative, illustrativeParameters }: ReportData): Markup {
  return html`${synthetic ? html`<p class="banner"><b>${say(pageWords.syntheticTitle)}</b> ${say(pageWords.syntheticText)}</p>` : nothing}${
    illustrative
      ? html`<div class="banner"><details><summary><b>${say(pageWords.illustrativeTitle)}</b> ${say(pageWords.illustrativeText)}</summary>
<dl class="pairs">${illustrativeParameters.map(({ id, title, value }) => html`<div><dt>${say(title)} <code>${id}</code></dt><dd>${value}</dd></div>`)}</dl></details></div>`
      : nothing
  }`;
}
