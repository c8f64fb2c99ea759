let collator: Intl.Collator | undefined

/** Sorts like `localeCompare`, which creates a collator for every comparison. This one is created once, at the first use. */
export const inOrder = {
  compare: (a: string, b: string): number => (collator ??= new Intl.Collator()).compare(a, b),
}
