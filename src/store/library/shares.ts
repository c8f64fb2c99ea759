import { asId, type ShareId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import type { ShareTable } from './mark-schema.ts'
import type { Share, ShareStore } from './share-stores.ts'

const facts = [
  'id',
  'kind',
  'target',
  'title',
  'moment',
  'is_embeddable',
  'made_at',
  'expires_at',
  'revoked_at',
] as const

/** Public links. A link shows the text kept in its row and nothing else, whatever became of the story since. */
export function shareStore(engine: Engine): ShareStore {
  const { reader } = engine
  return {
    async add(readerId, share, tokenHash, body) {
      await engine.write((tx) =>
        tx
          .insertInto('share')
          .values({
            id: share.id,
            token_hash: tokenHash,
            reader_id: readerId,
            kind: share.kind,
            target: share.target,
            title: share.title,
            moment: share.moment,
            body,
            is_embeddable: share.isEmbeddable ? 1 : 0,
            made_at: share.madeAt,
            expires_at: share.expiresAt ?? null,
            revoked_at: null,
          })
          .execute(),
      )
    },

    async list(readerId) {
      const rows = await reader
        .selectFrom('share')
        .select(facts)
        .where('reader_id', '=', readerId)
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(toShare)
    },

    revoke: (readerId, id, at) =>
      engine.write(async (tx) => {
        const row = await tx
          .updateTable('share')
          .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(at)) }))
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst()
        return row !== undefined
      }),

    async open(tokenHash, at) {
      const row = await reader
        .selectFrom('share')
        .select([...facts, 'body'])
        .where('token_hash', '=', tokenHash)
        .where('revoked_at', 'is', null)
        .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', at)]))
        .executeTakeFirst()
      return row && { ...toShare(row), body: row.body }
    },
  }
}

function toShare(row: Pick<ShareTable, (typeof facts)[number]>): Share {
  return {
    id: asId<ShareId>(row.id),
    kind: row.kind as Share['kind'],
    target: row.target,
    title: row.title,
    moment: row.moment,
    isEmbeddable: row.is_embeddable === 1,
    madeAt: row.made_at,
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
  }
}
