import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { clientScript } from "./clientScript.js";
import { clientWords } from "./words.js";

describe("the page's script", () => {
  it("parses", () => {
    expect(() => new Script(clientScript)).not.toThrow();
  });

  it("holds nothing that ends or escapes a script element", () => {
    expect(clientScript).not.toMatch(/<\/|<!--|\r/);
  });

  it("never reads text as HTML and reaches for nothing outside the page", () => {
    expect(clientScript).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(|\bfetch\b|XMLHttpRequest|import\(|localStorage/,
    );
  });

  it("uses only words that exist, and every word that exists", () => {
    const used = new Set([...clientScript.matchAll(/(?:word|sayWord)\("(\w+)"/g)].map(([, name]) => name));
    const listed = [...clientScript.matchAll(/\[((?:"\w+", )+"\w+")\]\.map\(\(name\)/g)].flatMap(([, names = ""]) =>
      names.replaceAll('"', "").split(", "),
    );
    const statuses = ["granted", "denied", "undetermined"];
    // the button of the language is written by the page itself
    expect(new Set([...used, ...listed, ...statuses, "language"])).toEqual(new Set(Object.keys(clientWords)));
  });
});
