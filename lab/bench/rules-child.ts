import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asId, type RuleId } from '../../src/core/ids.ts'
import type { Rule, RuleActions, RuleConditions } from '../../src/core/rules/rule.ts'
import { digest } from '../../src/pipeline/digest.ts'
import { digestInputOf } from '../../src/pipeline/pages/ingest-entry.ts'
import { settleEntry } from '../../src/pipeline/pages/settle-entry.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import { createClusterLane } from '../../src/pipeline/stories/cluster-lane.ts'
import { openStore } from '../../src/store/open-store.ts'
import { type BenchPage, pageMaker } from './material/ingest-pages.ts'
import { round, sized } from './measure.ts'
import { cpuMs } from './station-times.ts'

/** `node lab/bench/rules-child.ts none|title|all [PAGES] [postgres://…]`: articles of one reader, from their feed to their story, with 50 rules or none. */
const which = process.argv[2] as 'none' | 'title' | 'all'
const count = Number(process.argv[3] ?? 200)
const database = process.argv[4]
const WARM_UP = sized(100, 5)

const now = new Date('2026-03-12T12:00:00Z')
const at = now.toISOString()

/** So many titles are looked at for the words of the rules. */
const titlesSeen = 300

/** The title in the page. */
function named(page: BenchPage): BenchPage {
  const [, title = ''] = /<title[^>]*>([^<]{1,200})/i.exec(new TextDecoder().decode(page.body)) ?? []
  return { ...page, title: title.replace(/\s+/g, ' ').trim() || page.title }
}

/** Words that some titles have, the most frequent first. */
function wordsOf(titles: readonly string[]): readonly string[] {
  const all = titles.flatMap((title) => [...new Set(title.toLowerCase().match(/\p{L}{5,}/gu) ?? [])])
  const counts = [...Map.groupBy(all, (word) => word)].toSorted(([, a], [, b]) => b.length - a.length)
  return counts.slice(0, 20).map(([word]) => word)
}

const actions: readonly RuleActions[] = [{ read: true }, { save: true }, { tag: 'Found' }, { hideDays: 3 }]

/** Every kind of condition; of those about the text, one in three. */
function rulesOf(kind: typeof which, words: readonly string[]): readonly Rule[] {
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

const folder = await mkdtemp(join(tmpdir(), 'twosource-rules-'))
try {
  await using store = await openStore(database ?? join(folder, 'store.db'))
  const limits = { storyDays: 4, rechecksPages: true, fetchesPages: true }
  const context = { store, now: () => now, log: () => {}, limits } as unknown as PipelineContext
  const lane = createClusterLane(context)
  const make = await pageMaker(now)
  const feeds = await store.feeds.addMany(
    'owner',
    Array.from({ length: 20 }, (_, index) => ({ url: `https://rules-${index}.example/feed` })),
    at,
  )
  await store.rules.change('owner', at, () =>
    rulesOf(which, wordsOf(Array.from({ length: titlesSeen }, (_, index) => named(make(index)).title))),
  )
  const ingest = async ({ url, title, body }: BenchPage, index: number) => {
    const feedId = feeds.added[index % feeds.added.length]!
    const entry = { key: url, url, title, authors: [{ name: 'A. Writer' }], categories: [], enclosures: [] }
    const entries = [{ entry, contentHash: url, text: () => title }]
    const result = { kind: 'parsed', title: 'Feed', validators: {}, bodyHash: url, entries } as const
    await store.feeds.savePolls([{ feedId, at, nextPollAt: at, intervalMinutes: 60, result }])
    const target = await store.articles.ingestTarget((await store.entries.findByKey(feedId, url))!)
    if (!target) throw new Error('The entry that was just saved is not there')
    const source = { kind: 'page', body, contentType: 'text/html; charset=utf-8', url } as const
    const read = digest(digestInputOf(target, source))
    const today = { ...read, publishedAt: at, document: { ...read.document, publishedAt: at } }
    await settleEntry(context, lane, { target, digest: today, page: { url, readAt: url, validators: {} } })
  }
  for (let index = 0; index < WARM_UP; index++) await ingest(named(make(index)), index)
  let ms = 0
  for (let index = 0; index < count; index++) {
    const page = named(make(WARM_UP + index))
    const from = cpuMs()
    await ingest(page, index)
    ms += cpuMs() - from
  }
  const counts = await store.rules.counts('owner', '')
  console.log(
    JSON.stringify({
      articles: count,
      cpuMsPerArticle: round(ms / count),
      rules: counts.size,
      applied: [...counts.values()].reduce((sum, each) => sum + each, 0),
    }),
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}
