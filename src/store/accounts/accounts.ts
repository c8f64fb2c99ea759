import { sql } from 'kysely'
import { type Account, accountNameKey } from '../../core/account.ts'
import { nameSkeleton } from '../../core/names/name-skeleton.ts'
import type { Role } from '../../core/reader-identity.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { refreshPrivateStories } from '../feeds/private-feeds.ts'
import type { TableName } from '../schema.ts'
import { accountOf } from './account-rows.ts'
import { inviters } from './invitations.ts'

/** The tables with sign-in methods, each by `reader_id`. */
const signInMethodTables: readonly TableName[] = ['password', 'passkey', 'outside_identity']

/** The result of changing an account; `last-owner`: this server would have no owner who may sign in. */
export type AccountChange = 'done' | 'not-there' | 'name-taken' | 'last-owner'

/** Accounts. Names are found in any case. */
export function accountStore(engine: Engine) {
  const { reader } = engine
  let cached: { readonly version: number; readonly is: boolean } | undefined

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
    /** In order of creation. */
    async list(): Promise<readonly Account[]> {
      const rows = await reader.selectFrom('account').selectAll().orderBy('created_at').orderBy('id').execute()
      return rows.map(accountOf)
    },
    /** True with more than one account. */
    areSeveral: whileUnchanged(engine, async (): Promise<boolean> => {
      const second = await reader.selectFrom('account').select('id').limit(1).offset(1).executeTakeFirst()
      return second !== undefined
    }),
    /** True once anybody has a password or another sign-in method: from then on everybody must sign in. */
    async hasSignInMethod(): Promise<boolean> {
      const version = engine.dataVersion?.()
      if (version !== undefined && cached?.version === version) return cached.is
      const is = await anySignInMethod(reader)
      if (version !== undefined) cached = { version, is }
      return is
    },

    /** Stores a new account with its password, if any, and uses up its invitation. */
    add: (
      account: Account,
      given: { readonly passwordHash?: string; readonly invitationId?: string } = {},
    ): Promise<'done' | 'name-taken' | 'not-invited'> =>
      engine.write(async (tx) => {
        const { invitationId, passwordHash } = given
        if (await isNameTaken(tx, account.name)) return 'name-taken'
        if (invitationId !== undefined) {
          const used = await tx
            .deleteFrom('invitation')
            .where('id', '=', invitationId)
            .where('reader_id', 'in', inviters(tx))
            .executeTakeFirst()
          if (used.numDeletedRows === 0n) return 'not-invited'
        }
        await tx.insertInto('account').values(rowOf(account)).execute()
        await refreshPrivateStories(engine, tx, account.createdAt)
        if (passwordHash !== undefined) await savePassword(tx, account.id, passwordHash, account.createdAt)
        return 'done'
      }),

    rename: (id: string, name: string): Promise<AccountChange> =>
      engine.write(async (tx) => {
        if (await isNameTaken(tx, name, id)) return 'name-taken'
        return changed(tx, id, { name, folded: accountNameKey(name) })
      }),
    setEmail: (id: string, email: string | undefined): Promise<AccountChange> =>
      engine.write((tx) => changed(tx, id, { email: email ?? null })),
    /** Ends the account's sessions, since its permissions changed. */
    setRole: (id: string, role: Role): Promise<AccountChange> =>
      engine.write(async (tx) => {
        if (role !== 'owner' && (await isLastOwner(tx, id))) return 'last-owner'
        await endSessions(tx, id)
        return changed(tx, id, { role })
      }),
    /** Disables an account and ends its sessions; undefined enables it again. */
    setDisabled: (id: string, at: string | undefined): Promise<AccountChange> =>
      engine.write(async (tx) => {
        if (at !== undefined && (await isLastOwner(tx, id))) return 'last-owner'
        if (at !== undefined) await endSessions(tx, id)
        return changed(tx, id, { disabled_at: at ?? null })
      }),

    /** The stored hash of the password. */
    async passwordHash(id: string): Promise<string | undefined> {
      const row = await reader.selectFrom('password').select('hash').where('reader_id', '=', id).executeTakeFirst()
      return row?.hash
    },
    /** Sets the password and ends all sessions of the account but one. */
    async setPassword(id: string, hash: string, at: string, keepSession?: string): Promise<void> {
      await engine.write(async (tx) => {
        await lockAccount(tx, id)
        await savePassword(tx, id, hash, at)
        await endSessions(tx, id, keepSession)
      })
    },
    /** Changes the password if its hash is still `from` (undefined: none yet), and ends every session; otherwise returns false. */
    changePassword: (id: string, from: string | undefined, to: string, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        if (!(await isPasswordStill(tx, id, from))) return false
        await savePassword(tx, id, to, at)
        await endSessions(tx, id)
        return true
      }),
    /** Replaces a hash with another one of the same password, unless the password was changed meanwhile. */
    async renewPassword(id: string, from: string, to: string, at: string): Promise<void> {
      await engine.write((tx) =>
        tx.updateTable('password').set({ hash: to, at }).where('reader_id', '=', id).where('hash', '=', from).execute(),
      )
    },
    /** Sets the owner's name and password, if nobody has a sign-in method yet; otherwise returns false. */
    claim: (ownerId: string, name: string, hash: string, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        // Locks the row, so that of two claims at once one fails.
        const found = await changed(tx, ownerId, { disabled_at: null })
        if (found !== 'done' || (await anySignInMethod(tx)) || (await isNameTaken(tx, name, ownerId))) return false
        await changed(tx, ownerId, { name, folded: accountNameKey(name) })
        await savePassword(tx, ownerId, hash, at)
        // Sessions opened by link, before there was a password.
        await endSessions(tx, ownerId)
        return true
      }),
  }
}

export type AccountStore = ReturnType<typeof accountStore>

/** True when the account is the last owner who may sign in. Blocks others that change owners. */
export async function isLastOwner(tx: Tx, id: string): Promise<boolean> {
  await lockOwners(tx)
  const owners = await tx
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .execute()
  return owners.length === 1 && owners[0]?.id === id
}

/** A write as a lock, so that checks over all accounts (such as two owners demoting each other) run one after the other. */
async function lockOwners(tx: Tx): Promise<void> {
  await sql`update account set role = role where role = 'owner'`.execute(tx)
}

async function anySignInMethod(reader: Engine['reader'] | Tx): Promise<boolean> {
  for (const table of signInMethodTables) {
    const found = await sql`select 1 from ${sql.table(table)} limit 1`.execute(reader)
    if (found.rows.length > 0) return true
  }
  return false
}

async function isNameTaken(tx: Tx, name: string, except?: string): Promise<boolean> {
  // Of two similar names chosen at once, one must fail; no index ensures that.
  await lockOwners(tx)
  const row = await tx.selectFrom('account').select('id').where('folded', '=', accountNameKey(name)).executeTakeFirst()
  if (row !== undefined && row.id !== except) return true
  // Nor may two names look alike: readers would take one's comments for the other's.
  const look = nameSkeleton(name)
  const others = await tx.selectFrom('account').select(['id', 'name']).execute()
  return others.some((other) => other.id !== except && nameSkeleton(other.name) === look)
}

/** True while the password has this hash, or there is none. Blocks others that change it. */
export async function isPasswordStill(tx: Tx, id: string, hash: string | undefined): Promise<boolean> {
  await lockAccount(tx, id)
  const row = await tx.selectFrom('password').select('hash').where('reader_id', '=', id).executeTakeFirst()
  return row?.hash === hash
}

/** A write as a lock, so that signing in and changing the password run one after the other. */
async function lockAccount(tx: Tx, id: string): Promise<void> {
  await sql`update account set role = role where id = ${id}`.execute(tx)
}

type Changes = Partial<Omit<ReturnType<typeof rowOf>, 'id' | 'created_at'>>

async function changed(tx: Tx, id: string, changes: Changes): Promise<AccountChange> {
  const result = await tx.updateTable('account').set(changes).where('id', '=', id).executeTakeFirst()
  return result.numUpdatedRows > 0n ? 'done' : 'not-there'
}

async function savePassword(tx: Tx, id: string, hash: string, at: string): Promise<void> {
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
    role: account.role,
    email: account.email ?? null,
    created_at: account.createdAt,
    disabled_at: account.disabledAt ?? null,
  }
}

/** The result of removing a sign-in method; `last-means`: it is the account's last. */
export type SignInMethodRemoval = 'done' | 'not-there' | 'last-means'

/**
 * The number of a reader's sign-in methods, counting outside identities only of the current issuer. Blocks others that remove one
 * from the same reader until the transaction ends.
 */
export async function countSignInMethods(tx: Tx, readerId: string, issuer: string | undefined): Promise<number> {
  await tx
    .updateTable('account')
    .set((row) => ({ role: row.ref('role') }))
    .where('id', '=', readerId)
    .execute()
  const passwords = await tx.selectFrom('password').select('reader_id').where('reader_id', '=', readerId).execute()
  const passkeys = await tx.selectFrom('passkey').select('id').where('reader_id', '=', readerId).execute()
  const identities = await tx
    .selectFrom('outside_identity')
    .select('subject')
    .where('reader_id', '=', readerId)
    .where('issuer', '=', issuer ?? '')
    .execute()
  return passwords.length + passkeys.length + identities.length
}
