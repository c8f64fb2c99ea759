import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type EntryIdentity, findEarlier } from './earlier-entry.ts'

const noon = '2026-03-10T12:00:00.000Z'
const bridge: EntryIdentity = {
  url: 'https://outlet.example/bridge',
  title: 'The bridge is open',
  publishedAt: noon,
  contentHash: 'a',
}

const isFound = (arrived: EntryIdentity, known = bridge, held: string[] = []) =>
  findEarlier([arrived], [known], held).get(arrived) === known

test('under a new key, the same page with the same time or title is the same entry', () => {
  assert.ok(isFound({ ...bridge }))
  assert.ok(isFound({ ...bridge, url: 'http://www.outlet.example/bridge/?utm_source=rss#top' }))
  assert.ok(isFound({ ...bridge, title: 'The bridge is open again', contentHash: 'b' }), 'a changed title')
  assert.ok(isFound({ ...bridge, publishedAt: '2026-03-10T13:00:00.000Z', contentHash: 'b' }), 'dated anew')
  const { publishedAt: _, ...undated } = bridge
  assert.ok(isFound({ ...undated, contentHash: 'b' }), 'no time any more')
  assert.ok(isFound({ ...bridge, publishedAt: '2026-06-01T00:00:00.000Z' }), 'dated anew, every word the same')
})

test('another page, or another title at another time, is another entry', () => {
  assert.ok(!isFound({ ...bridge, url: 'https://outlet.example/tunnel' }))
  assert.ok(!isFound({ ...bridge, title: 'Other', publishedAt: '2026-03-10T13:00:00.000Z', contentHash: 'b' }))
  assert.ok(!isFound({ ...bridge, publishedAt: '2026-03-11T12:00:00.000Z', contentHash: 'b' }), 'the next day’s')
  const { url: _, ...unlinked } = bridge
  assert.ok(!isFound({ ...unlinked, contentHash: 'b' }))
})

test('a site that moved is known by path, title and time together', () => {
  const moved = { ...bridge, url: 'https://new.example/bridge', contentHash: 'b' }
  assert.ok(isFound(moved))
  assert.ok(!isFound({ ...moved, title: 'Other' }))
  assert.ok(!isFound({ ...moved, publishedAt: '2026-03-10T12:01:00.000Z' }))
  assert.ok(!isFound({ ...moved, url: 'https://new.example/' }, { ...bridge, url: 'https://outlet.example/' }))
})

test('a site that was built anew is known by most of what it delivers', () => {
  const at = (minute: number) => `2026-03-10T12:0${minute}:00.000Z`
  const entry = (n: number, more: Partial<EntryIdentity> = {}): EntryIdentity => ({
    url: `https://outlet.example/?p=${n}`,
    title: `News ${n}`,
    publishedAt: at(n),
    contentHash: `${n}`,
    ...more,
  })
  const known = [1, 2, 3, 4].map((n) => entry(n))
  const anew = (n: number, more: Partial<EntryIdentity> = {}) =>
    entry(n, { url: `https://outlet.example/story/${n}`, contentHash: `new ${n}`, ...more })
  const count = (arrived: readonly EntryIdentity[], of = known, held: string[] = []) =>
    findEarlier(arrived, of, held).size
  assert.equal(count([1, 2, 3, 4].map((n) => anew(n))), 4)
  assert.equal(count([1, 2, 3, 5, 6].map((n) => anew(n))), 3, 'and two that are new')
  assert.equal(count([1, 2].map((n) => anew(n))), 0, 'too few')
  assert.equal(count([1, 2, 3, 5, 6, 7, 8].map((n) => anew(n))), 0, 'not most of them')
  assert.equal(
    count(
      [1, 2, 3].map((n) => anew(n)),
      known,
      ['https://outlet.example/?p=4'],
    ),
    0,
    'one is there as before',
  )
  const sameDay = { publishedAt: noon }
  assert.equal(
    count(
      [1, 2, 3, 4].map((n) => anew(n, sameDay)),
      known.map((one) => ({ ...one, ...sameDay })),
    ),
    0,
    'days alone',
  )
  const alike = [1, 2, 3, 4].map((n) => anew(n, { title: 'Match report' }))
  assert.equal(
    count(
      [...alike, ...alike.map((one) => ({ ...one, url: `${one.url}b` }))],
      known.map((one) => ({ ...one, title: 'Match report' })),
    ),
    0,
  )
  const { url: _, ...unlinked } = anew(1)
  assert.equal(count([unlinked, anew(2), anew(3)]), 0)
})

test('entries without links are the same only when title, time and words are', () => {
  const { url: _, ...unlinked } = bridge
  assert.ok(isFound({ ...unlinked }, unlinked))
  assert.ok(!isFound({ ...unlinked, contentHash: 'b' }, unlinked))
})

test('entries that share one link stay apart unless title and time are both the same', () => {
  const live = { ...bridge, url: 'https://outlet.example/live' }
  assert.ok(!isFound({ ...live, title: '12:00 Later', contentHash: 'b' }, live, ['https://outlet.example/live']))
  assert.ok(isFound({ ...live, contentHash: 'b' }, live, ['https://outlet.example/live']))
  const home = { ...bridge, url: 'https://pod.example/', title: 'Episode 1' }
  assert.ok(!isFound({ ...home, title: 'Episode 2', contentHash: 'b' }, home))
  assert.ok(isFound({ ...home, contentHash: 'b' }, home))
  const part = { ...bridge, url: 'https://outlet.example/changes#v1', title: 'Version 1' }
  assert.ok(!isFound({ ...part, url: 'https://outlet.example/changes#v2', title: 'Version 2', contentHash: 'b' }, part))
})

test('two that could be the same earlier entry: the surer one is, and only one', () => {
  const likely = { ...bridge, publishedAt: '2026-03-10T13:00:00.000Z', contentHash: 'b' }
  const sure = { ...bridge, contentHash: 'c' }
  const found = findEarlier([likely, sure], [bridge], [])
  assert.deepEqual([...found], [[sure, bridge]])
})

test('a feed whose keys all change is found again whole, each entry once, whatever its order', () => {
  const face = fc.record({
    url: fc.constantFrom('https://a.example/1', 'http://a.example/1', 'https://a.example/', 'https://b.example/2'),
    title: fc.constantFrom('One', 'Two'),
    publishedAt: fc.constantFrom(noon, '2026-03-10T12:30:00.000Z'),
    contentHash: fc.string({ maxLength: 2 }),
  })
  fc.assert(
    fc.property(fc.array(face, { maxLength: 12 }), fc.array(face, { maxLength: 12 }), (before, more) => {
      const again = before.map((one) => ({ ...one })).reverse()
      const found = findEarlier([...more, ...again], before, [])
      assert.equal(new Set(found.values()).size, found.size)
      assert.equal(findEarlier(again, before, []).size, before.length)
    }),
    { numRuns: 300 },
  )
})
