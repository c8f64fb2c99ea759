import { mayFetch, type RobotsRules, readRobots } from '../core/feed/robots.ts'
import type { FetchResult } from '../core/fetch-result.ts'
import type { Http } from './client.ts'

/** Rules aren't used for longer (RFC 9309 section 2.4). */
const MOST_AGE_MS = 24 * 3_600_000
/** An unreachable site is tried again after this. */
const RETRY_MS = 10 * 60_000
const MOST_BYTES = 2 * 2 ** 20
const MOST_SITES = 5_000
/** Limit for all stored rules together, as `weightOf` counts: a host with many names has as many files. */
const MOST_WEIGHT = 32 * 2 ** 20
/** Overhead of an entry, and of a rule, besides the text. */
const ENTRY_BYTES = 200

/** Whether a page may be fetched; `unknown` while the site's rules aren't available, with the result of requesting them. */
type RobotsAnswer =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'disallowed' }
  | { readonly kind: 'unknown'; readonly failure: Failure }

type Failure = Exclude<FetchResult, { readonly kind: 'ok' | 'not-modified' }>
type RulesResult =
  | { readonly kind: 'rules'; readonly rules: RobotsRules }
  | { readonly kind: 'unknown'; readonly failure: Failure }

/** Caches sites' robots.txt rules and requests each at most once a day. */
export type RobotsCache = { ask(url: string): Promise<RobotsAnswer> }

/**
 * Reads robots.txt for the program of this name, one file for each scheme, host and port. Simultaneous callers share one
 * request. A missing file (4xx) allows everything; a server that fails (5xx), asks for a pause or can't be reached is `unknown`.
 */
export function createRobotsCache(http: Pick<Http, 'get'>, program: string, now: () => Date): RobotsCache {
  const sites = new Map<string, { readonly known: Promise<RulesResult>; until: number; weight: number }>()
  let weight = 0
  const ask = async (origin: string): Promise<RulesResult> =>
    rulesIn(await http.get(`${origin}/robots.txt`, { accept: 'text/plain, */*;q=0.5', maxBytes: MOST_BYTES }), program)
  const rulesOf = (origin: string): Promise<RulesResult> => {
    const at = now().getTime()
    const kept = sites.get(origin)
    if (kept && at < kept.until) return kept.known
    const known = ask(origin)
    const site = { known, until: at + MOST_AGE_MS, weight: 0 }
    forget(origin)
    sites.set(origin, site)
    void known.then((read) => {
      if (read.kind === 'unknown') site.until = at + RETRY_MS
      if (sites.get(origin) !== site) return
      site.weight = weightOf(read)
      weight += site.weight
      makeRoom()
    })
    makeRoom()
    return known
  }
  const forget = (origin: string) => {
    weight -= sites.get(origin)?.weight ?? 0
    sites.delete(origin)
  }
  const makeRoom = () => {
    for (const [oldest] of sites) {
      if (sites.size <= MOST_SITES && weight <= MOST_WEIGHT) return
      forget(oldest)
    }
  }
  return {
    async ask(url) {
      const parsed = URL.parse(url)
      // An unusable URL fails with a better message when the page is requested.
      if (!parsed || !/^https?:$/.test(parsed.protocol)) return { kind: 'allowed' }
      const known = await rulesOf(parsed.origin)
      if (known.kind === 'unknown') return known
      return { kind: mayFetch(known.rules, url) ? 'allowed' : 'disallowed' }
    },
  }
}

function weightOf(read: RulesResult): number {
  if (read.kind === 'unknown') return ENTRY_BYTES
  return read.rules.reduce((sum, { pattern }) => sum + ENTRY_BYTES + pattern.length, ENTRY_BYTES)
}

function rulesIn(fetched: FetchResult, program: string): RulesResult {
  switch (fetched.kind) {
    case 'ok':
      return { kind: 'rules', rules: readRobots(new TextDecoder().decode(fetched.body), program) }
    case 'not-modified':
    case 'gone':
    case 'not-found':
    case 'forbidden':
    case 'client-error':
    case 'too-many-redirects':
    // A refused address is refused again, with its reason, when the page is requested.
    case 'refused-address':
    case 'bad-url':
      return { kind: 'rules', rules: [] }
    case 'busy':
    case 'server-error':
    case 'timeout':
    case 'network-error':
    case 'proxy-error':
    case 'too-large':
    case 'bad-encoding':
      return { kind: 'unknown', failure: fetched }
  }
}
