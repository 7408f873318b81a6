/** A whole number 0 … 2³² − 1 that depends on a text alone (FNV-1a, 32 bits): to spread due days evenly, not to keep secrets. */
export function hashText(text: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x0100_0193);
  }
  // a last mix, so that texts which differ in their last letter alone do not land side by side
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
