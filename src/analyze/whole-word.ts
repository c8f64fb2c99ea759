/** What a pattern says for one of some words, with no letter of a longer one beside it. */
export const word = (alternation: string): string => `(?<!\\p{L})(?:${alternation})(?!\\p{L})`
