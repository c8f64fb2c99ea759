/** Length limits of what people type, in characters. Operations reject longer input; forms show the limit beforehand. */
export const maxLength = {
  /** URL of a feed, an article or a subscription list. */
  address: 4000,
  /** URL of a page with a page rule: PostgreSQL can't index a longer one. */
  pageAddress: 2000,
  webhookAddress: 1000,
  feedName: 200,
  folder: 200,
  /** Words of a followed search, muted words, or the name of something else followed or muted. */
  followed: 400,
  search: 500,
  searchName: 120,
  /** A reader's regular expression. */
  pattern: 300,
  ruleName: 120,
  tag: 60,
  tags: 400,
  note: 10_000,
  /** A note on a story of the shared desk. */
  deskNote: 2_000,
  /** Words of a quotation that a person adds or corrects. */
  correctedWords: 20_000,
  /** A text whose quotations are checked: some 30,000 words. */
  checkedText: 200_000,
  /** A transcript that is pasted: some twenty hours of speech. */
  transcript: 1_000_000,
  /** A person's report of a problem with a text. */
  wrongText: 1000,
} as const
