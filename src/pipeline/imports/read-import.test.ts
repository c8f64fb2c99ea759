import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { storedText } from '../../export/story-facts-fixture.ts'
import { writeWarc } from '../../export/warc.ts'
import { readImport } from './read-import.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function warc(records: readonly { readonly type: string; readonly url: string; readonly block: string }[]): string {
  return records
    .map(
      ({ type, url, block }) =>
        `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`,
    )
    .join('')
}

const response = (body: string, head = 'Content-Type: text/html; charset=utf-8') =>
  `HTTP/1.1 200 OK\r\n${head}\r\n\r\n${body}`

test('a page is one article, named after its file', () => {
  const file = readImport(bytes('<!doctype html><title>T</title><p>Hello</p>'), '/home/a/ferry.html')
  assert.equal(file.kind, 'articles')
  if (file.kind !== 'articles') return
  assert.equal(file.format, 'html')
  assert.equal(file.articles[0]?.outlet, 'ferry')
  assert.equal(file.articles[0]?.body.kind, 'page')
})

test('a file of marks, or of annotations, is handed on whole, also packed', () => {
  const marks = '\n{ "format" : "twosource-marks",\n "version": 1}'
  const annotations = '{"@context":["http://www.w3.org/ns/anno.jsonld"],"type":"AnnotationCollection"}'
  for (const text of [marks, annotations])
    for (const file of [bytes(text), gzipSync(text)])
      for (const takesArticles of [true, false])
        assert.deepEqual(readImport(file, 'x', { takesArticles }), { kind: 'marks', text })
  const other = readImport(bytes('{"title":"On twosource-marks","text":"One."}'), 'x.jsonl')
  assert.equal(other.kind, 'articles')
})

test('plain text is a headline and its article', () => {
  const file = readImport(bytes('Rain at last\nIt rained.'), 'rain.txt')
  assert.ok(file.kind === 'articles' && file.format === 'text')
  assert.equal(file.articles[0]?.title, 'Rain at last')
})

test('JSON lines are articles; a broken line is named and the others kept', () => {
  const lines = [
    '{"title":"A","text":"One.","url":"https://www.example.org/a","date":"2026-01-02"}',
    '{"title":',
    '[]',
    '{"headline":"B","html":"<p>Two</p>","outlet":"The B"}',
  ]
  const file = readImport(bytes(lines.join('\n')), 'x.jsonl')
  assert.ok(file.kind === 'articles' && file.format === 'jsonl')
  assert.deepEqual(
    file.articles.map(({ outlet, title }) => [outlet, title]),
    [
      ['example.org', 'A'],
      ['The B', 'B'],
    ],
  )
  assert.equal(file.articles[0]?.publishedAt, '2026-01-02T00:00:00.000Z')
  assert.deepEqual(
    file.skipped.map((line) => line.slice(0, 6)),
    ['Line 2', 'Line 3'],
  )
})

test('an article of a file leads to the web or nowhere, and has a time that sorts or none', () => {
  const lines = [
    '{"text":"One.","url":"javascript:x","date":"+275760-09-13T00:00:00Z"}',
    '{"text":"Two.","link":" data:text/html,x","date":"-000001-01-01T00:00:00Z"}',
    '{"text":"Three.","url":"/three","date":"9999-12-31T23:59:59Z"}',
  ]
  const file = readImport(bytes(lines.join('\n')), 'x.jsonl')
  assert.ok(file.kind === 'articles')
  assert.deepEqual(
    file.articles.map(({ outlet, url, publishedAt }) => [outlet, url, publishedAt]),
    [
      ['Imported', undefined, undefined],
      ['Imported', undefined, undefined],
      ['Imported', undefined, '9999-12-31T23:59:59.000Z'],
    ],
  )
})

test('a WARC gives its HTML responses and says what it left out', () => {
  const file = readImport(
    bytes(
      warc([
        { type: 'warcinfo', url: '', block: 'software: x' },
        { type: 'response', url: 'https://example.org/a', block: response('<p>One</p>') },
        { type: 'response', url: 'https://example.org/b.png', block: response('x', 'Content-Type: image/png') },
        {
          type: 'response',
          url: 'https://example.org/c',
          block: response(
            '5\r\n<p>Tw\r\n5\r\no</p>\r\n0\r\n\r\n',
            'Content-Type: text/html\r\nTransfer-Encoding: chunked',
          ),
        },
        {
          type: 'response',
          url: 'https://example.org/d',
          block: 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nno',
        },
      ]),
    ),
    'x.warc',
  )
  assert.ok(file.kind === 'articles' && file.format === 'warc')
  const bodies = file.articles.map(({ body }) => (body.kind === 'page' ? new TextDecoder().decode(body.bytes) : ''))
  assert.deepEqual(bodies, ['<p>One</p>', '<p>Two</p>'])
  assert.equal(file.skipped.length, 2)
})

test('a gzipped WARC of many members is read, and one cut short keeps what it holds', () => {
  const whole = warc([{ type: 'response', url: 'https://example.org/a', block: response('<p>One</p>') }])
  const cut = warc([{ type: 'response', url: 'https://example.org/b', block: response('<p>Two</p>') }]).slice(0, -20)
  const file = readImport(new Uint8Array(Buffer.concat([gzipSync(whole), gzipSync(cut)])), 'x.warc.gz')
  assert.ok(file.kind === 'articles')
  assert.equal(file.articles.length, 1)
  assert.match(file.skipped[0] ?? '', /broken at byte/)
})

test('a WARC of our own comes back letter by letter, with what was known of it', () => {
  const file = readImport(bytes(writeWarc([storedText], '2025-03-06T08:00:00Z')), 'x.warc')
  assert.ok(file.kind === 'articles' && file.format === 'warc')
  assert.deepEqual(file.skipped, [])
  assert.deepEqual(file.articles, [
    {
      outlet: 'Sandvik Herald',
      url: 'https://herald.example/bridge',
      siteUrl: 'https://herald.example',
      title: storedText.document.title,
      publishedAt: '2025-03-04T10:00:00.000Z',
      authors: ['Maja Berg', 'Ola Nordmann'],
      body: { kind: 'text', text: storedText.document.text },
    },
  ])
})

test('what cannot be unpacked, or is too large, is refused in words', () => {
  const packed = new Uint8Array(gzipSync('x'.repeat(100_000)))
  assert.equal(readImport(packed.slice(0, 40), 'x.gz').kind, 'unreadable')
  assert.equal(readImport(packed, 'x.gz', { mostUnpacked: 10_000 }).kind, 'unreadable')
  assert.equal(readImport(packed, 'x.gz').kind, 'articles')
})

test('articles that are not asked for are not read', () => {
  for (const text of ['WARC/1.0\r\n', 'A headline\nA text.', '{"text":"x"}', '<!doctype html><p>x</p>'])
    assert.equal(readImport(bytes(text), 'x', { takesArticles: false }).kind, 'not-taken')
  assert.equal(readImport(bytes('url,title\nhttps://a.example/,x'), 'x', { takesArticles: false }).kind, 'links')
})

test('OPML is told by its root', () => {
  assert.equal(readImport(bytes('<?xml version="1.0"?><opml version="2.0"><body/></opml>'), 'x.opml').kind, 'opml')
})

test('an empty file and a file that is no text are refused with what to give instead', () => {
  const empty = readImport(bytes(''), 'x')
  assert.ok(empty.kind === 'unreadable' && /empty/.test(empty.message))
  const binary = readImport(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 1, 0]), 'x.png')
  assert.ok(binary.kind === 'unreadable' || binary.kind === 'articles')
})

test('a packed list of subscriptions is read, and one that unpacks without end is not', () => {
  const list = (body: string) => bytes(`<?xml version="1.0"?><opml version="2.0"><body>${body}</body></opml>`)
  const packed = readImport(new Uint8Array(gzipSync(list('<outline xmlUrl="https://a.example/"/>'))), 'a.opml.gz')
  assert.equal(packed.kind === 'opml' && packed.text.includes('a.example'), true)
  const bomb = readImport(new Uint8Array(gzipSync(list(' '.repeat(40_000_000)))), 'b.opml.gz')
  assert.match(bomb.kind === 'unreadable' ? bomb.message : '', /cannot be unpacked: it is broken, or too large/)
})

test('a line of more values than an article holds is named and not parsed', () => {
  const line = `{"text":"A ferry.","more":[${'{},'.repeat(500_001)}{}]}`
  const file = readImport(bytes(`${line}\n{"text":"A bridge."}`), 'x.jsonl')
  assert.ok(file.kind === 'articles')
  assert.equal(file.articles.length, 1)
  assert.deepEqual(file.skipped, ['Line 1: not a JSON object with "text" or "html".'])
})

test('a file that is named as a list or an archive and is none becomes no article', () => {
  const text = 'Rain at last\nIt rained all day, and the mayor said that it was about time.'
  for (const name of [
    'back.opml',
    'BACK.OPML.gz',
    'a.warc',
    'a.csv',
    'a.zip',
    'a.json',
    'a.jsonl',
    'feed.xml',
    'feed.rss',
  ]) {
    const file = readImport(bytes(text), name)
    assert.ok(file.kind === 'unreadable', `${name}: ${file.kind}`)
    assert.match(file.message, new RegExp(`^${name} is not .*Nothing was imported\\. Give HTML`))
  }
  assert.equal(readImport(bytes(text), 'rain.txt').kind, 'articles')
  assert.equal(readImport(bytes(text), 'notes about opml').kind, 'articles')
  const late = `<?xml version="1.0"?><!--${'x'.repeat(5_000)}--><opml><body/></opml>`
  assert.equal(readImport(bytes(late), 'late.opml').kind, 'opml')
  assert.equal(readImport(bytes('<outline xmlUrl="https://a.example/"/>'), 'bare.opml').kind, 'opml')
})
