import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { conditional, mark, only, whole } from './answers.ts'
import type { Asked, Persona, TimedPersona } from './persona.ts'
import { DAY_MS, HOUR_MS, newestAt, publishedMs, START_MS, spread, usualMinutes } from './timetable.ts'
import { titleOf } from './write-document.ts'

const etagOf = (asked: Asked) => ({ etag: `"${mark(asked)}"` })
const modifiedOf = ({ posting, atMs }: Asked) => ({
  'last-modified': new Date(publishedMs(posting, newestAt(posting, atMs))).toUTCString(),
})
const dayOf = ({ atMs }: Asked) => (atMs - START_MS) / DAY_MS
const hourOf = ({ atMs }: Asked) => Math.floor((atMs - START_MS) / HOUR_MS)
const isNowAndThen = (asked: Asked, oneIn: number) => spread(oneIn, asked.posting.feed, hourOf(asked), 5) === 0

const packers = [
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['zstd', zstdCompressSync],
] as const

/** The servers of the simulated month. */
const servers: readonly Persona[] = [
  { name: 'etag', what: 'an exact ETag', answer: (asked) => conditional(asked, etagOf(asked)) },
  {
    name: 'odd-etag',
    what: 'a weak ETag with odd quotes, none with a 304',
    answer: (asked) => conditional(asked, { etag: `W/"it's ${mark(asked)}"x" `.trim() }, { in304: {} }),
  },
  { name: 'last-modified', what: 'Last-Modified only', answer: (asked) => conditional(asked, modifiedOf(asked)) },
  {
    name: 'odd-date',
    what: 'a Last-Modified that is no HTTP date',
    answer: (asked) => conditional(asked, { 'last-modified': `entry ${mark(asked)}, about noon` }),
  },
  {
    name: 'both',
    what: 'ETag and Last-Modified',
    answer: (asked) => conditional(asked, { ...etagOf(asked), ...modifiedOf(asked) }),
  },
  {
    name: 'new-etag-in-304',
    what: 'a 304 that brings another ETag',
    answer(asked) {
      const isHeld = asked.headers['if-none-match']?.startsWith(`"${mark(asked)}-`)
      const etag = `"${mark(asked)}-${asked.before}"`
      return isHeld ? { status: 304, headers: { etag }, isGood: true } : whole(asked, { etag })
    },
  },
  {
    name: 'etag-each-time',
    what: 'another ETag with each answer, conditions ignored',
    answer: (asked) => whole(asked, { etag: `"${asked.posting.feed}/${asked.before}"` }),
  },
  { name: 'no-validators', what: 'no validators, the same bytes again', answer: (asked) => whole(asked) },
  {
    name: 'no-store',
    what: 'an ETag with no-store',
    answer: (asked) => whole(asked, { ...etagOf(asked), 'cache-control': 'no-store' }),
  },
  {
    name: 'packed',
    what: 'gzip, br, deflate with and without its header, zstd',
    answer(asked) {
      const plain = conditional(asked, etagOf(asked))
      const [name, pack] = packers[asked.before % packers.length]!
      if (plain.body === undefined) return plain
      return { ...plain, headers: { ...plain.headers, 'content-encoding': name }, body: pack(plain.body) }
    },
  },
  {
    name: '429-seconds',
    what: 'now and then 429, for six hours or, once, two days',
    silentMinutes: 48 * 60 + 60,
    answer(asked) {
      const seconds = dayOf(asked) > 9 && dayOf(asked) < 10 ? 2 * 86_400 : 6 * 3600
      if (!isNowAndThen(asked, 30) && seconds < 86_400) return conditional(asked, etagOf(asked))
      return { ...only(429, { 'retry-after': `${seconds}` }), pauseSeconds: seconds }
    },
  },
  {
    name: '503-date',
    what: '503 until a date, once eight days ahead',
    silentMinutes: 8 * 24 * 60 + 60,
    answer(asked) {
      const days = dayOf(asked) > 4 && dayOf(asked) < 5 ? 8 : 0.25
      if (!isNowAndThen(asked, 40) && days < 1) return conditional(asked, etagOf(asked))
      const until = Math.ceil((asked.atMs + days * DAY_MS) / 1000) * 1000
      const headers = { 'retry-after': new Date(until).toUTCString() }
      return { ...only(503, headers), pauseSeconds: (until - asked.atMs) / 1000 }
    },
  },
  {
    name: '503-bare',
    what: '503 on one day, no word of how long',
    silentMinutes: 36 * 60,
    answer(asked) {
      if (dayOf(asked) < 6 || dayOf(asked) > 7) return conditional(asked, etagOf(asked))
      return { ...only(503), pauseSeconds: 3600 }
    },
  },
  {
    name: '500-flapping',
    what: '500 every third time',
    silentMinutes: 24 * 60,
    answer: (asked) => (isNowAndThen(asked, 3) ? only(500) : conditional(asked, etagOf(asked))),
  },
  {
    name: 'drip',
    what: 'two hours a week it drips and never ends',
    silentMinutes: 24 * 60,
    answer(asked) {
      const isDripping = [3, 10, 17].some((day) => dayOf(asked) >= day && dayOf(asked) < day + 1 / 12)
      return isDripping
        ? { ...whole(asked, etagOf(asked)), fault: 'drip', isGood: false }
        : conditional(asked, etagOf(asked))
    },
  },
  {
    name: 'cut-off',
    what: 'every sixth answer breaks off',
    silentMinutes: 24 * 60,
    answer(asked) {
      const answer = conditional(asked, etagOf(asked))
      return answer.body && isNowAndThen(asked, 6) ? { ...answer, fault: 'cut', isGood: false } : answer
    },
  },
  {
    name: 'moving',
    what: '301, 308, 302 or 307 to another address',
    answer(asked) {
      if (asked.place === 'new') return conditional(asked, etagOf(asked))
      return only([301, 308, 302, 307][asked.posting.feed % 4]!, { location: asked.newPath })
    },
  },
  {
    name: 'gone',
    what: 'moved, then 410 at the old address; or only 410',
    endsAfterDays: (feed) => (feed % 2 === 0 ? undefined : 12),
    mostAfterEnd: 3,
    answer(asked) {
      const isEnd = dayOf(asked) >= 12
      if (asked.posting.feed % 2 === 1) return isEnd ? only(410) : conditional(asked, etagOf(asked))
      if (asked.place === 'new') return conditional(asked, etagOf(asked))
      return isEnd ? only(410) : only(301, { location: asked.newPath })
    },
  },
  {
    name: 'lost',
    what: 'goes round in circles on one day, 404 from the tenth on',
    silentMinutes: 48 * 60,
    endsAfterDays: () => 10,
    // Doubling from an hour to a day takes three days, then it is weekly.
    mostAfterEnd: 14,
    answer(asked) {
      if (dayOf(asked) >= 10) return only(404)
      if (dayOf(asked) >= 5 && dayOf(asked) < 6)
        return only(302, { location: asked.place === 'old' ? asked.newPath : asked.newPath.replace('/new/', '/old/') })
      return conditional(asked, etagOf(asked))
    },
  },
  {
    name: 'ttl-and-skips',
    what: 'ttl of three hours, nights and Sundays left out',
    silentMinutes: 3 * 60 + 35 * 60,
    skipHours: [0, 1, 2, 3, 4],
    skipDays: [0],
    answer: (asked) => ({
      ...conditional(asked, etagOf(asked), {
        asks: `<ttl>180</ttl><skipHours>${[0, 1, 2, 3, 4].map((hour) => `<hour>${hour}</hour>`).join('')}</skipHours><skipDays><day>Sunday</day></skipDays>`,
      }),
      leaveSeconds: 180 * 60,
    }),
  },
  {
    name: 'max-age',
    what: 'max-age of four hours and a second, not said again with a 304',
    silentMinutes: 241,
    answer(asked) {
      const answer = conditional(asked, etagOf(asked))
      const headers = answer.status === 200 ? { 'cache-control': 'public, max-age=14401' } : {}
      return { ...answer, headers: { ...answer.headers, ...headers }, leaveSeconds: 14_401 }
    },
  },
  {
    name: 'expires',
    what: 'Expires in five hours, in the past, or a week ahead',
    silentMinutes: 24 * 60,
    answer(asked) {
      const hours = [5, -24, 168][asked.posting.feed % 3]!
      const until = Math.ceil((asked.atMs + hours * HOUR_MS) / 1000) * 1000
      const answer = conditional(asked, etagOf(asked), { also: { expires: new Date(until).toUTCString() } })
      return { ...answer, leaveSeconds: Math.max(0, (until - asked.atMs) / 1000) }
    },
  },
  {
    name: 'new-guids',
    what: 'other guids with each answer',
    answer: (asked) => whole(asked, {}, { guidOf: (number) => `${asked.posting.feed}-${number}-${asked.before}` }),
  },
  {
    name: 'short-window',
    what: 'few entries, which leave the document soon',
    window: 20,
    everyMinutes: (feed) => (spread(4, feed, 3) === 0 ? 30 : 24 * 60),
    answer: (asked) => conditional(asked, etagOf(asked)),
  },
  {
    name: 'edits',
    what: 'entries edited once a day, some dated in the future',
    answer(asked) {
      const { posting } = asked
      const day = Math.floor(dayOf(asked))
      return conditional(
        asked,
        { etag: `"${mark(asked)}-${day}"` },
        {
          titleOf: (number) =>
            `${titleOf(posting.feed, number)}${spread(4, number, day) === 0 ? `, edited on day ${day}` : ''}`,
          dateOf: (number) =>
            new Date(publishedMs(posting, number) + (number % 5 === 0 ? 400 * DAY_MS : 0)).toUTCString(),
        },
      )
    },
  },
  {
    name: 'login-page',
    what: 'now and then a page to sign in on, with an ETag of its own',
    silentMinutes: 24 * 60,
    answer(asked) {
      if (!isNowAndThen(asked, 5)) return conditional(asked, etagOf(asked))
      const body = Buffer.from(
        '<!doctype html><html><head><title>Sign in</title></head><body><form></form></body></html>',
      )
      return { status: 200, headers: { 'content-type': 'text/html', etag: '"login"' }, body, isGood: false }
    },
  },
  {
    name: 'charset-lies',
    what: 'a charset that is not the one of the bytes',
    answer(asked) {
      const answer = conditional(asked, etagOf(asked), {
        declaration: '<?xml version="1.0" encoding="us-ascii"?>',
        titleOf: (number) => `${titleOf(asked.posting.feed, number)}, à Zürich`,
      })
      return answer.body
        ? { ...answer, headers: { ...answer.headers, 'content-type': 'text/plain; charset=koi8-r' } }
        : answer
    },
  },
]

/** All of them, each with how often its feeds post. */
export const personas: readonly TimedPersona[] = servers.map((persona) => ({ everyMinutes: usualMinutes, ...persona }))
