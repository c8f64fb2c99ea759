import { sql } from 'kysely'
import type { Article } from '../core/article.ts'
import type { FeedEntry } from '../core/entry.ts'
import { asId, type SourceId, type StoryId } from '../core/ids.ts'
import type { Engine } from './engine.ts'
import { fromNumber } from './row-ids.ts'
import { sequenceSince } from './sequence-since.ts'
import type { LookAlike } from './store.ts'
import { annotationsOf, toDocument } from './stored-documents.ts'

/** One shared fingerprint is chance; from two on a document is worth comparing. */
const leastShared = 2

/** The articles' current documents kept since `since` that share most winnowed fingerprints (Schleimer et al. 2003) with a new one. */
export async function findLookAlikes(
  engine: Engine,
  fingerprints: readonly number[],
  since: string,
  limit: number,
): Promise<readonly LookAlike[]> {
  if (fingerprints.length === 0 || limit <= 0) return []
  const first = await sequenceSince(engine, since)
  const shared = await engine.reader
    .selectFrom('fingerprint')
    .innerJoin('document', 'document.sequence', 'fingerprint.document_sequence')
    .innerJoin('article', 'article.id', 'document.article_id')
    .select(['fingerprint.document_sequence as sequence', sql<number>`count(*)`.as('shared')])
    .where(engine.isIn('fingerprint.hash', fingerprints))
    // A phrase that outlets print under every text would lead to all that were ever kept.
    .$if(first > 0, (query) => query.where('fingerprint.document_sequence', '>=', first))
    .where('document.at', '>=', since)
    // What an outlet has replaced would push others out: a page edited all day has dozens of texts.
    .whereRef('article.document_id', '=', 'document.id')
    .groupBy('fingerprint.document_sequence')
    .having(sql<number>`count(*)`, '>=', leastShared)
    .orderBy('shared', 'desc')
    // Of equals the earliest: among many copies of one text the original is then one of those looked at.
    .orderBy('sequence')
    .limit(limit)
    .execute()
  if (shared.length === 0) return []
  const rows = await selectDocuments(
    engine,
    shared.map((row) => row.sequence),
  )
  const bySequence = new Map(rows.map((row) => [row.sequence, row]))
  const annotations = await annotationsOf(
    engine,
    engine.reader,
    rows.map((row) => row.id),
  )
  return shared.flatMap(({ sequence, shared: sharedFingerprints }) => {
    const row = bySequence.get(sequence)
    if (!row) return []
    const { credit, kind } = JSON.parse(row.article) as Article
    const origin = row.rest === null ? undefined : (JSON.parse(row.rest) as Pick<FeedEntry, 'origin'>).origin?.title
    return [
      {
        document: toDocument(row),
        annotations: annotations.get(row.id) ?? {},
        sourceId: fromNumber<SourceId>(row.source_id),
        sourceName: row.source_name,
        kind,
        ...(credit === undefined ? {} : { credit }),
        ...(origin === undefined ? {} : { origin }),
        sharedFingerprints,
        ...(row.story_id === null ? {} : { storyId: asId<StoryId>(row.story_id) }),
      },
    ]
  })
}

function selectDocuments(engine: Engine, sequences: readonly number[]) {
  return engine.reader
    .selectFrom('document')
    .innerJoin('article', 'article.id', 'document.article_id')
    .innerJoin('source', 'source.id', 'article.source_id')
    .leftJoin('entry_content', 'entry_content.sequence', 'article.entry_sequence')
    .leftJoin('membership', 'membership.article_id', 'article.id')
    .select(['document.sequence', 'document.id', 'document.article_id', 'document.language', 'document.title'])
    .select(['document.text', 'document.blocks', 'document.posts', 'document.published_at', 'document.article'])
    .select(['article.source_id', 'source.name as source_name', 'entry_content.rest', 'membership.story_id'])
    .where(engine.isIn('document.sequence', sequences))
    .execute()
}
