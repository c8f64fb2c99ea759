import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asId, type FeedId, type RuleId } from '../../src/core/ids.ts'
import type { Rule, RuleActions, RuleConditions } from '../../src/core/rules/rule.ts'
import { type Digest, digest } from '../../src/pipeline/digest.ts'
import { digestInputOf } from '../../src/pipeline/pages/ingest-entry.ts'
import { settleEntry } from '../../src/pipeline/pages/settle-entry.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import { type ClusterLane, createClusterLane } from '../../src/pipeline/stories/cluster-lane.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { IngestTarget, Store } from '../../src/store/store.ts'
import type { BenchPage } from './material/edition-pages.ts'
import { type NewsArticle, newsFarm } from './material/news/write.ts'
import { newsPages } from './material/news-pages.ts'
import { savePage } from './material/save-page.ts'
import { round, sized } from './measure.ts'
import { stationTimes } from './station-times.ts'

/** What one of the readers cost; `applied` is how often rules did something, warm-up included. */
export type RulesFigures = {
  readonly kind: 'none' | 'title' | 'all'
  readonly cpuMsPerArticle: number
  readonly rules: number
  readonly applied: number
}

/** `node lab/bench/rules-child.ts [PAGES]`: articles of three readers, from their feed to their story: one without rules, two with 50. */
const kinds = ['none', 'title', 'all'] as const
type Kind = (typeof kinds)[number]
const count = Number(process.argv[2] ?? 200)
const WARM_UP = sized(100, 5)

const now = new Date('2026-03-12T12:00:00Z')
const at = now.toISOString()

/** So many titles are looked at for the words of the rules. */
const titlesSeen = 300

/** Words that some titles have, the most frequent first. */
function wordsOf(titles: readonly string[]): readonly string[] {
  const all = titles.flatMap((title) => [...new Set(title.toLowerCase().match(/\p{L}{5,}/gu) ?? [])])
  const counts = [...Map.groupBy(all, (word) => word)].toSorted(([, a], [, b]) => b.length - a.length)
  return counts.slice(0, 20).map(([word]) => word)
}

const actions: readonly RuleActions[] = [{ read: true }, { save: true }, { tag: 'Found' }, { hideDays: 3 }]

/** Every kind of condition; of those about the text, one in three. */
function rulesOf(kind: Kind, words: readonly string[]): readonly Rule[] {
  if (kind === 'none') return []
  return Array.from({ length: 50 }, (_, index): Rule => {
    const word = words[index % words.length]!
    const other = words[(index * 7 + 3) % words.length]!
    const ofFeed: readonly RuleConditions[] = [
      { title: `${word}, sponsored ${other}` },
      { title: word, titleNot: other },
      { titlePattern: `\\b${word}s? (of|in|and) \\w+` },
      { author: word },
    ]
    const ofPage: readonly RuleConditions[] = [
      { text: `${word} ${other}, ${other} ${word}` },
      { textPattern: `\\b${word} .{0,20}${other}` },
      { language: 'en', longerThan: 300 + index, textNot: word },
    ]
    const isOfPage = kind === 'all' && index % 3 === 0
    const conditions = isOfPage ? ofPage[(index / 3) % ofPage.length]! : ofFeed[index % ofFeed.length]!
    return { id: asId<RuleId>(`rule-${index}`), isOn: true, conditions, actions: actions[index % 4]!, since: '' }
  })
}

type Place = { readonly context: PipelineContext; readonly lane: ClusterLane; readonly feeds: readonly FeedId[] }

/** A store of its own with a reader and their rules. */
async function placeFor(kind: Kind, store: Store, words: readonly string[]): Promise<Place> {
  const limits = { storyDays: 4, rechecksPages: true, fetchesPages: true }
  const context = { store, now: () => now, log: () => {}, limits } as unknown as PipelineContext
  const urls = Array.from({ length: 20 }, (_, index) => ({ url: `https://rules-${index}.example/feed` }))
  const { added } = await store.feeds.addMany('owner', urls, at)
  if (kind !== 'none') await store.rules.change('owner', at, () => rulesOf(kind, words))
  return { context, lane: createClusterLane(context), feeds: added }
}

function readPage({ url, body }: BenchPage, target: IngestTarget): Digest {
  const source = { kind: 'page', body, contentType: 'text/html; charset=utf-8', url } as const
  const read = digest(digestInputOf(target, source))
  return { ...read, publishedAt: at, document: { ...read.document, publishedAt: at } }
}

const folder = await mkdtemp(join(tmpdir(), 'twosource-rules-'))
try {
  await using none = await openStore(join(folder, 'none.db'))
  await using title = await openStore(join(folder, 'title.db'))
  await using all = await openStore(join(folder, 'all.db'))
  const stores = { none, title, all }
  const print = await newsPages(now)
  const options = { perDay: 3_000, seed: 4, startMs: now.getTime() }
  const words = wordsOf(Array.from(newsFarm(options).take(titlesSeen), ({ title }) => title))
  const news = newsFarm(options)
  const places = await Promise.all(
    kinds.map(async (kind) => ({ kind, place: await placeFor(kind, stores[kind], words) })),
  )
  const times = stationTimes()
  for (let index = 0; index < WARM_UP + count; index++) {
    if (index === WARM_UP) times.clear()
    const page = print(news.next().value as NewsArticle)
    // In turns, so that none is always the first. What reading the page costs is the same for all, so it is measured once.
    const inTurn = places.map((_, turn) => places[(turn + index) % places.length]!)
    let read: Digest | undefined
    for (const { kind, place } of inTurn) {
      const feedId = place.feeds[index % place.feeds.length]!
      const target = await times.time(kind, () => savePage(stores[kind], feedId, page, at, [{ name: 'A. Writer' }]))
      const found = (read ??= times.time('read', () => readPage(page, target)))
      const given = { target, digest: found, page: { url: page.url, readAt: page.url, validators: {} } }
      await times.time(kind, () => settleEntry(place.context, place.lane, given))
    }
  }
  const totals = times.totals()
  const figures = kinds.map(async (kind): Promise<RulesFigures> => {
    const counts = await stores[kind].rules.counts('owner', '')
    return {
      kind,
      cpuMsPerArticle: round(((totals.get('read') ?? 0) + (totals.get(kind) ?? 0)) / count),
      rules: counts.size,
      applied: [...counts.values()].reduce((sum, each) => sum + each, 0),
    }
  })
  console.log(JSON.stringify(await Promise.all(figures)))
} finally {
  await rm(folder, { recursive: true, force: true })
}
