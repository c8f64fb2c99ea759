import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { brief } from '../../src/app/commands/brief-command.ts'
import { serveEdition } from '../../src/app/demo/serve-edition.ts'
import { add } from '../../src/cli/add.ts'
import { refresh } from '../../src/cli/refresh.ts'
import type { BriefDocument } from '../../src/core/brief-document.ts'
import { ok, openCommands, usage } from './command-run.ts'

const now = new Date('2026-03-12T12:00:00Z')
const settings = { TWOSOURCE_ALLOW_PRIVATE: 'true' }
const { folder, open, twosource, asJson, close } = await openCommands([add, refresh, brief], {
  settings,
  now: () => now,
})

before(async () => {
  const edition = await serveEdition({ now })
  await twosource('add', edition.feeds[0]!.url, edition.feeds[1]!.url)
  await twosource('refresh')
  await edition.close()
})
after(close)

test('brief prints text whose every sentence stands in an article letter by letter', async () => {
  const { code, out } = await twosource('brief')
  assert.equal(code, ok)
  assert.match(out, /^Daily brief · Thursday, March 12, 2026\n=+\n/)
  assert.match(out, / \[1\]\n/)
  const { result } = await asJson<BriefDocument>('brief')
  assert.ok(result.stories.length > 0)
  await using app = await open()
  for (const { lines } of result.stories)
    for (const { text, note } of lines) {
      const { url } = result.notes.find(({ number }) => number === note)!
      const [, id = '', start, end] = /\/citations\/(.+)\/(\d+)-(\d+)$/.exec(url)!
      const document = await app.operations.store.articles.findDocument(decodeURIComponent(id) as never)
      assert.equal(document?.text.slice(Number(start), Number(end)), text)
    }
})

test('brief comes as HTML, as JSON and as a book in a file, and of a day past', async () => {
  assert.match((await twosource('brief', '--as', 'html')).out, /^<!doctype html>/)
  assert.ok(JSON.parse((await twosource('brief', '--as', 'json')).out).title)
  const out = join(folder, 'brief.epub')
  assert.equal((await twosource('brief', '--as', 'epub', '--out', out)).code, ok)
  assert.equal(strFromU8(unzipSync(await readFile(out)).mimetype!), 'application/epub+zip')
  assert.match((await twosource('brief', '--day', '2020-01-01')).out, /No stories for this period/)
})

test('brief says how it is called', async () => {
  for (const wrong of [
    ['--day', 'yesterday'],
    ['--as', 'pdf'],
    ['--as', 'epub'],
  ])
    assert.equal((await twosource('brief', ...wrong)).code, usage)
})
