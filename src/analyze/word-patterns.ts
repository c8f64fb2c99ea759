/** One of some alternatives, and nothing when there are none. */
export const oneOf = (alternatives: string | undefined): string => `(?:${alternatives ?? '(?!)'})`

/** The same, with no letter of a longer word beside it. */
export const word = (alternatives: string | undefined): string => `(?<!\\p{L})${oneOf(alternatives)}(?!\\p{L})`

/** The same for words of which some end with an apostrophe, behind which a letter may follow. */
export const elidable = (alternatives: string | undefined): string =>
  `(?<!\\p{L})${oneOf(alternatives)}(?:(?<=['’])|(?!\\p{L}))`

/** Makes something of a language's words once, however many documents are read with it. */
export function oncePerLanguage<Words extends object, Made>(make: (words: Words) => Made): (words: Words) => Made {
  const known = new WeakMap<Words, Made>()
  return (words) => {
    const made = known.get(words) ?? make(words)
    known.set(words, made)
    return made
  }
}
