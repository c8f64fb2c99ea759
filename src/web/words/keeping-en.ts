/** The words of how long things are kept. */
export type KeepingWords = {
  readonly forGood: string
  readonly forDays: (days: string) => string
  readonly gone: (entries: string, articles: string, since: string, last: string) => string
}

export const keepingEn: KeepingWords = {
  forGood: 'Everything is kept for good.',
  forDays: (days) =>
    `Entries and articles are kept for ${days}; what somebody marked or anything cites is kept for good.`,
  gone: (entries, articles, since, last) => `So far ${entries} and ${articles} went: since ${since}, last on ${last}.`,
}
