import { isSameHash, newId, newToken, signWith } from '../../credentials/token.ts'
import type { OperationContext } from '../operation.ts'

type Context = Pick<OperationContext, 'store'>

/** Value of a cookie that marks a browser in which somebody signed in. It grants no access and doesn't reveal the account. */
export async function rememberDevice(context: Context, accountId: string): Promise<string> {
  const id = newId()
  return `${id}.${await signed(context, id, accountId)}`
}

/**
 * The key under which tries at a name are counted: a browser in which that account signed in before has a count of its own. So
 * somebody who guesses passwords from the same address, which behind a proxy is everybody's, can't make it wait.
 */
export async function tryAddressOf(
  context: Context,
  { name, address, device = '' }: { readonly name: string; readonly address: string; readonly device?: string },
): Promise<string> {
  const [id = '', signature = ''] = device.split('.')
  const account = signature === '' ? undefined : await context.store.accounts.findByName(name)
  if (!account || !isSameHash(signature, await signed(context, id, account.id))) return address
  return `device ${id}`
}

async function signed({ store }: Context, id: string, accountId: string): Promise<string> {
  return signWith(await store.alerts.secret('known-device', newToken), JSON.stringify([id, accountId]))
}
