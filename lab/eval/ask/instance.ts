import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '../../../src/core/document.ts'
import type { StoryId } from '../../../src/core/ids.ts'
import type { Annotations } from '../../../src/core/layers.ts'
import { guest, type ReaderIdentity } from '../../../src/core/reader-identity.ts'
import { openStore } from '../../../src/store/open-store.ts'
import type { Store } from '../../../src/store/store.ts'
import { annotationsOf } from '../citations/annotations-of.ts'
import { type ArticleRecord, documentOf } from '../citations/story-documents.ts'
import { fillStore } from './fill-store.ts'

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
  const stories = await fillStore(
    opened,
    [...new Set(records.map(outletOf))],
    records.map((record, at) => ({
      document: documents[at]!,
      annotations: {},
      outlet: outletOf(record),
      story: record.story,
    })),
    newest.toISOString(),
  )
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
