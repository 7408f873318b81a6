/** The sentence of a rule without the title that stands above it. */
export const withoutTitle = (sentence: string, title: string): string =>
  title !== "" && sentence.toLowerCase().startsWith(`${title.toLowerCase()}. `) ? sentence.slice(title.length + 2) : sentence;
