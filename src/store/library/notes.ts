import { sql } from 'kysely'
import { type ArticleId, asId, type NoteId } from '../../core/ids.ts'
import type { Note } from '../../core/marks.ts'
import { fromCursor, type Page, pageOf } from '../engine/cursor.ts'
import type { Engine } from '../engine/engine.ts'
import type { NoteTable } from './mark-schema.ts'
import { toMarkedWords, toWordsColumns } from './marked-words.ts'

// The later one wins, so importing an old file again changes nothing.
const keepLater = `on conflict (reader_id, id) do update set
  document_id = excluded.document_id, span_start = excluded.span_start, span_end = excluded.span_end,
  exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, body = excluded.body,
  changed_at = excluded.changed_at
  where excluded.changed_at >= note.changed_at`

/** Readers' notes on words of articles. Nothing computed or fetched ever changes the table. */
export function noteStore(engine: Engine) {
  const { reader } = engine
  const of = (readerId: string) => reader.selectFrom('note').selectAll().where('reader_id', '=', readerId)
  return {
    /** A later change replaces a note with the same id. */
    async save(readerId: string, notes: readonly Note[]): Promise<void> {
      if (notes.length === 0) return
      const byChange = notes.toSorted((a, b) => (a.changedAt < b.changedAt ? -1 : 1))
      const once = new Map(byChange.map((note) => [note.id, toRow(readerId, note)]))
      await engine.write((tx) => engine.insertMany(tx, 'note', [...once.values()], { ifExists: keepLater }))
    },

    /** Changes a note to what `decide` returns for its current state; undefined when there is none, or when `decide` returns undefined. */
    change: (readerId: string, id: NoteId, decide: (note: Note) => Note | undefined): Promise<Note | undefined> =>
      engine.write(async (tx) => {
        const own = tx.updateTable('note').where('reader_id', '=', readerId).where('id', '=', id)
        // Locks the note for this transaction: a concurrent change waits, and sees the result.
        const row = await own.set({ body: sql`body` }).returningAll().executeTakeFirst()
        const changed = row && decide(toNote(row))
        if (!changed) return undefined
        await own.set({ body: changed.body, changed_at: changed.changedAt }).execute()
        return changed
      }),

    remove: (readerId: string, id: NoteId): Promise<Note | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('note')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst()
        return row && toNote(row)
      }),

    async find(readerId: string, id: NoteId): Promise<Note | undefined> {
      const row = await of(readerId).where('id', '=', id).executeTakeFirst()
      return row && toNote(row)
    },

    /** Those on one article, in the order of its text. */
    async listOf(readerId: string, articleId: ArticleId): Promise<readonly Note[]> {
      const rows = await of(readerId).where('article_id', '=', articleId).orderBy('span_start').orderBy('at').execute()
      return rows.map(toNote)
    },

    /** Newest first. */
    async list(readerId: string, limit: number, cursor?: string): Promise<Page<Note>> {
      const after = fromCursor(cursor, 2)
      const rows = await of(readerId)
        .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, id) < (${after![0]}, ${after![1]})`))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(Math.max(0, limit) + 1)
        .execute()
      return pageOf(rows, limit, ({ at, id }) => [at, id], toNote)
    },
  }
}

export type NoteStore = ReturnType<typeof noteStore>

function toRow(readerId: string, note: Note): NoteTable {
  const { id, body, at, changedAt } = note
  return { id, reader_id: readerId, ...toWordsColumns(note), body, at, changed_at: changedAt }
}

function toNote(row: NoteTable): Note {
  return {
    id: asId<NoteId>(row.id),
    ...toMarkedWords(row),
    body: row.body,
    at: row.at,
    changedAt: row.changed_at,
  }
}
