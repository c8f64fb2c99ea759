import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '../../../src/core/document.ts'
import type { FeedId, SourceId, StoryId } from '../../../src/core/ids.ts'
import type { Annotations } from '../../../src/core/layers.ts'
import { guest, type ReaderIdentity } from '../../../src/core/reader-identity.ts'
import { openStore } from '../../../src/store/open-store.ts'
import type { Ingested, PolledEntry, Store } from '../../../src/store/store.ts'
import { type ArticleRecord, annotationsOf, documentOf, plainArticle } from '../citations/story-documents.ts'

const BATCH = 256
const reason = { score: 1, sharedNames: [], sharedWords: [], copiedSentences: 0 }

/** What questions are asked of: a store, who asks, and the time it is there. */
export type AskInstance = {
  readonly store: Store
  readonly reader: ReaderIdentity
  readonly now: () => Date
  /** The story that a record's story became. */
  storyOf(story: string): StoryId | undefined
  close(): Promise<void>
}

/**
 * A store in a folder of its own with the records as articles of their outlets and stories, found by their words. Layers are made
 * when an article is read to answer, once each: all of them together cost more than two hundred questions need. It is the day of the
 * newest article.
 */
export async function openInstance(
  records: readonly ArticleRecord[],
  read: (document: Document) => Annotations = annotationsOf,
): Promise<AskInstance> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-ask-'))
  const opened = await openStore(join(folder, 'store.db'))
  const documents = records.map(documentOf)
  const newest = new Date(Math.max(...documents.map(({ publishedAt }) => Date.parse(publishedAt))))
  const outlets = [...new Set(records.map(outletOf))]
  const at = newest.toISOString()
  const { added } = await opened.feeds.addMany(
    'owner',
    outlets.map((outlet, index) => ({ url: `import:outlet-${index}`, title: outlet, sourceName: outlet })),
    at,
  )
  const sources = new Map((await opened.feeds.list('owner')).map(({ id, sourceId }) => [id, sourceId]))
  const stories = new Map<string, StoryId>()
  for (let from = 0; from < records.length; from += BATCH) {
    const batch = records.slice(from, from + BATCH).map((record, index) => {
      const document = documents[from + index]!
      return { record, document, feedId: added[outlets.indexOf(outletOf(record))]! }
    })
    await opened.feeds.savePolls(
      [...Map.groupBy(batch, ({ feedId }) => feedId)].map(([feedId, own]) => ({
        feedId,
        at,
        nextPollAt: at,
        intervalMinutes: 60,
        isIngestedByCaller: true,
        result: {
          kind: 'parsed' as const,
          title: '',
          validators: {},
          bodyHash: '',
          entries: own.map(({ document }) => entryOf(document)),
        },
      })),
    )
    const ingested: Ingested[] = []
    for (const { record, document, feedId } of batch) {
      const known = stories.get(record.story)
      const storyId = known ?? opened.stories.newId()
      stories.set(record.story, storyId)
      ingested.push(await articleOf(opened, document, feedId, sources.get(feedId)!, storyId, known === undefined))
    }
    await opened.articles.saveIngested(ingested)
  }
  const layers = new Map<string, Annotations>()
  const annotated = (document: Document) => {
    const found = layers.get(document.id) ?? read(document)
    layers.set(document.id, found)
    return found
  }
  const store: Store = {
    ...opened,
    questions: {
      ...opened.questions,
      documents: async (ids) =>
        (await opened.questions.documents(ids)).map((one) => ({ ...one, annotations: annotated(one.document) })),
    },
  }
  return {
    store,
    reader: guest,
    now: () => newest,
    storyOf: (story) => stories.get(story),
    async close() {
      await opened.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The outlet; where a record does not say, each article is of another one. */
function outletOf(record: ArticleRecord): string {
  return record.source ?? record.publisher ?? record.id
}

function entryOf(document: Document): PolledEntry {
  return {
    entry: {
      key: document.id,
      url: `https://outlet.example/${encodeURIComponent(document.id)}`,
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

async function articleOf(
  store: Store,
  document: Document,
  feedId: FeedId,
  sourceId: SourceId,
  storyId: StoryId,
  isNew: boolean,
): Promise<Ingested> {
  const entryId = await store.entries.findByKey(feedId, document.id)
  if (entryId === undefined) throw new Error(`The entry of ${document.id} was not kept`)
  return {
    entryIds: [entryId],
    article: {
      ...plainArticle(document, sourceId, `https://outlet.example/${encodeURIComponent(document.id)}`),
      entryId,
    },
    document,
    annotations: {},
    fingerprints: [],
    vector: { features: new Int32Array(), weights: new Float32Array() },
    syndications: [],
    assignment: isNew ? { kind: 'found' } : { kind: 'join', storyId, reason },
    storyId,
    at: document.publishedAt,
  }
}
