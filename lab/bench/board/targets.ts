import { peerFigures } from '../peer-figures.ts'

/** A figure that we hold ourselves to, and the best peer's, measured on one machine with the same feeds (docs/notes/peers.md). */
export type Target = {
  readonly what: string
  readonly unit: string
  /** The bench, the beginning of its row, and the figure in it. */
  readonly bench: string
  readonly row: string
  readonly figure: string
  readonly peer?: { readonly name: string; readonly value: number }
} & ({ readonly most: number } | { readonly least: number })

const polling = { bench: 'refresh', unit: 'CPU s', figure: 'cpuSeconds' }
const yarr = (value: number) => ({ peer: { name: 'yarr', value } })

const feeds: readonly Target[] = [
  { what: 'First refresh: 1,000 feeds, 30,000 entries', ...polling, row: 'first refresh', most: 9, ...yarr(32.3) },
  { what: 'Nothing changed in 1,000 feeds', ...polling, row: 'nothing changed, again', most: 0.5, ...yarr(0.59) },
  { what: 'One new entry in each', ...polling, row: 'one new entry', most: 3, ...yarr(13.7) },
  {
    ...{ what: 'Of what the machine itself asks for', bench: 'limits', unit: 'share' },
    ...{ row: 'first refresh of ours', figure: 'shareOfLimit', least: 0.5, ...yarr(0.26) },
  },
]

/** The pages of an instance of so many entries, a request at a time; `what` as the bench calls them. */
function pages(entries: string, size: 'small' | 'large'): readonly Target[] {
  const of = (what: string, like: keyof typeof peerFigures, row: string, figure = 'p50', unit = 'ms'): Target[] => {
    const { most, best, whose } = peerFigures[like] as {
      most: { small?: number; large?: number }
      best: { small?: number; large?: number }
      whose: string
    }
    const [target, value] = [most[size], best[size]]
    if (target === undefined) return []
    const peer = value === undefined ? {} : { peer: { name: whose.split(',')[0] ?? whose, value } }
    return [
      {
        what: `${what}, ${entries} entries`,
        unit,
        bench: 'peers',
        row: `${entries}: ${row}`,
        figure,
        most: target,
        ...peer,
      },
    ]
  }
  return [
    ...of('Unread list, page', 'list', 'unread list, page'),
    ...of('An entry, page', 'entry', 'entry, page'),
    ...of('Search, 1 in 1,000', 'search1000', 'search, 1 in 1000, page'),
    ...of('Search, 1 in 100', 'search100', 'search, 1 in 100, page'),
    ...of('Search, 1 in 10', 'search10', 'search, 1 in 10, page'),
    ...of('Counters of all feeds', 'counters', 'counters of all feeds'),
    ...of('Start to first page', 'restart', 'start to first page'),
    ...of('Memory, pages being asked for', 'memory', 'memory serving', 'peak', 'MB'),
    ...of('Memory, refreshing', 'memory', 'memory while refreshing', 'peak', 'MB'),
    ...of('Disk', 'disk', 'disk', 'mb', 'MB'),
  ]
}

const many: readonly Target[] = [
  {
    ...{ what: 'Unread lists rebuilt, 16 at once', unit: 'a second', bench: 'peers' },
    ...{ row: '30,000: made anew: unread lists with 16', figure: 'perSecond', least: 1000, ...yarr(282) },
  },
  {
    ...{ what: 'Today, a million articles, p95', unit: 'ms', bench: 'million', row: '1,000,000: Today' },
    ...{ figure: 'p95', most: 20 },
  },
  {
    ...{ what: 'Search 1 in 1,000, a million articles, p95', unit: 'ms', bench: 'million' },
    ...{ row: '1,000,000: search, 1 in 1000, ms', figure: 'p95', most: 50 },
  },
  {
    ...{ what: 'Search 1 in 10, a million articles, p95', unit: 'ms', bench: 'million' },
    ...{ row: '1,000,000: search, 1 in 10, ms', figure: 'p95', most: 50 },
  },
]

const ingesting = { bench: 'ingest-articles', unit: 'a CPU s', figure: 'articlesPerCpuSecond' }
const reading: readonly Target[] = [
  { what: 'Page to story, 30,000 stored', ...ingesting, row: '30000 stored', least: 40 },
  { what: 'Page to story, 300,000 stored', ...ingesting, row: '300000 stored', least: 38 },
  ...(['3000', '30000'] as const).map(
    (stored): Target => ({
      ...{ what: `PostgreSQL's own work for an article, ${stored} stored`, unit: 'ms', bench: 'ingest-articles' },
      ...{ row: `PostgreSQL, ${stored} stored`, figure: 'serverSettleMs', most: 8 },
    }),
  ),
  ...(['scrapinghub', 'wcxb-dev'] as const).flatMap((set): readonly Target[] => [
    {
      what: `Texts of pages, ${set}`,
      unit: 'a CPU s',
      bench: 'extract',
      row: set,
      figure: 'pagesPerSecond',
      least: 30,
    },
    {
      what: `The same against Readability, ${set}`,
      unit: 'times',
      bench: 'extract',
      row: set,
      figure: 'ratio',
      least: 0.5,
    },
  ]),
]

const start = { bench: 'start', unit: 'ms', figure: 'ms' }
const programs: readonly Target[] = [
  { what: 'Start to first page, packed', ...start, row: 'packed, started before: median', most: 200 },
  { what: 'Start to first page, from the sources', ...start, row: 'as written, started before: median', most: 400 },
  {
    ...{ what: 'Memory, packed, refreshing and reading 1,000 feeds', unit: 'MB', bench: 'memory' },
    ...{ row: 'two arenas: MB', figure: 'peak', most: 150 },
  },
]

/** Two hundred connections that ask for one page; unchanged it can come from the cache, rebuilt it cannot. */
const crowded = { bench: 'crowd', unit: 'a second', figure: 'perSecond' }
const slowest = { bench: 'crowd', unit: 'ms', figure: 'p99Ms' }
const crowd: readonly Target[] = [
  { what: 'A story, unchanged, 200 readers', ...crowded, row: 'a story, unchanged', least: 1000 },
  { what: 'The same, p99', ...slowest, row: 'a story, unchanged', most: 500 },
  { what: 'A story, rebuilt, 200 readers', ...crowded, row: 'a story, rebuilt', least: 150 },
  { what: 'A search, unchanged, 200 readers', ...crowded, row: 'a search, unchanged', least: 1500 },
  { what: 'The same, p99', ...slowest, row: 'a search, unchanged', most: 500 },
  { what: 'Failed requests of 200 readers', unit: '', bench: 'crowd', row: 'in all', figure: 'failed', most: 0 },
  { what: 'Memory under 200 readers', unit: 'MB', bench: 'crowd', row: 'in all', figure: 'peakMb', most: 250 },
]

const large: readonly Target[] = [
  {
    ...{
      what: 'A story of 500 articles refreshed, without reading and writing',
      unit: 'CPU ms',
      bench: 'large-story --sizes 500',
    },
    ...{ row: 'edits of articles of ours: 500', figure: 'cpuMs', most: 1000 },
  },
  {
    ...{ what: 'OPML of 100,000 feeds imported', unit: 's', bench: 'opml' },
    ...{ row: 'import', figure: 'wallSeconds', most: 30 },
  },
]

export const targets: readonly Target[] = [
  ...programs,
  ...feeds,
  ...pages('30,000', 'small'),
  ...pages('150,000', 'large'),
  ...many,
  ...crowd,
  ...large,
  ...reading,
]
