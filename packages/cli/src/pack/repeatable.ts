/** Takes an option that may be given several times; never the word after its value, as a list would. */
export const repeatable = (value: string, before: readonly string[]): readonly string[] => [...before, value];
