import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { identityOfAccount } from '../../src/core/account.ts'
import type { EntryId, FeedId } from '../../src/core/ids.ts'
import type { ReaderIdentity } from '../../src/core/reader-identity.ts'
import { makeApiToken, makeAppPassword } from '../../src/operations/accounts/access-keys.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import type { ProgramApi, ProgramApiContext } from '../../src/operations/program-api.ts'
import { openProgramAuthentication, type ProgramCaller } from '../../src/operations/program-authentication.ts'
import type { TestDatabase } from './databases.ts'
import { at, parsed, polled } from './store-fixtures.ts'

export const readerName = 'Ada Lovelace'

/**
 * An instance with a reader who subscribes to two feeds: one in the folder World with 60 entries, oldest first as numbered, and one in none
 * with three; and ways to make what an app signs in with.
 */
export async function openFeedReaderInstance(database: TestDatabase) {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-feed-reader-'))
  const clock = { at: Date.parse('2026-03-12T12:00:00Z') }
  const whole = await createContext(
    {
      ...readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder }),
      TWOSOURCE_ALLOW_PRIVATE: true,
      TWOSOURCE_FETCH_PAGES: false,
    },
    () => {},
    () => new Date(clock.at),
  )
  const { operations } = whole
  const { store } = operations
  await store.accounts.claim('owner', 'owner', 'x', at(-60))
  const account = { id: 'ada', name: readerName, role: 'reader' as const, createdAt: at(-60) }
  await store.accounts.add(account)
  const identity: ReaderIdentity = identityOfAccount(account)
  const { added } = await store.feeds.addMany(
    account.id,
    [
      { url: 'https://world.example/feed', title: 'World & Co', folder: 'World', siteUrl: 'https://world.example/' },
      { url: 'https://local.example/feed', title: 'Local' },
    ],
    at(-60),
  )
  const [world, local] = added as [FeedId, FeedId]
  await store.feeds.savePolls([parsed(world, entriesOf('w', 60), at()), parsed(local, entriesOf('l', 3), at(1))])
  const idsOf = async (feedId: FeedId): Promise<readonly EntryId[]> =>
    (await store.entries.listArrivals(account.id, { feedId }, 1000, undefined, 'oldest')).rows
  const context: OperationContext = { ...operations, reader: identity }
  const programInstance: ProgramApiContext = {
    operations,
    door: openProgramAuthentication(operations),
    version: '9.9.9',
    installedAt: '2026-03-01T08:00:00.000Z',
    requestsPerMinute: 1_000_000,
  }
  return {
    clock,
    store,
    context,
    pipeline: whole.pipeline,
    programInstance,
    world,
    local,
    worldIds: await idsOf(world),
    localIds: await idsOf(local),
    appPassword: async (isForFever: boolean) =>
      (await makeAppPassword.run(context, { name: 'Phone', isForFever }))!.secret,
    apiToken: async (scope: 'read' | 'write') =>
      (await makeApiToken.run(context, { name: 'App', scopes: [scope] }))!.secret,
    async close() {
      await whole[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type FeedReaderInstance = Awaited<ReturnType<typeof openFeedReaderInstance>>

/** Asks a face as a program at an address would. */
export function askFace(
  face: ProgramApi,
  path: string,
  init: RequestInit = {},
  arrival: Partial<ProgramCaller> = {},
): Promise<Response> {
  return Promise.resolve(
    face.answer(new Request(`http://house.example${path}`, init), { address: '192.0.2.7', isOwner: false, ...arrival }),
  )
}

function entriesOf(prefix: string, count: number) {
  // In the feed's order, the newest first.
  return Array.from({ length: count }, (_, index) => count - index).map((number) => {
    const one = polled({
      key: `${prefix}${number}`,
      publishedAt: at(number - 1000),
      text: `Piers of ${prefix}${number}.`,
    })
    const picture = '<img src="https://pictures.example/pier.jpg" alt="A &quot;pier&quot;">'
    return {
      ...one,
      entry: { ...one.entry, contentHtml: `${one.entry.contentHtml}${picture}<script>alert(1)</script>` },
    }
  })
}
