import { findCopy, isReadable, keep } from './copies.js'
import { find } from './database.js'
import { canWait, change } from './outbox.js'
import { pathIn, worker } from './scope.js'

const assets = `assets-${worker.twosource.version}`
const patienceMs = 4000

/** Stores what must be there offline: style sheet, script, and the offline page in every language. */
export async function keepAssets() {
  const cache = await caches.open(assets)
  await cache.addAll(worker.twosource.assets)
}

/** Deletes the style sheets and scripts of former versions. */
export async function dropOldAssets() {
  for (const name of await caches.keys()) if (name.startsWith('assets-') && name !== assets) await caches.delete(name)
}

/**
 * Answers a request of a page, or leaves it to the browser.
 * @param {FetchEvent} event
 */
export function answer(event) {
  const { request } = event
  const path = pathIn(request.url)
  if (path === undefined) return
  if (request.method === 'POST') {
    if (canWait(request)) event.respondWith(change(request))
    else if (request.mode === 'navigate') event.respondWith(orNotSent(request))
    return
  }
  if (request.method !== 'GET') return
  if (path.startsWith('/assets/')) event.respondWith(asset(request))
  else if (request.mode === 'navigate') event.respondWith(page(event))
  else if (path.startsWith('/citations/')) event.respondWith(fragment(event))
}

/**
 * From the server. When it does not answer within a few seconds, the copy; without one, the server's answer whenever it comes.
 * @param {FetchEvent} event
 * @returns {Promise<Response>}
 */
async function page(event) {
  const { request } = event
  const network = fromNetwork(event)
  // An answer too late to be shown is still stored.
  event.waitUntil(network)
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs))
  const first = await Promise.race([network, late.then(() => /** @type {const} */ ('late'))])
  if (first instanceof Response && !isGateway(first)) return first
  const copy = await findCopy(request.url)
  if (copy) return copy
  return (first === 'late' ? await network : first) ?? offlinePage('data-not-kept')
}

/**
 * Undefined when the server can't be reached. A readable page is also stored.
 * @param {FetchEvent} event
 * @returns {Promise<Response | undefined>}
 */
async function fromNetwork(event) {
  try {
    const answered = /** @type {Response | undefined} */ (await event.preloadResponse) ?? (await fetch(event.request))
    if (isReadable(event.request.url, answered))
      event.waitUntil(keep(event.request.url, answered.clone()).catch(() => {}))
    return answered
  } catch {
    return undefined
  }
}

/**
 * True when a proxy in front of the server says that it is down.
 * @param {Response} answered
 */
function isGateway({ status }) {
  return status >= 502 && status <= 504
}

/**
 * The sentence of a citation, as shown beside a text.
 * @param {FetchEvent} event
 */
async function fragment(event) {
  return (await fromNetwork(event)) ?? (await findCopy(event.request.url)) ?? Response.error()
}

/**
 * An asset never changes under its URL. Offline, a page stored under an older version gets the asset of that name that is there.
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function asset(request) {
  const kept = await caches.match(request.url, { cacheName: assets })
  if (kept) return kept
  try {
    return await fetch(request)
  } catch {
    const name = new URL(request.url).pathname.split('/').at(-1) ?? ''
    const path = worker.twosource.assets.find((known) => known.endsWith(`/${name}`))
    return (path && (await caches.match(path, { cacheName: assets }))) || Response.error()
  }
}

/** @param {Request} request */
async function orNotSent(request) {
  try {
    return await fetch(request)
  } catch {
    return offlinePage('data-not-sent')
  }
}

/**
 * The page shown instead of one that is not stored, in the language last read.
 * @param {'data-not-kept' | 'data-not-sent'} why
 * @returns {Promise<Response>}
 */
async function offlinePage(why) {
  const last = await find('fact', 'language').catch(() => undefined)
  const wanted = [String(last?.value ?? ''), ...navigator.languages].map((tag) => tag.slice(0, 2))
  const offered = worker.twosource.assets.filter((path) => path.startsWith('offline?'))
  const path = wanted.map((code) => offered.find((one) => one.endsWith(`=${code}`))).find(Boolean) ?? offered[0] ?? ''
  const kept = await caches.match(path, { cacheName: assets })
  if (!kept) return Response.error()
  const text = (await kept.text()).replace(`${why} hidden`, why)
  return new Response(text, { status: 503, headers: kept.headers })
}
