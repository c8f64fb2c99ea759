import type { Selectable } from 'kysely'
import type { Account } from '../../core/account.ts'
import { defined } from '../../core/defined.ts'
import type { Engine } from '../engine/engine.ts'
import { accountOf } from './account-rows.ts'
import type { OutsideIdentityTable } from './account-schema.ts'
import { countSignInMethods, type SignInMethodRemoval } from './accounts.ts'

/** A reader's identity at another server (OpenID Connect issuer and subject). */
type OutsideIdentity = {
  readonly issuer: string
  readonly subject: string
  readonly readerId: string
  /** For the reader to recognize it by. */
  readonly name: string
  readonly createdAt: string
  readonly seenAt?: string
}

/** Readers' identities at other servers. */
export function identityStore(engine: Engine) {
  const { reader } = engine
  return {
    /** `taken`: it belongs to another account. An existing one stays as it is. */
    add: (identity: OutsideIdentity): Promise<'done' | 'taken'> =>
      engine.write(async (tx) => {
        await tx
          .insertInto('outside_identity')
          .values({
            issuer: identity.issuer,
            subject: identity.subject,
            reader_id: identity.readerId,
            name: identity.name,
            created_at: identity.createdAt,
            seen_at: identity.seenAt ?? null,
          })
          .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
          .execute()
        const held = await tx
          .selectFrom('outside_identity')
          .select('reader_id')
          .where('issuer', '=', identity.issuer)
          .where('subject', '=', identity.subject)
          .executeTakeFirst()
        return held?.reader_id === identity.readerId ? 'done' : 'taken'
      }),
    async find(
      issuer: string,
      subject: string,
    ): Promise<{ readonly identity: OutsideIdentity; readonly account: Account } | undefined> {
      const row = await reader
        .selectFrom('outside_identity')
        .selectAll()
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirst()
      if (!row) return undefined
      const account = await reader.selectFrom('account').selectAll().where('id', '=', row.reader_id).executeTakeFirst()
      return account && { identity: identityOf(row), account: accountOf(account) }
    },
    async list(readerId: string): Promise<readonly OutsideIdentity[]> {
      const rows = await reader
        .selectFrom('outside_identity')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('created_at')
        .orderBy('subject')
        .execute()
      return rows.map(identityOf)
    },
    async touch(issuer: string, subject: string, at: string): Promise<void> {
      await engine.write((tx) =>
        tx
          .updateTable('outside_identity')
          .set({ seen_at: at })
          .where('issuer', '=', issuer)
          .where('subject', '=', subject)
          .execute(),
      )
    },
    remove: (
      readerId: string,
      issuer: string,
      subject: string,
      inUse: string | undefined,
    ): Promise<SignInMethodRemoval> =>
      engine.write(async (tx) => {
        const means = await countSignInMethods(tx, readerId, inUse)
        const row = await tx
          .selectFrom('outside_identity')
          .select('subject')
          .where('reader_id', '=', readerId)
          .where('issuer', '=', issuer)
          .where('subject', '=', subject)
          .executeTakeFirst()
        if (!row) return 'not-there'
        // An identity of an issuer no longer in use can't sign in anyway, so it may always be removed.
        if (issuer === inUse && means <= 1) return 'last-means'
        await tx
          .deleteFrom('outside_identity')
          .where('reader_id', '=', readerId)
          .where('issuer', '=', issuer)
          .where('subject', '=', subject)
          .execute()
        return 'done'
      }),
  }
}

function identityOf(row: Selectable<OutsideIdentityTable>): OutsideIdentity {
  return {
    issuer: row.issuer,
    subject: row.subject,
    readerId: row.reader_id,
    name: row.name,
    createdAt: row.created_at,
    ...defined({ seenAt: row.seen_at ?? undefined }),
  }
}
