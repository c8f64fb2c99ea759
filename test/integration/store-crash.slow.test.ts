import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FeedId } from '../../src/core/ids.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const rounds = { sqlite: 16, postgres: 4 }
const writer = fileURLToPath(new URL('./store-crash-writer.ts', import.meta.url))

/**
 * Lets a process write for a while, kills it without warning, and answers the keys whose commit it had announced: in the first round
 * some, however busy the machine is; later it may die over its first.
 */
async function writeAndDie(database: TestDatabase, round: number): Promise<readonly string[]> {
  const given = [writer, database.url, String(round), ...(database.schema ? [database.schema] : [])]
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  const acked: string[] = []
  const lines = createInterface(child.stdout)
  const ready = Promise.withResolvers<void>()
  lines.on('line', (line) => {
    if (line !== 'ready') acked.push(...line.split(' '))
    if (line !== 'ready' || round > 0) ready.resolve()
  })
  await Promise.race([ready.promise, closed.then(() => assert.fail('The writer ended by itself'))])
  await sleep(Math.random() * 150)
  child.kill('SIGKILL')
  await closed
  return acked
}

/** Every batch is there whole or not at all, and what is counted is what is there. */
async function assertConsistent(store: Store, feedIds: readonly FeedId[]): Promise<number> {
  let total = 0
  for (const feedId of feedIds) {
    const keys: string[] = []
    let unread = 0
    let cursor: string | undefined
    do {
      const page = await store.entries.list('owner', { feedId }, 500, cursor)
      for (const stored of await store.entries.findMany(
        'owner',
        page.rows.map((row) => row.id),
      ))
        keys.push(stored.entry.key)
      unread += page.rows.filter((row) => !row.isRead).length
      cursor = page.next
    } while (cursor !== undefined)
    const feed = await store.feeds.get('owner', feedId)
    assert.equal(feed.entryCount, keys.length)
    assert.equal(feed.unreadCount, unread)
    const batches = Map.groupBy(keys, (key) => key.replace(/-\d+$/, ''))
    for (const [batch, members] of batches) assert.equal(members.length, 4, `batch ${batch} is torn`)
    total += keys.length
  }
  return total
}

for (const dialect of dialects)
  describe(`kill -9 on ${dialect}`, { skip: skipReason(dialect) }, () => {
    test(`nothing acknowledged is lost in ${rounds[dialect]} sudden deaths`, async (t) => {
      const database = await makeDatabase(dialect)
      t.after(() => database.remove())
      const acked = new Set<string>()
      for (let round = 0; round < rounds[dialect]; round++) {
        for (const key of await writeAndDie(database, round)) acked.add(key)
        const store = await database.open()
        const feedIds = (await store.feeds.list('owner')).map((feed) => feed.id)
        for (const key of acked)
          for (const feedId of feedIds)
            assert.ok(await store.entries.findByKey(feedId, key), `${key} was acknowledged and is gone`)
        await store.close()
      }
      const store = await database.open()
      const total = await assertConsistent(
        store,
        (await store.feeds.list('owner')).map((feed) => feed.id),
      )
      assert.ok(acked.size > 0)
      assert.ok(total >= acked.size * 2)
      const check = await store.check({ isDeep: true })
      assert.equal(check.isOk, true, check.detail)
      assert.equal(check.counts.entries, total)
      const found = await store.entries.search('words', 1)
      assert.equal(found.rows.length, 1)
      t.diagnostic(`${acked.size} entries acknowledged, ${total / 2} found`)
    })
  })
