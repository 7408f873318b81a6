import { widthOf } from "./text.js";

/** A text of a picture with the rectangle that it covers, by estimate. */
export interface WrittenText {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const share = { start: 0, middle: 0.5, end: 1 } as const;
const tag = /<g(?: transform="translate\(([\d.-]+) ([\d.-]+)\)")?>|<\/g>|<text ([^>]*)>([^<]*)<\/text>/g;

/** Every text of a picture that this program has drawn, with where it stands on the sheet. */
export function writtenTexts(svg: string): WrittenText[] {
  const moves: (readonly [x: number, y: number])[] = [];
  return [...svg.matchAll(tag)].flatMap(([whole, moveX = "0", moveY = "0", attributes, content = ""]): WrittenText[] => {
    if (whole === "</g>") moves.pop();
    else if (attributes === undefined) moves.push([Number(moveX), Number(moveY)]);
    if (attributes === undefined) return [];
    const read = (name: string): string => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
    const text = content.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity);
    const size = Number(read("font-size"));
    const width = widthOf(text, size, read("font-weight") === "700");
    const anchor = (read("text-anchor") || "start") as keyof typeof share;
    const x = moves.reduce((sum, [dx]) => sum + dx, Number(read("x"))) - width * share[anchor];
    const y = moves.reduce((sum, [, dy]) => sum + dy, Number(read("y")));
    return [{ text, size, left: x, right: x + width, top: y - 0.8 * size, bottom: y + 0.1 * size }];
  });
}
