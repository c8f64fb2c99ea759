import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completeAddress } from './complete-address.ts'

test('what people type becomes a web address, and a path alone does not', () => {
  assert.equal(completeAddress('example.org'), 'https://example.org/')
  assert.equal(completeAddress(' example.org:8080/a '), 'https://example.org:8080/a')
  assert.equal(completeAddress('feed://example.org/feed'), 'https://example.org/feed')
  assert.equal(completeAddress('feed:http://example.org/feed'), 'http://example.org/feed')
  for (const text of ['//example.com/', '/feeds', 'feed:/x', 'ftp://example.org/', 'mailto:a@b.example', ''])
    assert.equal(completeAddress(text), undefined, text)
})
