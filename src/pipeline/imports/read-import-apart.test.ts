import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readImport } from './read-import.ts'
import { readImportApart } from './read-import-apart.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const packed = (text: string) => new Uint8Array(gzipSync(bytes(text)))
const links = (count: number) =>
  `title,url,time_added,tags,status\n${Array.from({ length: count }, (_, n) => `Title ${n},https://e.example/${n},1700000000,a|b,unread\n`).join('')}`

test('a long or packed file is read in a thread, and comes out as if it were not', async () => {
  const pages = Array.from({ length: 4000 }, (_, n) => `{"title":"A ${n}","text":"It rained on day ${n}, they say."}`)
  const files = [
    links(5003),
    pages.join('\n'),
    `<!doctype html><p>${'Long. '.repeat(50_000)}`,
    'x\u0000'.repeat(101_000),
  ]
  for (const file of files) assert.deepEqual(await readImportApart(bytes(file), 'a.x'), readImport(bytes(file), 'a.x'))
  for (const file of [links(3), links(1000)])
    assert.deepEqual(await readImportApart(packed(file), 'a.x'), readImport(bytes(file), 'a.x'))
})

test('what is broken or unpacks to too much is told so, and the next file is read', async () => {
  const limits = { mostUnpacked: 100_000, takesArticles: false }
  const broken = Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes('nothing')])
  const [bomb, archive, next] = await Promise.all([
    readImportApart(packed(links(5_000)), 'bomb.gz', limits),
    readImportApart(broken, 'a.zip', limits),
    readImportApart(packed(links(10)), 'good.gz', limits),
  ])
  assert.match(bomb.kind === 'unreadable' ? bomb.message : '', /bomb\.gz cannot be unpacked/)
  assert.match(archive.kind === 'unreadable' ? archive.message : '', /a\.zip is an archive without/)
  assert.equal(next.kind === 'links' && next.file.links.length, 10)
})
