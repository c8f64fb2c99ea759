import type { Account } from '../../core/account.ts'
import type { OperationContext } from '../operation.ts'

export async function activeAccount(
  { store }: Pick<OperationContext, 'store'>,
  readerId: string,
): Promise<Account | undefined> {
  const account = await store.accounts.find(readerId)
  return account?.disabledAt === undefined ? account : undefined
}
