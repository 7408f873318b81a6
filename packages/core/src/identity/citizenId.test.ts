import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../time/civilDate.js";
import { maskCitizenId } from "./maskCitizenId.js";
import { parseCitizenId } from "./parseCitizenId.js";
import { upgradeCitizenId } from "./upgradeCitizenId.js";

// synthetic: no county has the code 999999
const county = "999999";
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** GB 11643-1999 as its table has it: the weighted sum of the digits, and the characters for its remainder. */
const withCheck = (digits: string): string => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + "10X98765432".charAt(sum % 11);
};
const persons = fc.record({
  birthDate: fc.integer({ min: 0, max: 45_000 }).map((days) => addDays("1900-01-01", days)),
  sequence: fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, "0")),
});
const number18Of = ({ birthDate, sequence }: { readonly birthDate: string; readonly sequence: string }): string =>
  withCheck(county + birthDate.replaceAll("-", "") + sequence);
const codesOf = (text: unknown, on?: string): string[] =>
  parseCitizenId(text, { pointer: "/people/0/idNumber", ...(on === undefined ? {} : { on }) }).issues.map(({ code }) => code);

describe("a citizen ID number (synthetic)", () => {
  it("says where it was given, the birth date and the sex", () => {
    fc.assert(
      fc.property(persons, (person) => {
        const number18 = number18Of(person);
        const sex = Number(person.sequence) % 2 === 1 ? "male" : "female";
        expect(parseCitizenId(number18)).toEqual({ value: { number18, areaCode6: county, birthDate: person.birthDate, sex }, issues: [] });
        expect(parseCitizenId(` ${number18.toLowerCase()} `).value?.number18).toBe(number18);
      }),
    );
  });

  it("of 15 digits is of somebody born in the twentieth century, and becomes one of 18", () => {
    fc.assert(
      fc.property(persons, (person) => {
        fc.pre(person.birthDate < "2000-01-01");
        const number18 = number18Of(person);
        const number15 = number18.slice(0, 6) + number18.slice(8, 17);
        expect(upgradeCitizenId(number15)).toBe(number18);
        expect(upgradeCitizenId(number18)).toBe(number18);
        expect(parseCitizenId(number15)).toEqual(parseCitizenId(number18));
      }),
    );
  });

  it("is refused with any one digit wrong, and with two neighbours changed about", () => {
    fc.assert(
      fc.property(persons, fc.nat(16), fc.integer({ min: 1, max: 9 }), (person, at, shift) => {
        const good = number18Of(person);
        const digit = (Number(good[at]) + shift) % 10;
        expect(codesOf(good.slice(0, at) + String(digit) + good.slice(at + 1))).toContain("CITIZEN_ID_CHECKSUM");
        const swapped = good.slice(0, at) + good.charAt(at + 1) + good.charAt(at) + good.slice(at + 2);
        if (swapped !== good) expect(parseCitizenId(swapped).value).toBeUndefined();
      }),
    );
  });

  it("is refused with all that is wrong with it", () => {
    expect(codesOf("99999919420601002")).toEqual(["CITIZEN_ID_LENGTH"]);
    expect(codesOf("9999991942060100A")).toEqual(["CITIZEN_ID_LENGTH", "CITIZEN_ID_CHARACTERS"]);
    expect(codesOf("")).toEqual(["CITIZEN_ID_LENGTH"]);
    expect(codesOf("99999942060100X")).toEqual(["CITIZEN_ID_CHARACTERS"]);
    expect(codesOf(withCheck(`${county}19420230002`))).toEqual(["CITIZEN_ID_BIRTH_DATE"]);
    expect(codesOf(`${withCheck(`${county}19420230002`).slice(0, 17)}Y`)).toEqual(["CITIZEN_ID_CHARACTERS"]);
    const badDate = withCheck(`${county}19420230002`);
    const badBoth = badDate.slice(0, 17) + (badDate.endsWith("1") ? "2" : "1");
    expect(codesOf(badBoth)).toEqual(["CITIZEN_ID_CHECKSUM", "CITIZEN_ID_BIRTH_DATE"]);
    expect(codesOf(999999194206010)).toEqual(["CITIZEN_ID_NOT_TEXT"]);
    expect(() => upgradeCitizenId("1")).toThrow("CITIZEN_ID_LENGTH");
  });

  it("may not be of somebody born after the date asked about, but on that day", () => {
    const number = number18Of({ birthDate: "2026-11-21", sequence: "001" });
    expect(codesOf(number, "2026-11-21")).toEqual([]);
    expect(codesOf(number, "2026-11-20")).toEqual(["CITIZEN_ID_BORN_LATER"]);
    expect(codesOf(number, "20261120")).toEqual(["NOT_A_DATE"]);
  });

  it("is never shown whole, nor its birth date, by an issue", () => {
    const texts = fc.oneof(
      fc.tuple(persons, fc.nat(17), fc.constantFrom("0", "7", "X", "?", "")).map(([person, at, character]) => {
        const good = number18Of(person);
        return good.slice(0, at) + character + good.slice(at + 1);
      }),
      fc.stringMatching(/^\d{0,24}$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const printed = JSON.stringify(parseCitizenId(text, { on: "1930-01-01" }).issues);
        expect(text.length > 8 && printed.includes(text)).toBe(false);
        if (text.length >= 15) expect(printed.includes(text.slice(6, -2))).toBe(false);
        expect(maskCitizenId(text)).toHaveLength(text.length);
      }),
    );
  });
});
