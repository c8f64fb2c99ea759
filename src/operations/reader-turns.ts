import { mayActAs } from '../core/reader-identity.ts'
import type { OperationContext } from './operation.ts'
import type { AddResult } from './views.ts'

/**
 * What a reader may make the server do only so often: fetch a URL they name (to subscribe, save or read a page), poll feeds early,
 * import a file, send a test message.
 */
type TurnKind = 'fetch' | 'refresh' | 'import' | 'test'

/** Limits turns: returns the milliseconds until the next one, or undefined if this one is allowed. */
export type ReaderTurns = { take(kind: TurnKind, readerId: string): number | undefined }

const hourMs = 3_600_000
/** Polling all feeds counts as 5 fetches, a file as 10, a test as 30. */
const weights: Readonly<Record<TurnKind, number>> = { fetch: 1, refresh: 5, import: 10, test: 30 }

/**
 * Gives each reader `perHour` turns that refill steadily (a leaky bucket), in the memory of this process. Readers with all their
 * turns back are forgotten.
 */
export function countTurns(perHour: number, nowMs: () => number): ReaderTurns {
  const emptyAt = new Map<string, number>()
  return {
    take(kind, readerId) {
      const now = nowMs()
      for (const [key, at] of emptyAt) {
        if (at > now) break
        emptyAt.delete(key)
      }
      const turnMs = (hourMs * weights[kind]) / perHour
      const key = `${kind} ${readerId}`
      // If the clock went back, nobody waits for more than an hour.
      const until = Math.max(now, Math.min(emptyAt.get(key) ?? now, now + hourMs)) + turnMs
      const waitMs = until - now - Math.max(hourMs, turnMs)
      if (waitMs > 0) return waitMs
      emptyAt.delete(key)
      emptyAt.set(key, until)
      return undefined
    },
  }
}

/** Takes a turn for the reader; returns the refusal if none is left. The owner, who sets the limit, is not limited. */
export function refuseTurn(
  { reader, turns }: Pick<OperationContext, 'reader' | 'turns'>,
  kind: TurnKind,
): Extract<AddResult, { kind: 'refused' }> | undefined {
  if (turns === undefined || mayActAs(reader.role, 'owner')) return undefined
  const waitMs = turns.take(kind, reader.id)
  if (waitMs === undefined) return undefined
  const minutes = Math.ceil(waitMs / 60_000)
  return {
    kind: 'refused',
    reason: 'too-often',
    message: `You’ve reached the hourly limit. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  }
}
