import type { TranslatedBy, Translation } from '../../core/translation.ts'
import type { Engine } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { TranslationTable } from '../schema.ts'
import type { TranslationStore } from './translation-store.ts'

/** Articles in other languages, over a database. */
export function translationStore(engine: Engine): TranslationStore {
  const { reader } = engine
  return {
    async find(documentId, language) {
      const row = await reader
        .selectFrom('translation')
        .selectAll()
        .where('document_id', '=', documentId)
        .where('language', '=', language)
        .executeTakeFirst()
      return row && toTranslation(row)
    },

    async listOf(documentId) {
      const rows = await reader
        .selectFrom('translation')
        .select(['language', 'state'])
        .where('document_id', '=', documentId)
        .orderBy('language')
        .execute()
      return rows.map(({ language, state }) => ({ language, state: state as Translation['state'] }))
    },

    async save(translation, job) {
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

    async countSince(at) {
      const row = await reader
        .selectFrom('translation')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('at', '>=', at)
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
  }
}

function toTranslation(row: TranslationTable): Translation {
  const body = JSON.parse(row.body) as Pick<Translation, 'title' | 'sentences' | 'total' | 'failure'>
  return {
    documentId: row.document_id as Translation['documentId'],
    language: row.language,
    state: row.state as Translation['state'],
    ...(row.made_by === null ? {} : { by: byOf(row.made_by) }),
    at: row.at,
    ...body,
  }
}

function byOf(text: string): TranslatedBy {
  const space = text.indexOf(' ')
  return { kind: text.slice(0, space) === 'model' ? 'model' : 'server', name: text.slice(space + 1) }
}
