import type { Account } from '../../core/account.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { findActiveAccount, sessionOf } from './account-rows.ts'
import { isPasswordStill } from './accounts.ts'

export type Session = {
  readonly id: string
  readonly readerId: string
  /** The sign-in method: `password`, `passkey`, … */
  readonly means: string
  /** A word or two for the reader to recognize it by. */
  readonly browser: string
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
}

/** Sessions; only the hash of a token is stored. */
export function sessionStore(engine: Engine) {
  const { reader } = engine
  // Every page and each of its parts looks up the same session.
  const opened = whileUnchanged(engine, async (tokenHash: string) => {
    const row = await reader.selectFrom('session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
    if (!row) return undefined
    const account = await findActiveAccount(reader, row.reader_id)
    return account && { session: sessionOf(row), account }
  })
  return {
    async add(session: Session, tokenHash: string): Promise<void> {
      await engine.write((tx) => insert(tx, session, tokenHash))
    },
    /** Adds a session if the reader's password still has this hash; otherwise returns false. */
    addByPassword: (session: Session, tokenHash: string, passwordHash: string): Promise<boolean> =>
      engine.write(async (tx) => {
        if (!(await isPasswordStill(tx, session.readerId, passwordHash))) return false
        await insert(tx, session, tokenHash)
        return true
      }),
    /** The session of a token with its account, unless it has expired or the account is disabled. */
    async find(
      tokenHash: string,
      at: string,
    ): Promise<{ readonly session: Session; readonly account: Account } | undefined> {
      const found = await opened(tokenHash)
      return found && found.session.expiresAt > at ? found : undefined
    },
    /** Sessions that haven't expired, last used first. */
    async list(readerId: string, at: string): Promise<readonly Session[]> {
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
    async touch(id: string, at: string): Promise<void> {
      await engine.write((tx) => tx.updateTable('session').set({ seen_at: at }).where('id', '=', id).execute())
    },
    /** Returns false when this reader has no such session. */
    remove: (readerId: string, id: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const gone = await tx
          .deleteFrom('session')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst()
        return gone.numDeletedRows > 0n
      }),
    /** Deletes expired sessions. */
    removeEnded: (at: string): Promise<number> =>
      engine.write(async (tx) => {
        const gone = await tx.deleteFrom('session').where('expires_at', '<=', at).executeTakeFirst()
        return Number(gone.numDeletedRows)
      }),
  }
}

export type SessionStore = ReturnType<typeof sessionStore>

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
