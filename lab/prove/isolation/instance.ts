import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { readConfig } from '../../../src/app/config/config.ts'
import { type Context, createContext } from '../../../src/app/context.ts'
import { openWeb } from '../../../src/app/serve/open-web.ts'
import { asId, type FeedId } from '../../../src/core/ids.ts'
import { openStore } from '../../../src/store/open-store.ts'
import type { Store } from '../../../src/store/store.ts'
import { type Dialect, makeDatabase } from '../../../test/integration/databases.ts'
import { fillTables } from './fill-tables.ts'
import { others } from './operation-matrix.ts'
import { readerRows } from './reader-rows.ts'
import { type Common, commonOf, readerA, seedNews, seedReader } from './seed.ts'
import { seedHeldTexts, seedPrivateFeed } from './seed-private.ts'

/** A product of its own with news in it, one of everything kept under reader A, and a look at its database from behind. */
export type ProofInstance = {
  readonly context: Context
  /** Runs SQL on a connection of its own. */
  readonly execute: (statement: string) => Promise<void>
  /** Opens the same database once more, with nothing read of it yet; whoever opens it closes it. */
  readonly openAgain: () => Promise<Store>
  readonly common: Common
  /** Of a public link of reader A. */
  readonly token: string
  /** The ids of what a private feed of reader A brought, and of what they imported under an embargo. */
  readonly privateIds: readonly string[]
  readonly rows: Awaited<ReturnType<typeof readerRows>>
  /** Tables into which a row was put behind the product's back, and those that took none. */
  readonly filled: readonly string[]
  readonly refused: readonly string[]
  readonly web: Hono
  readonly close: () => Promise<void>
}

export type ProofInstanceOptions = {
  /** Its clock goes on by itself a little with every look at it, unless another is given. */
  readonly now?: () => Date
  /** Whether every table gets rows of another reader. */
  readonly isFilled?: boolean
  /** Whether reader A has a private feed, in a server that others use, too. */
  readonly hasPrivate?: boolean
}

export async function openProofInstance(
  dialect: Dialect,
  { now, isFilled = true, hasPrivate = false }: ProofInstanceOptions = {},
): Promise<ProofInstance> {
  const database = await makeDatabase(dialect)
  const folder = await mkdtemp(join(tmpdir(), 'twosource-prove-'))
  let clock = Date.parse('2026-03-12T12:00:00Z')
  const context = await createContext(
    readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder }),
    () => {},
    now ?? (() => new Date((clock += 10))),
  )
  await seedNews(context.operations, () => context.pipeline.runOnce(), '2026-03-12T06:30:00Z')
  const common = await commonOf(context.operations)
  const { token } = await seedReader(context.operations, common)
  const createdAt = '2026-03-12T06:00:00Z'
  if (hasPrivate)
    for (const { id, name } of [readerA, ...others.filter(({ role }) => role === 'reader')])
      await context.operations.store.accounts.add({ id, name, role: 'reader', createdAt })
  // A row that a table is filled with points at the first feed: of a feed that reader A doesn't have it would go with its last reader.
  if (hasPrivate) await context.operations.store.feeds.subscribe(readerA.id, [asId<FeedId>('1')], createdAt)
  const privateIds = hasPrivate
    ? [
        ...(await seedPrivateFeed(context.operations, () => context.pipeline.runOnce(), '2026-03-12T06:40:00Z')),
        ...(await seedHeldTexts(context.operations, () => context.pipeline.runOnce(), '2026-03-12T06:45:00Z')),
      ]
    : []
  const rows = await readerRows(database.url)
  const { filled, refused } = isFilled
    ? await fillTables(rows, (statement) => database.execute(statement))
    : { filled: [], refused: [] }
  // Who asks is in a header here: how a session is told apart is another proof's matter.
  const known = new Map([...others, readerA].map((reader) => [reader.id, reader]))
  const web = openWeb(context.operations, {
    version: '0.1.0',
    now: () => context.operations.now().toISOString(),
    identify: async (asked) => known.get(asked.req.header('x-reader') ?? ''),
  })
  return {
    context,
    execute: (statement) => database.execute(statement),
    openAgain: () => openStore(database.url),
    common,
    token,
    privateIds,
    rows,
    filled,
    refused,
    web,
    async close() {
      await rows.close()
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
