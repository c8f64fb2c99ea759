import type { Engine, Tx } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { sessionOf } from './account-rows.ts'
import type { Session, SessionStore } from './account-stores.ts'
import { isPasswordStill } from './accounts.ts'
import { findActiveAccount } from './active-account.ts'

/** Sessions over a database; a token is kept as its hash alone. */
export function sessionStore(engine: Engine): SessionStore {
  const { reader } = engine
  // Every page and every part of it asks for the same one.
  const opened = whileUnchanged(engine, async (tokenHash: string) => {
    const row = await reader.selectFrom('session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
    if (!row) return undefined
    const account = await findActiveAccount(reader, row.reader_id)
    return account && { session: sessionOf(row), account }
  })
  return {
    async add(session, tokenHash) {
      await engine.write((tx) => insert(tx, session, tokenHash))
    },
    addByPassword: (session, tokenHash, passwordHash) =>
      engine.write(async (tx) => {
        if (!(await isPasswordStill(tx, session.readerId, passwordHash))) return false
        await insert(tx, session, tokenHash)
        return true
      }),
    async find(tokenHash, at) {
      const found = await opened(tokenHash)
      return found && found.session.expiresAt > at ? found : undefined
    },
    async list(readerId, at) {
      const rows = await reader
        .selectFrom('session')
        .selectAll()
        .where('reader_id', '=', readerId)
        .where('expires_at', '>', at)
        .orderBy('seen_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(sessionOf)
    },
    async touch(id, at) {
      await engine.write((tx) => tx.updateTable('session').set({ seen_at: at }).where('id', '=', id).execute())
    },
    remove: (readerId, id) =>
      engine.write(async (tx) => {
        const gone = await tx
          .deleteFrom('session')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst()
        return gone.numDeletedRows > 0n
      }),
    removeAll: (readerId) =>
      engine.write(async (tx) => {
        const gone = await tx.deleteFrom('session').where('reader_id', '=', readerId).executeTakeFirst()
        return Number(gone.numDeletedRows)
      }),
    removeEnded: (at) =>
      engine.write(async (tx) => {
        const gone = await tx.deleteFrom('session').where('expires_at', '<=', at).executeTakeFirst()
        return Number(gone.numDeletedRows)
      }),
  }
}

async function insert(tx: Tx, session: Session, tokenHash: string): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      id: session.id,
      reader_id: session.readerId,
      token_hash: tokenHash,
      means: session.means,
      browser: session.browser,
      created_at: session.createdAt,
      seen_at: session.seenAt,
      expires_at: session.expiresAt,
    })
    .execute()
}
