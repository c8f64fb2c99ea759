/** The order of names, as `localeCompare` has it, which makes one of these for every two it compares. */
export const inOrder = new Intl.Collator()
