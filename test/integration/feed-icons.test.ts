import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { getFeedIcon, listFeedIcons } from '../../src/operations/feeds/feed-icons.ts'
import { serve } from '../loopback-server.ts'
import { parsed } from './store-fixtures.ts'

let context: Context
let folder: string

/** A picture of so many bytes, as its first ones say. */
function gifOf(length: number): Buffer {
  return Buffer.concat([Buffer.from('GIF89a'), Buffer.from([32, 0, 32, 0, 0, 0, 0, 0x3b])], length)
}

before(async () => {
  const origin = await serve((request, response) => {
    const length = Number(request.url?.slice(1))
    if (Number.isNaN(length)) return response.writeHead(404).end()
    return response.writeHead(200, { 'content-type': 'image/gif' }).end(gifOf(length))
  })
  folder = mkdtempSync(join(tmpdir(), 'twosource-icons-'))
  context = await createContext(
    readConfig({ TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true', TWOSOURCE_FETCH_PAGES: 'false' }),
    () => {},
  )
  const { store } = context.operations
  const gone = Array.from({ length: 14 }, (_, index) => `gone-${index}`)
  const lengths = [...gone, ...Array.from({ length: 18 }, (_, index) => 2 ** 20 - index), 2 ** 20 + 1, 50]
  const { added } = await store.feeds.addMany(
    'owner',
    lengths.map((length) => ({ url: `https://feeds.example/${length}` })),
    new Date().toISOString(),
  )
  await store.feeds.savePolls(
    added.map((feedId, index) => {
      const iconUrl = `${origin}/${lengths[index]}`
      const result = { kind: 'parsed', title: 'F', validators: {}, bodyHash: '', entries: [], iconUrl } as const
      return parsed(feedId, [], undefined, { result })
    }),
  )
})
after(async () => {
  await context[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

test('icons that are listed are small, and no more of them than memory has room for; a large one is told by itself', async () => {
  const listed = () => listFeedIcons.run(context.operations, {})
  // A few are fetched for each question; those that cannot be had do not stand in the way of the others.
  for (let rounds = 0; rounds < 5; rounds++) await listed()
  const icons = await listed()
  const sizes = icons.map(({ bytes }) => bytes.length)
  assert.ok(Math.max(...sizes) <= 2 ** 20)
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 16 * 2 ** 20)
  assert.ok(sizes.includes(50) && sizes.length >= 16)
  const feeds = await context.operations.store.feeds.list('owner')
  const large = feeds.find(({ iconUrl }) => iconUrl?.endsWith(`/${2 ** 20 + 1}`))!
  assert.equal((await getFeedIcon.run(context.operations, { id: large.id }))?.bytes.length, 2 ** 20 + 1)
})
