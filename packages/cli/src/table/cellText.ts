/** What in a cell means "known to be none". */
export const isNone = (text: string): boolean => text === "null" || text === "无";

/** A number as tables hold it, without thousands separators. */
export const isNumber = (text: string): boolean => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);

const formulaApostrophe = /^'(?=[=+\-@\t\r＝＋－＠])/;

/** Takes away the apostrophe that keeps a spreadsheet from running a text as a formula. */
export const withoutApostrophe = (cell: string): string => (formulaApostrophe.test(cell) ? cell.slice(1) : cell);

/** The text that a cell stands for: itself, or what a JSON string in it says. */
export function readText(cell: string): string {
  if (cell.length < 2 || !cell.startsWith('"') || !cell.endsWith('"')) return cell;
  try {
    return String(JSON.parse(cell));
  } catch {
    return cell;
  }
}

/** Whether a text, put into a cell as it is, would be read as another or be lost. */
export const isAmbiguous = (text: string): boolean => text === "" || text !== text.trim() || /^["']|\p{Surrogate}/u.test(text);

/** A text as a cell holds it: as it is, or as a JSON string where it would not be read back. */
export const printText = (text: string, ambiguous = isAmbiguous(text)): string => (ambiguous ? JSON.stringify(text) : text);
