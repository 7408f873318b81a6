/**
 * An id as one part of an id derived from several: `/` and `%` are percent-encoded, so that no two derivations meet.
 *
 * @example
 * idSegment("p/17") //=> "p%2F17"
 */
export function idSegment(id: string): string {
  return id.replace(/[%/]/g, (letter) => (letter === "/" ? "%2F" : "%25"));
}
