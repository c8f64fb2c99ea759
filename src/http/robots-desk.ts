import { mayFetch, type RobotsRules, readRobots } from '../core/feed/robots.ts'
import type { Fetched } from '../core/fetched.ts'
import type { Http } from './client.ts'

/** As RFC 9309 section 2.4 has it: rules are not used for longer. */
const MOST_AGE_MS = 24 * 3_600_000
/** A site that could not be asked is asked again after this. */
const RETRY_MS = 10 * 60_000
const MOST_BYTES = 2 * 2 ** 20
const MOST_SITES = 5_000
/** What all rules that are kept may take together, as `weightOf` counts: somebody with many names for a host has as many files. */
const MOST_WEIGHT = 32 * 2 ** 20
/** An entry here, and a rule, beside the text. */
const ENTRY_BYTES = 200

/** Whether a page may be fetched; `unknown` while the site's rules cannot be had, with what came instead. */
export type RobotsAnswer =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'disallowed' }
  | { readonly kind: 'unknown'; readonly failure: Failure }

type Failure = Exclude<Fetched, { readonly kind: 'ok' | 'not-modified' }>
type Known =
  | { readonly kind: 'rules'; readonly rules: RobotsRules }
  | { readonly kind: 'unknown'; readonly failure: Failure }

/** Knows what sites ask of programs, and asks each no more than once a day. */
export type RobotsDesk = { ask(url: string): Promise<RobotsAnswer> }

/**
 * Reads robots.txt through the client, for the program of this name, one file for each scheme, host and port. All who ask at
 * once wait for one answer. A file that is not there (4xx) allows everything; a server that fails (5xx), asks for a pause or
 * cannot be reached is `unknown`.
 */
export function createRobotsDesk(http: Pick<Http, 'get'>, program: string, now: () => Date): RobotsDesk {
  const sites = new Map<string, { readonly known: Promise<Known>; until: number; weight: number }>()
  let weight = 0
  const ask = async (origin: string): Promise<Known> =>
    knownOf(await http.get(`${origin}/robots.txt`, { accept: 'text/plain, */*;q=0.5', maxBytes: MOST_BYTES }), program)
  const knownAt = (origin: string): Promise<Known> => {
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
  /** The oldest go first. */
  const makeRoom = () => {
    for (const [oldest] of sites) {
      if (sites.size <= MOST_SITES && weight <= MOST_WEIGHT) return
      forget(oldest)
    }
  }
  return {
    async ask(url) {
      const parsed = URL.parse(url)
      // Whatever is wrong with the address, asking for it says so better.
      if (!parsed || !/^https?:$/.test(parsed.protocol)) return { kind: 'allowed' }
      const known = await knownAt(parsed.origin)
      if (known.kind === 'unknown') return known
      return { kind: mayFetch(known.rules, url) ? 'allowed' : 'disallowed' }
    },
  }
}

function weightOf(read: Known): number {
  if (read.kind === 'unknown') return ENTRY_BYTES
  return read.rules.reduce((sum, { pattern }) => sum + ENTRY_BYTES + pattern.length, ENTRY_BYTES)
}

function knownOf(fetched: Fetched, program: string): Known {
  switch (fetched.kind) {
    case 'ok':
      return { kind: 'rules', rules: readRobots(new TextDecoder().decode(fetched.body), program) }
    case 'not-modified':
    case 'gone':
    case 'not-found':
    case 'forbidden':
    case 'client-error':
    case 'too-many-redirects':
    // An address that may not be asked for is refused again, with its reason, when the page is.
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
