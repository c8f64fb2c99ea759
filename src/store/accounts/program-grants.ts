import type { Selectable } from 'kysely'
import { type Account, type Scope, scopes } from '../../core/account.ts'
import { defined } from '../../core/defined.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { findActiveAccount } from './account-rows.ts'
import type { ProgramGrantTable } from './account-schema.ts'

/** What a reader allowed a program that asked by OAuth: what it may do, and until when if it isn't used. */
export type ProgramGrant = {
  readonly id: string
  readonly readerId: string
  readonly clientId: string
  /** What the program calls itself. */
  readonly name: string
  readonly redirectUri: string
  readonly scopes: readonly Scope[]
  /** The only URL its tokens open. */
  readonly resource: string
  readonly createdAt: string
  readonly seenAt?: string
  readonly expiresAt: string
}

/** The same with what its code and refresh tokens are checked by. Without `refreshHash` its code was not redeemed yet. */
export type CheckedGrant = ProgramGrant & {
  readonly challenge: string
  readonly codeHash: string
  readonly refreshHash?: string
  readonly previousHash?: string
  readonly rotatedAt?: string
}

export type NewAccess = { readonly hash: string; readonly expiresAt: string }

/** An expired access token is known this long, so that a program that comes back with it isn't taken for a guesser. */
const expiredKeptMs = 86_400_000
/** Access tokens of one grant, of which each refresh makes one. */
const mostAccess = 20

/** What readers allowed programs by OAuth; only hashes of codes and tokens are stored. */
export function programGrantStore(engine: Engine) {
  const { reader } = engine
  // Every request of a program looks up the same token.
  const opened = whileUnchanged(engine, async (tokenHash: string) => {
    const access = await reader
      .selectFrom('program_access')
      .selectAll()
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst()
    const row =
      access &&
      (await reader.selectFrom('program_grant').selectAll().where('id', '=', access.grant_id).executeTakeFirst())
    if (!access || !row) return undefined
    const account = await findActiveAccount(reader, row.reader_id)
    return account && { grant: grantOf(row), account, expiresAt: access.expires_at }
  })
  return {
    /** Stores a grant that waits for its code. Above `most` of a reader's, the one unused for longest ends. */
    async add(grant: CheckedGrant, most: number): Promise<void> {
      await engine.write(async (tx) => {
        const { createdAt, readerId } = grant
        const over = await tx
          .selectFrom('program_grant')
          .select(['id', 'created_at', 'seen_at', 'expires_at'])
          .where('reader_id', '=', readerId)
          .execute()
        const usedAt = (row: (typeof over)[number]) => row.seen_at ?? row.created_at
        const living = over
          .filter((row) => row.expires_at > createdAt)
          .sort((one, other) => (usedAt(one) < usedAt(other) ? 1 : -1))
        const kept = new Set(living.slice(0, most - 1).map(({ id }) => id))
        for (const { id } of over) if (!kept.has(id)) await remove(tx, id)
        await tx.insertInto('program_grant').values(rowOf(grant)).execute()
      })
    },
    /** A grant by its id, with what its code and tokens are checked by, and its account if that may sign in. */
    async find(
      id: string,
    ): Promise<{ readonly grant: CheckedGrant; readonly account: Account | undefined } | undefined> {
      const row = await reader.selectFrom('program_grant').selectAll().where('id', '=', id).executeTakeFirst()
      return row && { grant: checkedGrantOf(row), account: await findActiveAccount(reader, row.reader_id) }
    },
    /** Replaces the refresh token, or the code when `from` is undefined, unless somebody else did so first. */
    rotate: (
      { id, readerId }: Pick<ProgramGrant, 'id' | 'readerId'>,
      from: string | undefined,
      to: { readonly refreshHash: string; readonly expiresAt: string; readonly at: string },
      access: NewAccess,
    ): Promise<boolean> =>
      engine.write(async (tx) => {
        const changed = await tx
          .updateTable('program_grant')
          .set({
            refresh_hash: to.refreshHash,
            previous_hash: from ?? null,
            rotated_at: to.at,
            seen_at: to.at,
            expires_at: to.expiresAt,
          })
          .where('id', '=', id)
          .where('refresh_hash', from === undefined ? 'is' : '=', from ?? null)
          .executeTakeFirst()
        if (changed.numUpdatedRows === 0n) return false
        await addAccess(tx, { id, readerId }, access, to.at)
        return true
      }),
    /** Stores one more access token of a grant, if it is still there. */
    addAccess: (
      { id, readerId }: Pick<ProgramGrant, 'id' | 'readerId'>,
      access: NewAccess,
      at: string,
    ): Promise<boolean> =>
      engine.write(async (tx) => {
        const row = await tx.selectFrom('program_grant').select('id').where('id', '=', id).executeTakeFirst()
        if (!row) return false
        await addAccess(tx, { id, readerId }, access, at)
        return true
      }),
    /** The grant of an access token, expired or not, with its account if that may sign in. */
    findAccess: opened,
    /** A reader's grants that programs use, newest first. */
    async list(readerId: string, at: string): Promise<readonly ProgramGrant[]> {
      const rows = await reader
        .selectFrom('program_grant')
        .selectAll()
        .where('reader_id', '=', readerId)
        .where('refresh_hash', 'is not', null)
        .where('expires_at', '>', at)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(grantOf)
    },
    /** Records a use. */
    async touch(id: string, at: string): Promise<void> {
      await engine.write((tx) => tx.updateTable('program_grant').set({ seen_at: at }).where('id', '=', id).execute())
    },
    /** Ends a grant with all its tokens; false when there is none. */
    end: (id: string, readerId: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const row = await tx
          .selectFrom('program_grant')
          .select('id')
          .where('id', '=', id)
          .where('reader_id', '=', readerId)
          .executeTakeFirst()
        if (row) await remove(tx, id)
        return row !== undefined
      }),
  }
}

export type ProgramGrantStore = ReturnType<typeof programGrantStore>

async function addAccess(
  tx: Tx,
  { id, readerId }: Pick<ProgramGrant, 'id' | 'readerId'>,
  { hash, expiresAt }: NewAccess,
  at: string,
): Promise<void> {
  const forgetAt = new Date(Date.parse(at) - expiredKeptMs).toISOString()
  const rows = await tx
    .selectFrom('program_access')
    .select(['token_hash', 'expires_at'])
    .where('grant_id', '=', id)
    .orderBy('expires_at', 'desc')
    .execute()
  const gone = rows.filter((row, index) => row.expires_at <= forgetAt || index >= mostAccess - 1)
  for (const { token_hash } of gone)
    await tx.deleteFrom('program_access').where('token_hash', '=', token_hash).execute()
  const row = { token_hash: hash, grant_id: id, reader_id: readerId, expires_at: expiresAt }
  await tx.insertInto('program_access').values(row).execute()
}

async function remove(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('program_access').where('grant_id', '=', id).execute()
  await tx.deleteFrom('program_grant').where('id', '=', id).execute()
}

function rowOf(grant: CheckedGrant): ProgramGrantTable {
  return {
    id: grant.id,
    reader_id: grant.readerId,
    client_id: grant.clientId,
    name: grant.name,
    redirect_uri: grant.redirectUri,
    scopes: grant.scopes.join(' '),
    resource: grant.resource,
    challenge: grant.challenge,
    code_hash: grant.codeHash,
    refresh_hash: grant.refreshHash ?? null,
    previous_hash: grant.previousHash ?? null,
    rotated_at: grant.rotatedAt ?? null,
    created_at: grant.createdAt,
    seen_at: grant.seenAt ?? null,
    expires_at: grant.expiresAt,
  }
}

/** Unknown scopes allow nothing. */
function grantOf(row: Selectable<ProgramGrantTable>): ProgramGrant {
  const given = row.scopes.split(' ')
  return {
    id: row.id,
    readerId: row.reader_id,
    clientId: row.client_id,
    name: row.name,
    redirectUri: row.redirect_uri,
    scopes: scopes.filter((scope) => given.includes(scope)),
    resource: row.resource,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...defined({ seenAt: row.seen_at ?? undefined }),
  }
}

function checkedGrantOf(row: Selectable<ProgramGrantTable>): CheckedGrant {
  return {
    ...grantOf(row),
    challenge: row.challenge,
    codeHash: row.code_hash,
    ...defined({
      refreshHash: row.refresh_hash ?? undefined,
      previousHash: row.previous_hash ?? undefined,
      rotatedAt: row.rotated_at ?? undefined,
    }),
  }
}
