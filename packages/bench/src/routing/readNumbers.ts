/** The lines of a text that hold nothing but numbers, more than one, in order. */
export function readNumbers(text: string): number[][] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((numbers) => numbers.length > 1 && numbers.every((number) => !Number.isNaN(number)));
}
