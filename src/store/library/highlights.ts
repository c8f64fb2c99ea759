import { sql } from 'kysely'
import { asId, type HighlightId } from '../../core/ids.ts'
import type { Highlight, HighlightColor } from '../../core/marks.ts'
import { fromCursor, pageOf } from '../engine/cursor.ts'
import type { Engine } from '../engine/engine.ts'
import type { HighlightTable } from './mark-schema.ts'
import { toMarkedWords, toWordsColumns } from './marked-words.ts'
import type { HighlightStore } from './share-stores.ts'

/** The words readers marked in articles. Nothing computed or fetched ever touches the table. */
export function highlightStore(engine: Engine): HighlightStore {
  const { reader } = engine
  const of = (readerId: string) => reader.selectFrom('highlight').selectAll().where('reader_id', '=', readerId)
  return {
    async save(readerId, highlights) {
      if (highlights.length === 0) return
      const once = new Map(highlights.map((highlight) => [highlight.id, toRow(readerId, highlight)]))
      await engine.write((tx) =>
        engine.insertMany(tx, 'highlight', [...once.values()], {
          ifExists: 'on conflict (reader_id, id) do update set color = excluded.color',
        }),
      )
    },

    recolor: (readerId, id, color) =>
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

    remove: (readerId, id) =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('highlight')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst()
        return row && toHighlight(row)
      }),

    async find(readerId, id) {
      const row = await of(readerId).where('id', '=', id).executeTakeFirst()
      return row && toHighlight(row)
    },

    async listOf(readerId, articleId) {
      const rows = await of(readerId).where('article_id', '=', articleId).orderBy('span_start').orderBy('at').execute()
      return rows.map(toHighlight)
    },

    async list(readerId, limit, cursor) {
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
