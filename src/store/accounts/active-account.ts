import type { Account } from '../../core/account.ts'
import type { Engine } from '../engine/engine.ts'
import { accountOf } from './account-rows.ts'

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
