import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext, createLog } from '../../src/app/context.ts'
import { programApis } from '../../src/app/serve/program-apis.ts'
import type { EntryId, FeedId, StoryId } from '../../src/core/ids.ts'
import { storyNumber } from '../../src/core/reading/story-number.ts'
import { makeAppPassword } from '../../src/operations/accounts/access-keys.ts'
import { addAccount } from '../../src/operations/accounts/change-account.ts'
import { trustThisMachine } from '../../src/web/arrival.ts'
import { type Dialect, makeDatabase } from './databases.ts'
import { copyOf, dossier, ingested, parsed, polled } from './store-fixtures.ts'

export const readerName = 'Ada Reader'

/** So many minutes before now, ISO 8601. */
export const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()

/** A program at an address, as the face is asked: nothing is sent that it does not send itself. */
export type Program = (
  method: string,
  path: string,
  given?: { readonly body?: string; readonly headers?: Readonly<Record<string, string>> },
) => Promise<Response>

export type GreaderInstance = {
  readonly context: Context
  readonly logged: readonly string[]
  /** The reader whose app signs in, and the password made for it. */
  readonly readerId: string
  readonly password: string
  /** Entries of the feeds, the newest first, and the story of the day. */
  readonly entries: readonly EntryId[]
  readonly story: { readonly id: StoryId; readonly number: bigint }
  /** Tells another story of the day, of the entry at that place. */
  tellStory(place: number): Promise<GreaderInstance['story']>
  /** World brings a text under this title, and Local a copy of it, which is folded. */
  bringCopy(title: string): Promise<{ readonly first: EntryId; readonly copy: EntryId }>
  program(peer?: string): Program
  close(): Promise<void>
}

/** An instance with one reader, three feeds (World: 3 entries, Local: 25, in no folder: 2) and a story of the day. */
export async function openGreaderInstance(dialect: Dialect): Promise<GreaderInstance> {
  const database = await makeDatabase(dialect)
  const folder = await mkdtemp(join(tmpdir(), 'twosource-greader-'))
  const url = database.schema
    ? `${database.url}?options=${encodeURIComponent(`-c search_path=${database.schema}`)}`
    : database.url
  if (database.schema) await (await database.open()).close()
  const logged: string[] = []
  const context = await createContext(
    {
      ...readConfig({ TWOSOURCE_DATABASE: url, TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true' }),
      TWOSOURCE_BASE_URL: 'https://news.example',
    },
    createLog((line) => logged.push(line)),
  )
  const { operations } = context
  const made = await addAccount.run(operations, { name: readerName, role: 'reader', password: 'a lamp beside the sea' })
  if (typeof made === 'string') throw new Error(made)
  const reader = { id: made.id, name: readerName, role: 'reader' } as const
  const key = await makeAppPassword.run({ ...operations, reader }, { name: 'Phone' })
  const feeds = await fill(context, made.id)
  // The same for all: two stories of the day would be of two days where midnight came between them.
  const toldAt = ago(5)
  const { rows } = await operations.store.entries.list(made.id, {}, 100)
  const faces = programApis(context, trustThisMachine())
  return {
    context,
    logged,
    readerId: made.id,
    password: key!.secret,
    entries: rows.map(({ id }) => id),
    story: await tellStory(context, made.id, 0, toldAt),
    tellStory: (place) => tellStory(context, made.id, place, toldAt),
    bringCopy: (title) => bringCopy(context, made.id, feeds, title),
    program: (peer = '192.0.2.7') => ask(faces, peer),
    async close() {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function fill({ operations: { store } }: Context, readerId: string): Promise<readonly FeedId[]> {
  const feeds = [
    { url: 'https://world.example/feed', title: 'World Desk', siteUrl: 'https://world.example/', folder: 'World' },
    { url: 'https://local.example/feed', title: 'Local Desk', siteUrl: 'https://local.example/', folder: 'Local' },
    { url: 'https://odd.example/feed?a=1&b=2', title: 'Odd & Co', siteUrl: 'https://odd.example/' },
  ]
  const { added } = await store.feeds.addMany(readerId, feeds, ago(600))
  for (const [index, count] of [3, 25, 2].entries())
    await store.feeds.savePolls([
      parsed(
        added[index]!,
        Array.from({ length: count }, (_, number) =>
          polled({ key: `${index}-${number}`, text: `Words of ${number}.`, publishedAt: ago(300 + number) }),
        ),
        ago(200 - index),
      ),
    ])
  return added
}

async function bringCopy(
  { operations: { store } }: Context,
  readerId: string,
  feeds: readonly FeedId[],
  title: string,
): ReturnType<GreaderInstance['bringCopy']> {
  const text = Array.from({ length: 80 }, (_, index) => `${title}${index % 9}`).join(' ')
  const ids: EntryId[] = []
  for (const [index, key] of [`first-${title}`, `copy-${title}`].entries()) {
    const feedId = feeds[index]!
    await store.feeds.savePolls([parsed(feedId, [polled({ key, title, text, publishedAt: ago(2) })], ago(2))])
    ids.push((await store.entries.findByKey(feedId, key))!)
  }
  const [first, copy] = await store.entries.findMany(readerId, ids)
  const original = ingested({ entry: first!, text })
  await store.articles.saveIngested([original, copyOf(copy!, original)])
  return { first: first!.id, copy: copy!.id }
}

async function tellStory(
  { operations: { store } }: Context,
  readerId: string,
  place: number,
  at: string,
): Promise<GreaderInstance['story']> {
  const { rows } = await store.entries.list(readerId, {}, place + 1)
  const entry = (await store.entries.find(readerId, rows[place]!.id))!
  const id = store.stories.newId()
  const text = 'The bridge was closed on Tuesday.'
  const told = ingested({ entry, text, title: 'Bridge closed', when: at, more: { storyId: id } })
  const found = { ...told, assignment: { kind: 'found', reason: { kind: 'first' } } as never }
  await store.articles.saveIngested([found])
  const citation = { documentId: told.document.id, span: { start: 0, end: text.length }, exact: text }
  await store.stories.saveDossier(
    id,
    { ...dossier(id, [told]), brief: [{ text, citations: [citation], outlets: ['The Outlet'] } as never] },
    {
      title: 'Bridge closed: “for a week” <now>',
      language: 'en',
      firstAt: at,
      lastAt: at,
      changedAt: at,
      articleCount: 1,
      reportCount: 1,
    },
  )
  return { id, number: storyNumber(id)! }
}

function ask(faces: ReturnType<typeof programApis>, peer: string): Program {
  return async (method, path, { body, headers = {} } = {}) => {
    const init = { method, headers: { host: 'news.example', ...headers }, ...(body === undefined ? {} : { body }) }
    const env = { incoming: { httpVersion: '1.1', socket: { remoteAddress: peer, localPort: 7180 } } }
    const answer = faces(new Request(`https://news.example${path}`, init), env)
    if (!answer) throw new Error(`No face for programs answers at ${path}`)
    return answer
  }
}
