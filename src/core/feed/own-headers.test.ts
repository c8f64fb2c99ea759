import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOwnCopy, ownCopyUrl, plainFeedUrl, storedAtNewUrl } from './own-copy.ts'
import { mayCarry, readHeaderLines, refuseHeaders } from './own-headers.ts'

test('headers are sent to their origin, or to its host by https, and nowhere else', () => {
  const may = (origin: string, url: string) => mayCarry(origin, new URL(url))
  assert.ok(may('https://a.example', 'https://a.example/feed?x=1'))
  assert.ok(may('http://a.example', 'https://a.example/feed'))
  for (const [origin, url] of [
    ['https://a.example', 'http://a.example/feed'],
    ['https://a.example', 'https://a.example:8443/feed'],
    ['http://a.example:8080', 'https://a.example/feed'],
    ['http://a.example', 'https://a.example:8443/feed'],
    ['https://a.example', 'https://b.a.example/feed'],
    ['https://a.example', 'https://a.example.evil.example/feed'],
    ['https://a.example', 'https://evil.example/https://a.example'],
  ] as const)
    assert.ok(!may(origin, url), `${origin} ${url}`)
})

test('what a connection or proxy sets is refused, however it is written', () => {
  const names =
    'host HOST Connection keep-alive TE trailer upgrade Via Range Expect Content-Type proxy-connection If-None-Match'
  for (const name of names.split(' '))
    assert.deepEqual(refuseHeaders([{ name, value: 'x' }]), { reason: 'header-refused', name })
  for (const name of ['Authorization', 'Accept', 'Accept-Language', 'X-Api-Key', 'Referer', 'Cookie', 'User-Agent'])
    assert.equal(refuseHeaders([{ name, value: 'x' }]), undefined, name)
  for (const name of ['', 'A:B', 'A B', 'Ä', 'A\r\nHost'])
    assert.equal(refuseHeaders([{ name, value: 'x' }])?.reason, 'header-name', name)
})

test('all of them together have a limit', () => {
  const eight = Array.from({ length: 8 }, (_, at) => ({ name: `X-${at}`, value: 'x' }))
  const more = [{ name: 'Cookie', value: 'a=1' }, { name: 'User-Agent', value: 'me' }, ...eight]
  assert.equal(refuseHeaders(more), undefined)
  assert.equal(refuseHeaders([...more, { name: 'X-9', value: 'x' }])?.reason, 'too-many-headers')
  const long = eight.slice(0, 3).map(({ name }) => ({ name, value: 'x'.repeat(3_000) }))
  assert.equal(refuseHeaders(long)?.reason, 'too-many-headers')
})

test('a header in each line', () => {
  assert.deepEqual(readHeaderLines('Cookie: a=1; b=2\r\n\n X-A :y:z\nnothing'), [
    { name: 'Cookie', value: 'a=1; b=2' },
    { name: 'X-A', value: 'y:z' },
    { name: 'nothing', value: '' },
  ])
})

test('the URL of a copy is known, shown without its mark, and keeps it where it moves', () => {
  const stored = ownCopyUrl('https://a.example/feed#part', 'one')
  assert.ok(isOwnCopy(stored) && !isOwnCopy('https://a.example/feed#part'))
  assert.equal(plainFeedUrl(stored), 'https://a.example/feed#part')
  assert.equal(plainFeedUrl(storedAtNewUrl(stored, 'https://b.example/new')), 'https://b.example/new')
  assert.ok(isOwnCopy(storedAtNewUrl(stored, 'https://b.example/new')))
  assert.equal(storedAtNewUrl('https://a.example/feed', 'https://b.example/new'), 'https://b.example/new')
  assert.equal(storedAtNewUrl('https://a.example/feed', stored), 'https://a.example/feed#part')
})
