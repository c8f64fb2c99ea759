import { defined } from '../../core/defined.ts'
import type { Engine } from '../engine/engine.ts'

/** The latest events to keep of each kind, so that many failed sign-ins displace nothing else. */
const most = 200

export type SecurityEvent = {
  readonly id: string
  /** The account it is about; absent without one. */
  readonly readerId?: string
  readonly kind: string
  readonly at: string
}

/** Security events of accounts, for the owner to review. */
export function securityEventStore(engine: Engine) {
  return {
    async add({ id, readerId, kind, at }: SecurityEvent): Promise<void> {
      await engine.write(async (tx) => {
        await tx
          .insertInto('security_event')
          .values({ id, reader_id: readerId ?? null, kind, at })
          .execute()
        const oldest = await tx
          .selectFrom('security_event')
          .select('at')
          .where('kind', '=', kind)
          .orderBy('at', 'desc')
          .offset(most)
          .limit(1)
          .executeTakeFirst()
        if (oldest)
          await tx.deleteFrom('security_event').where('kind', '=', kind).where('at', '<=', oldest.at).execute()
      })
    },
    /** Latest first. */
    async list(limit: number): Promise<readonly SecurityEvent[]> {
      const rows = await engine.reader
        .selectFrom('security_event')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(({ id, reader_id, kind, at }) => ({
        id,
        kind,
        at,
        ...defined({ readerId: reader_id ?? undefined }),
      }))
    },
  }
}

export type SecurityEventStore = ReturnType<typeof securityEventStore>
