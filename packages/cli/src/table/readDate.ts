const shapes = [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, /^(\d{4})年(\d{1,2})月(\d{1,2})日$/, /^(\d{4})(\d{2})(\d{2})$/];

/**
 * A date of a table as `YYYY-MM-DD`; the text itself where it is written in no known way. Whether the day exists is checked
 * with the row's shape.
 *
 * @example
 * readDate("1942年6月1日") //=> "1942-06-01"
 * readDate("1942/6/1") //=> "1942-06-01"
 */
export function readDate(text: string): string {
  for (const shape of shapes) {
    const match = shape.exec(text);
    if (match !== null) return `${match[1]}-${match[2]?.padStart(2, "0")}-${match[3]?.padStart(2, "0")}`;
  }
  return text;
}

/** Whether a text is the number of a day that a spreadsheet shows where a date was meant: 15493 for 1 June 1942. */
export const isExcelSerial = (text: string): boolean => /^\d{1,6}(?:\.\d+)?$/.test(text);
