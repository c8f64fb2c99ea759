import type { Account, Scope } from '../../core/account.ts'
import { defined } from '../../core/defined.ts'
import type { Engine } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { accessKeyOf, accountOf, apiTokenOf, findActiveAccount } from './account-rows.ts'

const tables = { token: 'api_token', 'app-password': 'app_password' } as const satisfies Record<KeyKind, string>

/** What a program signs in with: an API token, or a password for a feed reader app. */
export type AccessKey = {
  readonly id: string
  readonly readerId: string
  readonly name: string
  readonly createdAt: string
  readonly seenAt?: string
}

/** `isForFever`: it also opens the Fever API. */
export type AppPassword = AccessKey & { readonly isForFever?: true }

export type ApiToken = AccessKey & { readonly scopes: readonly Scope[]; readonly expiresAt?: string }

type KeyKind = 'token' | 'app-password'

/** Keys that programs sign in with; only the hash of each secret is stored. */
export function accessKeyStore(engine: Engine) {
  const { reader } = engine
  // Every request of a program looks up the same token.
  const openedByToken = whileUnchanged(engine, async (tokenHash: string) => {
    const row = await reader.selectFrom('api_token').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
    if (!row) return undefined
    const account = await findActiveAccount(reader, row.reader_id)
    return account && { token: apiTokenOf(row), account }
  })
  const openedByAppPassword = whileUnchanged(engine, async (id: string) => {
    const row = await reader
      .selectFrom('app_password')
      .innerJoin('account', 'account.id', 'app_password.reader_id')
      .selectAll('account')
      .where('app_password.id', '=', id)
      .where('account.disabled_at', 'is', null)
      .executeTakeFirst()
    return row && accountOf(row)
  })
  return {
    async addToken(token: ApiToken, tokenHash: string): Promise<void> {
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
    async findToken(
      tokenHash: string,
      at: string,
    ): Promise<{ readonly token: ApiToken; readonly account: Account } | undefined> {
      const found = await openedByToken(tokenHash)
      const ends = found?.token.expiresAt
      return ends === undefined || ends > at ? found : undefined
    },
    async listTokens(readerId: string): Promise<readonly ApiToken[]> {
      const rows = await reader
        .selectFrom('api_token')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(apiTokenOf)
    },
    /** Also stores its Fever keys' hashes, if it opens that API. */
    async addAppPassword(
      { id, readerId, name, createdAt }: AccessKey,
      hash: string,
      feverHashes: readonly string[] = [],
    ): Promise<void> {
      const row = { id, reader_id: readerId, hash, name, created_at: createdAt, seen_at: null }
      const keys = feverHashes.map((fever) => ({ hash: fever, app_password_id: id, reader_id: readerId }))
      await engine.write(async (tx) => {
        await tx.insertInto('app_password').values(row).execute()
        await engine.insertMany(tx, 'fever_key', keys)
      })
    },
    /** A reader's app passwords, each with its hash. */
    async appPasswords(readerId: string): Promise<readonly (AppPassword & { readonly hash: string })[]> {
      const rows = await reader
        .selectFrom('app_password')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      const fever = await reader
        .selectFrom('fever_key')
        .select('app_password_id')
        .where('reader_id', '=', readerId)
        .execute()
      const isForFever = new Set(fever.map((row) => row.app_password_id))
      return rows.map((row) => ({
        ...accessKeyOf(row),
        hash: row.hash,
        ...defined({ isForFever: isForFever.has(row.id) ? (true as const) : undefined }),
      }))
    },
    /** The password that a Fever key belongs to, if its account may sign in. */
    async findByFeverKey(hash: string): Promise<{ readonly key: AccessKey; readonly account: Account } | undefined> {
      const row = await reader
        .selectFrom('app_password')
        .innerJoin('fever_key', 'fever_key.app_password_id', 'app_password.id')
        .selectAll('app_password')
        .where('fever_key.hash', '=', hash)
        .executeTakeFirst()
      if (!row) return undefined
      const account = await findActiveAccount(reader, row.reader_id)
      return account && { key: accessKeyOf(row), account }
    },
    /** The account of an app password, if it may sign in. */
    findAppPasswordAccount: openedByAppPassword,
    /** Records a use. */
    async touch(kind: KeyKind, id: string, at: string): Promise<void> {
      await engine.write((tx) => tx.updateTable(tables[kind]).set({ seen_at: at }).where('id', '=', id).execute())
    },
    remove: (kind: KeyKind, readerId: string, id: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const gone = await tx
          .deleteFrom(tables[kind])
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst()
        if (kind === 'app-password')
          await tx.deleteFrom('fever_key').where('reader_id', '=', readerId).where('app_password_id', '=', id).execute()
        return gone.numDeletedRows > 0n
      }),
  }
}

export type AccessKeyStore = ReturnType<typeof accessKeyStore>
