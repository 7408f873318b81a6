import { reportStyle } from "../../../packages/cli/src/report/style.js";

/** A colour that the report's page names, so that guides and report look alike; its contrast is kept by the report's tests. */
function named(name: string): string {
  const [, colour] = new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(reportStyle) ?? [];
  if (colour === undefined) throw new RangeError(`the report has no colour ${name}`);
  return colour;
}

/** Ink, paper and signal colours of the pictures. */
export const colours = {
  ink: named("ink"),
  soft: named("soft"),
  line: "#b4bfc9",
  grid: "#dbe2e8",
  paper: "#ffffff",
  band: "#eef2f5",
  travel: "#74828f",
  alarm: named("red"),
} as const;

const hues = [...reportStyle.matchAll(/\.c\d\{--hue:(#[0-9a-f]{6})\}/g)].map(([, colour = ""]) => colour);
const dashes = ["", "9 4", "2 4", "12 4 2 4"] as const;

/** A caregiver's colour, as in the report; her letter says the same to who does not see colours. */
export const hueOf = (caregiver: number): string => hues[caregiver % hues.length] ?? colours.ink;

/** A caregiver's line on the map: whole, dashed, dotted. */
export const dashOf = (caregiver: number): string => dashes[caregiver % dashes.length] ?? "";

/** A caregiver's letter: A for the first. */
export const letterOf = (caregiver: number): string => String.fromCharCode(65 + (caregiver % 26));
