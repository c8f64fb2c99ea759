import { accountName, identityOfAccount } from '../core/account.ts'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import { newId } from '../credentials/token.ts'
import { noteEvent } from './accounts/note-event.ts'
import type { SignInContext } from './accounts/sign-in.ts'

/**
 * The reader whom a trusted proxy names: the account of that name, or a new one if the owner lets the proxy add readers. Undefined
 * for an unknown or invalid name, or an account that may not sign in.
 */
export async function readerNamed(
  context: SignInContext,
  given: string,
  bringsNewReaders: boolean,
): Promise<ReaderIdentity | undefined> {
  const { store, now } = context
  const name = accountName(given)
  if (name === undefined) return undefined
  const known = await store.accounts.findByName(name)
  if (known) return known.disabledAt === undefined ? identityOfAccount(known) : undefined
  if (!bringsNewReaders) return undefined
  const account = { id: newId(), name, role: 'reader' as const, createdAt: now().toISOString() }
  if ((await store.accounts.add(account)) === 'done') {
    await noteEvent(context, 'account-added', account.id)
    return identityOfAccount(account)
  }
  // A concurrent request added the account first.
  const added = await store.accounts.findByName(name)
  return added && added.disabledAt === undefined ? identityOfAccount(added) : undefined
}
