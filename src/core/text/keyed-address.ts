/** Names of what somebody alone was given, in the query of an address. */
const keyName =
  /^(?:auth|(?:access_?|auth_?|api_?|private_?|user_?|rss_?|feed_?)?(?:token|key)|api_?secret|secret|pass(?:word|wd)?|pwd|sig(?:nature)?|session(?:id)?|sid)$/i
/** What is shorter says which of many, and is no key. */
const shortestKey = 6

/**
 * True where an address holds what opens it to somebody alone, as far as that can be told: a name or a password before the host, a
 * field of the query that is called so, or a path that says it is private.
 */
export function holdsKey(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  if (url.username !== '' || url.password !== '') return true
  if (/\/private(?:-feed)?\/[^/]{8,}/i.test(url.pathname)) return true
  return [...url.searchParams].some(([name, value]) => keyName.test(name) && value.length >= shortestKey)
}

/** True where something that opens an address to somebody alone may stand in it: before its host, or anywhere in its query. */
export function mayHoldKey(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.username + url.password + url.search !== ''
}
