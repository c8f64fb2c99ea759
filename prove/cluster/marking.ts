import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './database-access.ts'

/** A reader who stars entries through a web node, one after another. */
export type Marking = {
  /** Marks nothing more. */
  pause(): Promise<void>
  /** Ends it; answers how many writes were acknowledged, how many of these are not there, and the longest time without one. */
  stop(): Promise<{
    readonly acknowledged: number
    readonly lost: number
    readonly refused: number
    readonly longestGapMs: number
  }>
}

const EVERY_MS = 100
const TIMEOUT_MS = 5000

/** Begins to mark. A write that was not acknowledged in time counts as refused and may be there or not. */
export function startMarking(url: string, token: string, database: string): Marking {
  const acknowledged = new Set<string>()
  let refused = 0
  let longestGapMs = 0
  let lastAt = performance.now()
  let isOver = false

  const markOne = async (id: string) => {
    const response = await fetch(`${url}/api/v1/entries/${id}/star`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{"isStarred":true}',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => undefined)
    await response?.body?.cancel()
    if (!response?.ok) {
      refused += 1
      return
    }
    acknowledged.add(id)
    longestGapMs = Math.max(longestGapMs, performance.now() - lastAt)
    lastAt = performance.now()
  }
  const run = async () => {
    let ids: string[] = []
    while (!isOver) {
      if (ids.length === 0) {
        const rows = await ask(database, 'select sequence from entry order by sequence').catch(() => [])
        ids = rows.map(({ sequence }) => String(sequence)).filter((id) => !acknowledged.has(id))
      }
      const id = ids.shift()
      if (id === undefined && acknowledged.size > 0) lastAt = performance.now()
      if (id !== undefined) await markOne(id)
      await sleep(EVERY_MS)
    }
  }
  const running = run()
  const pause = () => {
    isOver = true
    return running
  }
  return {
    pause,
    async stop() {
      await pause()
      const rows = await ask(database, 'select sequence from reading_mark where is_starred = 1')
      const there = new Set(rows.map(({ sequence }) => String(sequence)))
      const lost = [...acknowledged].filter((id) => !there.has(id)).length
      return { acknowledged: acknowledged.size, lost, refused, longestGapMs: Math.round(longestGapMs) }
    },
  }
}
