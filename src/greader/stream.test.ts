import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Parameters } from './parameters.ts'
import { readSelection } from './selection.ts'
import { readStream, storiesFeed } from './stream.ts'

test('the names of streams are read, whoever the user in them is', () => {
  assert.deepEqual(readStream('feed/12'), { kind: 'feed', id: '12' })
  assert.deepEqual(readStream('feed/https://a.example/feed?x=1'), {
    kind: 'address',
    url: 'https://a.example/feed?x=1',
  })
  assert.deepEqual(readStream(' user/17/label/Far away/and near '), { kind: 'label', name: 'Far away/and near' })
  assert.deepEqual(readStream('user/-/state/com.google/reading-list'), { kind: 'all' })
  assert.deepEqual(readStream('user/1005921515/state/com.google/kept-unread'), { kind: 'unread' })
  assert.deepEqual(readStream('user/-/state/com.google/broadcast-friends'), { kind: 'nothing' })
  assert.deepEqual(readStream(storiesFeed), { kind: 'stories' })
  assert.deepEqual(readStream('user/-/label/Today, once each'), { kind: 'stories' })
  for (const name of ['', 'x', 'feed/', 'user/-/label/', 'user/-/label/ ', 'user/-/state/com.google/', 'splice/feed'])
    assert.equal(readStream(name), undefined, name)
})

const read = 'user/-/state/com.google/read'
const starred = 'user/-/state/com.google/starred'
const select = (query: string, stream?: string) => {
  const given = new URLSearchParams(query)
  const parameters: Parameters = { all: (name) => given.getAll(name), one: (name) => given.getAll(name).at(-1) }
  return readSelection(parameters, stream, 1000)
}

test('what is asked for of a stream is read', () => {
  const standing = { stream: { kind: 'all' }, order: 'newest', limit: 20 }
  assert.deepEqual(select(''), standing)
  assert.deepEqual(select('s=&n=0&r=x&c='), standing)
  assert.deepEqual(select(`xt=${read}&n=99999&r=o&c=e12`), {
    ...standing,
    isUnread: true,
    limit: 1000,
    order: 'oldest',
    continuation: 'e12',
  })
  assert.deepEqual(select(`s=${read}`), { ...standing, stream: { kind: 'read' }, isUnread: false })
  assert.deepEqual(select(`it=${starred}&it=${read}`), { ...standing, isUnread: false, isStarred: true })
  assert.deepEqual(select(`s=feed/1&xt=${starred}`), {
    ...standing,
    stream: { kind: 'feed', id: '1' },
    isStarred: false,
  })
  assert.deepEqual(select('s=feed/1', 'feed/2')?.stream, { kind: 'feed', id: '2' })
  assert.equal(select('s=nonsense'), undefined)
  assert.deepEqual(select('s=user/-/state/com.google/constructor')?.stream, { kind: 'nothing' })
})

test('what contradicts itself is nothing, and times with a fraction are times', () => {
  assert.deepEqual(select(`it=${read}&xt=${read}`)?.stream, { kind: 'nothing' })
  assert.deepEqual(select(`s=${starred}&xt=${starred}`)?.stream, { kind: 'nothing' })
  assert.equal(select('ot=1700000000.5')?.from, '2023-11-14T22:12:20.500Z', 'a minute before: clocks differ')
  assert.equal(select('nt=1700000000')?.before, '2023-11-14T22:13:20.000Z')
  for (const bad of ['0', '-5', 'x', '1e99', 'NaN', '']) assert.equal(select(`ot=${bad}`)?.from, undefined, bad)
})
