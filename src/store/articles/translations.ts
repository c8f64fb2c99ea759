import { defined } from '../../core/defined.ts'
import type { DocumentId } from '../../core/ids.ts'
import type { TranslatedBy, Translation } from '../../core/translation.ts'
import type { Engine } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { TranslationTable } from './article-schema.ts'

/** Translated articles, each of one immutable revision. */
export function translationStore(engine: Engine) {
  const { reader } = engine
  return {
    async find(documentId: DocumentId, language: string): Promise<Translation | undefined> {
      const row = await reader
        .selectFrom('translation')
        .selectAll()
        .where('document_id', '=', documentId)
        .where('language', '=', language)
        .executeTakeFirst()
      return row && toTranslation(row)
    },

    /** The languages a revision has a translation in, with its state, by language. */
    async listOf(documentId: DocumentId): Promise<readonly Pick<Translation, 'language' | 'state'>[]> {
      const rows = await reader
        .selectFrom('translation')
        .select(['language', 'state'])
        .where('document_id', '=', documentId)
        .orderBy('language')
        .execute()
      return rows.map(({ language, state }) => ({ language, state: state as Translation['state'] }))
    },

    /** Replaces an existing translation. With `job`, the work is queued in the same transaction. */
    async save(translation: Translation, job?: { readonly key: string; readonly runAt: string }): Promise<void> {
      const { documentId, language, state, by, at, ...body } = translation
      const kept = { state, made_by: by ? `${by.kind} ${by.name}` : null, at, body: JSON.stringify(body) }
      await engine.write(async (tx) => {
        await tx
          .insertInto('translation')
          .values({ document_id: documentId, language, ...kept })
          .onConflict((conflict) => conflict.columns(['document_id', 'language']).doUpdateSet(kept))
          .execute()
        if (job) await enqueue(engine, tx, [{ kind: 'translate-article', ...job }])
      })
    },

    /** How many were requested or finished since a time. */
    async countSince(at: string): Promise<number> {
      const row = await reader
        .selectFrom('translation')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('at', '>=', at)
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
  }
}

export type TranslationStore = ReturnType<typeof translationStore>

function toTranslation(row: TranslationTable): Translation {
  const body = JSON.parse(row.body) as Pick<Translation, 'title' | 'sentences' | 'total' | 'failure'>
  return {
    documentId: row.document_id as Translation['documentId'],
    language: row.language,
    state: row.state as Translation['state'],
    ...defined({ by: row.made_by === null ? undefined : byOf(row.made_by) }),
    at: row.at,
    ...body,
  }
}

function byOf(text: string): TranslatedBy {
  const space = text.indexOf(' ')
  return { kind: text.slice(0, space) === 'model' ? 'model' : 'server', name: text.slice(space + 1) }
}
