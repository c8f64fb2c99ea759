import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attacks } from '../../prove/bombs/attacks.ts'
import { parseFeed } from '../../src/feeds/parse-feed.ts'
import { createFeedReader } from '../../src/pipeline/feed-reader.ts'

const from = { contentType: 'application/rss+xml', url: 'https://e.example/feed' }
const item = `<item><guid>1</guid><title>One</title><description>${'word '.repeat(60_000)}</description></item>`
const long = Buffer.from(`<rss version="2.0"><channel><title>T</title>${item}</channel></rss>`)

test('a long document is read in a thread as it would be here, a short one is left to whoever asks', async () => {
  const reader = createFeedReader({ deadlineMs: 60_000 })
  const [read, short] = await Promise.all([reader.read(long, from), reader.read(Buffer.from('<rss/>'), from)])
  assert.deepEqual(read, parseFeed(long, from))
  assert.equal(short, undefined)
  await reader.close()
})

test('one that takes too long is given up, and the next is read all the same', async () => {
  const reader = createFeedReader({ deadlineMs: 1 })
  assert.equal((await reader.read(long, from))?.kind, 'trouble')
  await reader.close()
  const patient = createFeedReader({ deadlineMs: 60_000 })
  assert.equal((await patient.read(long, from))?.kind, 'feed')
  await patient.close()
})

test('documents that mean harm are read or refused, each within the deadline and the memory of the thread', async () => {
  const reader = createFeedReader({ deadlineMs: 60_000 })
  for (const { name, make } of attacks) {
    const body = Buffer.from(make())
    const read = (await reader.read(body, from)) ?? parseFeed(body, from)
    assert.notEqual(read.kind, 'trouble', name)
    if (read.kind === 'feed') assert.ok(read.feed.entries.length <= 2000, name)
  }
  assert.equal(({} as { polluted?: unknown }).polluted, undefined)
  await reader.close()
})
