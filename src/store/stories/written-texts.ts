import type { CheckedStatement } from '../../core/claim.ts'
import type { SummaryLength } from '../../core/summary.ts'
import type { Engine } from '../engine/engine.ts'

/** What a model wrote about a story, as far as it passed the checks. */
export type WrittenText = {
  readonly kind: 'summary' | 'background'
  /** The id of its story. */
  readonly subject: string
  readonly length: SummaryLength
  readonly language: string
  /** A hash of its input: while the input is unchanged, the text is still valid. */
  readonly madeFrom: string
  readonly model: string
  readonly at: string
  readonly kept: number
  readonly dropped: number
  readonly statements: readonly CheckedStatement[]
}

export function writtenTextStore(engine: Engine) {
  return {
    /** Everything written about a story, unordered. */
    async of(subject: string): Promise<readonly WrittenText[]> {
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

    /** Stores a text, replacing the last one of the same kind, length and language. */
    async save({
      kind,
      subject,
      length,
      language,
      madeFrom,
      model,
      at,
      kept,
      dropped,
      statements,
    }: WrittenText): Promise<void> {
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

    /** Deletes texts older than a time, and those of deleted stories. Returns how many. */
    prune: (before: string): Promise<number> =>
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

export type WrittenTextStore = ReturnType<typeof writtenTextStore>
