import { sql } from 'kysely'
import type { Article } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { FeedEntry } from '../../core/entry.ts'
import { asId, type SourceId, type StoryId } from '../../core/ids.ts'
import type { LayerName } from '../../core/layers.ts'
import type { LookAlike } from '../articles/articles.ts'
import { annotationsOf, toDocument } from '../articles/stored-documents.ts'
import type { Db, Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { sequenceSince } from '../engine/sequence-since.ts'
import { recentFingerprints } from './gather-fingerprints.ts'

/** One shared fingerprint is chance; two or more make a document worth comparing. */
const leastShared = 2
/** Copies are found by these; the others are most of what is stored of an article. */
const comparedLayers = ['sentences', 'quotes'] as const satisfies readonly LayerName[]

/**
 * The current documents of articles, stored since `since` and visible to `reader`, that share most winnowed fingerprints (Schleimer
 * et al. 2003) with a new one.
 */
export async function findLookAlikes(
  engine: Engine,
  reader: Db,
  fingerprints: readonly number[],
  since: string,
  limit: number,
): Promise<readonly LookAlike[]> {
  if (fingerprints.length === 0 || limit <= 0) return []
  const first = await sequenceSince(engine, since)
  const recent = await recentFingerprints(engine)
  const counts = recent.countShared(fingerprints, first, leastShared)
  const indexed = await sharedInIndex(engine, reader, fingerprints, { first, since, limit, hasOthers: recent.size > 0 })
  const shared = [
    // Some of the recent ones may have moved into the index meanwhile.
    ...indexed.filter(({ sequence }) => !counts.has(sequence)),
    ...(await stillCurrent(engine, reader, counts, since)),
  ]
    // On ties the earliest first: among many copies of one text, the original is then included.
    .sort((a, b) => b.shared - a.shared || a.sequence - b.sequence)
    .slice(0, limit)
  if (shared.length === 0) return []
  const rows = await selectDocuments(
    engine,
    reader,
    shared.map((row) => row.sequence),
  )
  const bySequence = new Map(rows.map((row) => [row.sequence, row]))
  const annotations = await annotationsOf(
    engine,
    reader,
    rows.map((row) => row.id),
    comparedLayers,
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
        ...defined({ credit, origin }),
        sharedFingerprints,
        ...defined({ storyId: row.story_id === null ? undefined : asId<StoryId>(row.story_id) }),
      },
    ]
  })
}

type Bounds = {
  readonly first: number
  readonly since: string
  readonly limit: number
  /** True when some documents' fingerprints aren't in the index yet. */
  readonly hasOthers: boolean
}

type Shared = { readonly sequence: number; readonly shared: number }

async function sharedInIndex(
  engine: Engine,
  reader: Db,
  fingerprints: readonly number[],
  { first, since, limit, hasOthers }: Bounds,
): Promise<readonly Shared[]> {
  return (
    reader
      // Counted first and separately: in a single join, PostgreSQL would walk all documents and look up every hash of each.
      .with(
        (cte) => cte('counted').materialized(),
        (db) =>
          db
            .selectFrom('fingerprint')
            .select(['document_sequence as sequence', sql<number>`count(*)`.as('shared')])
            .where(engine.isIn('hash', fingerprints))
            // A phrase that outlets print under every text would match everything ever stored.
            .$if(first > 0, (query) => query.where('document_sequence', '>=', first))
            // Some of their fingerprints may be in the index already.
            .$if(hasOthers, (query) =>
              query.where('document_sequence', 'not in', (sets) =>
                sets.selectFrom('fingerprint_set').select('fingerprint_set.document_sequence'),
              ),
            )
            .groupBy('document_sequence')
            .having(sql<number>`count(*)`, '>=', leastShared),
      )
      .selectFrom('counted')
      .innerJoin('document', 'document.sequence', 'counted.sequence')
      .innerJoin('article', 'article.id', 'document.article_id')
      .select(['counted.sequence', 'counted.shared'])
      .where('document.at', '>=', since)
      // Replaced documents would crowd out others: a page edited all day has dozens of texts.
      .whereRef('article.document_id', '=', 'document.id')
      .orderBy('counted.shared', 'desc')
      .orderBy('counted.sequence')
      .limit(limit)
      .execute()
  )
}

/** The same for documents not in the index: stored since then, and still their article's current text. */
async function stillCurrent(
  engine: Engine,
  reader: Db,
  counts: ReadonlyMap<number, number>,
  since: string,
): Promise<readonly Shared[]> {
  if (counts.size === 0) return []
  const rows = await reader
    .selectFrom('document')
    .innerJoin('article', 'article.id', 'document.article_id')
    .select('document.sequence')
    .where(engine.isIn('document.sequence', [...counts.keys()]))
    .where('document.at', '>=', since)
    .whereRef('article.document_id', '=', 'document.id')
    .execute()
  return rows.map(({ sequence }) => ({ sequence, shared: counts.get(sequence)! }))
}

function selectDocuments(engine: Engine, reader: Db, sequences: readonly number[]) {
  return reader
    .selectFrom('document')
    .innerJoin('article', 'article.id', 'document.article_id')
    .innerJoin('source', 'source.id', 'article.source_id')
    .leftJoin('entry_content', 'entry_content.sequence', 'article.entry_sequence')
    .leftJoin('membership', 'membership.article_id', 'article.id')
    .select(['document.sequence', 'document.id', 'document.article_id', 'document.language', 'document.title'])
    .select([
      'document.text',
      'document.blocks',
      'document.posts',
      'document.cues',
      'document.published_at',
      'document.article',
    ])
    .select(['article.source_id', 'source.name as source_name', 'entry_content.rest', 'membership.story_id'])
    .where(engine.isIn('document.sequence', sequences))
    .execute()
}
