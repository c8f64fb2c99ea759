import { z } from 'zod'
import { accountNameKey } from '../../core/account.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { accountId } from './change-account.ts'
import { checkOwnPassword } from './my-account.ts'
import { noteEvent } from './note-event.ts'

/** So long after somebody left no request of theirs is under way any more. */
const restMs = 60_000

/** What becomes of what others read of them. */
const words = z.enum(['remove', 'keep-unnamed'])

/** What came of leaving: `wrong` where the password, or without one the name, was not typed right. */
export type Leaving =
  | 'done'
  | 'not-there'
  | 'last-owner'
  | 'wrong'
  | { readonly kind: 'later'; readonly retryAfterSeconds: number }

export const removeMyAccount = defineOperation({
  name: 'remove_my_account',
  least: 'reader',
  isForPeople: true,
  summary: 'Removes the account of the reader with everything kept of them, once they show again who they are',
  input: z.object({ proof: z.string().max(1000), words }),
  async run(context, { proof, words }): Promise<Leaving> {
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
  least: 'owner',
  isForPeople: true,
  summary: 'Removes an account with everything kept of its reader; never the last owner',
  input: z.object({ id: accountId, words }),
  run: (context, { id, words }): Promise<Leaving> => remove(context, id, words),
})

async function remove(context: OperationContext, id: string, words: 'remove' | 'keep-unnamed'): Promise<Leaving> {
  const came = await context.store.readerRows.remove(id, words)
  if (came !== 'done') return came
  // Whose it was is gone: only that somebody left stays.
  await noteEvent(context, 'account-removed')
  await scrub(context)
  await removeRest(context, id)
  // A request that had begun before, here or on another server, may still write.
  setTimeout(() => void removeRest(context, id), restMs).unref()
  return 'done'
}

/** Removes what requests under way wrote of who left meanwhile. Never rejects. */
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
    // A full disk, most likely: the rows are gone all the same, and the next scrub writes over them.
    log('scrub-failed', { error: error instanceof Error ? error.message : String(error) })
  }
}
