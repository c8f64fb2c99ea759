import { isDeepStrictEqual } from 'node:util'
import { sanitizeHtml } from '../../../../src/extract/markup/sanitize.ts'
import { readNewsletter } from '../../../../src/feeds/newsletters/read-newsletter.ts'
import { residueOf } from '../../../eval/sanitize/residue.ts'
import { growBy } from '../grow-feed.ts'
import { hostileWords } from '../hostile-words.ts'
import type { Subject } from '../subject.ts'

const at = '2026-03-10T09:00:00.000Z'

const rules: Readonly<Record<string, readonly string[]>> = {
  ...hostileWords,
  letter: ['{headers}\r\n{body}', '{headers}\r\n{body}', '{headers}{headers}\n{body}', '{headers}', '\r\n{body}'],
  headers: ['{header}\r\n', '{header}\r\n{headers}', '{header}\r\n{headers}', '{type}\r\n{headers}'],
  header: [
    'From: {person}',
    'From: {person}, {person}',
    'From: Group: {person}, {person};',
    'Sender: {person}',
    'Subject: {encoded}',
    'Subject: {word}\r\n {word}\r\n\t{encoded}',
    'Date: {date}',
    'Message-ID: <{word}@{host}>',
    'List-Id: {word} <{word}.{host}>',
    'List-Unsubscribe: <{url}>, <mailto:{word}@{host}?subject={word}>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Archived-At: <{url}>',
    'Content-Language: {word}',
    '{word}: {word}',
    ' {word}',
    'Content-Transfer-Encoding: {coding}',
  ],
  type: [
    'Content-Type: text/html; charset={charset}',
    'Content-Type: text/plain; charset="{charset}"; format=flowed; delsp=yes',
    'Content-Type: multipart/{kind}; boundary="b"',
    'Content-Type: multipart/mixed; boundary=b; boundary=c',
    'Content-Type: message/rfc822',
    'Content-Type: application/octet-stream; name="{encoded}"',
    "Content-Type: text/plain; name*0*=utf-8''%41; name*1={word}",
  ],
  kind: ['mixed', 'alternative', 'related', 'signed', 'report', 'digest'],
  charset: ['utf-8', 'utf-7', 'iso-2022-jp', 'windows-1256', 'utf-16le', 'x-unknown', ''],
  coding: ['base64', 'quoted-printable', '7bit', '8bit', 'x-uuencode', ''],
  person: [
    '{word} <{word}@{host}>',
    '"{word}" <a@a.example>',
    '{encoded} <b@b.example>',
    '<{word}>',
    '{word}@{word}@{host}',
    '',
  ],
  encoded: [
    '=?utf-8?B?2YXYsdmB2KM=?=',
    '=?utf-8?Q?l=E2=80=99=C3=A9t=C3=A9?=',
    '=?x?B?!!?=',
    '=?utf-8?Q?{word}?=',
    '{word}',
  ],
  date: ['Tue, 10 Mar 2026 08:00:00 +0000', 'Tue, 99 Mar 99999 08:00:00', '{word}', '1 Jan 26 00:00 EST'],
  body: [
    '{markup}',
    '{word}\r\n\r\n{word}\r\n{url}\r\n{body}',
    '--b\r\n{type}\r\n{header}\r\n\r\n{body}\r\n--b\r\n{type}\r\n\r\n{body}\r\n--b--\r\n',
    '--b\r\n\r\n{body}',
    'PGI+aGVsbG88L2I+\r\n=',
    '=3Cb=3E=\r\n=ZZ=',
    '--b\r\nContent-Disposition: attachment; filename="{encoded}"\r\n\r\n{word}\r\n--b--',
  ],
  markup: [
    '<p>{word} <a href="{url}" onclick="x()">View in browser</a></p>',
    '<style>p{{word}}</style><script>{word}</script>{markup}',
    '<svg><style><img src=x onerror=x()></style></svg>',
    '<table><tr><td><img src="{url}" width=1 height=1></table>',
    '<body><base href="{url}">{word}',
    '<p>{word}</p>',
  ],
}

/** Letters: their fields are lines, their links lead to the web, their markup is made safe. */
export const subject: Subject = {
  seeds: [
    'From: The Ferry <news@a.example>\r\nSubject: Morning\r\nMessage-ID: <1@a.example>\r\nDate: Tue, 10 Mar 2026 08:00:00 +0000\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello https://a.example/\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hello <a href="https://a.example/">there</a></p>\r\n--b--\r\n',
    'From: =?utf-8?B?2YXYsdmB2KM=?= <a@a.example>\nSubject: =?utf-8?Q?l=E2=80=99=C3=A9t=C3=A9?=\nContent-Transfer-Encoding: quoted-printable\n\nOne=\n two=C3=A9\n',
  ],
  tokens: [
    '\r\n',
    '\r\n\r\n',
    '--b',
    '--b--',
    '\r\n ',
    '=?',
    '?=',
    'Content-Type: ',
    'boundary=',
    '; ',
    '"',
    '<',
    '=3D',
    '\0',
    'multipart/',
  ],
  grow: (random) => growBy(rules, random, 'letter'),
  async attempt(bytes) {
    const letter = await readNewsletter(bytes, at)
    const isRead = letter.kind === 'letter' && letter.entry.contentHtml !== undefined
    if (!isDeepStrictEqual(letter, await readNewsletter(bytes, at)))
      return { isRead, wrong: 'is read otherwise the second time' }
    if (letter.kind === 'unreadable') return { isRead: false }
    const { entry } = letter
    const { key, title, url, publishedAt, authors, contentHtml = '', letter: fields } = entry
    // A line of a letter has at most 998 characters (RFC 5322, 2.1.1); behind it stands what tells it from others of that id.
    if (key === '' || key.length > 1_100) return { isRead, wrong: 'has no key, or one without end' }
    if (publishedAt !== undefined && (publishedAt > at || Number.isNaN(Date.parse(publishedAt))))
      return { isRead, wrong: `has the time ${publishedAt}` }
    for (const words of [title, ...authors.map(({ name }) => name ?? '')])
      if (/[\n\r\0]/.test(words) || words.length > 1_000 || !words.isWellFormed())
        return { isRead, wrong: `has the line ${JSON.stringify(words.slice(0, 80))}` }
    for (const address of [url, fields?.leaveUrl])
      if (address !== undefined && !/^https?:\/\//.test(address))
        return { isRead, wrong: `leads to ${address.slice(0, 80)}` }
    if (fields?.leaveMail !== undefined && /[\s<>"]/.test(fields.leaveMail))
      return { isRead, wrong: `writes to ${fields.leaveMail}` }
    const html = sanitizeHtml(contentHtml.slice(0, 20_000), url ?? 'https://a.example/')
    const residue = residueOf(html)
    if (residue.length > 0) return { isRead, wrong: `keeps markup that runs: ${residue.join(', ')}` }
    return sanitizeHtml(html, url ?? 'https://a.example/') === html
      ? { isRead }
      : { isRead, wrong: 'is sanitized otherwise the second time' }
  },
}
