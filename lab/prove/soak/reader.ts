import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from '../cluster/database-access.ts'

/** Somebody who opens pages and stars entries as long as it runs. */
export type Reader = {
  /** Ends it. */
  stop(): Promise<void>
  /** What came of it so far. */
  readonly found: Found
  /** How many stars that were acknowledged are not kept. */
  lost(database: string): Promise<number>
}

export type Found = {
  pages: number
  /** Stars that were acknowledged. */
  stars: number
  /** Answers that say "later" (503), and no answer. */
  refused: number
  /** Any other answer, in words. */
  readonly failed: string[]
  longestSilenceMs: number
}

const EVERY_MS = 500
const TIMEOUT_MS = 20_000
const paths = [
  'today',
  'feeds',
  'feeds/all',
  'sources',
  'search?q=the',
  'jobs',
  'days',
  'people',
  'api/v1/feeds/summary',
]
const STARRED_EACH = 4

/** Begins to read at a server, as the owner and as a program with a token. */
export function startReader(url: string, token: string): Reader {
  const starred = new Set<number>()
  const found: Found = { pages: 0, stars: 0, refused: 0, failed: [], longestSilenceMs: 0 }
  let isOver = false
  let answeredAt = performance.now()

  const request = async (path: string, init: RequestInit = {}): Promise<string | undefined> => {
    try {
      const response = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
      const text = await response.text()
      found.longestSilenceMs = Math.max(found.longestSilenceMs, performance.now() - answeredAt)
      if (response.status !== 503) answeredAt = performance.now()
      if (response.ok) return text
      if (response.status === 503) found.refused += 1
      else found.failed.push(`${path}: ${response.status} ${text.slice(0, 200)}`)
    } catch {
      found.refused += 1
    }
    return undefined
  }
  const program = (method: string, body?: object): RequestInit => ({
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const starOne = async () => {
    const list = await request('api/v1/entries?show=all', program('GET'))
    const { entries } = JSON.parse(list ?? '{"entries":[]}') as { entries: readonly { readonly id: string }[] }
    const fresh = entries.map(({ id }) => Number(id)).find((id) => !starred.has(id))
    if (fresh === undefined) return
    if ((await request(`api/v1/entries/${fresh}/star`, program('PUT', { isStarred: true }))) === undefined) return
    starred.add(fresh)
    found.stars += 1
  }
  const run = async () => {
    for (let turn = 0; !isOver; turn += 1) {
      if (turn % STARRED_EACH === 0) await starOne()
      else if (
        (await request(paths[turn % paths.length]!, turn % paths.length === paths.length - 1 ? program('GET') : {})) !==
        undefined
      )
        found.pages += 1
      await sleep(EVERY_MS)
    }
  }
  const running = run()
  return {
    found,
    async stop() {
      isOver = true
      await running
    },
    async lost(database) {
      const rows = await ask(database, 'select sequence from reading_mark where is_starred = 1')
      const kept = new Set(rows.map(({ sequence }) => Number(sequence)))
      return [...starred].filter((id) => !kept.has(id)).length
    },
  }
}
