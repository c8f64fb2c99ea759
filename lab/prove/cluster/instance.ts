import { readConfig } from '../../../src/app/config/config.ts'
import { createContext } from '../../../src/app/context.ts'
import { makeApiToken } from '../../../src/operations/accounts/access-keys.ts'
import { subscribe } from '../../../src/operations/feeds/add-feed.ts'
import { addDestination } from '../../../src/operations/notify/destinations.ts'

/** What an instance is furnished with. */
export type Furniture = {
  readonly feeds: readonly string[]
  /** Where a webhook is told of new entries. */
  readonly hook: string
}

/** Subscribes the owner to feeds, sets a webhook for new entries, and answers a token that may write. Starts nothing. */
export async function furnish(settings: Readonly<Record<string, string>>, { feeds, hook }: Furniture): Promise<string> {
  await using context = await createContext(readConfig(settings), () => {})
  const added = await addDestination.run(context.operations, {
    kind: 'webhook',
    name: '',
    occasions: ['new-entries'],
    settings: { address: hook },
  })
  if (added.kind !== 'added') throw new Error('The webhook was refused')
  const token = await makeApiToken.run(context.operations, { name: 'proof', scopes: ['read', 'write'] })
  await subscribe(
    context.operations,
    feeds.map((url) => ({ url })),
    '',
  )
  if (!token) throw new Error('No token was made')
  return token.secret
}
