import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documents, dossier, emptyDossier } from './export-fixture.ts'
import { facts, storedText } from './story-facts-fixture.ts'
import { warc, writeWarc } from './warc.ts'

const file = warc.render(dossier, documents, facts)

/** Splits a file into records by their stated lengths, so that a wrong length shows. */
function recordsIn(text: string): readonly { readonly head: string; readonly block: string }[] {
  const bytes = Buffer.from(text)
  const records: { head: string; block: string }[] = []
  let at = 0
  while (at < bytes.length) {
    const end = bytes.indexOf('\r\n\r\n', at)
    const head = bytes.subarray(at, end).toString()
    const length = Number(/^Content-Length: (\d+)$/m.exec(head)?.[1])
    records.push({ head, block: bytes.subarray(end + 4, end + 4 + length).toString() })
    at = end + 4 + length
    assert.equal(bytes.subarray(at, at + 4).toString(), '\r\n\r\n', 'ISO 28500 §4: two empty lines end a record')
    at += 4
  }
  return records
}

describe('the WARC export', () => {
  const records = recordsIn(file)

  it('is a warcinfo and, for each text, a conversion and its metadata, with the mandatory fields of §5', () => {
    assert.deepEqual(
      records.map(({ head }) => /^WARC-Type: (\w+)\r?$/m.exec(head)?.[1]),
      ['warcinfo', 'conversion', 'metadata'],
    )
    for (const { head } of records) {
      assert.match(head, /^WARC\/1\.1\r\n/)
      for (const field of ['WARC-Record-ID: <urn:[^\\s<>]+>', 'WARC-Date: \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ'])
        assert.match(head, new RegExp(`\\r\\n${field}\\r\\n`))
    }
    assert.equal(new Set(records.map(({ head }) => /Record-ID: (.*)\r/.exec(head)?.[1])).size, 3)
  })

  it('has the text letter by letter, and says what it is', () => {
    const [, conversion, metadata] = records
    assert.equal(conversion?.block, storedText.document.text)
    assert.match(conversion?.head ?? '', /WARC-Target-URI: https:\/\/herald\.example\/bridge\r\n/)
    const id = /Record-ID: (.*)\r/.exec(conversion?.head ?? '')?.[1]
    assert.ok(metadata?.head.includes(`WARC-Refers-To: ${id}\r\n`))
    assert.match(metadata?.block ?? '', /^title: Council "approves" bridge & 5% more\r\ndocument: doc-a\r\n/)
    assert.match(metadata?.block ?? '', /author: Maja Berg\r\nauthor: Ola Nordmann\r\n/)
    assert.match(metadata?.block ?? '', /completeness: complete\r\n/)
    assert.doesNotMatch(file, /WARC-Type: response/)
  })

  it('lets nothing from outside begin a line of its own', () => {
    const evil = 'x\r\nWARC-Type: response\r\n\r\nWARC/1.1'
    const text = writeWarc(
      [{ ...storedText, sourceName: evil, authors: [evil], url: `https://a.example/${evil}`, readAt: evil }],
      evil,
    )
    assert.deepEqual(
      recordsIn(text).map(({ head }) => /WARC-Type: (\w+)/.exec(head)?.[1]),
      ['warcinfo', 'conversion', 'metadata'],
    )
  })

  it('of nothing is a file that says so', () => {
    assert.equal(recordsIn(warc.render(emptyDossier, documents)).length, 1)
  })
})
