import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeFolder, encodeFolder, readFetched, readImapNumber, readImapTime, readImapValues } from './imap-text.ts'

test('the values of a reply are read, with literals and sections', () => {
  const head = Buffer.from('From: a@b.example\r\n\r\n')
  const values = readImapValues({
    lines: [
      `* 12 FETCH (UID 7 FLAGS (\\Seen $A) X NIL Y "a \\"b\\"" BODY[HEADER.FIELDS (FROM)]<0> {${head.length}}`,
      ')',
    ],
    literals: [head],
  })
  const items = values && readFetched(values)
  assert.equal(readImapNumber(items?.get('UID')), 7)
  assert.deepEqual(items?.get('FLAGS'), ['\\Seen', '$A'])
  assert.equal(items?.get('X'), undefined)
  assert.equal(items?.get('Y'), 'a "b"')
  assert.equal(items?.get('BODY'), head)
})

test('no reply makes reading fail or take long', () => {
  const part = fc.constantFrom('(', ')', '"', '\\', '[', ']', '{3}', ' ', 'NIL', 'UID', '* 1 FETCH ', 'a', '\u0000')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const values = readImapValues({ lines: [parts.join(''), parts.join('')], literals: [] })
      if (values) readFetched(values)
    }),
  )
  for (const line of ['('.repeat(16_000), '['.repeat(16_000), '"'.repeat(16_001), 'a['.repeat(8_000)])
    assert.equal(readImapValues({ lines: [line], literals: [] }), undefined)
})

test('names of folders are written as mail servers store them, and read back', () => {
  assert.equal(encodeFolder('INBOX/Entwürfe & mehr'), 'INBOX/Entw&APw-rfe &- mehr')
  assert.equal(decodeFolder('~peter/mail/&U,BTFw-/&ZeVnLIqe-'), '~peter/mail/台北/日本語')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const encoded = encodeFolder(name)
      assert.match(encoded, /^[\x20-\x7e]*$/)
      assert.equal(decodeFolder(encoded), name)
    }),
  )
})

test('times and numbers of a reply are read', () => {
  assert.equal(readImapTime('17-Jul-2026 02:44:25 -0700'), Date.parse('2026-07-17T09:44:25Z'))
  assert.equal(readImapTime(' 1-Jan-2026 00:00:00 +0130'), Date.parse('2025-12-31T22:30:00Z'))
  assert.equal(readImapTime('17-Xyz-2026 02:44:25 -0700'), undefined)
  assert.equal(readImapNumber('4294967295'), 4_294_967_295)
  for (const none of ['4294967296', '-1', '1e3', '', undefined]) assert.equal(readImapNumber(none), undefined)
})
