import type { CheckedText } from '../core/claim.ts'
import type { ModelFailure } from '../core/model.ts'

/** Why there is no written answer: what the model port says, what it wrote makes no sense, or too many are being written. */
export type WritingFailure = ModelFailure['kind'] | 'unreadable' | 'busy' | 'refused-by-pages'

/** How far an answer is that a model writes. What it has written is not here before it has been checked. */
export type AnswerWriting =
  | { readonly kind: 'writing'; readonly startedAt: string; readonly characters: number }
  | { readonly kind: 'written'; readonly text: CheckedText; readonly model: string }
  | { readonly kind: 'failed'; readonly reason: WritingFailure }

/** What comes of writing. */
export type Finished = Exclude<AnswerWriting, { readonly kind: 'writing' }>

/** Answers that a model writes while pages are looked at: kept in memory, some hundred of them, and gone with a restart. */
export type AnswerDesk = {
  find(key: string): AnswerWriting | undefined
  /**
   * Begins to write, unless this is being written or was; resolves when it is finished or `waitMs` have passed, whichever is
   * first. What failed is written again.
   */
  write(key: string, waitMs: number, make: Make): Promise<AnswerWriting>
  /** Stops what is being written; what is finished stays. */
  cancel(key: string): void
}

type Make = (signal: AbortSignal, onText: (soFar: string) => void) => Promise<Finished>

type Kept = {
  state: AnswerWriting
  readonly stop: AbortController
  readonly finished: Promise<void>
}

const mostKept = 300
const mostAtOnce = 4
const longestMs = 180_000

/** A desk of its own for one house. */
export function openAnswerDesk(now: () => Date): AnswerDesk {
  const all = new Map<string, Kept>()

  function begin(make: Make): Kept {
    const stop = new AbortController()
    const startedAt = now().toISOString()
    const onText = (soFar: string) => {
      if (kept.state.kind === 'writing') kept.state = { kind: 'writing', startedAt, characters: soFar.length }
    }
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(longestMs)])
    const finish = (state: Finished) => {
      if (kept.state.kind === 'writing') kept.state = state
    }
    const kept: Kept = {
      state: { kind: 'writing', startedAt, characters: 0 },
      stop,
      // The port never rejects; our own mistake must not end the process, nor leave a page waiting for good.
      finished: Promise.resolve()
        .then(() => make(signal, onText))
        .then(finish, () => finish({ kind: 'failed', reason: 'failed' })),
    }
    return kept
  }

  return {
    find: (key) => all.get(key)?.state,
    async write(key, waitMs, make) {
      const known = all.get(key)
      if (known && known.state.kind !== 'failed') return waited(known, waitMs)
      const underWay = [...all.values()].filter(({ state }) => state.kind === 'writing').length
      if (underWay >= mostAtOnce) return { kind: 'failed', reason: 'busy' }
      const kept = begin(make)
      all.delete(key)
      all.set(key, kept)
      forgetOldest(all)
      return waited(kept, waitMs)
    },
    cancel(key) {
      const kept = all.get(key)
      if (kept?.state.kind !== 'writing') return
      kept.state = { kind: 'failed', reason: 'cancelled' }
      kept.stop.abort()
    },
  }
}

async function waited(kept: Kept, waitMs: number): Promise<AnswerWriting> {
  const over = Promise.withResolvers<void>()
  const timer = setTimeout(over.resolve, waitMs)
  await Promise.race([kept.finished, over.promise])
  clearTimeout(timer)
  return kept.state
}

/** Those written longest ago go first; what is being written stays. */
function forgetOldest(all: Map<string, Kept>): void {
  for (const [key, { state }] of all) {
    if (all.size <= mostKept) return
    if (state.kind !== 'writing') all.delete(key)
  }
}
