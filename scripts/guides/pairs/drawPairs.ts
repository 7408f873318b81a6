import { type LabelledDot, placeLabels } from "../../../packages/cli/src/report/geometry/placeLabels.js";
import { type DrawnPoint, fitProjection } from "../../../packages/cli/src/report/geometry/projection.js";
import { html, type Markup } from "../../../packages/cli/src/report/markup.js";
import { colours, hueOf } from "../picture/colours.js";
import { crumbs, mapPaper } from "../picture/mapParts.js";
import { drawMaps, mapFrame, mapSize } from "../picture/mapSheet.js";
import { box, line, type Pen } from "../picture/pen.js";
import { sizes, words } from "../picture/text.js";
import { type Language, pictureWords } from "../words.js";
import type { WorkedPairs } from "./workPairs.js";

/** A person and her volunteer, as a line. */
interface Bond {
  readonly person: string;
  readonly volunteer: string;
  readonly isGrid: boolean;
  readonly metres: number;
}

function drawOne({ example, pairing }: WorkedPairs["worked"][number], left: number, top: number, pen: Pen): Markup {
  const { language, names, used } = pen;
  const { persons, volunteers, places } = example.problem;
  const { project, metresPerUnit } = fitProjection(places, { ...mapSize, margin: 52 });
  const at = new Map(places.map((place) => [place.id, project(place)] as const));
  const placeOf = new Map([...persons, ...volunteers].map(({ id, place }) => [id, place]));
  const pointOf = (id: string): DrawnPoint => at.get(placeOf.get(id) ?? "") ?? [0, 0];
  const hues = new Map(volunteers.map(({ id }, i) => [id, hueOf(i)]));
  const bonds: Bond[] = [
    ...pairing.pairs.map(({ person, volunteer, distanceMetres }) => ({ person, volunteer, isGrid: false, metres: distanceMetres })),
    ...pairing.grids.flatMap(({ leader, members }) =>
      members.map(({ person, distanceMetres }) => ({ person, volunteer: leader, isGrid: true, metres: distanceMetres })),
    ),
  ];
  const volunteerOf = new Map(bonds.map(({ person, volunteer }) => [person, volunteer]));
  const dots: LabelledDot[] = [...persons, ...volunteers].map(({ id }) => ({ at: pointOf(id), radius: 9, text: names(id)[language] }));
  const told = bonds.map(({ person, volunteer, metres }): LabelledDot => {
    const [[x0, y0], [x1, y1]] = [pointOf(person), pointOf(volunteer)];
    return { at: [(x0 + x1) / 2, (y0 + y1) / 2], radius: 4, text: String(Math.round(metres / 100) / 10) };
  });
  const way = bonds.flatMap(({ person, volunteer }) => crumbs(pointOf(person), pointOf(volunteer)));
  const labels = placeLabels([...dots, ...told, ...way], mapSize, sizes.small);
  const written = (i: number, dot: LabelledDot, fill: string, bold: boolean): Markup | "" => {
    const label = labels[i];
    return label === undefined ? "" : words(label.x, label.y, dot.text, { size: sizes.small, anchor: label.anchor, fill, bold, halo: mapPaper });
  };
  const lines = bonds.map(({ person, volunteer, isGrid }) => {
    used.add(isGrid ? "inGrid" : "oneToOne");
    const dash = isGrid ? html`stroke-dasharray="6 3"` : "";
    return line(
      ["M", ...pointOf(person), "L", ...pointOf(volunteer)],
      html`stroke="${hues.get(volunteer) ?? colours.ink}" stroke-width="2.4" ${dash}`,
    );
  });
  const squares = volunteers.map(({ id }) => {
    used.add("volunteer");
    const [x, y] = pointOf(id);
    const isBusy = bonds.some(({ volunteer }) => volunteer === id);
    const fill = isBusy ? (hues.get(id) ?? colours.ink) : colours.paper;
    return box(x - 7, y - 7, 14, 14, html`fill="${fill}" stroke="${isBusy ? colours.ink : colours.soft}" stroke-width="2"`);
  });
  const circles = persons.map(({ id }) => {
    const [x, y] = pointOf(id);
    const volunteer = volunteerOf.get(id);
    used.add(volunteer === undefined ? "unpaired" : "person");
    const [fill, style] =
      volunteer === undefined
        ? [colours.paper, html`stroke="${colours.alarm}" stroke-width="2" stroke-dasharray="3 2"`]
        : [hues.get(volunteer) ?? colours.ink, html`stroke="${colours.paper}" stroke-width="1.5"`];
    return html`<circle cx="${x}" cy="${y}" r="6" fill="${fill}" ${style}/>
`;
  });
  const texts = [
    ...dots.map((dot, i) => {
      const person = persons[i];
      return written(i, dot, person !== undefined && !volunteerOf.has(person.id) ? colours.alarm : colours.ink, person === undefined);
    }),
    ...told.map((dot, i) => written(dots.length + i, dot, hues.get(bonds[i]?.volunteer ?? "") ?? colours.ink, true)),
  ];
  const cost = `${pictureWords.cost[language]} ${pairing.cost.total}`;
  return mapFrame(example.title[language], html`${lines}${squares}${circles}${texts}`, metresPerUnit, cost, left, top);
}

/** The picture of a page about pairing. */
export const drawPairs = ({ page, worked }: WorkedPairs, language: Language): string => drawMaps(page, worked, language, drawOne);
