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
  { what: 'First refresh: 1,000 feeds, 30,000 entries', ...polling, row: 'first refresh', most: 16, ...yarr(32.3) },
  { what: 'Nothing changed in 1,000 feeds', ...polling, row: 'nothing changed, again', most: 0.5, ...yarr(0.59) },
  { what: 'One new entry in each', ...polling, row: 'one new entry', most: 4, ...yarr(13.7) },
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
    ...{ what: 'Unread lists, 16 at once', unit: 'a second', bench: 'peers', row: '30,000: unread lists with 16' },
    ...{ figure: 'perSecond', least: 600, ...yarr(282) },
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

const reading: readonly Target[] = [
  ...(['30000', '300000'] as const).map(
    (stored): Target => ({
      ...{ what: `Page to story, ${stored} stored`, unit: 'a CPU s', bench: 'ingest-articles' },
      ...{ row: `${stored} stored`, figure: 'articlesPerCpuSecond', least: 25 },
    }),
  ),
  ...(['3000', '30000'] as const).map(
    (stored): Target => ({
      ...{ what: `PostgreSQL's own work for an article, ${stored} stored`, unit: 'ms', bench: 'ingest-articles' },
      ...{ row: `PostgreSQL, ${stored} stored`, figure: 'serverSettleMs', most: 10 },
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

export const targets: readonly Target[] = [
  ...feeds,
  ...pages('30,000', 'small'),
  ...pages('150,000', 'large'),
  ...many,
  ...reading,
]
