import { sql } from 'kysely'
import { type Account, accountNameKey } from '../../core/account.ts'
import { nameSkeleton } from '../../core/names/name-skeleton.ts'
import type { Role } from '../../core/reader-identity.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { retellPrivate } from '../feeds/private-feeds.ts'
import type { TableName } from '../schema.ts'
import { accountOf } from './account-rows.ts'
import { inviters } from './invitations.ts'

/** The tables that hold what somebody signs in with, each by `reader_id`. */
const meansTables: readonly TableName[] = ['password', 'passkey', 'outside_identity']

/** What became of a change to an account: `last-owner` where the house would be left without an owner who may sign in. */
export type AccountChange = 'done' | 'not-there' | 'name-taken' | 'last-owner'

/** Who may sign in. Names are found in any case. */
export function accountStore(engine: Engine) {
  const { reader } = engine
  let hasMeans: { readonly version: number; readonly is: boolean } | undefined

  return {
    async find(id: string): Promise<Account | undefined> {
      const row = await reader.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
      return row && accountOf(row)
    },
    async findByName(name: string): Promise<Account | undefined> {
      const row = await reader
        .selectFrom('account')
        .selectAll()
        .where('folded', '=', accountNameKey(name))
        .executeTakeFirst()
      return row && accountOf(row)
    },
    /** In the order they were made in. */
    async list(): Promise<readonly Account[]> {
      const rows = await reader.selectFrom('account').selectAll().orderBy('created_at').orderBy('id').execute()
      return rows.map(accountOf)
    },
    /** True once anybody has a password or another means to sign in: from then on nobody comes in without one. */
    async hasMeans(): Promise<boolean> {
      const version = engine.dataVersion?.()
      if (version !== undefined && hasMeans?.version === version) return hasMeans.is
      const is = await anyMeans(reader)
      if (version !== undefined) hasMeans = { version, is }
      return is
    },

    /** Keeps a new account, with its password where it has one, and uses up the invitation it came by. */
    add: (
      account: Account,
      given: { readonly passwordHash?: string; readonly invitationId?: string } = {},
    ): Promise<'done' | 'name-taken' | 'not-invited'> =>
      engine.write(async (tx) => {
        const { invitationId, passwordHash } = given
        if (await isTaken(tx, account.name)) return 'name-taken'
        if (invitationId !== undefined) {
          const used = await tx
            .deleteFrom('invitation')
            .where('id', '=', invitationId)
            .where('reader_id', 'in', inviters(tx))
            .executeTakeFirst()
          if (used.numDeletedRows === 0n) return 'not-invited'
        }
        await tx.insertInto('account').values(rowOf(account)).execute()
        await retellPrivate(engine, tx, account.createdAt)
        if (passwordHash !== undefined) await keepPassword(tx, account.id, passwordHash, account.createdAt)
        return 'done'
      }),

    rename: (id: string, name: string): Promise<AccountChange> =>
      engine.write(async (tx) => {
        if (await isTaken(tx, name, id)) return 'name-taken'
        return changed(tx, id, { name, folded: accountNameKey(name) })
      }),
    setEmail: (id: string, email: string | undefined): Promise<AccountChange> =>
      engine.write((tx) => changed(tx, id, { email: email ?? null })),
    /** Ends the sessions of the account: what they may do changed. */
    setRole: (id: string, role: Role): Promise<AccountChange> =>
      engine.write(async (tx) => {
        if (role !== 'owner' && (await isLastOwner(tx, id))) return 'last-owner'
        await endSessions(tx, id)
        return changed(tx, id, { role })
      }),
    /** Ends the sessions of an account that is disabled; undefined lets it in again. */
    setDisabled: (id: string, at: string | undefined): Promise<AccountChange> =>
      engine.write(async (tx) => {
        if (at !== undefined && (await isLastOwner(tx, id))) return 'last-owner'
        if (at !== undefined) await endSessions(tx, id)
        return changed(tx, id, { disabled_at: at ?? null })
      }),

    /** The hash of the password, as it was kept. */
    async passwordHash(id: string): Promise<string | undefined> {
      const row = await reader.selectFrom('password').select('hash').where('reader_id', '=', id).executeTakeFirst()
      return row?.hash
    },
    /** Sets the password and ends every session of the account but one. */
    async setPassword(id: string, hash: string, at: string, keepSession?: string): Promise<void> {
      await engine.write(async (tx) => {
        await holdAccount(tx, id)
        await keepPassword(tx, id, hash, at)
        await endSessions(tx, id, keepSession)
      })
    },
    /** The same where the password is still that of one hash, or there still is none, and ends every session; false otherwise. */
    changePassword: (id: string, from: string | undefined, to: string, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        if (!(await isPasswordStill(tx, id, from))) return false
        await keepPassword(tx, id, to, at)
        await endSessions(tx, id)
        return true
      }),
    /** Puts another hash of the same password in the place of one; nothing where it was changed meanwhile. */
    async renewPassword(id: string, from: string, to: string, at: string): Promise<void> {
      await engine.write((tx) =>
        tx.updateTable('password').set({ hash: to, at }).where('reader_id', '=', id).where('hash', '=', from).execute(),
      )
    },
    /** Sets the owner's name and password, only as long as nobody has a means to sign in; false otherwise. */
    claim: (ownerId: string, name: string, hash: string, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        // Locks the row: of two who claim the house at once one comes second.
        const found = await changed(tx, ownerId, { disabled_at: null })
        if (found !== 'done' || (await anyMeans(tx)) || (await isTaken(tx, name, ownerId))) return false
        await changed(tx, ownerId, { name, folded: accountNameKey(name) })
        await keepPassword(tx, ownerId, hash, at)
        // Those opened by link, before there was a password.
        await endSessions(tx, ownerId)
        return true
      }),
  }
}

export type AccountStore = ReturnType<typeof accountStore>

/** True when an account is the one owner left who may sign in. Keeps others who would change owners waiting. */
export async function isLastOwner(tx: Tx, id: string): Promise<boolean> {
  await holdOwners(tx)
  const owners = await tx
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .execute()
  return owners.length === 1 && owners[0]?.id === id
}

/** Written so that what must be looked at in all accounts (two owners who take the role from each other) is done one after the other. */
async function holdOwners(tx: Tx): Promise<void> {
  await sql`update account set role = role where role = 'owner'`.execute(tx)
}

async function anyMeans(reader: Engine['reader'] | Tx): Promise<boolean> {
  for (const table of meansTables) {
    const found = await sql`select 1 from ${sql.table(table)} limit 1`.execute(reader)
    if (found.rows.length > 0) return true
  }
  return false
}

async function isTaken(tx: Tx, name: string, except?: string): Promise<boolean> {
  // Of two that look alike and are chosen at once one comes second: no index holds them apart.
  await holdOwners(tx)
  const row = await tx.selectFrom('account').select('id').where('folded', '=', accountNameKey(name)).executeTakeFirst()
  if (row !== undefined && row.id !== except) return true
  // Nor may two look like one: what the other wrote would be taken for theirs.
  const look = nameSkeleton(name)
  const others = await tx.selectFrom('account').select(['id', 'name']).execute()
  return others.some((other) => other.id !== except && nameSkeleton(other.name) === look)
}

/** True while the password is that of a hash, or there is none. Keeps others who would change it waiting. */
export async function isPasswordStill(tx: Tx, id: string, hash: string | undefined): Promise<boolean> {
  await holdAccount(tx, id)
  const row = await tx.selectFrom('password').select('hash').where('reader_id', '=', id).executeTakeFirst()
  return row?.hash === hash
}

/** Written so that who signs in and who changes the password at once do it one after the other. */
async function holdAccount(tx: Tx, id: string): Promise<void> {
  await sql`update account set role = role where id = ${id}`.execute(tx)
}

type Changes = Partial<Omit<ReturnType<typeof rowOf>, 'id' | 'created_at'>>

async function changed(tx: Tx, id: string, changes: Changes): Promise<AccountChange> {
  const result = await tx.updateTable('account').set(changes).where('id', '=', id).executeTakeFirst()
  return result.numUpdatedRows > 0n ? 'done' : 'not-there'
}

async function keepPassword(tx: Tx, id: string, hash: string, at: string): Promise<void> {
  await tx
    .insertInto('password')
    .values({ reader_id: id, hash, at })
    .onConflict((conflict) => conflict.column('reader_id').doUpdateSet({ hash, at }))
    .execute()
}

async function endSessions(tx: Tx, id: string, but?: string): Promise<void> {
  const all = tx.deleteFrom('session').where('reader_id', '=', id)
  await (but === undefined ? all : all.where('id', '!=', but)).execute()
}

function rowOf(account: Account) {
  return {
    id: account.id,
    name: account.name,
    folded: accountNameKey(account.name),
    role: account.role as string,
    email: account.email ?? null,
    created_at: account.createdAt,
    disabled_at: account.disabledAt ?? null,
  }
}
