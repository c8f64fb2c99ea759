import type { Selectable } from 'kysely'
import type { Account } from '../../core/account.ts'
import { defined } from '../../core/defined.ts'
import type { Engine } from '../engine/engine.ts'
import { accountOf } from './account-rows.ts'
import type { PasskeyTable } from './account-schema.ts'
import { countSignInMethods, type SignInMethodRemoval } from './accounts.ts'

/** More devices than anybody has. */
const most = 50

/** A passkey (WebAuthn credential) with its public key. Times are ISO 8601, UTC. */
export type Passkey = {
  /** The credential's own id, base64url. */
  readonly id: string
  readonly readerId: string
  /** SPKI, base64url. */
  readonly publicKey: string
  readonly algorithm: 'ES256' | 'RS256'
  readonly counter: number
  readonly name: string
  readonly createdAt: string
  readonly seenAt?: string
}

export function passkeyStore(engine: Engine) {
  const { reader } = engine
  return {
    add: (passkey: Passkey): Promise<'done' | 'known' | 'too-many'> =>
      engine.write(async (tx) => {
        const held = await tx.selectFrom('passkey').select('id').where('reader_id', '=', passkey.readerId).execute()
        if (held.length >= most) return 'too-many'
        const { numInsertedOrUpdatedRows = 0n } = await tx
          .insertInto('passkey')
          .values({
            id: passkey.id,
            reader_id: passkey.readerId,
            public_key: passkey.publicKey,
            algorithm: passkey.algorithm,
            counter: passkey.counter,
            name: passkey.name,
            created_at: passkey.createdAt,
            seen_at: passkey.seenAt ?? null,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst()
        return numInsertedOrUpdatedRows > 0n ? 'done' : 'known'
      }),
    /** With its account, even if disabled. */
    async find(id: string): Promise<{ readonly passkey: Passkey; readonly account: Account } | undefined> {
      const row = await reader.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const account = await reader.selectFrom('account').selectAll().where('id', '=', row.reader_id).executeTakeFirst()
      return account && { passkey: passkeyOf(row), account: accountOf(account) }
    },
    async list(readerId: string): Promise<readonly Passkey[]> {
      const rows = await reader
        .selectFrom('passkey')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(passkeyOf)
    },
    /** Records a use; false when the counter didn't grow, which means the passkey was cloned, unless it never counts. */
    use: (id: string, counter: number, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const used = await tx
          .updateTable('passkey')
          .set({ counter, seen_at: at })
          .where('id', '=', id)
          .where((row) => (counter === 0 ? row('counter', '=', 0) : row('counter', '<', counter)))
          .executeTakeFirst()
        return used.numUpdatedRows > 0n
      }),
    /** `issuer`: the one in use for outside identities; others don't count as sign-in methods. */
    remove: (readerId: string, id: string, issuer: string | undefined): Promise<SignInMethodRemoval> =>
      engine.write(async (tx) => {
        const means = await countSignInMethods(tx, readerId, issuer)
        const found = await tx
          .selectFrom('passkey')
          .select('id')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst()
        if (!found) return 'not-there'
        if (means <= 1) return 'last-means'
        await tx.deleteFrom('passkey').where('reader_id', '=', readerId).where('id', '=', id).execute()
        return 'done'
      }),
  }
}

function passkeyOf(row: Selectable<PasskeyTable>): Passkey {
  return {
    id: row.id,
    readerId: row.reader_id,
    publicKey: row.public_key,
    algorithm: row.algorithm === 'RS256' ? 'RS256' : 'ES256',
    counter: Number(row.counter),
    name: row.name,
    createdAt: row.created_at,
    ...defined({ seenAt: row.seen_at ?? undefined }),
  }
}
