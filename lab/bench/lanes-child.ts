import { createInterface } from 'node:readline'
import { all } from '../../src/analyze/all.ts'
import { featuresOf } from '../../src/cluster/vectorize.ts'
import { asId, type EntryId, type FeedId } from '../../src/core/ids.ts'
import type { Annotations } from '../../src/core/layers.ts'
import { extractFromText } from '../../src/extract/from-text.ts'
import type { Digest } from '../../src/pipeline/digest.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import { createClusterLane } from '../../src/pipeline/stories/cluster-lane.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { IngestTarget } from '../../src/store/store.ts'
import { fingerprintsOf } from '../../src/syndicate/fingerprints.ts'
import { documentOf, type NewsArticle, newsFarm } from './material/news/write.ts'
import { measure } from './measure.ts'

/**
 * `node lab/bench/lanes-child.ts URL SCHEMA LANGUAGES COUNT OF PART`: settles its part of COUNT invented articles, the same for any number
 * of parts, in so many languages, eight under way at once. Says `ready`, waits for a line, and prints what it took.
 */
const [, , url = '', schema = '', ...numbers] = process.argv
const [languages = 1, count = 0, of = 1, part = 0] = numbers.map(Number)
const UNDER_WAY = 8
/** Two letters that name no language in use here: no list of words makes one dearer than another. */
const languageOf = (event: number) => (languages === 1 ? 'qa' : `q${'abcdefghijklmnopqrst'[event % languages]}`)

const findings = Object.fromEntries(
  all.map(({ assigns, version }) => [assigns, { by: assigns, version, items: [] }]),
) as Annotations
const now = new Date()
const stream = newsFarm({ perDay: count, seed: 3, startMs: now.getTime() - 3_600_000 })
const articles = Array.from({ length: count }, () => stream.next().value as NewsArticle)
  .map((article) => ({ ...article, language: languageOf(article.event), at: now.toISOString() }))
  .filter((_, i) => i % of === part)

const store = await openStore(url, { schema })
const [source] = await store.feeds.list('owner')
if (!source) throw new Error('The bench has to add a feed first')
const nothing = new Proxy({}, { get: () => () => assertUnused() }) as never
const context: PipelineContext = {
  store,
  http: nothing,
  pool: nothing,
  log: (event, fields) => console.error(event, fields),
  now: () => now,
  limits: { pollMinutes: 60, inFlight: 8, feedBytes: 1e6, pageBytes: 1e6, fetchesPages: false, storyDays: 4 },
}
const lane = createClusterLane(context)
const digests = articles.map(digestOf)
console.log('ready')
for await (const _ of createInterface(process.stdin)) break

let next = 0
const waits: number[] = []
const { wallSeconds, cpuSeconds } = await measure(() =>
  Promise.all(
    Array.from({ length: UNDER_WAY }, async () => {
      while (next < digests.length) {
        const digest = digests[next++]!
        const startedAt = performance.now()
        await lane.settle(targetOf(), digest)
        waits.push(performance.now() - startedAt)
      }
    }),
  ),
)
console.log(JSON.stringify({ settled: digests.length, wallSeconds, cpuSeconds, waits }))
await store.close()

function digestOf(article: NewsArticle): Digest {
  const document = documentOf(article)
  return {
    articleId: document.articleId,
    url: `https://outlet.example/${article.id}`,
    publishedAt: article.at,
    extraction: extractFromText(article.text, { title: article.title, publishedAt: article.at }),
    document,
    annotations: findings,
    fingerprints: fingerprintsOf(document),
    vector: featuresOf(article),
  }
}

function targetOf(): IngestTarget {
  const { id, sourceId } = source!
  return {
    source: { id: sourceId, name: 'Outlet' },
    entry: { id: asId<EntryId>('0'), feedId: id as FeedId, fetchedAt: now.toISOString(), entry: {} },
  } as unknown as IngestTarget
}

function assertUnused(): never {
  throw new Error('Settling fetches and analyzes nothing')
}
