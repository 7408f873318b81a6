/**
 * A text as RFC 5545 writes it in a property: backslash, semicolon, comma and line breaks escaped.
 *
 * Source: RFC 5545, section 3.3.11.
 */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}
