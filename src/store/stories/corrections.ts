import { sql } from 'kysely'
import type { Correction, Verdict } from '../../core/correction.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import { type ArticleId, asId, type CorrectionId } from '../../core/ids.ts'
import type { Quote } from '../../core/quote.ts'
import type { IngestSettings } from '../articles/save-ingested.ts'
import { fromCursor, type Page, pageOf } from '../engine/cursor.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { addMs } from '../engine/times.ts'
import { enqueue } from '../jobs/jobs.ts'
import { toMarkedWords, toWordsColumns } from '../library/marked-words.ts'
import { saveQuotes } from '../people/quotes.ts'
import type { CorrectionTable } from '../schema.ts'

// The later one wins, so importing an old file again changes nothing.
const keepLater = `on conflict (id) do update set
  document_id = excluded.document_id, span_start = excluded.span_start, span_end = excluded.span_end,
  exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, verdict = excluded.verdict,
  at = excluded.at, note = excluded.note
  where excluded.at >= correction.at`

/** The quotes of an article to index for search. */
export type QuotesToIndex = { readonly document: Document; readonly quotes: readonly Quote[] }

/** People's corrections, in their own table, which nothing computed or fetched ever changes. */
export function correctionStore(engine: Engine, settings: IngestSettings) {
  const { reader } = engine

  return {
    /**
     * One transaction: the corrections, the search index of their articles, and a refresh of their stories. A later correction replaces
     * one with the same id. The same input twice makes the same rows.
     */
    async save(corrections: readonly Correction[], found: readonly QuotesToIndex[], at: string): Promise<void> {
      if (corrections.length === 0) return
      await engine.write(async (tx) => {
        const once = new Map(corrections.toSorted(byTime).map((correction) => [correction.id, correction]))
        await engine.insertMany(tx, 'correction', [...once.values()].map(toRow), { ifExists: keepLater })
        const articleIds = corrections.map(({ articleId }) => articleId)
        await followCorrections(engine, tx, articleIds, found, addMs(at, settings.refreshDelayMs))
      })
    },

    /** Removes a correction in the same way; true when it existed. */
    remove: (id: CorrectionId, found: readonly QuotesToIndex[], at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const removed = await tx
          .deleteFrom('correction')
          .where('id', '=', id)
          .returning('article_id')
          .executeTakeFirst()
        if (!removed) return false
        const runAt = addMs(at, settings.refreshDelayMs)
        await followCorrections(engine, tx, [asId<ArticleId>(removed.article_id)], found, runAt)
        return true
      }),

    async find(id: CorrectionId): Promise<Correction | undefined> {
      const row = await reader.selectFrom('correction').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toCorrection(row)
    },

    /** The corrections of some articles, oldest first. The articles needn't exist: they may be deleted, or not here yet. */
    async listOf(articleIds: readonly ArticleId[]): Promise<readonly Correction[]> {
      if (articleIds.length === 0) return []
      const rows = await reader
        .selectFrom('correction')
        .selectAll()
        .where(engine.isIn('article_id', articleIds))
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(toCorrection)
    },

    /** Newest first. */
    async list(limit: number, cursor?: string): Promise<Page<Correction>> {
      const after = fromCursor(cursor, 2)
      const rows = await reader
        .selectFrom('correction')
        .selectAll()
        .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, id) < (${after![0]}, ${after![1]})`))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(Math.max(0, limit) + 1)
        .execute()
      return pageOf(rows, limit, ({ at, id }) => [at, id], toCorrection)
    },

    async count(): Promise<number> {
      const { count } = await reader
        .selectFrom('correction')
        .select(sql<number>`count(*)`.as('count'))
        .executeTakeFirstOrThrow()
      return count
    },
  }
}

export type CorrectionStore = ReturnType<typeof correctionStore>

/** Updates the search index at once, and has the stories refreshed. */
async function followCorrections(
  engine: Engine,
  tx: Tx,
  articleIds: readonly ArticleId[],
  found: readonly QuotesToIndex[],
  runAt: string,
): Promise<void> {
  if (found.length > 0) await saveQuotes(engine, tx, found, new Set(found.map(({ document }) => document.articleId)))
  const stories = await tx
    .selectFrom('membership')
    .select('story_id')
    .distinct()
    .where(engine.isIn('article_id', articleIds))
    .execute()
  await enqueue(
    engine,
    tx,
    stories.map(({ story_id }) => ({ kind: 'refresh-story', key: story_id, runAt })),
  )
}

function byTime(a: Correction, b: Correction): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0
}

function toRow(correction: Correction): CorrectionTable {
  const { id, verdict, at, note } = correction
  return { id, ...toWordsColumns(correction), verdict: JSON.stringify(verdict), at, note: note ?? null }
}

function toCorrection(row: CorrectionTable): Correction {
  return {
    id: asId<CorrectionId>(row.id),
    ...toMarkedWords(row),
    verdict: JSON.parse(row.verdict) as Verdict,
    at: row.at,
    ...defined({ note: row.note ?? undefined }),
  }
}
