import { sql } from 'kysely'
import { type ArticleId, asId, type HighlightId } from '../../core/ids.ts'
import type { Highlight, HighlightColor } from '../../core/marks.ts'
import { fromCursor, type Page, pageOf } from '../engine/cursor.ts'
import type { Engine } from '../engine/engine.ts'
import type { HighlightTable } from './mark-schema.ts'
import { toMarkedWords, toWordsColumns } from './marked-words.ts'

/** Passages that readers highlighted in articles. Nothing computed or fetched ever changes the table. */
export function highlightStore(engine: Engine) {
  const { reader } = engine
  const of = (readerId: string) => reader.selectFrom('highlight').selectAll().where('reader_id', '=', readerId)
  return {
    /** An existing one gets the new color. */
    async save(readerId: string, highlights: readonly Highlight[]): Promise<void> {
      if (highlights.length === 0) return
      const once = new Map(highlights.map((highlight) => [highlight.id, toRow(readerId, highlight)]))
      await engine.write((tx) =>
        engine.insertMany(tx, 'highlight', [...once.values()], {
          ifExists: 'on conflict (reader_id, id) do update set color = excluded.color',
        }),
      )
    },

    /** Returns undefined when there is none. */
    recolor: (readerId: string, id: HighlightId, color: HighlightColor): Promise<Highlight | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .updateTable('highlight')
          .set({ color })
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst()
        return row && toHighlight(row)
      }),

    remove: (readerId: string, id: HighlightId): Promise<Highlight | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('highlight')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst()
        return row && toHighlight(row)
      }),

    async find(readerId: string, id: HighlightId): Promise<Highlight | undefined> {
      const row = await of(readerId).where('id', '=', id).executeTakeFirst()
      return row && toHighlight(row)
    },

    async listOf(readerId: string, articleId: ArticleId): Promise<readonly Highlight[]> {
      const rows = await of(readerId).where('article_id', '=', articleId).orderBy('span_start').orderBy('at').execute()
      return rows.map(toHighlight)
    },

    /** Newest first. */
    async list(readerId: string, limit: number, cursor?: string): Promise<Page<Highlight>> {
      const after = fromCursor(cursor, 2)
      const rows = await of(readerId)
        .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, id) < (${after![0]}, ${after![1]})`))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(Math.max(0, limit) + 1)
        .execute()
      return pageOf(rows, limit, ({ at, id }) => [at, id], toHighlight)
    },
  }
}

export type HighlightStore = ReturnType<typeof highlightStore>

function toRow(readerId: string, highlight: Highlight): HighlightTable {
  const { id, color, at } = highlight
  return { id, reader_id: readerId, ...toWordsColumns(highlight), color, at }
}

function toHighlight(row: HighlightTable): Highlight {
  return {
    id: asId<HighlightId>(row.id),
    ...toMarkedWords(row),
    color: row.color as HighlightColor,
    at: row.at,
  }
}
