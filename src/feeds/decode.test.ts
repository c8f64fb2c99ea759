import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { decode } from './decode.ts'

const xml = (encoding: string, title: string) =>
  `<?xml version="1.0" encoding="${encoding}"?><rss><title>${title}</title></rss>`

describe('the encoding of bytes', () => {
  const declared: [string, string][] = [
    ['utf-8', 'Žluťoučký kůň 日本'],
    ['iso-8859-1', 'Café au lait'],
    ['iso-8859-2', 'Žluťoučký kůň'],
    ['iso-8859-15', 'Prix : 5 €'],
    ['windows-1251', 'Привет'],
    ['windows-1252', '“Quotes”'],
    ['windows-1256', 'مرحبا'],
    ['koi8-r', 'Привет'],
    ['shift_jis', 'こんにちは'],
    ['euc-jp', 'こんにちは'],
    ['gb2312', '你好'],
    ['gbk', '你好'],
    ['big5', '你好'],
    ['euc-kr', '안녕하세요'],
    ['cp437', 'Ünïcode'],
    ['macintosh', 'Café'],
    ['iso-8859-4', 'Ēģlīte'],
    ['iso-8859-5', 'Привет'],
    ['iso-8859-6', 'مرحبا'],
    ['iso-8859-7', 'Γειά'],
    ['iso-8859-8', 'שלום'],
    ['iso-8859-9', 'Iğdır'],
    ['iso-8859-13', 'Ąžuolas'],
    ['windows-1250', 'Żółw'],
    ['windows-1253', 'Γειά'],
    ['windows-1254', 'Iğdır'],
    ['windows-1255', 'שלום'],
    ['windows-1257', 'Ąžuolas'],
    ['windows-1258', 'Đương'],
    ['koi8-u', 'Їжак'],
    ['windows-874', 'สวัสดี'],
    ['tis-620', 'สวัสดี'],
    ['gb18030', '你好'],
    ['cp866', 'Привет'],
    ['cp850', 'Ünï'],
    ['us-ascii', 'plain'],
  ]
  for (const [encoding, title] of declared) {
    test(`${encoding} is taken from the XML declaration`, () => {
      const decoded = decode(iconv.encode(xml(encoding, title), encoding))
      assert.match(decoded.text, new RegExp(`<title>${title}</title>`))
      assert.equal(decoded.encoding, encoding)
    })
    test(`${encoding} is taken from the HTTP header`, () => {
      const bytes = iconv.encode(`<rss><title>${title}</title></rss>`, encoding)
      assert.match(decode(bytes, `text/xml; charset="${encoding}"`).text, new RegExp(title))
    })
  }

  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
    test(`${encoding} is known by its byte order mark, whatever is declared`, () => {
      const bytes = iconv.encode(xml('iso-8859-1', 'Žluťoučký'), encoding, { addBOM: true })
      assert.equal(decode(bytes, 'text/xml; charset=koi8-r').text, xml('iso-8859-1', 'Žluťoučký'))
    })
    test(`${encoding} is known without a mark`, () => {
      assert.equal(decode(iconv.encode(xml(encoding, 'Žluť'), encoding)).text, xml(encoding, 'Žluť'))
    })
  }

  test('UTF-8 that calls itself UTF-16 is read as UTF-8', () => {
    assert.equal(decode(Buffer.from(xml('utf-16', 'Ž'))).encoding, 'utf-8')
  })

  test('an HTTP header that contradicts a true declaration of UTF-8 is passed over', () => {
    assert.match(decode(Buffer.from(xml('utf-8', 'Žluťoučký')), 'text/xml; charset=iso-8859-1').text, /Žluťoučký/)
  })

  test('UTF-8 cut inside a character stays UTF-8', () => {
    const bytes = Buffer.from(`${xml('utf-8', 'Žluťoučký')}é`).subarray(0, -1)
    assert.match(decode(bytes).text, /Žluťoučký.*\ufffd$/)
    assert.match(decode(Buffer.from('Žluťoučký kůň é').subarray(0, -1)).text, /^Žluťoučký/)
  })

  test('Latin-1 that calls itself UTF-8 is not mangled', () => {
    assert.match(decode(iconv.encode(xml('utf-8', 'Café société'), 'latin1')).text, /Café société/)
  })

  test('a page says it in a meta element', () => {
    const bytes = iconv.encode('<html><head><meta charset="windows-1251"></head>Привет</html>', 'windows-1251')
    assert.match(decode(bytes, 'text/html').text, /Привет/)
    const old = '<meta http-equiv=Content-Type content="text/html; charset=iso-8859-2"><p>Žluť'
    assert.match(decode(iconv.encode(old, 'iso-8859-2')).text, /Žluť/)
  })

  test('a meta element inside a feed says nothing about the feed', () => {
    const feed = '<rss><description>&lt;meta <meta charset="koi8-r"> Žluť</description></rss>'
    assert.equal(decode(Buffer.from(feed)).text, feed)
  })

  test('nobody declared is guessed', () => {
    const text = '<rss><title>Российские учёные сообщили о новом открытии в области физики</title></rss>'
    assert.equal(decode(iconv.encode(text, 'windows-1251')).text, text)
    const japanese = '<rss><title>日本の新聞は今日も大きな記事を掲載しました。東京の天気は晴れです。</title></rss>'
    assert.equal(decode(iconv.encode(japanese, 'shift_jis')).text, japanese)
  })

  test('is never one that makes markup out of harmless bytes', () => {
    for (const name of ['utf-7', 'base64', 'hex', 'binary', 'utf-7-imap', 'no-such-thing'])
      assert.equal(decode(Buffer.from('+ADw-script+AD4-'), `text/xml; charset=${name}`).text, '+ADw-script+AD4-')
  })

  test('is found for any bytes and any header', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 40 }), (bytes, contentType) => {
        assert.equal(typeof decode(bytes, contentType).text, 'string')
        decode(bytes, `text/xml; charset=${contentType}`)
      }),
    )
  })
})
