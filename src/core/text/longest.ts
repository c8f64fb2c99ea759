/** How many letters are taken of what somebody writes: the inputs of operations refuse more, and forms say so beforehand. */
export const longest = {
  /** Of a feed, an article, a list of subscriptions. */
  address: 4000,
  /** Of a page of which a rule makes a feed: an index of PostgreSQL holds no longer one. */
  pageAddress: 2000,
  webhookAddress: 1000,
  /** What a reader calls a feed. */
  feedName: 200,
  folder: 200,
  /** Words of a search that is followed, words that are muted, or what names another thing that is. */
  followed: 400,
  search: 500,
  searchName: 120,
  tag: 60,
  /** Several tags in one line. */
  tags: 400,
  note: 10_000,
  /** The words of a quotation that somebody adds or corrects. */
  correctedWords: 20_000,
  /** What somebody tells of a text that came out wrong. */
  wrongText: 1000,
} as const
