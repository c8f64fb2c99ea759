import type { Selectable } from 'kysely'
import type { Account, Scope } from '../../core/account.ts'
import { scopes } from '../../core/account.ts'
import { defined } from '../../core/defined.ts'
import type { Role } from '../../core/reader-identity.ts'
import type { Engine } from '../engine/engine.ts'
import type { AccessKey, ApiToken } from './access-keys.ts'
import type { AccountTable, ApiTokenTable, AppPasswordTable, SessionTable } from './account-schema.ts'
import type { Session } from './sessions.ts'

export function accountOf(row: Selectable<AccountTable>): Account {
  return {
    id: row.id,
    name: row.name,
    role: row.role as Role,
    createdAt: row.created_at,
    ...defined({ email: row.email ?? undefined, disabledAt: row.disabled_at ?? undefined }),
  }
}

export function sessionOf(row: Omit<Selectable<SessionTable>, 'token_hash'>): Session {
  return {
    id: row.id,
    readerId: row.reader_id,
    means: row.means,
    browser: row.browser,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
  }
}

/** Unknown scopes allow nothing. */
export function apiTokenOf(row: Omit<Selectable<ApiTokenTable>, 'token_hash'>): ApiToken {
  const given = row.scopes.split(' ')
  return {
    id: row.id,
    readerId: row.reader_id,
    name: row.name,
    scopes: scopes.filter((scope): scope is Scope => given.includes(scope)),
    createdAt: row.created_at,
    ...defined({ seenAt: row.seen_at ?? undefined, expiresAt: row.expires_at ?? undefined }),
  }
}

export function accessKeyOf(row: Selectable<AppPasswordTable>): AccessKey {
  return {
    id: row.id,
    readerId: row.reader_id,
    name: row.name,
    createdAt: row.created_at,
    ...defined({ seenAt: row.seen_at ?? undefined }),
  }
}

/** The account with this id, if it may sign in. */
export async function findActiveAccount(reader: Engine['reader'], id: string): Promise<Account | undefined> {
  const row = await reader
    .selectFrom('account')
    .selectAll()
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return row && accountOf(row)
}
