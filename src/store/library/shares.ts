import { defined } from '../../core/defined.ts'
import { asId, type ShareId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import type { ShareTable } from './mark-schema.ts'

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

/** A public link to the state of a story or brief at one moment. */
export type Share = {
  readonly id: ShareId
  readonly kind: 'story' | 'brief'
  readonly target: string
  readonly title: string
  /** ISO 8601, like all times. */
  readonly moment: string
  readonly isEmbeddable: boolean
  readonly madeAt: string
  readonly expiresAt?: string
  readonly revokedAt?: string
}

/** Public links. A link shows only the text stored in its row, whatever happens to the story later. */
export function shareStore(engine: Engine) {
  const { reader } = engine
  return {
    /** `body`: what it shows, unchangeable. */
    async add(readerId: string, share: Share, tokenHash: string, body: string): Promise<void> {
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

    /** Newest first, without their contents. */
    async list(readerId: string): Promise<readonly Share[]> {
      const rows = await reader
        .selectFrom('share')
        .select(facts)
        .where('reader_id', '=', readerId)
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(toShare)
    },

    /** True when this reader has such a link. It then stops working. */
    revoke: (readerId: string, id: ShareId, at: string): Promise<boolean> =>
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

    /** What a link shows at a time. Unknown, revoked and expired links are all not found by the same query. */
    async open(tokenHash: string, at: string): Promise<(Share & { readonly body: string }) | undefined> {
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

export type ShareStore = ReturnType<typeof shareStore>

function toShare(row: Pick<ShareTable, (typeof facts)[number]>): Share {
  return {
    id: asId<ShareId>(row.id),
    kind: row.kind as Share['kind'],
    target: row.target,
    title: row.title,
    moment: row.moment,
    isEmbeddable: row.is_embeddable === 1,
    madeAt: row.made_at,
    ...defined({ expiresAt: row.expires_at ?? undefined, revokedAt: row.revoked_at ?? undefined }),
  }
}
