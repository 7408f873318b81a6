import { html, type Markup, nothing } from "../../report/markup.js";
import type { PackPageData } from "../packPageData.js";
import { quotes } from "../quotes.js";
import { linkageWords, type Tell, packPageWords as words } from "../words.js";

/** The title of a benefit: that of a rule that grants it. */
function benefitTitle(benefit: string, packs: PackPageData["parents"], tell: Tell): string {
  const rule = packs.flatMap(({ rules }) => rules).find(({ then }) => then.kind === "benefit" && then.benefit === benefit);
  return rule === undefined ? benefit : tell(rule.title);
}

/** How the benefits of one person meet. */
export function linkagesSection({ pack, parents }: PackPageData, tell: Tell): Markup {
  const { linkages = [] } = pack;
  if (linkages.length === 0) return nothing;
  const packs = [pack, ...parents];
  const items = linkages.map(
    ({ benefits, rule, pays, clauses, note }, index) =>
      html`<li id="linkage-${index}"><b>${benefits.map((benefit) => benefitTitle(benefit, packs, tell)).join(" · ")}</b> <em class="chip">${tell(linkageWords[rule])}</em>${
        pays === undefined ? nothing : html` ${tell(words.pays)}${benefitTitle(pays, packs, tell)}`
      }${quotes(clauses, packs, tell)}${note === undefined ? nothing : html`<small lang="zh-CN">${note}</small>`}</li>`,
  );
  return html`<section id="linkages"><h2>${tell(words.linkages)}</h2><ul class="plain">${items}</ul></section>`;
}
