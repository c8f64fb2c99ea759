import { isEmbargoUrl, isOwnCopy } from '../feed/own-copy.ts'

/** Query parameters that usually carry a personal key. */
const keyName =
  /^(?:auth|(?:access_?|auth_?|api_?|private_?|user_?|rss_?|feed_?)?(?:token|key)|api_?secret|secret|pass(?:word|wd)?|pwd|sig(?:nature)?|session(?:id)?|sid)$/i
/** Shorter values select one of many and aren't keys. */
const shortestKey = 6

/**
 * True when a URL contains a personal key, as far as we can tell: credentials before the host, a key parameter in the query, or
 * a path that says it's private. A reader's own copy of a feed and texts under embargo count as well.
 */
export function hasPersonalKey(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  if (isOwnCopy(address) || isEmbargoUrl(address)) return true
  if (url.username !== '' || url.password !== '') return true
  if (/\/private(?:-feed)?\/[^/]{8,}/i.test(url.pathname)) return true
  return [...url.searchParams].some(([name, value]) => keyName.test(name) && value.length >= shortestKey)
}

/** True when a URL has a place for a personal key: credentials before the host, or any query. */
export function mayHavePersonalKey(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.username + url.password + url.search !== ''
}
