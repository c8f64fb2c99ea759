import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPath } from './read-path.ts'

test('a call is read with the base path and without, slashes doubled or not', () => {
  for (const path of [
    '/reader/api/0/tag/list',
    '//reader/api/0/tag/list',
    '/api/greader.php/reader/api/0/tag/list',
    '/api/greader.php//reader/api/0/tag/list/',
    '//api//greader.php//reader//api//0//tag//list//',
    '/api/greader.php/api/greader.php/reader/api/0/tag/list',
  ])
    assert.deepEqual(readPath(path), { kind: 'call', name: 'tag/list' }, path)
  for (const path of ['/accounts/ClientLogin', '//accounts/ClientLogin', '/api/greader.php//accounts//ClientLogin/'])
    assert.deepEqual(readPath(path), { kind: 'login' }, path)
  for (const path of ['/api/greader.php', '/api/greader.php/', '/api/greader.php/api/greader.php'])
    assert.deepEqual(readPath(path), { kind: 'greeting', word: 'OK' }, path)
  assert.deepEqual(readPath('/api/greader.php/check/compatibility'), { kind: 'greeting', word: 'PASS' })
  assert.deepEqual(readPath('/api/greader.php/icons/7.abc-_'), { kind: 'icon', name: '7.abc-_' })
})

test('a stream in the path keeps the slashes of its own', () => {
  const at = (stream: string) => readPath(`/api/greader.php/reader/api/0/stream/contents/${stream}`)
  const of = (stream: string) => ({ kind: 'call', name: 'stream/contents', stream })
  assert.deepEqual(at('feed/http://a.example//b'), of('feed/http://a.example//b'))
  assert.deepEqual(at('feed%2F1'), of('feed/1'))
  assert.deepEqual(at('user%2F-%2Flabel%2FToday%2C%20once%20each'), of('user/-/label/Today, once each'))
  assert.deepEqual(at('reading-list'), of('user/-/state/com.google/reading-list'))
  assert.deepEqual(at('starred'), of('user/-/state/com.google/starred'))
  assert.deepEqual(at('%E0%A4%A'), { kind: 'unreadable' })
  assert.deepEqual(at(''), { kind: 'call', name: 'stream/contents' })
})

test('other paths are left to others', () => {
  for (const path of [
    '/',
    '/accounts',
    '/accounts/clientlogin',
    '/reader',
    '/reader/api/1/x',
    '/api/v1',
    '/api/greader.phpx',
  ])
    assert.equal(readPath(path), undefined, path)
  fc.assert(fc.property(fc.string(), (path) => readPath(`/x${path}`) === undefined))
})
