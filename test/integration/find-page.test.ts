import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { readSharedPage } from '../../src/operations/articles/read-page.ts'
import { findPage } from '../../src/operations/library/find-page.ts'
import { serve } from '../loopback-server.ts'

let origin: string
let folder: string
let context: Context

before(async () => {
  const line = 'The council of the harbor said on Monday that ferries would run again before the winter. '.repeat(4)
  const page = `<html lang="en"><head><title>Ferries run again</title></head><body><article><h1>Ferries run again</h1>${`<p>${line}</p>`.repeat(4)}</article></body></html>`
  origin = await serve((request, response) => {
    if (request.url?.startsWith('/ferries')) response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    else if (request.url === '/moved') response.writeHead(301, { location: '/ferries' }).end()
    else if (request.url === '/file') response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7')
    else response.writeHead(404).end()
  })
  // A shared address has a host with a dot or is this machine.
  origin = origin.replace('127.0.0.1', 'localhost')
  folder = mkdtempSync(join(tmpdir(), 'twosource-shared-'))
  context = await createContext(readConfig({ TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true' }), () => {})
})
after(async () => {
  await context[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

const find = (given: object) => findPage.run(context.operations, findPage.input.parse(given))
const read = (url: string) => readSharedPage.run(context.operations, { url })

it('a page that was shared is read once the reader asks, and known from then on', async () => {
  assert.deepEqual(await find({ text: `Look: ${origin}/ferries` }), { kind: 'unknown', url: `${origin}/ferries` })
  const result = await read(`${origin}/ferries`)
  assert.equal(result.kind, 'read')
  const articleId = result.kind === 'read' ? result.articleId : ''
  const stored = await context.operations.store.articles.find(articleId as never)
  assert.equal(stored?.article.title, 'Ferries run again')
  assert.equal(stored?.article.completeness.kind, 'complete')
  for (const spelling of ['/ferries', '/ferries/', '/ferries?utm_source=app#top'])
    assert.equal((await find({ url: origin + spelling })).kind, 'known', spelling)
  assert.deepEqual(await read(`${origin}/moved`), { kind: 'read', articleId })
})

it('what is no page is refused in words, and nothing is kept of it', async () => {
  const { entries } = (await context.operations.store.check()).counts
  for (const path of ['/file', '/nothing']) assert.equal((await read(origin + path)).kind, 'refused', path)
  assert.equal((await read('no address')).kind, 'refused')
  assert.deepEqual(await find({ title: 'Ferries' }), { kind: 'no-address' })
  assert.equal((await context.operations.store.check()).counts.entries, entries)
})
