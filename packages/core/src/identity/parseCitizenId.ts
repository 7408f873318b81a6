import { mod11_2 } from "cdigit";
import { reportIssue } from "../errors/codes.js";
import type { Issue } from "../errors/issue.js";
import { type CivilDate, isCivilDate } from "../time/civilDate.js";
import { reportIdentityIssue } from "./codes.js";
import { maskCitizenId } from "./maskCitizenId.js";

/** What a citizen ID number says. */
export interface CitizenId {
  /** The number with 18 characters, its last a digit or `X`. */
  readonly number18: string;
  /** Code of the county where the number was first given, which need not be where its bearer lives. */
  readonly areaCode6: string;
  readonly birthDate: CivilDate;
  readonly sex: "female" | "male";
}

/** A citizen ID number as read, or every issue found in it. */
export type CitizenIdReading =
  | { readonly value: CitizenId; readonly issues: readonly Issue[] }
  | { readonly value?: undefined; readonly issues: readonly Issue[] };

const checkCharacter = (digits17: string): string => mod11_2.compute(digits17);

/** The 17 digits before the check character: numbers of 15 digits leave out the century, which is the twentieth. */
const digits17Of = (text: string): string => (text.length === 15 ? `${text.slice(0, 6)}19${text.slice(6)}` : text.slice(0, 17));

/**
 * Reads a citizen ID number of 18 characters, or of 15 digits as given before 1999; a lower-case `x` and spaces around it are
 * taken as meant. Issues never show more of the number than its first 6 and last 2 characters.
 *
 * @param text the number
 * @param options.on civil date after which nobody is born
 * @param options.pointer JSON pointer of the number within the caller's object
 * @returns the number's area, birth date and sex, or every issue: CITIZEN_ID_NOT_TEXT, CITIZEN_ID_LENGTH, CITIZEN_ID_CHARACTERS,
 * CITIZEN_ID_CHECKSUM, CITIZEN_ID_BIRTH_DATE, CITIZEN_ID_BORN_LATER; NOT_A_DATE where `on` is none
 * Source: GB 11643-1999 (号码结构), check character by ISO 7064 MOD 11-2.
 * @example
 * parseCitizenId("999999194206010025").value //=> { number18: "999999194206010025", areaCode6: "999999", birthDate: "1942-06-01", sex: "female" }
 * parseCitizenId("999999194206010026").issues[0].code //=> "CITIZEN_ID_CHECKSUM"
 */
export function parseCitizenId(text: unknown, options: { readonly on?: CivilDate; readonly pointer?: string } = {}): CitizenIdReading {
  const { on, pointer = "" } = options;
  if (typeof text !== "string") return { issues: [reportIdentityIssue("CITIZEN_ID_NOT_TEXT", pointer, { values: { expected: typeof text } })] };
  const number = text.trim().toUpperCase();
  const seen = maskCitizenId(number);
  const issues: Issue[] = [];
  const fits = number.length === 15 || number.length === 18;
  if (!fits) issues.push(reportIdentityIssue("CITIZEN_ID_LENGTH", pointer, { seen, values: { length: String(number.length) } }));
  if (!(number.length === 18 ? /^\d{17}[\dX]$/ : /^\d*$/).test(number)) issues.push(reportIdentityIssue("CITIZEN_ID_CHARACTERS", pointer, { seen }));
  if (on !== undefined && !isCivilDate(on)) issues.push(reportIssue("NOT_A_DATE", "/on", { seen: on }));
  if (issues.length > 0) return { issues };
  const digits17 = digits17Of(number);
  const check = checkCharacter(digits17);
  if (number.length === 18 && number.slice(17) !== check) issues.push(reportIdentityIssue("CITIZEN_ID_CHECKSUM", pointer, { seen }));
  const birthDate = `${digits17.slice(6, 10)}-${digits17.slice(10, 12)}-${digits17.slice(12, 14)}`;
  if (!isCivilDate(birthDate)) issues.push(reportIdentityIssue("CITIZEN_ID_BIRTH_DATE", pointer, { seen }));
  else if (on !== undefined && birthDate > on) issues.push(reportIdentityIssue("CITIZEN_ID_BORN_LATER", pointer, { seen, values: { on } }));
  if (issues.length > 0) return { issues };
  const sex = Number(digits17.slice(16)) % 2 === 1 ? "male" : "female";
  return { value: { number18: digits17 + check, areaCode6: digits17.slice(0, 6), birthDate, sex }, issues: [] };
}
