import { all } from '../../../src/analyze/all.ts'
import { annotate } from '../../../src/analyze/annotate.ts'
import { featuresOf } from '../../../src/cluster/vectorize.ts'
import { asId, type EntryId, type SourceId, type StoryId } from '../../../src/core/ids.ts'
import type { Annotations } from '../../../src/core/layers.ts'
import type { Ingested, Store } from '../../../src/store/store.ts'
import { fingerprintsOf } from '../../../src/syndicate/fingerprints.ts'
import { plainArticle } from '../../eval/citations/story-documents.ts'
import { OUTLETS, planNews } from './news/plan.ts'
import { documentOf, type NewsArticle, newsFarm } from './news/write.ts'

const BATCH = 250
const DAY_MS = 86_400_000
const NEVER = '9999-01-01T00:00:00.000Z'
const reason = { score: 1, sharedNames: [], sharedWords: [], copiedSentences: 0 }

/** Layers without findings, up to date: else all would be read again at the first start. */
const noFindings = Object.fromEntries(
  all.map(({ assigns, version }) => [assigns, { by: assigns, version, items: [] }]),
) as Annotations

export type SeedOptions = {
  /** Over so many days; four when not said. */
  readonly days?: number
  /** Also what copies are found by. */
  readonly hasFingerprints?: boolean
  /** What the next so many articles tell of has findings, too: they join stories that are told again. */
  readonly toCome?: number
}

/**
 * Fills a store with invented news of the days before `now`, each article in the story it tells, without feeds and without analysis: only
 * what the window and the pages of stories need. Returns the news, to go on with.
 */
export async function seedWindow(
  store: Store,
  size: number,
  now: Date,
  { days = 4, hasFingerprints = false, toCome = 0 }: SeedOptions = {},
): Promise<Generator<NewsArticle>> {
  const options = { perDay: size / days, seed: 2, startMs: now.getTime() - days * DAY_MS + 60_000 }
  const coming = new Set(
    planNews(options)
      .drop(size)
      .take(toCome)
      .map(({ event }) => event),
  )
  const news = newsFarm(options)
  const { added, existing } = await store.feeds.addMany(
    'owner',
    Array.from({ length: OUTLETS }, (_, i) => ({
      url: `import:bench-${i}`,
      title: `Outlet ${i}`,
      sourceName: `Outlet ${i}`,
      // These are no addresses that could be polled, and one a second would be tried.
      firstPollAt: NEVER,
    })),
    now.toISOString(),
  )
  const feedIds = new Set([...added, ...existing])
  const sources = (await store.feeds.list('owner')).filter(({ id }) => feedIds.has(id)).map(({ sourceId }) => sourceId)
  const stories = new Map<number, StoryId>()
  for (let done = 0; done < size; done += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, size - done) }, () => news.next().value as NewsArticle)
    await store.articles.saveIngested(
      batch.map((article) => ({
        ...ingested(article, sources[article.outlet % sources.length]!, storyOf(article)),
        ...(coming.has(article.event) && { annotations: annotate(documentOf(article)) }),
        ...(hasFingerprints && { fingerprints: fingerprintsOf(article) }),
      })),
    )
  }
  return news

  function storyOf({ event }: NewsArticle): { readonly id: StoryId; readonly isNew: boolean } {
    const known = stories.get(event)
    const id = known ?? store.stories.newId()
    stories.set(event, id)
    return { id, isNew: known === undefined }
  }
}

function ingested(article: NewsArticle, sourceId: SourceId, story: { id: StoryId; isNew: boolean }): Ingested {
  const document = documentOf(article)
  return {
    entryIds: [],
    article: {
      ...plainArticle(document, sourceId, `https://outlet.example/${article.id}`),
      entryId: asId<EntryId>('0'),
    },
    document,
    annotations: noFindings,
    fingerprints: [],
    vector: featuresOf(article),
    syndications: [],
    assignment: story.isNew ? { kind: 'found' } : { kind: 'join', storyId: story.id, reason },
    storyId: story.id,
    at: article.at,
  }
}
