import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { servePages } from '../../src/app/serve/serve.ts'
import { defined } from '../../src/core/defined.ts'
import type { FeedId } from '../../src/core/ids.ts'
import { makeAppPassword } from '../../src/operations/accounts/access-keys.ts'
import { addAccount } from '../../src/operations/accounts/change-account.ts'
import type { EntryRow, Store } from '../../src/store/store.ts'
import { makeDatabase, type TestDatabase } from './databases.ts'
import { parsed, polled } from './store-fixtures.ts'

/** How much is in a reader that somebody leaves. */
export type ReaderSize = {
  readonly feeds: number
  readonly entriesPerFeed: number
  readonly stars: number
  readonly read: number
}

export const leaver = 'Ada Lovelace'
const DAY_MS = 86_400_000
const atOnce = 25

/** An instance of ours over a database, with nothing that runs in the background. */
export async function openInstance(database: Pick<TestDatabase, 'url'>): Promise<{
  readonly context: Context
  readonly close: () => Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-move-'))
  const config = { TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder, TWOSOURCE_FETCH_PAGES: 'false' }
  const context = await createContext({ ...readConfig(config), TWOSOURCE_ALLOW_PRIVATE: true }, () => {})
  return {
    context,
    async close() {
      await context[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The entries of one feed, the newest first: months old, each an hour apart. */
export function feedEntries(feed: number, count: number) {
  return Array.from({ length: count }, (_, number) =>
    polled({
      key: `guid-${feed}-${number}`,
      title: `Piers & quays ${feed}-${number}`,
      text: `The pier ${number} of harbor ${feed} was mended.`,
      publishedAt: new Date(Date.UTC(2026, 0, 1) - feed * DAY_MS - number * 3_600_000).toISOString(),
    }),
  )
}

export function feedUrl(feed: number): string {
  return `http://feed-${feed}.example/rss`
}

/** A served instance whose reader has feeds in three folders and none, old articles, stars, tags, and much of it read. */
export async function openReaderToLeave({ feeds, entriesPerFeed, stars, read }: ReaderSize) {
  const database = await makeDatabase('sqlite')
  const { context, close } = await openInstance(database)
  const { operations } = context
  const { store } = operations
  await store.accounts.claim('owner', 'owner', 'x', new Date().toISOString())
  const made = await addAccount.run(operations, { name: leaver, role: 'reader', password: 'a lamp beside the sea' })
  if (typeof made === 'string') throw new Error(made)
  const key = await makeAppPassword.run(
    { ...operations, reader: { id: made.id, name: leaver, role: 'reader' } },
    { name: 'Move', isForFever: true },
  )
  const at = new Date(Date.UTC(2026, 0, 2)).toISOString()
  const folders = ['World', 'Harbor & sea', 'A/B', undefined]
  const { added } = await store.feeds.addMany(
    made.id,
    Array.from({ length: feeds }, (_, index) => ({
      url: feedUrl(index),
      title: `Feed ${index}`,
      siteUrl: `http://feed-${index}.example/`,
      ...defined({ folder: folders[index % folders.length] }),
    })),
    at,
  )
  for (let from = 0; from < feeds; from += atOnce)
    await store.feeds.savePolls(
      added
        .slice(from, from + atOnce)
        .map((id: FeedId, index) => parsed(id, feedEntries(from + index, entriesPerFeed), at)),
    )
  const ids = (await allEntries(store, made.id)).map(({ id }) => id)
  // Spread over all feeds: each so many-th.
  const every = (count: number) =>
    ids.filter(
      (_, index) => Math.floor((index * count) / ids.length) !== Math.floor(((index - 1) * count) / ids.length),
    )
  for (let from = 0; from < read; from += 500)
    await store.entries.setRead(made.id, every(read).slice(from, from + 500), true, at)
  const starred = every(stars)
  await store.entries.starMany(
    made.id,
    starred.map((id) => ({ id, at })),
  )
  await store.tags.add(
    made.id,
    starred.slice(0, 3).map((id) => ({ kind: 'entry', target: id, name: 'to quote', at })),
  )
  const running = await servePages({ ...context, config: { ...context.config, TWOSOURCE_PORT: 0 } } as Context, {
    trustsMachine: false,
  })
  return {
    url: running.url,
    password: key!.secret,
    context,
    readerId: made.id,
    async close() {
      await running.close()
      await close()
      await database.remove()
    },
  }
}

/** All entries of a reader's feeds. */
export async function allEntries(store: Store, readerId: string): Promise<readonly EntryRow[]> {
  const rows: EntryRow[] = []
  let cursor: string | undefined
  do {
    const page = await store.entries.list(readerId, {}, 1000, cursor)
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined)
  return rows
}

/** What an entry is to its reader, whatever its number: equal here and there when it came as it was. */
export function entryFacts(rows: readonly EntryRow[], folders: ReadonlyMap<string, string>): readonly string[] {
  return rows
    .map(({ feedId, feedTitle, url, title, publishedAt, isRead, isStarred, excerpt }) =>
      [folders.get(feedId) ?? '', feedTitle, url, title, publishedAt, isRead, isStarred, excerpt].join(' | '),
    )
    .sort()
}

/** Everything of a reader that a move must bring, as text. */
export async function readerFacts(store: Store, readerId: string): Promise<readonly string[]> {
  const feeds = await store.feeds.list(readerId)
  const folders = new Map(feeds.map(({ id, url, folder }) => [id as string, `${folder} ${url}`]))
  return entryFacts(await allEntries(store, readerId), folders)
}
