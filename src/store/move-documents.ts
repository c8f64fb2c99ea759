import type { DocumentId, StoryId } from '../core/ids.ts'
import type { Engine, Tx } from './engine.ts'
import { enqueue } from './jobs.ts'
import type { IngestSettings } from './save-ingested.ts'
import { currentIds, removeEmptyStories } from './story-aliases.ts'
import { addMs } from './times.ts'

type Move = { readonly documentId: DocumentId; readonly to: StoryId }

/**
 * Moves articles, named by a document, to other stories: a merge, a split or a repair. A story that is not there yet is
 * founded; one left empty is removed and leads to its heir. Every story touched is refreshed.
 */
export async function moveDocuments(
  engine: Engine,
  tx: Tx,
  moves: readonly Move[],
  at: string,
  settings: IngestSettings,
): Promise<void> {
  const rows = await tx
    .selectFrom('document')
    .innerJoin('article', 'article.id', 'document.article_id')
    .leftJoin('membership', 'membership.article_id', 'article.id')
    .select(['document.id as moved_id', 'article.id as article_id', 'article.document_id', 'article.source_id'])
    .select(['article.title', 'article.published_at', 'document.language', 'membership.story_id'])
    .where(
      engine.isIn(
        'document.id',
        moves.map((move) => move.documentId),
      ),
    )
    .execute()
  const byDocument = new Map(rows.map((row) => [row.moved_id, row]))
  const present = await currentIds(
    engine,
    tx,
    moves.map((move) => move.to),
  )
  const targets = new Map<string, { row: (typeof rows)[number]; to: string }>()
  for (const { documentId, to } of moves) {
    const row = byDocument.get(documentId)
    if (row) targets.set(row.article_id, { row, to: present.get(to) ?? to })
  }
  const moved = [...targets.values()].filter(({ row, to }) => row.story_id !== to)
  await found(engine, tx, moved, at)
  const articleIds = moved.map(({ row }) => row.article_id)
  await tx.deleteFrom('membership').where(engine.isIn('article_id', articleIds)).execute()
  await engine.insertMany(
    tx,
    'membership',
    moved.map(({ row, to }) => ({
      article_id: row.article_id,
      story_id: to,
      document_id: row.document_id,
      source_id: row.source_id,
      added_at: at,
    })),
  )
  const heirs = new Map(moved.flatMap(({ row, to }) => (row.story_id === null ? [] : [[row.story_id, to] as const])))
  const gone = new Set(await removeEmptyStories(engine, tx, heirs))
  const touched = new Set([...heirs.keys(), ...moved.map(({ to }) => to)])
  await enqueue(
    engine,
    tx,
    [...touched]
      .filter((id) => !gone.has(id))
      .map((key) => ({ kind: 'refresh-story', key, runAt: addMs(at, settings.refreshDelayMs) })),
  )
}

type Moved = {
  readonly row: { title: string; language: string; published_at: string; source_id: number }
  readonly to: string
}

function found(engine: Engine, tx: Tx, moved: readonly Moved[], at: string): Promise<unknown> {
  const founders = new Map(moved.map(({ row, to }) => [to, row]))
  return engine.insertMany(
    tx,
    'story',
    [...founders].map(([id, row]) => ({
      id,
      title: row.title,
      language: row.language,
      first_at: row.published_at,
      last_at: row.published_at,
      changed_at: at,
      article_count: 1,
      report_count: 1,
      outlet_count: 1,
      first_source_id: row.source_id,
      has_dossier: 0,
    })),
    { ifExists: 'ignore' },
  )
}
