import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { asId } from './ids.ts'
import { type Syndication, seenFromOther } from './syndication.ts'

const seen: Syndication = {
  documentId: asId('copy'),
  otherId: asId('original'),
  kind: 'cut-copy',
  share: 0.9,
  otherShare: 0.4,
  isCopyOfOther: true,
  direction: { kind: 'credit', agency: 'PA' },
  passages: [{ span: { start: 0, end: 5 }, otherSpan: { start: 10, end: 15 }, isQuotation: true }],
}

describe('a syndication seen from the other document', () => {
  test('has both sides turned, and says the same of how we know', () => {
    assert.deepEqual(seenFromOther(seen), {
      documentId: 'original',
      otherId: 'copy',
      kind: 'cut-copy',
      share: 0.4,
      otherShare: 0.9,
      isCopyOfOther: false,
      direction: { kind: 'credit', agency: 'PA' },
      passages: [{ span: { start: 10, end: 15 }, otherSpan: { start: 0, end: 5 }, isQuotation: true }],
    })
  })

  test('turned twice is as before', () => {
    assert.deepEqual(seenFromOther(seenFromOther(seen)), seen)
  })
})
