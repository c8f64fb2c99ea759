/** What is asked of a reader, and what the quickest of its peers takes for the most like it. */
export type PeerFigure = {
  readonly most?: { readonly small?: number; readonly large?: number }
  /** In ms, median of one connection; with 30,000 entries of 1,000 feeds and with 150,000 of 5,000. */
  readonly best?: { readonly small?: number; readonly large?: number }
  readonly whose?: string
}

/**
 * Our targets beside the best peer's figures, from our own measurements of 2026: Miniflux 2.3.3, FreshRSS 1.25, Tiny Tiny RSS of
 * August 2026 and yarr 2.8 on the same load and the same kind of machine. Peers' lists have 100, 20, 30 and 20 entries.
 */
export const peerFigures = {
  list: { most: { small: 3, large: 3 }, best: { small: 5.7, large: 4.6 }, whose: 'yarr, 20 as JSON' },
  entry: { most: { small: 0.6, large: 0.6 }, best: { small: 0.81, large: 0.88 }, whose: 'yarr, as JSON' },
  search1000: { most: { small: 2, large: 2 }, best: { small: 5.5, large: 3.1 }, whose: 'yarr, 20 as JSON' },
  search100: { most: { small: 2, large: 2 }, best: { small: 7.7, large: 12.1 }, whose: 'yarr, 20 as JSON' },
  search10: { most: { small: 5, large: 5 }, best: { small: 17.3, large: 60.9 }, whose: 'yarr, 20 as JSON' },
  counters: { most: { small: 1, large: 1 }, best: { small: 9.1, large: 24.4 }, whose: 'Miniflux, as JSON' },
  restart: { most: { small: 400, large: 400 }, best: { small: 95 }, whose: 'Miniflux' },
  memory: { most: { small: 220 }, best: { small: 45 }, whose: 'yarr, loading; 105 under pages' },
  disk: { most: { small: 250 }, best: { small: 158 }, whose: 'Newsboat, no search; yarr 322 with' },
  perSecond: { most: {}, best: { small: 282 }, whose: 'yarr; target at least 1,000' },
  firstRefresh: { most: { small: 9 }, best: { small: 26.5 }, whose: 'Newsboat, no search; yarr 32.3 with' },
} as const satisfies Readonly<Record<string, PeerFigure>>
