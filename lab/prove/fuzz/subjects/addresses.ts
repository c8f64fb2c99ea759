import { isDeepStrictEqual } from 'node:util'
import { linkKeyOf } from '../../../../src/core/text/link-key.ts'
import { resolveUrl as resolveOnPage } from '../../../../src/extract/markup/web-address.ts'
import { readEmbedAddress } from '../../../../src/extract/pictures/embed-address.ts'
import { discoverFeeds } from '../../../../src/feeds/discover.ts'
import { webLink } from '../../../../src/feeds/links/saved-link.ts'
import { resolveLink, resolveUrl } from '../../../../src/feeds/resolve-url.ts'
import { hubLinks } from '../../../../src/http/fetch-result.ts'
import { refuse } from '../../../../src/http/redirect.ts'
import { hostOf, isWebUrl, outLink } from '../../../../src/web/layout/links.ts'
import { safePath } from '../../../../src/web/safe-path.ts'
import { growBy } from '../grow-feed.ts'
import { hostileWords } from '../hostile-words.ts'
import type { Subject } from '../subject.ts'

const page = 'https://p.example/a/b?c'

const rules: Readonly<Record<string, readonly string[]>> = {
  ...hostileWords,
  address: ['{url}', '{url}', '{url}', '{path}', '{markup}', '{field}', '{url}{word}'],
  markup: [
    '<base href="{url}"><link rel="alternate" type="application/rss+xml" href="{url}" title="{word}">{markup}',
    '<a href="{url}">{word}</a>{markup}',
    '<link rel=feed href={url}>',
    '<link rel="alternate feed" href="{url}" hreflang>',
    '<a href="https://www.youtube.com/channel/{word}">',
    '',
  ],
  field: ['<{url}>; rel="hub", <{url}>; rel=self', '<{url}>;rel="hub self";anchor="{url}"', '<{url}>; rel="{word}\\"'],
}

/** Addresses, as links, in pages and in fields of answers: only those of the web come through, and none of a private network. */
export const subject: Subject = {
  seeds: [
    'https://a.example/b?c=d#e',
    '//a.example/feed',
    'feed:https://a.example/rss',
    '/login?next=//b.example/',
    '<link rel="alternate" type="application/atom+xml" href="/feed.atom" title="All">',
    '<https://hub.example/>; rel="hub", <https://a.example/feed>; rel="self"',
    'https://www.youtube.com/embed/abcdefghijk?start=3',
    'http://0x7f.0.0.1:8080/x',
    // Was a link: a browser takes the line end out.
    'file\n://a.example:99999',
    '\u0001data\n://a b',
  ],
  tokens: [
    '//',
    '/\\',
    '\\',
    '@',
    ':',
    '%2f',
    '%00',
    '\t',
    '\n',
    '。',
    '．',
    '[',
    ']',
    '..',
    '?',
    '#',
    'xn--',
    '0x',
    '.local',
  ],
  grow: (random) => growBy(rules, random, 'address'),
  attempt(bytes) {
    const text = new TextDecoder().decode(bytes)
    const read = () => [
      resolveUrl(text, page),
      resolveLink(text, page),
      resolveOnPage(text, page),
      webLink(text),
      readEmbedAddress(text),
      safePath(text, '/'),
      hostOf(text),
      hubLinks(text, new URL(page)),
      discoverFeeds(text, page),
      linkKeyOf(text),
    ]
    const isRead = webLink(text) !== undefined || discoverFeeds(text, page).some(({ isGuess }) => !isGuess)
    if (!isDeepStrictEqual(read(), read())) return { isRead, wrong: 'is read otherwise the second time' }
    return { isRead, wrong: linkWrong(text) ?? pathWrong(text) ?? pageWrong(text) ?? guardWrong(text) }
  },
}

const isWeb = (url: string | undefined) => url === undefined || (/^https?:\/\//.test(url) && URL.canParse(url))

function linkWrong(text: string): string | undefined {
  const link = resolveLink(text, page)
  if (
    link !== undefined &&
    /^[\s\x00-\x1f]*(?:javascript|vbscript|data|blob|file|about):/i.test(link.replace(/[\t\n\r]/g, ''))
  )
    return `leads to ${link.slice(0, 80)}`
  for (const url of [resolveOnPage(text, page), webLink(text), readEmbedAddress(text)?.url])
    if (!isWeb(url)) return `leads to ${url?.slice(0, 80)}`
  const kept = webLink(text)
  if (kept !== undefined && webLink(kept) !== kept) return 'is another link when it is read again'
  const anchor = String(outLink(text, 'x'))
  if (anchor.includes('href') !== isWebUrl(text)) return 'is a link or none, and the other way round'
  const target = /href="([^"]*)"/.exec(anchor)?.[1]
  if (target !== undefined && (!/^https?:\/\//i.test(target) || /[<>]/.test(target)))
    return `links to ${target.slice(0, 80)}`
  return undefined
}

function pathWrong(text: string): string | undefined {
  const path = safePath(text, '/')
  // As a browser would: against our own host.
  const url = URL.parse(path, 'https://own.example/')
  if (url?.origin !== 'https://own.example') return `sends a reader to ${path.slice(0, 80)}`
  // One that encoding makes too long is none when it comes back.
  return path.length > 2_000 || safePath(path, '/') === path ? undefined : 'is another path when it is read again'
}

function pageWrong(text: string): string | undefined {
  const found = discoverFeeds(text, page)
  for (const { url, title } of found) {
    if (!isWeb(url)) return `finds a feed at ${url.slice(0, 80)}`
    if (title.length > 1000) return 'finds a feed with a title without end'
  }
  return new Set(found.map(({ url }) => url)).size === found.length ? undefined : 'finds one feed twice'
}

/** The guard before the first byte, held against a reading of our own of dotted numbers. */
function guardWrong(text: string): string | undefined {
  const url = URL.parse(text.trim())
  if (!url) return undefined
  const refused = refuse(url, false, 'any')
  const numbers = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(url.hostname)?.slice(1).map(Number)
  if (!numbers || refused) return undefined
  const [a = 0, b = 0] = numbers
  const isPrivate =
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 169 && b === 254) ||
    (a === 192 && b === 168) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 100 && b >= 64 && b < 128)
  return isPrivate ? `lets ${url.hostname} through` : undefined
}
