import { z } from 'zod'
import { accountNameKey } from '../../core/account.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { accountId } from './change-account.ts'
import { checkOwnPassword } from './my-account.ts'
import { noteEvent } from './note-event.ts'

/** After this time, no request of a deleted account is still running. */
const restMs = 60_000

/** What happens to public comments of the account. */
const words = z.enum(['remove', 'keep-unnamed'])

/** `wrong`: the password (or, without one, the name) was not typed correctly. */
type AccountRemovalResult =
  | 'done'
  | 'not-there'
  | 'last-owner'
  | 'wrong'
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

export const removeMyAccount = defineOperation({
  name: 'remove_my_account',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Deletes the reader’s account with all their data, after they confirm who they are',
  input: z.strictObject({ proof: z.string().max(1000), words }),
  async run(context, { proof, words }): Promise<AccountRemovalResult> {
    const { store, reader } = context
    const account = await store.accounts.find(reader.id)
    if (!account) return 'not-there'
    const kept = await store.accounts.passwordHash(reader.id)
    if (kept === undefined) {
      if (accountNameKey(proof) !== accountNameKey(account.name)) return 'wrong'
    } else {
      const checked = await checkOwnPassword(context, proof, kept)
      if (checked !== 'right') return checked
    }
    return remove(context, reader.id, words)
  },
})

export const removeAccount = defineOperation({
  name: 'remove_account',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Deletes an account with all its reader’s data; never the last owner’s',
  input: z.strictObject({ id: accountId, words }),
  run: (context, { id, words }): Promise<AccountRemovalResult> => remove(context, id, words),
})

async function remove(
  context: OperationContext,
  id: string,
  words: 'remove' | 'keep-unnamed',
): Promise<AccountRemovalResult> {
  const came = await context.store.readerRows.remove(id, words)
  if (came !== 'done') return came
  // The event names nobody: only that an account was deleted is kept.
  await noteEvent(context, 'account-removed')
  await scrub(context)
  await removeRest(context, id)
  // A request that started before, here or on another server, may still write.
  setTimeout(() => void removeRest(context, id), restMs).unref()
  return 'done'
}

/** Removes what running requests of the deleted account wrote meanwhile. Never rejects. */
async function removeRest(context: OperationContext, id: string): Promise<void> {
  try {
    if ((await context.store.readerRows.removeRest(id)) > 0) await scrub(context)
  } catch (error) {
    context.log('rest-not-removed', { error: error instanceof Error ? error.message : String(error) })
  }
}

async function scrub({ store, log }: OperationContext): Promise<void> {
  try {
    await store.readerRows.scrub()
  } catch (error) {
    // Probably a full disk: the rows are deleted anyway, and the next scrub overwrites them.
    log('scrub-failed', { error: error instanceof Error ? error.message : String(error) })
  }
}
