import { mayActAs } from '../core/reader-identity.ts'
import type { OperationContext } from './operation.ts'
import type { AddResult } from './views.ts'

/**
 * What a reader may have the server do for them only so often: ask an address they name (to subscribe, to save, to read a page), poll
 * feeds out of turn, take in a file, send a test to wherever they say.
 */
export type TurnKind = 'fetch' | 'refresh' | 'import' | 'test'

/** Counts turns; the time in ms in which there is one again, or undefined where this one may be taken. */
export type ReaderTurns = { take(kind: TurnKind, readerId: string): number | undefined }

const hourMs = 3_600_000
/** One poll of all feeds stands for five addresses, one file for ten, one test for thirty. */
const weights: Readonly<Record<TurnKind, number>> = { fetch: 1, refresh: 5, import: 10, test: 30 }

/**
 * So many turns an hour for each reader, which come back one by one (a leaky bucket), counted in the memory of this process. Readers
 * whose turns are all back are forgotten.
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
      // A clock that went back leaves nobody waiting for longer than an hour.
      const until = Math.max(now, Math.min(emptyAt.get(key) ?? now, now + hourMs)) + turnMs
      const waitMs = until - now - Math.max(hourMs, turnMs)
      if (waitMs > 0) return waitMs
      emptyAt.delete(key)
      emptyAt.set(key, until)
      return undefined
    },
  }
}

/** Takes a turn for who asks; the refusal where there is none left. The owner, who sets how many there are, is not counted. */
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
    message: `You have asked for as much as one reader may in an hour. Ask again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  }
}
