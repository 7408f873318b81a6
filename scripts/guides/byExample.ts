/** Finds what came of an example by its name; of one that has not been worked so far it throws. */
export function byExample<Worked extends { readonly example: { readonly name: string } }>(
  page: string,
  worked: readonly Worked[],
): (name: string) => Worked {
  return (name) => {
    const found = worked.find(({ example }) => example.name === name);
    if (found === undefined) throw new RangeError(`${page}: no example ${name} so far`);
    return found;
  };
}
