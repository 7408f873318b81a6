import type { Wording } from "@eldercare/core";
import { printCount } from "../figures.js";
import { html, type Markup, say } from "../markup.js";
import type { ReportData } from "../reportData.js";
import { countedWords, pageWords } from "../words.js";

interface Tile {
  readonly section: string;
  readonly title: Wording;
  readonly value: number;
  readonly unit: Wording;
  readonly note: Wording;
  /** True where the figure calls for action. */
  readonly alarm?: boolean;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** People with at least one rule granted; undefined where single people are not listed. */
function peopleGranted({ people }: ReportData): number | undefined {
  if (people.listed === null) return undefined;
  const { ids, rules, status } = people.listed;
  return ids.filter((_, person) => status.slice(person * rules.length, (person + 1) * rules.length).includes("1")).length;
}

function tilesOf(data: ReportData): Tile[] {
  const ofPeople = data.rules.filter((rule) => rule.subject === "person");
  const granted = peopleGranted(data);
  const shortAt = data.facilities.map((facility) => sum(facility.staffing.map((staffing) => staffing.short ?? 0)));
  const overdue = data.targets.filter((target) => target.state === "overdue").length;
  const { unitPeople, unitDecisions, unitVisits, unitTargets } = pageWords;
  return [
    { section: "entitlements", title: pageWords.tilePeople, value: data.people.count, unit: unitPeople, note: countedWords.rules(ofPeople.length) },
    {
      section: "entitlements",
      title: pageWords.tileGranted,
      value: sum(ofPeople.map((rule) => rule.granted)),
      unit: unitDecisions,
      note: granted === undefined ? countedWords.rules(ofPeople.length) : countedWords.people(granted),
    },
    {
      section: "ask-next",
      title: pageWords.tileUndetermined,
      value: sum(ofPeople.map((rule) => rule.undetermined)),
      unit: unitDecisions,
      note: countedWords.facts(data.askNext.length),
    },
    {
      section: "facilities",
      title: pageWords.tileStaff,
      value: sum(shortAt),
      unit: unitPeople,
      note: countedWords.facilitiesShort(shortAt.filter((short) => short > 0).length),
      alarm: sum(shortAt) > 0,
    },
    {
      section: "visits",
      title: pageWords.tileVisits,
      value: data.visits.planned,
      unit: unitVisits,
      note: countedWords.visitsOf(data.visits.asked, data.visits.unassigned),
    },
    {
      section: "targets",
      title: pageWords.tileTargets,
      value: overdue,
      unit: unitTargets,
      note: countedWords.targetsOf(data.targets.length),
      alarm: overdue > 0,
    },
  ];
}

/** The report in six figures, each leading to its section. */
export function overview(data: ReportData): Markup {
  const tiles = tilesOf(data).map(
    ({ section, title, value, unit, note, alarm = false }) =>
      html`<li><a href="#${section}" class="tile${alarm ? " alarm" : ""}"><span>${say(title)}</span><strong>${printCount(value)}<i>${say(unit)}</i></strong><small>${say(note)}</small></a></li>
`,
  );
  return html`<section id="overview"><h2>${say(pageWords.overview)}</h2>
<ul class="tiles">${tiles}</ul></section>`;
}
