/** What a reader says is wrong with the text of an article. */
export const wrongs = [
  'opening-missing',
  'text-missing',
  'not-part-of-it',
  'wrong-title',
  'wrong-author',
  'wrong-date',
  'not-an-article',
  'other',
] as const
export type Wrong = (typeof wrongs)[number]

/** Where a page that was told wrong stands: it waits for who looks after the house, a rule was made of it, or it was put aside. */
export type ToldState = 'open' | 'ruled' | 'closed'
