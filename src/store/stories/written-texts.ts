import type { CheckedStatement } from '../../core/claim.ts'
import type { SummaryLength } from '../../core/summary.ts'
import type { Engine } from '../engine/engine.ts'
import type { WrittenText, WrittenTextStore } from './written-text-store.ts'

/** Written texts over a database. */
export function writtenTextStore(engine: Engine): WrittenTextStore {
  return {
    async of(subject) {
      const rows = await engine.reader.selectFrom('written_text').selectAll().where('subject', '=', subject).execute()
      return rows.map((row) => ({
        kind: row.kind as WrittenText['kind'],
        subject: row.subject,
        length: row.length as SummaryLength,
        language: row.language,
        madeFrom: row.made_from,
        model: row.model,
        at: row.at,
        kept: row.kept,
        dropped: row.dropped,
        statements: JSON.parse(row.body) as readonly CheckedStatement[],
      }))
    },

    async save({ kind, subject, length, language, madeFrom, model, at, kept, dropped, statements }) {
      const news = { made_from: madeFrom, model, at, kept, dropped, body: JSON.stringify(statements) }
      const id = [subject, kind, length, language].join(' ')
      await engine.write((tx) =>
        tx
          .insertInto('written_text')
          .values({ id, kind, subject, length, language, ...news })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(news))
          .execute(),
      )
    },

    prune: (before) =>
      engine.write(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('written_text')
          .where((eb) =>
            eb.or([
              eb('at', '<', before),
              eb.not(
                eb.exists(eb.selectFrom('story').select('story.id').whereRef('story.id', '=', 'written_text.subject')),
              ),
            ]),
          )
          .executeTakeFirst()
        return Number(numDeletedRows)
      }),
  }
}
