import type { Document } from '../../../src/core/document.ts'
import type { FeedId, SourceId, StoryId } from '../../../src/core/ids.ts'
import type { Annotations } from '../../../src/core/layers.ts'
import type { Ingested, PolledEntry, Store } from '../../../src/store/store.ts'
import { plainArticle } from '../citations/story-documents.ts'

const BATCH = 256
const reason = { score: 1, sharedNames: [], sharedWords: [], copiedSentences: 0 }

/** An article to fill a store with: of which outlet and in which story. */
export type FilledArticle = {
  readonly document: Document
  readonly annotations: Annotations
  readonly outlet: string
  readonly story: string | number
}

/**
 * Fills a store with articles as entries of their outlets, found by their words; an outlet's feed is polled at `at` and never again.
 * Returns the story that each of theirs became.
 */
export async function fillStore(
  store: Store,
  outlets: readonly string[],
  articles: Iterable<FilledArticle>,
  at: string,
): Promise<ReadonlyMap<FilledArticle['story'], StoryId>> {
  const { added } = await store.feeds.addMany(
    'owner',
    outlets.map((outlet, index) => ({ url: `import:outlet-${index}`, title: outlet, sourceName: outlet })),
    at,
  )
  const sources = new Map((await store.feeds.list('owner')).map(({ id, sourceId }) => [id, sourceId]))
  const feeds = new Map(outlets.map((outlet, index) => [outlet, added[index]!]))
  const stories = new Map<FilledArticle['story'], StoryId>()
  for (const batch of inBatches(articles)) {
    const byFeed = Map.groupBy(batch, ({ outlet }) => feeds.get(outlet)!)
    await store.feeds.savePolls(
      [...byFeed].map(([feedId, own]) => ({
        feedId,
        at,
        nextPollAt: at,
        intervalMinutes: 60,
        isIngestedByCaller: true,
        result: {
          kind: 'parsed' as const,
          title: '',
          validators: {},
          bodyHash: own[0]!.document.id,
          entries: own.map(({ document }) => entryOf(document)),
        },
      })),
    )
    const ingested: Ingested[] = []
    for (const article of batch) {
      const known = stories.get(article.story)
      const storyId = known ?? store.stories.newId()
      stories.set(article.story, storyId)
      const feedId = feeds.get(article.outlet)!
      ingested.push(await ingestedOf(store, article, feedId, sources.get(feedId)!, storyId, known === undefined))
    }
    await store.articles.saveIngested(ingested)
  }
  return stories
}

function* inBatches(articles: Iterable<FilledArticle>): Generator<readonly FilledArticle[]> {
  let batch: FilledArticle[] = []
  for (const article of articles) {
    batch.push(article)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function urlOf(document: Document): string {
  return `https://outlet.example/${encodeURIComponent(document.id)}`
}

function entryOf(document: Document): PolledEntry {
  return {
    entry: {
      key: document.id,
      url: urlOf(document),
      title: document.title,
      publishedAt: document.publishedAt,
      authors: [],
      categories: [],
      enclosures: [],
    },
    contentHash: document.id,
    // It is found by the article's text, which is indexed when it is ingested.
    text: () => '',
  }
}

async function ingestedOf(
  store: Store,
  { document, annotations }: FilledArticle,
  feedId: FeedId,
  sourceId: SourceId,
  storyId: StoryId,
  isNew: boolean,
): Promise<Ingested> {
  const entryId = await store.entries.findByKey(feedId, document.id)
  if (entryId === undefined) throw new Error(`The entry of ${document.id} was not kept`)
  return {
    entryIds: [entryId],
    article: { ...plainArticle(document, sourceId, urlOf(document)), entryId },
    document,
    annotations,
    fingerprints: [],
    vector: { features: new Int32Array(), weights: new Float32Array() },
    syndications: [],
    assignment: isNew ? { kind: 'found' } : { kind: 'join', storyId, reason },
    storyId,
    at: document.publishedAt,
  }
}
