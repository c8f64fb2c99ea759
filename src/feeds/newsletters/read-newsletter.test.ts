import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import '../../../test/fuzz-seed.ts'
import { readNewsletter } from './read-newsletter.ts'

const receivedAt = '2026-03-16T10:00:00.000Z'

async function entryOf(letter: string | Uint8Array) {
  const bytes = typeof letter === 'string' ? new TextEncoder().encode(letter.replaceAll('\n', '\r\n')) : letter
  const read = await readNewsletter(bytes, receivedAt)
  assert.ok(read.kind === 'letter', JSON.stringify(read))
  return read.entry
}

const latin = (text: string) => Uint8Array.from(text.replaceAll('\n', '\r\n'), (sign) => sign.charCodeAt(0))

test('a letter with both parts is read as its HTML, with what its headers say', async () => {
  const entry = await entryOf(`From: =?utf-8?B?w4lkaXRpb25zIGR1IE1hdGlu?= <news@letters.example>
Subject: =?utf-8?Q?Les_ports_=C3=A0?= =?iso-8859-1?Q?_No=EBl?=
Date: Mon, 16 Mar 2026 08:00:00 +0100
Message-ID: <abc@letters.example>
List-Id: The morning <morning.letters.example>
List-Unsubscribe: <mailto:leave@letters.example?subject=leave>,
 <https://letters.example/leave?t=1>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Archived-At: <https://letters.example/archive/3>
Content-Language: fr
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=a

--a
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Plain.
--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>Hé=C3=A9 <a href=3D"https://letters.example/i/3">Voir dans votre navigateur</a></p>
--b--
--a
Content-Type: application/pdf
Content-Disposition: attachment; filename="plan.pdf"
Content-Transfer-Encoding: base64

AAAA
--a--
`)
  assert.match(entry.key, /^<abc@letters\.example> [\da-z]+$/)
  assert.equal(entry.title, 'Les ports à Noël')
  assert.deepEqual(entry.authors, [{ name: 'Éditions du Matin', email: 'news@letters.example' }])
  assert.equal(entry.publishedAt, '2026-03-16T07:00:00.000Z')
  assert.equal(entry.url, 'https://letters.example/archive/3')
  assert.equal(entry.language, 'fr')
  assert.match(entry.contentHtml ?? '', /é <a href/)
  assert.doesNotMatch(entry.contentHtml ?? '', /Plain/)
  assert.deepEqual(entry.letter, {
    listId: 'morning.letters.example',
    leaveUrl: 'https://letters.example/leave?t=1',
    leaveMail: 'mailto:leave@letters.example?subject=leave',
    isOneClick: true,
    leftOut: [{ name: 'plan.pdf', type: 'application/pdf', lengthBytes: 3 }],
  })
})

test('a plain letter becomes paragraphs with its addresses as links', async () => {
  const { contentHtml } = await entryOf('Subject: a\n\nOne <b> & two\nthree\n\nSee https://a.example/?b=1&c=2.\n')
  assert.equal(
    contentHtml,
    '<p>One &lt;b&gt; &amp; two<br>three</p>\n<p>See <a href="https://a.example/?b=1&amp;c=2">https://a.example/?b=1&amp;c=2</a>.</p>',
  )
})

test('a date to come, a broken one and none are no date', async () => {
  for (const date of ['Date: Fri, 16 Mar 2027 08:00:00 +0000\n', 'Date: next week\n', ''])
    assert.equal((await entryOf(`Subject: a\n${date}\nx`)).publishedAt, undefined, date)
})

test('a letter without Message-ID has a key of what it says: the same letter, the same key', async () => {
  const [one, again, other] = await Promise.all(['x', 'x', 'y'].map((text) => entryOf(`Subject: a\n\n${text}`)))
  assert.equal(one?.key, again?.key)
  assert.notEqual(one?.key, other?.key)
})

test('a way to leave that is no address of the web or of mail is none', async () => {
  for (const way of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example',
    'mailto:a@b.example"onclick=x',
    'https://',
  ])
    assert.deepEqual((await entryOf(`Subject: a\nList-Unsubscribe: <${way}>\n\nx`)).letter, {}, way)
})

test('headers in raw eight bits, and old encodings, are read', async () => {
  const encodings: readonly (readonly [string, string])[] = [
    ['windows-1252', 'caf\xe9 \x93ouvert\x94'],
    ['iso-8859-15', 'caf\xe9 \xa4'],
    ['windows-1256', '\xe3\xd1\xcd\xc8\xc7'],
    ['koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4'],
    ['iso-2022-jp', '\x1b$B$3$s\x1b(B'],
    ['gb18030', '\xc4\xe3\xba\xc3'],
    ['big5', '\xa7A\xa6n'],
    ['euc-kr', '\xbe\xc8\xb3\xe7'],
    ['shift_jis', '\x82\xb1\x82\xf1'],
    ['macintosh', 'caf\x8e'],
  ]
  const wanted = ['café “ouvert”', 'café €', 'مرحبا', 'Привет', 'こん', '你好', '你好', '안녕', 'こん', 'café']
  for (const [at, [charset, text]] of encodings.entries()) {
    const entry = await entryOf(latin(`Subject: a\nContent-Type: text/plain; charset=${charset}\n\n${text}`))
    assert.equal(entry.contentHtml, `<p>${wanted[at]}</p>`, charset)
  }
  assert.equal((await entryOf('Subject: Café\n\nx')).title, 'Café')
  await entryOf(latin('Subject: Caf\xe9\nContent-Type: text/plain; charset=no-such-charset\n\nx\xe9'))
})

test('what is no letter at all is still an entry, and what nests too deep is refused', async () => {
  for (const odd of ['', 'x', '\n', ':\n\n', 'Subject\n\n', `Content-Type: multipart/mixed; boundary=\n\n--\n`])
    await entryOf(odd)
  const deep = Array.from(
    { length: 60 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
  ).join('')
  const read = await readNewsletter(new TextEncoder().encode(`${deep}\nx`), receivedAt)
  assert.equal(read.kind, 'unreadable')
  const headers = await readNewsletter(new TextEncoder().encode(`X-Long: ${'x'.repeat(300_000)}\n\nx`), receivedAt)
  assert.equal(headers.kind, 'unreadable')
})

test('ten thousand parts, garbage for base64 and a file of winmail are read', async () => {
  const parts = '--b\nContent-Type: text/plain\n\nx\n'.repeat(10_000)
  assert.ok((await entryOf(`Content-Type: multipart/mixed; boundary=b\n\n${parts}--b--`)).contentHtml)
  await entryOf('Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n%%%%not base64%%%%=====\n')
  const winmail = await entryOf(
    'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\neJ8+\n--b--',
  )
  assert.deepEqual(
    winmail.letter?.leftOut?.map(({ name }) => name),
    ['winmail.dat'],
  )
})

test('whatever comes is read or refused, and what is read can be kept', async () => {
  const lines = fc.constantFrom(
    'Subject: =?utf-8?B?////?=',
    'Subject: =?x?Q?=00=FF?=',
    'From: "a" <a@b>, (c) d@e, group: f@g;',
    'Date: Mon, 99 Foo 2026',
    'Message-ID: <\u0000>',
    'Content-Type: multipart/mixed; boundary="b"',
    'Content-Type: multipart/alternative; boundary=b',
    'Content-Type: message/rfc822',
    "Content-Type: text/html; charset*0*=utf-8''%FF; charset*1=x",
    'Content-Transfer-Encoding: base64',
    'Content-Transfer-Encoding: quoted-printable',
    'List-Unsubscribe: <<<>,<mailto:>,<https://a.example/>',
    '--b',
    '--b--',
    '',
    '<a href="https://a.example">view in browser</a>',
    '=C3=\u00e9=',
    '\ud800',
  )
  const letter = fc.array(fc.oneof(lines, lines, fc.string()), { maxLength: 40 }).map((all) => all.join('\r\n'))
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        letter.map((text) => new TextEncoder().encode(text)),
        fc.uint8Array({ maxLength: 300 }),
      ),
      async (bytes) => {
        const read = await readNewsletter(bytes, receivedAt)
        if (read.kind === 'unreadable') return assert.ok(read.message.length > 0)
        const { entry } = read
        assert.ok(entry.key.length > 0 && entry.title.isWellFormed())
        assert.ok(entry.publishedAt === undefined || entry.publishedAt <= receivedAt)
        assert.ok(entry.url === undefined || /^https?:/.test(entry.url))
        assert.deepEqual(JSON.parse(JSON.stringify(entry)), entry)
      },
    ),
    { numRuns: 300 },
  )
})

test('lines that are too long are cut between characters', async () => {
  const name = `x${'𝒻'.repeat(600)}`
  const bytes = new TextEncoder().encode(`From: ${name} <a@a.example>\r\nSubject: ${name}\r\n\r\nHello`)
  const read = await readNewsletter(bytes, receivedAt)
  assert.ok(read.kind === 'letter')
  const { title, authors } = read.entry
  assert.ok(title.length === 1000 && title.isWellFormed())
  assert.ok(authors[0]?.name?.length === 200 && authors[0].name.isWellFormed())
})
