import { sql } from 'kysely'
import { type ArticleId, asId, type NoteId } from '../../core/ids.ts'
import type { Note } from '../../core/marks.ts'
import { fromCursor, type Page, pageOf } from '../engine/cursor.ts'
import type { Engine } from '../engine/engine.ts'
import type { NoteTable } from './mark-schema.ts'
import { toMarkedWords, toWordsColumns } from './marked-words.ts'

// The later one stays, so that an old file taken in again changes nothing.
const keepLater = `on conflict (reader_id, id) do update set
  document_id = excluded.document_id, span_start = excluded.span_start, span_end = excluded.span_end,
  exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, body = excluded.body,
  changed_at = excluded.changed_at
  where excluded.changed_at >= note.changed_at`

/** What readers wrote on words of articles: a table that nothing computed or fetched ever touches. */
export function noteStore(engine: Engine) {
  const { reader } = engine
  const of = (readerId: string) => reader.selectFrom('note').selectAll().where('reader_id', '=', readerId)
  return {
    /** One of the same id gives way to a later change. */
    async save(readerId: string, notes: readonly Note[]): Promise<void> {
      if (notes.length === 0) return
      const byChange = notes.toSorted((a, b) => (a.changedAt < b.changedAt ? -1 : 1))
      const once = new Map(byChange.map((note) => [note.id, toRow(readerId, note)]))
      await engine.write((tx) => engine.insertMany(tx, 'note', [...once.values()], { ifExists: keepLater }))
    },

    /** Changes one to what `decide` makes of it as it is then; undefined where there is none, or where it is to stay. */
    change: (readerId: string, id: NoteId, decide: (note: Note) => Note | undefined): Promise<Note | undefined> =>
      engine.write(async (tx) => {
        const own = tx.updateTable('note').where('reader_id', '=', readerId).where('id', '=', id)
        // Holds the note for this transaction: who changes it at the same time waits, and sees what came of this.
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

    /** Those on one article, as they follow in its text. */
    async listOf(readerId: string, articleId: ArticleId): Promise<readonly Note[]> {
      const rows = await of(readerId).where('article_id', '=', articleId).orderBy('span_start').orderBy('at').execute()
      return rows.map(toNote)
    },

    /** The latest made first. */
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
