/** Where each of several lists begins once they stand one after another: one entry a list, and where the last ends. */
export function firstsOf(lists: readonly { readonly length: number }[]): Int32Array {
  const first = new Int32Array(lists.length + 1);
  for (const [index, { length }] of lists.entries()) first[index + 1] = (first[index] as number) + length;
  return first;
}
