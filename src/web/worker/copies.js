import { clear, find, list, put, remove } from './database.js'
import { home, pathIn } from './scope.js'

// Pages for reading offline: those that were opened, and those prefetched. Number and size are limited; the least recently used are deleted
// first. They belong to one reader, so they are never shown while the server answers.

const pages = 'pages-1'
const mostPages = 200
const mostBytes = 10 * 2 ** 20

/** Never stored: pages for running the server, forms, and pages that say what was just done. */
const unkept =
  /^\/(?:settings|admin|jobs|labels|add|share|offline|search|login|logout|users|choices)(?:\/|$)|\/(?:arrange|export)(?:\/|$)/

/**
 * The URL a copy is stored under: without parameters that only say how the reader came to the page.
 * @param {string} address
 */
export function keyOf(address) {
  const url = new URL(address)
  url.hash = ''
  for (const name of ['done', 'pictures']) url.searchParams.delete(name)
  return url.href
}

/**
 * True for an answer that is a page worth reading again.
 * @param {string} address
 * @param {Response} answer
 */
export function isReadable(address, answer) {
  const path = pathIn(address)
  const { searchParams } = new URL(address)
  return (
    path !== undefined &&
    answer.status === 200 &&
    !answer.redirected &&
    !unkept.test(path) &&
    !searchParams.has('cursor') &&
    (answer.headers.get('content-type') ?? '').startsWith('text/html') &&
    !(answer.headers.get('cache-control') ?? '').includes('no-store')
  )
}

/**
 * Stores a page, and deletes the least recently used when there are too many.
 * @param {string} address
 * @param {Response} answer read to its end
 */
export async function keep(address, answer) {
  if (!isReadable(address, answer)) return
  const url = keyOf(address)
  const text = await answer.text()
  const headers = new Headers(answer.headers)
  for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name)
  headers.set('x-kept-as', url)
  const now = Date.now()
  const bytes = new TextEncoder().encode(text).length
  if (bytes > mostBytes / 10) return
  const cache = await caches.open(pages)
  await cache.put(url, new Response(text, { headers }))
  await put('copy', { url, title: titleIn(text) || new URL(url).pathname, bytes, keptAt: now, usedAt: now })
  const language = /<html lang="([\w-]+)"/.exec(text)?.[1]
  if (language) await put('fact', { name: 'language', value: language })
  await letGo()
}

async function letGo() {
  const copies = (await list('copy')).sort((a, b) => a.usedAt - b.usedAt)
  let count = copies.length
  let bytes = copies.reduce((sum, copy) => sum + copy.bytes, 0)
  for (const copy of copies) {
    if (count <= mostPages && bytes <= mostBytes) return
    await forget(copy.url)
    count -= 1
    bytes -= copy.bytes
  }
}

/** @param {string} url */
async function forget(url) {
  const cache = await caches.open(pages)
  await cache.delete(url)
  await remove('copy', url)
}

/**
 * The copy of a page, as shown while the server can't be reached: it says so, and how old it is.
 * @param {string} address
 * @returns {Promise<Response | undefined>}
 */
export async function findCopy(address) {
  const cache = await caches.open(pages)
  const url = keyOf(address)
  const found = (await cache.match(url)) ?? (await findNear(cache, url))
  if (!found) return undefined
  const copy = await find('copy', found.headers.get('x-kept-as') ?? url)
  if (copy) await put('copy', { ...copy, usedAt: Date.now() })
  const text = await found.text()
  return new Response(withAge(text, copy?.keptAt), { headers: found.headers })
}

/**
 * A substitute for a page without a copy under its exact URL: the same article or story without the anchor, and for the home page, which
 * may redirect, the page it redirects to.
 * @param {Cache} cache
 * @param {string} url
 */
async function findNear(cache, url) {
  const path = pathIn(url) ?? ''
  if (/^\/(?:articles|stories)\//.test(path)) return cache.match(url, { ignoreSearch: true })
  if (path !== '/') return undefined
  const found = await Promise.all(['today', 'brief', 'feeds'].map((name) => cache.match(home + name)))
  return found.find(Boolean)
}

/**
 * @param {string} text
 * @param {number | undefined} keptAt
 */
function withAge(text, keptAt) {
  const [, locale = 'en', timeZone = 'UTC'] = /data-locale="([\w-]+)" data-zone="([\w/+-]+)" hidden/.exec(text) ?? []
  const at = keptAt === undefined ? undefined : new Date(keptAt)
  const time = at
    ? `<time datetime="${at.toISOString()}">${new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at)}</time>`
    : ''
  return text
    .replace(/(data-zone="[\w/+-]+") hidden/, '$1')
    .replace('<span data-kept></span>', time)
    .replace(/<span data-again>([^<]*)<\/span>/, '<a href="">$1</a>')
}

/** Deletes every copy. Unsent changes stay. */
export async function clearCopies() {
  await caches.delete(pages)
  await clear('copy')
}

/** @param {string} text */
function titleIn(text) {
  const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? ''
  /** @type {Readonly<Record<string, string>>} */
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return title.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? '').replace(/ · Twosource$/, '')
}
