import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameHub } from './poll-feed.ts'

const url = 'https://outlet.example/feed'
const hub = 'https://hub.example/'
const self = 'https://outlet.example/rss'

test('Link fields come before the document', () => {
  const document = { hubUrl: 'https://other.example/', selfUrl: 'https://outlet.example/other' }
  assert.deepEqual(nameHub(document, { url, links: { hub, self } }), { hub, topic: self, readAtUrl: url })
  assert.deepEqual(nameHub({ hubUrl: hub, selfUrl: self }, { url }), { hub, topic: self, readAtUrl: url })
  assert.deepEqual(nameHub({ selfUrl: self }, { url, links: { hub } }), { hub, topic: self, readAtUrl: url })
  assert.deepEqual(nameHub({ hubUrl: hub }, { url, links: { self } }), { hub, topic: self, readAtUrl: url })
})

test('a feed that does not say what it calls itself goes by its address', () => {
  assert.deepEqual(nameHub({ hubUrl: hub }, { url }), { hub, topic: url, readAtUrl: url })
})

test('what is no address on the web is no hub', () => {
  for (const hubUrl of [
    'mailto:a@b.example',
    'urn:x',
    'javascript:alert(1)',
    'https://u:p@hub.example/',
    'hub',
    `https://hub.example/${'x'.repeat(2_000)}`,
  ])
    assert.equal(nameHub({ hubUrl }, { url }), 'none', hubUrl)
  assert.equal(nameHub({ hubUrl: hub, selfUrl: 'tag:outlet.example,2026:feed' }, { url }), 'none')
  assert.equal(nameHub({}, { url }), 'none')
})
