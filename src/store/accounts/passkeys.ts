import type { Selectable } from 'kysely'
import type { Engine } from '../engine/engine.ts'
import { accountOf } from './account-rows.ts'
import { countMeans } from './last-means.ts'
import type { PasskeyTable } from './means-schema.ts'
import type { Passkey, PasskeyStore } from './means-stores.ts'

/** More than anybody has devices. */
const most = 50

/** Passkeys over a database. */
export function passkeyStore(engine: Engine): PasskeyStore {
  const { reader } = engine
  return {
    add: (passkey) =>
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
    async find(id) {
      const row = await reader.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const account = await reader.selectFrom('account').selectAll().where('id', '=', row.reader_id).executeTakeFirst()
      return account && { passkey: passkeyOf(row), account: accountOf(account) }
    },
    async list(readerId) {
      const rows = await reader
        .selectFrom('passkey')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(passkeyOf)
    },
    use: (id, counter, at) =>
      engine.write(async (tx) => {
        const used = await tx
          .updateTable('passkey')
          .set({ counter, seen_at: at })
          .where('id', '=', id)
          .where((row) => (counter === 0 ? row('counter', '=', 0) : row('counter', '<', counter)))
          .executeTakeFirst()
        return used.numUpdatedRows > 0n
      }),
    remove: (readerId, id, issuer) =>
      engine.write(async (tx) => {
        const means = await countMeans(tx, readerId, issuer)
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
    ...(row.seen_at !== null && { seenAt: row.seen_at }),
  }
}
