/**
 * A text from outside as one line that cannot steer a terminal: control characters and those that turn the direction of
 * writing become spaces.
 *
 * @example
 * printable("a\u001b[2Jb") //=> "a [2Jb"
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ");
}
