import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { readImport } from './read-import.ts'
import { readZip } from './read-links-archive.ts'

const zip = (files: Readonly<Record<string, string>>, level: 0 | 6 = 6) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level })

const csv = (number: number) =>
  `title,url,time_added,tags,status\nNumber ${number},https://a.example/${number},1619870400,,unread\n`

test('an archive of Pocket is its lists, whatever else is in it is named', () => {
  for (const level of [0, 6] as const) {
    const file = readImport(
      zip({ 'pocket/part_000000.csv': csv(1), 'pocket/part_000001.csv': csv(2), 'x.json': '{}' }, level),
      'p.zip',
    )
    assert.ok(file.kind === 'links')
    assert.equal(file.file.program, 'Pocket')
    assert.deepEqual(
      file.file.links.map(({ title }) => title),
      ['Number 1', 'Number 2'],
    )
    assert.deepEqual(file.file.skipped, ['x.json in the archive: no list of links; keep the file.'])
  }
})

test('an archive of Omnivore has its texts beside the list', () => {
  const metadata = JSON.stringify([
    { slug: 'one', title: 'One', url: 'https://a.example/1', savedAt: '2021-05-01', labels: [] },
  ])
  const file = readImport(
    zip({ 'metadata_0_to_1.json': metadata, 'content/one.html': '<p>The sea.</p>', 'highlights/one.md': '> sea' }),
    'o.zip',
  )
  assert.ok(file.kind === 'links')
  assert.equal(file.file.links[0]?.contentHtml, '<p>The sea.</p>')
  assert.deepEqual(file.file.skipped, ['highlights/one.md in the archive: no list of links; keep the file.'])
})

test('an archive of anything else, or a broken one, is refused in words', () => {
  const whole = zip({ 'a.txt': 'hello', 'b.csv': csv(1) })
  assert.equal(readImport(zip({ 'a.txt': 'hello' }), 'a.zip').kind, 'unreadable')
  assert.equal(readImport(whole.slice(0, -10), 'a.zip').kind, 'unreadable')
  for (let at = 0; at < whole.length; at += 3) {
    const bent = whole.slice()
    bent[at] = 255 - bent[at]!
    assert.ok(['links', 'unreadable', 'articles'].includes(readImport(bent, 'a.zip').kind))
  }
})

test('no archive unpacks to more than is taken', () => {
  const bomb = zip({ 'a.csv': 'x'.repeat(2_000_000), 'b.csv': csv(1) })
  const read = readZip(bomb, () => true, 100_000)
  assert.deepEqual(
    read?.members.map(({ name }) => name),
    ['b.csv'],
  )
  assert.deepEqual(read?.skipped, ['a.csv in the archive could not be unpacked.'])
})

test('members that all lead to one that is too large cost no more than it', () => {
  const one = zip({ 'a.csv': 'x'.repeat(100_000) })
  const end = one.length - 22
  const entry = one.subarray(new DataView(one.buffer, one.byteOffset).getUint32(end + 16, true), end)
  const listOf = (said: number) => {
    const copy = entry.slice()
    new DataView(copy.buffer).setUint32(24, said, true)
    return Buffer.concat([one.subarray(0, end - entry.length), ...Array(500).fill(copy), one.subarray(end)])
  }
  const honest = readZip(listOf(100_000), () => true, 1_000_000)
  assert.equal(honest?.members.length, 10)
  assert.equal(honest?.skipped.length, 490)
  // A member that understates its size is unpacked no further, and what it used counts.
  const lying = readZip(listOf(10), () => true, 1_000_000)
  assert.deepEqual([lying?.members.length, lying?.skipped.length], [0, 500])
})
