import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import type { EntryId } from '../../src/core/ids.ts'
import { starEntries } from '../../src/operations/articles/mark-entries.ts'
import { addDestination } from '../../src/operations/notify/destinations.ts'
import { scriptedService } from '../scripted-service.ts'
import { at, parsed, polled, subscribe } from './store-fixtures.ts'

test('a thousand that are starred at once are looked up some at a time, and each is sent', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-many-'))
  const context = await createContext(
    { ...readConfig({ TWOSOURCE_DATA: folder }), TWOSOURCE_ALLOW_PRIVATE: true, TWOSOURCE_FETCH_PAGES: false },
    () => {},
  )
  const { operations } = context
  const { store } = operations
  const feedId = await subscribe(store)
  const entries = Array.from({ length: 1000 }, (_, index) => polled({ key: `k${index}`, publishedAt: at(-index) }))
  await store.feeds.savePolls([parsed(feedId, entries)])
  const ids = (await store.entries.listArrivals('owner', { feedId }, 1000, undefined, 'oldest')).rows
  const { url } = await scriptedService()
  const input = { kind: 'webhook', name: '', occasions: ['starred'], settings: { address: url } } as const
  const added = await addDestination.run(operations, addDestination.input.parse(input))
  assert.ok(added.kind === 'added')

  // What is read of entries before others have their turn.
  let read = 0
  let most = 0
  const counted = {
    ...store.entries,
    find: (readerId: string, id: EntryId) => count(1, store.entries.find(readerId, id)),
    findMany: (readerId: string, some: readonly EntryId[]) =>
      count(some.length, store.entries.findMany(readerId, some)),
  }
  function count<Found>(by: number, found: Found): Found {
    if (read === 0)
      setImmediate(() => {
        read = 0
      })
    read += by
    most = Math.max(most, read)
    return found
  }
  const counting: typeof store = { ...store, entries: counted, seenBy: () => counting }
  const watched = { ...operations, store: counting }
  // Asked for twice at once, as by an app that gave up waiting.
  await Promise.all([1, 2].map(() => starEntries.run(watched, { entryIds: [...ids], isStarred: true })))
  assert.ok(most > 0 && most <= 200, `${most}`)
  const sendings = await store.sendings.list('owner', added.id, 2000)
  assert.equal(sendings.rows.length, 1000)
  const due = await store.sendings.due(added.id, '9999-01-01T00:00:00.000Z', 2000)
  assert.deepEqual(
    due.map(({ about }) => about),
    ids.map((id) => `entry:${id}`),
    'in the order they were named in',
  )
  await context[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})
