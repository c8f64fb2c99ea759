import type { CheckedText } from '../../core/claim.ts'
import type { ModelFailure } from '../../core/model.ts'
import type { AnswerWritingStore } from '../../store/search/answer-writings.ts'
import { forgetOldest, hiddenKey, stateWithin } from './under-way.ts'

/** Why there is no written answer: the model port's failure, unusable output, too many at once, or pages that refuse models. */
export type WritingFailure = ModelFailure['kind'] | 'unreadable' | 'busy' | 'refused-by-pages'

/** The state of an answer that a model writes. Its text is absent until it has been checked. */
export type AnswerWriting =
  | { readonly kind: 'writing'; readonly startedAt: string; readonly characters: number }
  | { readonly kind: 'written'; readonly text: CheckedText; readonly model: string }
  | { readonly kind: 'failed'; readonly reason: WritingFailure }

export type FinishedWriting = Exclude<AnswerWriting, { readonly kind: 'writing' }>

/**
 * Answers that a model writes while their page is open: some hundred in memory, and in the database for a day, where every node can
 * show and cancel them.
 */
export type AnswerWriter = {
  find(key: string): Promise<AnswerWriting | undefined>
  /**
   * Starts writing, unless the answer is in progress or finished; resolves when it is finished or after `waitMs`, whichever is first.
   * A failed answer is started again.
   */
  write(key: string, waitMs: number, make: Make): Promise<AnswerWriting>
  /** Cancels an answer in progress; a finished one is kept. */
  cancel(key: string): Promise<void>
}

type Make = (signal: AbortSignal, onText: (soFar: string) => void) => Promise<FinishedWriting>

type CachedWriting = {
  state: AnswerWriting
  readonly startedAt: string
  /** The last state written for other nodes. */
  noted: Promise<void>
  readonly stop: AbortController
  readonly finished: Promise<void>
}

const mostKept = 300
const mostAtOnce = 4
const longestMs = 180_000
const noteMs = 1_000
/** The writing node updates the state every second; after this long without an update it is considered dead. */
const silentMs = 15_000
const shownMs = 86_400_000
const cancelled: FinishedWriting = { kind: 'failed', reason: 'cancelled' }

/** Opens the answers of one node. */
export function openAnswerWriter(now: () => Date, board: AnswerWritingStore): AnswerWriter {
  const all = new Map<string, CachedWriting>()

  function begin(key: string, make: Make): CachedWriting {
    const stop = new AbortController()
    const startedAt = now().toISOString()
    const place = hiddenKey(key)
    const onText = (soFar: string) => {
      if (kept.state.kind === 'writing') kept.state = { kind: 'writing', startedAt, characters: soFar.length }
    }
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(longestMs)])
    const finish = (state: FinishedWriting) => {
      if (kept.state.kind === 'writing') kept.state = state
    }
    // One update after the other. If one fails, this node still shows the answer.
    const note = () => {
      kept.noted = kept.noted.then(async () => {
        const isWanted = await board.note(place, JSON.stringify(kept.state), now().toISOString()).catch(() => true)
        if (!isWanted && kept.state.kind === 'writing') cancelHere(kept)
      })
      return kept.noted
    }
    const state: AnswerWriting = { kind: 'writing', startedAt, characters: 0 }
    const since = new Date(now().getTime() - shownMs).toISOString()
    const noted = board.begin(place, JSON.stringify(state), startedAt, since).catch(() => {})
    const noting = setInterval(() => void note(), noteMs).unref()
    const kept: CachedWriting = {
      state,
      startedAt,
      stop,
      noted,
      // The port never rejects, but our own mistake must not end the process or leave a page waiting forever.
      finished: Promise.resolve()
        .then(() => make(signal, onText))
        .then(finish, () => finish({ kind: 'failed', reason: 'failed' }))
        .finally(() => clearInterval(noting))
        .then(note),
    }
    return kept
  }

  /** The state on another node; undefined if there is none, failed if that node stopped updating. */
  async function elsewhere(key: string): Promise<AnswerWriting | undefined> {
    const found = await board.find(hiddenKey(key))
    if (!found) return undefined
    const state = JSON.parse(found.body) as AnswerWriting
    const isOver = state.kind === 'writing' && now().getTime() - Date.parse(found.at) > silentMs
    return isOver ? { kind: 'failed', reason: 'failed' } : state
  }

  return {
    async find(key) {
      const known = all.get(key)
      if (known && known.state.kind !== 'failed') return known.state
      // After a failure here, another node may have started again.
      const other = await elsewhere(key)
      const isOurs = known !== undefined && other?.kind === 'writing' && other.startedAt === known.startedAt
      return isOurs ? known.state : (other ?? known?.state)
    },
    async write(key, waitMs, make) {
      const other = all.has(key) ? undefined : await elsewhere(key)
      const known = all.get(key)
      if (known && known.state.kind !== 'failed') return stateWithin(known, waitMs)
      if (other && other.kind !== 'failed') return other
      const underWay = [...all.values()].filter(({ state }) => state.kind === 'writing').length
      if (underWay >= mostAtOnce) return { kind: 'failed', reason: 'busy' }
      const kept = begin(key, make)
      all.delete(key)
      all.set(key, kept)
      forgetOldest(all, mostKept, ({ kind }) => kind !== 'writing')
      // From here on, every node can find it.
      await kept.noted
      return stateWithin(kept, waitMs)
    },
    async cancel(key) {
      const kept = all.get(key)
      if (kept?.state.kind === 'writing') cancelHere(kept)
      const state = await elsewhere(key)
      if (state?.kind === 'writing') await board.stop(hiddenKey(key), JSON.stringify(cancelled), now().toISOString())
    },
  }
}

function cancelHere(kept: CachedWriting): void {
  kept.state = cancelled
  kept.stop.abort()
}
