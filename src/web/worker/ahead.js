import { isReadable, keep, keyOf } from './copies.js'
import { find, put } from './database.js'
import { home } from './scope.js'

const base = new URL(home).pathname

const everyMs = 30 * 60_000
const freshMs = 6 * 3_600_000
const mostStories = 20
const mostSaved = 40

/**
 * Prefetches what will be wanted offline: Today with its first stories, and what was saved. One page after the other, at most every half
 * hour unless the reader asks, and only what is not fresh.
 * @param {boolean} isAsked
 */
export async function fetchAhead(isAsked) {
  const last = await find('fact', 'aheadAt')
  if (!isAsked && last && Date.now() - Number(last.value) < everyMs) return
  await put('fact', { name: 'aheadAt', value: Date.now() })
  const today = await fetchPage('')
  const stories = today?.includes(`href="${base}stories/`) ? today : await fetchPage('today')
  const saved = await fetchPage('library')
  const paths = [...pathsIn(stories, mostStories), ...pathsIn(saved, mostSaved)]
  for (const path of new Set(paths)) {
    const copy = await find('copy', keyOf(new URL(path, home).href))
    if (!copy || Date.now() - copy.keptAt > freshMs) await fetchPage(path)
  }
}

/**
 * The page as text, which is stored; undefined when it is unavailable or not storable. The header says that nobody reads it.
 * @param {string} path
 */
async function fetchPage(path) {
  const address = new URL(path, home).href
  const answer = await fetch(address, { headers: { 'X-Purpose': 'copy' } }).catch(() => undefined)
  if (!answer || !isReadable(address, answer)) return undefined
  const text = await answer.clone().text()
  await keep(address, answer)
  return text
}

/**
 * @param {string | undefined} markup
 * @param {number} most
 */
function pathsIn(markup, most) {
  const found = [...(markup ?? '').matchAll(/href="(\/[^"?#]+)["?#]/g)].map(([, path = '']) => path)
  const readable = (/** @type {string} */ path) => /^(?:stories|articles)\/[^/]+$/.test(path.slice(base.length))
  return [...new Set(found)].filter(readable).slice(0, most)
}
