import { accountName, identityOfAccount } from '../core/account.ts'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import { newId } from '../credentials/token.ts'
import { noteEvent } from './accounts/note-event.ts'
import type { Entrance } from './accounts/sign-in.ts'

/**
 * The reader whom a proxy that is believed names: the account of that name, or a new one where the owner lets the proxy bring
 * readers. Undefined for a name that is nobody's, cannot be one, or is of an account that may not sign in.
 */
export async function readerNamed(
  context: Entrance,
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
  // Another request of theirs was quicker.
  const added = await store.accounts.findByName(name)
  return added && added.disabledAt === undefined ? identityOfAccount(added) : undefined
}
