import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import iconv from 'iconv-lite'
import { parseFeed } from './parse-feed.ts'

/** The titles of a feed in these bytes and of its only entry. */
function titlesOf(bytes: Uint8Array, contentType?: string): string[] {
  const result = parseFeed(bytes, { url: 'https://e.example/', ...(contentType !== undefined && { contentType }) })
  assert.equal(result.kind, 'feed')
  return result.kind === 'feed' ? [result.feed.title, ...result.feed.entries.map((entry) => entry.title)] : []
}

const feed = (declaration: string) =>
  `${declaration}<rss version="2.0"><channel><title>Été</title><item><title>Žluť — “€”</title></item></channel></rss>`
const titles = ['Été', 'Žluť — “€”']
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n`

describe('a feed in UTF-8', () => {
  const headers: readonly (readonly [string, string])[] = [
    ['', declared('utf-8')],
    ['', ''],
    ['text/xml', declared('utf-8')],
    ['text/xml; charset=us-ascii', declared('utf-8')],
    ['text/xml; charset=iso-8859-1', declared('utf-8')],
    ['application/xml; charset=windows-1252', declared('UTF-8')],
    ['application/rss+xml; charset="UTF-8"', declared('iso-8859-1')],
    ["text/xml;charset='utf8'", ''],
    ['text/xml; charset=utf-16', declared('utf-16')],
    ['text/html; charset=unheard-of', declared('unheard-of-too')],
    ['text/xml; charset=', declared('')],
    ['image/png', declared('utf-8')],
    ['text/plain; charset=utf-7', declared('utf-7')],
  ]
  for (const [header, declaration] of headers)
    test(`with the header “${header}” and ${declaration.trim() || 'no declaration'} is read as UTF-8`, () =>
      assert.deepEqual(titlesOf(Buffer.from(feed(declaration)), header), titles))

  test('with a byte order mark is, whatever else is said', () => {
    const marked = Buffer.from(`\ufeff${feed(declared('koi8-r'))}`)
    assert.deepEqual(titlesOf(marked, 'text/xml; charset=shift_jis'), titles)
  })

  test('with two byte order marks too', () => {
    assert.deepEqual(titlesOf(Buffer.from(`\ufeff\ufeff${feed(declared('utf-8'))}`)), titles)
  })

  test('with one bad byte is, the byte aside', () => {
    const bytes = Buffer.from(feed(declared('utf-8')).replace('</item>', '<author>x?y</author></item>'))
    bytes[bytes.indexOf('?y')] = 0xff
    assert.deepEqual(titlesOf(bytes, 'text/xml; charset=utf-8'), titles)
  })
})

describe('a feed in UTF-16', () => {
  for (const encoding of ['utf-16le', 'utf-16be'])
    for (const declaration of [declared('utf-16'), declared('utf-8'), ''])
      for (const addBOM of [true, false])
        test(`(${encoding}, ${addBOM ? 'with' : 'without'} mark, ${declaration.trim() || 'nothing declared'}) is read`, () =>
          assert.deepEqual(titlesOf(iconv.encode(feed(declaration), encoding, { addBOM }), 'text/xml'), titles))
})

describe('a feed in a code page', () => {
  const pages = ['windows-1250', 'iso-8859-2', 'iso-8859-16', 'macroman', 'windows-1254', 'gb18030', 'windows-1257']
  for (const page of pages) {
    const text = 'Š é'
    const bytes = iconv.encode(`<rss><channel><title>${text}</title></channel></rss>`, page)
    if (iconv.decode(bytes, page).includes('?')) continue
    test(`(${page}) named in the header is read by it`, () =>
      assert.deepEqual(titlesOf(bytes, `text/xml; charset=${page}`), [text]))
  }

  test('named in the declaration is read by it when the header says nothing', () => {
    const bytes = iconv.encode(feed(declared('windows-1250')), 'windows-1250')
    assert.deepEqual(titlesOf(bytes, 'text/xml'), titles)
  })

  test('named in the header is read by the header, not by the declaration', () => {
    const bytes = iconv.encode(feed(declared('iso-8859-5')), 'windows-1250')
    assert.deepEqual(titlesOf(bytes, 'text/xml; charset=windows-1250'), titles)
  })

  test('that calls itself UTF-8 is not mangled', () => {
    const bytes = iconv.encode(
      `${declared('utf-8')}<rss><channel><title>Le président a été réélu à la tête de l’État</title></channel></rss>`,
      'windows-1252',
    )
    assert.deepEqual(titlesOf(bytes, 'text/xml; charset=utf-8'), ['Le président a été réélu à la tête de l’État'])
  })

  test('Latin-1 by name is read as Windows reads it', () => {
    const bytes = Buffer.from('<rss><channel><title>\x93x\x94 \x80</title></channel></rss>', 'latin1')
    assert.deepEqual(titlesOf(bytes, 'text/xml; charset=iso-8859-1'), ['“x” €'])
  })
})
