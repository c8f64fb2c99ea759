import { accountOf, apiTokenOf } from './account-rows.ts'
import type { KeyKind, KeyStore } from './account-stores.ts'
import type { Engine } from './engine.ts'

const tables = { token: 'api_token', 'app-password': 'app_password' } as const satisfies Record<KeyKind, string>

/** What programs sign in with, over a database; each secret is kept as its hash alone. */
export function keyStore(engine: Engine): KeyStore {
  const { reader } = engine
  return {
    async addToken(token, tokenHash) {
      await engine.write((tx) =>
        tx
          .insertInto('api_token')
          .values({
            id: token.id,
            reader_id: token.readerId,
            token_hash: tokenHash,
            name: token.name,
            scopes: token.scopes.join(' '),
            created_at: token.createdAt,
            seen_at: null,
            expires_at: token.expiresAt ?? null,
          })
          .execute(),
      )
    },
    async findToken(tokenHash, at) {
      const row = await reader
        .selectFrom('api_token')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', at)]))
        .executeTakeFirst()
      if (!row) return undefined
      const account = await reader
        .selectFrom('account')
        .selectAll()
        .where('id', '=', row.reader_id)
        .where('disabled_at', 'is', null)
        .executeTakeFirst()
      return account && { token: apiTokenOf(row), account: accountOf(account) }
    },
    async listTokens(readerId) {
      const rows = await reader
        .selectFrom('api_token')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(apiTokenOf)
    },
    async addAppPassword(key, hash) {
      await engine.write((tx) =>
        tx
          .insertInto('app_password')
          .values({
            id: key.id,
            reader_id: key.readerId,
            hash,
            name: key.name,
            created_at: key.createdAt,
            seen_at: null,
          })
          .execute(),
      )
    },
    async appPasswords(readerId) {
      const rows = await reader
        .selectFrom('app_password')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        readerId: row.reader_id,
        name: row.name,
        hash: row.hash,
        createdAt: row.created_at,
        ...(row.seen_at !== null && { seenAt: row.seen_at }),
      }))
    },
    async findAppPasswordAccount(id) {
      const row = await reader
        .selectFrom('app_password')
        .innerJoin('account', 'account.id', 'app_password.reader_id')
        .selectAll('account')
        .where('app_password.id', '=', id)
        .where('account.disabled_at', 'is', null)
        .executeTakeFirst()
      return row && accountOf(row)
    },
    async touch(kind, id, at) {
      await engine.write((tx) => tx.updateTable(tables[kind]).set({ seen_at: at }).where('id', '=', id).execute())
    },
    remove: (kind, readerId, id) =>
      engine.write(async (tx) => {
        const gone = await tx
          .deleteFrom(tables[kind])
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst()
        return gone.numDeletedRows > 0n
      }),
  }
}
