import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './database-access.ts'

/** A reader who makes folders through a web node, one after another, each a write of its own. */
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

  const markOne = async (name: string) => {
    const response = await fetch(`${url}/api/v1/folders`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => undefined)
    await response?.body?.cancel()
    longestGapMs = Math.max(longestGapMs, performance.now() - lastAt)
    if (!response?.ok) {
      refused += 1
      return
    }
    acknowledged.add(name)
    lastAt = performance.now()
  }
  const run = async () => {
    for (let number = 0; !isOver; number += 1) {
      await markOne(`folder ${number}`)
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
      const rows = await ask(database, 'select name from kept_folder')
      const there = new Set(rows.map(({ name }) => String(name)))
      const lost = [...acknowledged].filter((name) => !there.has(name)).length
      return { acknowledged: acknowledged.size, lost, refused, longestGapMs: Math.round(longestGapMs) }
    },
  }
}
