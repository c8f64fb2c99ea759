import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readConfig } from '../../../src/app/config/config.ts'
import { createContext } from '../../../src/app/context.ts'
import { asId, type EntryId } from '../../../src/core/ids.ts'
import { makeApiToken, makeAppPassword } from '../../../src/operations/accounts/access-keys.ts'
import { openSession } from '../../../src/operations/accounts/open-session.ts'
import { claimOwnerAccount, makeSetupCode } from '../../../src/operations/accounts/owner-setup.ts'
import { markRead } from '../../../src/operations/articles/mark-entries.ts'
import { subscribe } from '../../../src/operations/feeds/add-feed.ts'
import type { Store } from '../../../src/store/store.ts'
import { measure, peakMemoryMb } from '../measure.ts'
import { openFeedFarm } from './feed-farm.ts'

/**
 * `node lab/bench/material/peers-fill.ts FOLDER FEEDS ENTRIES`: an instance whose owner has a password, with feeds in forty folders that were
 * polled once over HTTP. No article is made of an entry, as in the readers it is held against. Prints what it took and the keys.
 */
const [folder = '', feeds = '1000', entries = '30'] = process.argv.slice(2)
const config = { ...readConfig({}), TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: true }
await using farm = await openFarm()
await using context = await createContext(config, () => {}, undefined, { limits: { perHost: 16 } })
const { operations, pipeline } = context
const inFolders = Map.groupBy(farm.feeds.keys(), (index) => index % 40)
for (const [number, indexes] of inFolders)
  await subscribe(
    operations,
    indexes.map((index) => farm.feeds[index]!),
    `Folder ${number}`,
  )
const { cpuSeconds, wallSeconds } = await measure(() => pipeline.pollOnce())
await dropWork(operations.store)
const folded = foldSome(Number(entries))

await claimOwnerAccount(operations, {
  token: (await makeSetupCode(operations))!,
  address: '127.0.0.1',
  name: 'owner',
  password: 'a long word for benches',
  browser: '',
})
await markRead.run(operations, { entryIds: folded, isRead: true })
const session = await openSession(operations, 'owner', 'password')
const token = await makeApiToken.run(operations, { name: 'bench', scopes: ['read'] })
const app = await makeAppPassword.run(operations, { name: 'bench', isForFever: true })
const { sizeBytes, counts } = await operations.store.check()
console.log(
  JSON.stringify({
    cpuSeconds,
    wallSeconds,
    peakMemoryMb: peakMemoryMb(),
    diskMb: Math.round(sizeBytes / 1e6),
    entries: counts.entries,
    keys: { session: session.token, token: token?.secret, app: app?.secret },
  }),
)

async function openFarm() {
  const made = await openFeedFarm({
    feeds: Number(feeds),
    entries: Number(entries),
    farm: undefined,
    database: undefined,
    isLikeNews: true,
  })
  return { ...made, [Symbol.asyncDispose]: () => made.close() }
}

/** What is waiting to be read as articles is not, so that pages are measured alone. */
async function dropWork({ jobs }: Store): Promise<void> {
  for (;;) {
    const claimed = await jobs.claim('ingest-entry', 1_000, 60_000, new Date(Date.now() + 60_000).toISOString())
    if (claimed.length === 0) return
    await jobs.complete(claimed)
  }
}

/** One entry in twenty is folded under one of the feed before it, as if reading had found a copy. Returns those, which are read then. */
function foldSome(perFeed: number): EntryId[] {
  using database = new DatabaseSync(join(folder, 'twosource.db'), { timeout: 30_000 })
  const isCopy = `sequence % 10 = 1 and sequence / ${perFeed} % 2 = 1`
  database.exec(`update entry set fold = sequence - ${perFeed} where ${isCopy};
    update entry set fold = sequence where sequence in (select fold from entry where fold is not null)`)
  const rows = database.prepare('select sequence from entry where fold <> sequence').all()
  return rows.map(({ sequence }) => asId<EntryId>(String(sequence)))
}
