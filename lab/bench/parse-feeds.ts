import { parseFeed as parseByFeedsmith } from 'feedsmith'
import RssParser from 'rss-parser'
import { parseFeed } from '../../src/feeds/reading/parse-feed.ts'
import { parseFeedText } from '../../src/feeds/reading/parse-feed-text.ts'
import { entriesOf } from '../../src/pipeline/polls/poll-feed.ts'
import { atomFeed, rssFeed } from './material/own-feeds.ts'
import { type Bench, peakMemoryMb, percentile, round, sized } from './measure.ts'

const ROUNDS = sized(21, 1)
/** Each parser reads each feed as often as it takes to read about this much in a round. */
const ROUND_CHARACTERS = sized(2_000_000, 1)

const URL_OF_ALL = 'https://paper.example/feed'

type Parser = {
  readonly name: string
  readonly parse: (text: string, bytes: Uint8Array) => Promise<number>
}

const rssParser = new RssParser({ defaultRSS: 2 })

const parsers: readonly Parser[] = [
  { name: 'feedsmith', parse: async (text) => (parseByFeedsmith(text).feed as { title?: string }).title?.length ?? 0 },
  { name: 'rss-parser', parse: async (text) => (await rssParser.parseString(text)).items.length },
  { name: 'text', parse: async (text) => entriesIn(parseFeedText(text, URL_OF_ALL)) },
  { name: 'bytes', parse: async (_, bytes) => entriesIn(parseFeed(bytes, { url: URL_OF_ALL })) },
  { name: 'poll', parse: async (_, bytes) => polled(bytes).length },
  { name: 'index', parse: async (_, bytes) => polled(bytes).reduce((sum, entry) => sum + entry.text().length, 0) },
]

/** Our parser beside feedsmith and rss-parser in one interleaved run: CPU, medians, and how many times as fast as feedsmith. */
export const bench: Bench = async () => {
  const feeds = [
    { what: 'RSS of 1 MB', text: rssFeed(300, 6) },
    { what: 'Atom of 200 entries', text: atomFeed(200, 2) },
    { what: 'RSS of 10 items', text: rssFeed(10, 0) },
  ].map((feed) => ({ ...feed, bytes: new TextEncoder().encode(feed.text) }))
  const taken = new Map<string, number[]>()
  for (let index = 0; index < ROUNDS + 2; index++) {
    // Nobody always comes first, with a young heap or an old one.
    const order = parsers.map((_, place) => parsers[(place + index) % parsers.length]!)
    for (const { what, text, bytes } of feeds)
      for (const { name, parse } of order) {
        const times = Math.max(1, Math.round(ROUND_CHARACTERS / text.length))
        const from = cpuMs()
        for (let time = 0; time < times; time++) await parse(text, bytes)
        const key = `${what} ${name}`
        // The first two rounds warm up.
        if (index >= 2) taken.set(key, [...(taken.get(key) ?? []), (cpuMs() - from) / times])
      }
  }
  const msOf = (what: string, name: string) => taken.get(`${what} ${name}`) ?? []
  const median = (what: string, name: string) => percentile(msOf(what, name), 0.5)
  const ratio = (what: string, name: string) =>
    percentile(
      msOf(what, 'feedsmith').map((ms, round) => ms / (msOf(what, name)[round] ?? ms)),
      0.5,
    )
  const rows = feeds.map(({ what, bytes }) => ({
    what: `${what}, ${Math.round(bytes.length / 1000)} kB`,
    figures: Object.fromEntries(
      parsers.flatMap(({ name }) => [
        [`${name}MBps`, round(bytes.length / 1000 / median(what, name))],
        ...(name === 'feedsmith' ? [] : [[`${name}Ratio`, round(ratio(what, name))]]),
      ]),
    ),
  }))
  return {
    name: 'parse-feeds',
    load: `${ROUNDS} interleaved rounds, each parser about ${ROUND_CHARACTERS / 1e6} MB of each feed in each`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [
      'Medians of CPU time. Ratio: how many times as fast as feedsmith, in the same round. Feedsmith and rss-parser are given text.',
      'text: our parser from text; bytes: from bytes, finding the encoding too; poll: from bytes to what the store is given, hashes too; index: with the words for the search index, which only new entries need.',
    ],
  }
}

function entriesIn(result: ReturnType<typeof parseFeed>): number {
  return result.kind === 'feed' ? result.feed.entries.length : 0
}

function polled(bytes: Uint8Array): ReturnType<typeof entriesOf> {
  const result = parseFeed(bytes, { url: URL_OF_ALL })
  return result.kind === 'feed' ? entriesOf(result.feed) : []
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
