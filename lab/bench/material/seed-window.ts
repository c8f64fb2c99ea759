import { all } from '../../../src/analyze/all.ts'
import { featuresOf } from '../../../src/cluster/vectorize.ts'
import { asId, type EntryId, type SourceId, type StoryId } from '../../../src/core/ids.ts'
import type { Annotations } from '../../../src/core/layers.ts'
import type { Ingested, Store } from '../../../src/store/store.ts'
import { fingerprintsOf } from '../../../src/syndicate/fingerprints.ts'
import { plainArticle } from '../../eval/citations/story-documents.ts'
import { documentOf, newsStream, type StreamArticle } from './news-stream.ts'

const BATCH = 250
const DAY_MS = 86_400_000
const reason = { score: 1, sharedNames: [], sharedWords: [], copiedSentences: 0 }

/** Layers without findings, up to date: else all would be read again at the first start. */
const noFindings = Object.fromEntries(
  all.map(({ assigns, version }) => [assigns, { by: assigns, version, items: [] }]),
) as Annotations

/**
 * Fills a store with invented articles of the `days` before `now`, four when not said, each in the story it tells, without feeds
 * and without analysis: only what the window and the pages of stories need; with `hasFingerprints` also what copies are found by.
 * Returns the stream, to go on with.
 */
export async function seedWindow(
  store: Store,
  size: number,
  now: Date,
  { days = 4, hasFingerprints = false }: { readonly days?: number; readonly hasFingerprints?: boolean } = {},
): Promise<Generator<StreamArticle>> {
  const stream = newsStream({ perDay: size / days, seed: 2, startMs: now.getTime() - days * DAY_MS + 60_000 })
  const { added, existing } = await store.feeds.addMany(
    'owner',
    Array.from({ length: 20 }, (_, i) => ({
      url: `import:bench-${i}`,
      title: `Outlet ${i}`,
      sourceName: `Outlet ${i}`,
    })),
    now.toISOString(),
  )
  const feedIds = new Set([...added, ...existing])
  const sources = (await store.feeds.list('owner')).filter(({ id }) => feedIds.has(id)).map(({ sourceId }) => sourceId)
  const stories = new Map<number, StoryId>()
  for (let done = 0; done < size; done += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, size - done) }, () => stream.next().value as StreamArticle)
    await store.articles.saveIngested(
      batch.map((article, i) => ({
        ...ingested(article, sources[(done + i * 7) % sources.length]!, storyOf(article)),
        ...(hasFingerprints && { fingerprints: fingerprintsOf(article) }),
      })),
    )
  }
  return stream

  function storyOf({ story }: StreamArticle): { readonly id: StoryId; readonly isNew: boolean } {
    const known = stories.get(story)
    const id = known ?? store.stories.newId()
    stories.set(story, id)
    return { id, isNew: known === undefined }
  }
}

function ingested(article: StreamArticle, sourceId: SourceId, story: { id: StoryId; isNew: boolean }): Ingested {
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
