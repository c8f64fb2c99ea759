import type { EntryId } from '../../src/core/ids.ts'
import { makeDatabase } from '../../test/integration/databases.ts'
import { type FeedReaderInstance, openFeedReaderInstance } from '../../test/integration/feed-reader-instance.ts'
import { at, parsed, polled } from '../../test/integration/store-fixtures.ts'
import { openThreeApps } from '../../test/integration/three-apps.ts'
import { newsStream, type StreamArticle } from '../bench/material/news-stream.ts'
import { randomNumbers } from '../bench/material/random-numbers.ts'
import type { Proof } from './proof.ts'

const FEEDS = 40
const ROUNDS = 10
/** Between two rounds so many entries are read or marked unread, in any place. */
const ACTS = 18

type Printed = {
  readonly key: string
  readonly feed: number
  readonly url: string
  readonly article: StreamArticle
  readonly text: string
  /** The entry that has all of its text and came before it. */
  readonly copyOf?: Printed
}

/**
 * A stream of 2,000 articles in forty feeds, of which about 3 in 10 are known copies: whole ones, the first half of another,
 * and one page in two feeds. They come in rounds through the whole pipeline, and between rounds their reader reads on pages and in three apps. After each of
 * these acts, pages, counts, Google Reader, Fever and Miniflux have to agree on what is unread. Without `--full`: 400 articles.
 */
export const prove: Proof = async ({ isFull = false, seed = 11, store: dialect = 'sqlite' } = {}) => {
  const perFeed = isFull ? 5 : 1
  const random = randomNumbers(seed)
  const below = (count: number) => Math.floor(random() * count)
  const database = await makeDatabase(dialect)
  const instance = await openFeedReaderInstance(database)
  try {
    const { store, pipeline, clock } = instance
    const { added } = await store.feeds.addMany(
      'ada',
      Array.from({ length: FEEDS }, (_, feed) => ({
        url: `https://outlet${feed}.example/feed`,
        sourceName: `Outlet ${feed}`,
        siteUrl: `https://outlet${feed}.example/`,
        folder: `Folder ${feed % 5}`,
      })),
      at(-60),
    )
    const places = Object.values(await openThreeApps(instance))
    const stream = newsStream({ perDay: 1_000, seed, startMs: clock.at })
    const printed: Printed[] = []
    const marked = new Set<EntryId>()
    let moments = 0
    let disagreed = 0
    const compare = async () => {
      const seen = await Promise.all(places.map(async (place) => (await place.unread()).toSorted().join(' ')))
      moments += 1
      if (seen.some((list) => list !== seen[0])) disagreed += 1
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      const earlier = [...printed]
      for (let feed = 0; feed < FEEDS; feed += 1) {
        const fresh = Array.from({ length: perFeed }, (_, index) =>
          print({ key: `r${round}-${index}`, feed }, stream, below(3) > 0 ? earlier : printed, below),
        )
        printed.push(...fresh)
        const when = new Date(clock.at).toISOString()
        const entries = fresh.map(({ key, url, article, text }) => {
          const one = polled({ key: keyOf(feed, key), title: article.title, text, publishedAt: when })
          return { ...one, entry: { ...one.entry, url, contentHtml: `<p>${text.replaceAll('\n', '</p><p>')}</p>` } }
        })
        await store.feeds.savePolls([parsed(added[feed]!, entries, when)])
      }
      await compare()
      await pipeline.runOnce()
      clock.at += 3_600_000
      await compare()
      for (let act = 0; act < ACTS; act += 1) {
        const { rows } = await store.entries.list('ada', {}, 400)
        const { id } = rows[below(rows.length)]!
        marked.add(id)
        await places[below(places.length)]!.setRead(id, below(3) > 0)
        await compare()
      }
    }
    const shown = await shownOnce(store)
    const stored = await store.entries.findByKeys(
      printed.map(({ feed, key }) => ({ feedId: added[feed]!, key: keyOf(feed, key) })),
    )
    const idOf = new Map(stored.map(({ key, id }) => [key, id]))
    const copies = printed.filter(({ copyOf }) => copyOf !== undefined)
    const originals = printed.filter(({ copyOf }) => copyOf === undefined)
    const texts = [...Map.groupBy(printed, firstOf).values()].map((ones) =>
      ones.map(({ feed, key }) => idOf.get(keyOf(feed, key))!),
    )
    const unread = new Set(await places[0]!.unread())
    const unmarked = texts.filter((ids) => !ids.some((id) => marked.has(id)))
    const lost = unmarked.filter((ids) => !ids.some((id) => unread.has(id))).length
    const isFolded = ({ feed, key }: Printed) => !shown.has(idOf.get(keyOf(feed, key))!)
    const missed = copies.filter((one) => !isFolded(one)).length
    const wrongly = originals.filter(isFolded).length
    return {
      name: 'folding',
      checks: [
        {
          what: 'moments at which pages, counts and three apps disagree on what is unread',
          measured: `${disagreed} of ${moments}`,
          wanted: '0',
          isMet: disagreed === 0,
          cases: moments,
          failures: disagreed,
        },
        {
          what: 'texts that nobody marked and that are unread nowhere',
          measured: `${lost} of ${unmarked.length}`,
          wanted: '0',
          isMet: lost === 0,
          cases: unmarked.length,
          failures: lost,
        },
        {
          what: 'articles of their own that are folded away',
          measured: `${wrongly} of ${originals.length}`,
          wanted: '0',
          isMet: wrongly === 0,
          cases: originals.length,
          failures: wrongly,
        },
        {
          what: 'known copies that are not folded',
          measured: `${missed} of ${copies.length}`,
          wanted: '≤ 2 %',
          isMet: missed <= 0.02 * copies.length,
        },
      ],
    }
  } finally {
    await instance.close()
    await database.remove()
  }
}

/** An article of its own, or three times in ten a copy of one that an outlet printed in an earlier round. */
function print(
  place: { readonly key: string; readonly feed: number },
  stream: Iterator<StreamArticle>,
  earlier: readonly Printed[],
  below: (count: number) => number,
): Printed {
  const original = below(10) < 3 ? earlier[below(earlier.length)] : undefined
  const url = `https://outlet${place.feed}.example/${place.key}`
  if (original === undefined || original.feed === place.feed) {
    const article = stream.next().value as StreamArticle
    return { ...place, url, article, text: inParagraphs(article.text) }
  }
  const { article, text } = original
  const paragraphs = text.split('\n')
  const isInFeed = earlier.some(({ feed, url }) => feed === place.feed && url === original.url)
  const kind = isInFeed ? 2 : below(3)
  const copied = kind === 0 ? paragraphs.slice(0, Math.ceil(paragraphs.length / 2)).join('\n') : text
  // The page an outlet has twice is one entry.
  return { ...place, url: kind === 1 ? original.url : url, article, text: copied, copyOf: original }
}

/** The first that has its text. */
function firstOf(one: Printed): Printed {
  return one.copyOf === undefined ? one : firstOf(one.copyOf)
}

function keyOf(feed: number, key: string): string {
  return `${feed}-${key}`
}

/** The entries of the list that folds copies. */
async function shownOnce(store: FeedReaderInstance['store']): Promise<ReadonlySet<EntryId>> {
  const shown = new Set<EntryId>()
  for (let cursor: string | undefined; ; ) {
    const { rows, next } = await store.entries.list('ada', { hidesCopies: true }, 400, cursor)
    for (const { id } of rows) shown.add(id)
    if (next === undefined) return shown
    cursor = next
  }
}

function inParagraphs(text: string): string {
  const sentences = text.split(/(?<=\.) /)
  return Array.from({ length: Math.ceil(sentences.length / 3) }, (_, index) =>
    sentences.slice(index * 3, index * 3 + 3).join(' '),
  ).join('\n')
}
