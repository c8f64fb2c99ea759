import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { pageAttacks } from '../../lab/prove/page-attacks/all-attacks.ts'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import { addFeed } from '../../src/operations/feeds/add-feed.ts'
import { serve } from '../loopback-server.ts'

const said =
  '<p>The harbor was closed for the night, and the ferry went back to the island with all who were on it.</p>'
const told = Array.from(
  { length: 8 },
  (_, day) =>
    `<p>On day ${day} of the storm the ${day}th boat was brought in by its own crew, without anybody hurt.</p>`,
).join('')
const names = ['endless', 'packed', 'nested', 'harmless']
/** Who takes their time over each page, and who soon gives up one that does not end. */
let patient: Context
let hasty: Context
let folder: string
let clock = new Date('2026-03-12T12:00:00Z')
let asked = 0

before(async () => {
  const attack = pageAttacks.find(({ name }) => name === '400,000 open, 400,000 others closed')!.make()
  const packed = gzipSync(Buffer.alloc(50 * 2 ** 20, ' '))
  const origin = await serve((request, response) => {
    response.on('error', () => {})
    const html = (fields = {}) => response.writeHead(200, { 'content-type': 'text/html', ...fields })
    switch (request.url) {
      case '/feed.xml':
        return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(names))
      case '/slow.xml':
        return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(['slow']))
      case '/endless':
        return pour(html(), 50)
      case '/packed':
        return html({ 'content-encoding': 'gzip' }).end(packed)
      case '/slow':
        asked++
        return html().write(said)
      case '/nested':
        return html().end(attack)
      case '/harmless':
        return html().end(`<!doctype html><title>harmless</title><article>${told}</article>`)
      default:
        return response.writeHead(404).end()
    }
  })
  folder = mkdtempSync(join(tmpdir(), 'twosource-hostile-'))
  patient = await open('patient', 120_000)
  await addFeed.run(patient.operations, addFeed.input.parse({ url: `${origin}/feed.xml` }))
  await patient.pipeline.runOnce()
  hasty = await open('hasty', 3_000)
  await addFeed.run(hasty.operations, addFeed.input.parse({ url: `${origin}/slow.xml` }))
  // A page that takes too long is tried again, hours later.
  for (let round = 0; round < 4; round++) {
    await hasty.pipeline.runOnce()
    clock = new Date(clock.getTime() + 6 * 3_600_000)
  }
})
after(async () => {
  for (const context of [patient, hasty]) await context[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

function open(name: string, timeoutMs: number): Promise<Context> {
  return createContext(
    readConfig({ TWOSOURCE_DATA: join(folder, name), TWOSOURCE_ALLOW_PRIVATE: 'true' }),
    () => {},
    () => clock,
    { limits: { timeoutMs, analysisMs: 120_000 } },
  )
}

function feedOf(titles: readonly string[]): string {
  const items = titles.map(
    (name) =>
      `<item><title>${name}</title><link>/${name}</link><guid>${name}</guid><description>${said}</description></item>`,
  )
  return `<rss version="2.0"><channel><title>Harbor</title><link>/</link>${items.join('')}</channel></rss>`
}

/** So many megabytes, or as much of them as is taken. */
function pour(response: ServerResponse, megabytes: number): void {
  const letters = Buffer.alloc(2 ** 20, 'x')
  let left = megabytes
  const more = () => {
    while (left-- > 0) if (response.destroyed || !response.write(letters)) return
    response.end()
  }
  response.on('drain', more)
  more()
}

async function completenessOf(title: string, context = patient) {
  const river = await listEntries.run(context.operations, listEntries.input.parse({}))
  const id = river?.entries.find((entry) => entry.title === title)?.articleId
  assert.ok(id, `${title} has no article`)
  return (await context.operations.store.articles.find(id))!.article.completeness
}

for (const [name, why] of [
  ['endless', /More than 8 MB came/],
  ['packed', /More than 8 MB came/],
  ['slow', /No whole answer within 3 s/],
] as const)
  test(`the article of a page that is ${name} has the feed's own text, and says why`, async () => {
    const completeness = await completenessOf(name, name === 'slow' ? hasty : patient)
    assert.ok('reason' in completeness)
    assert.match(completeness.reason, why)
  })

test('a page that takes too long is asked for three times and no more', () => {
  assert.equal(asked, 3)
})

test('a page that means harm is read, and so are the others of its feed', async () => {
  for (const name of ['nested', 'harmless']) assert.equal((await completenessOf(name)).kind, 'complete')
})
