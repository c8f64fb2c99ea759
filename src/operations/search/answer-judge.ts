import type { Verdict } from '../../ask/judge-request.ts'
import { forgetOldest, hiddenKey, stateWithin } from './under-way.ts'

/** The state of a model's choice among passages. After a failure the passages are shown as without a model. */
export type Judgment =
  | { readonly kind: 'judging' }
  | {
      readonly kind: 'judged'
      readonly verdict: Exclude<Verdict, { readonly kind: 'unusable' }>
      readonly model: string
    }
  | { readonly kind: 'failed' }

export type FinishedJudgment = Exclude<Judgment, { readonly kind: 'judging' }>

/** A model's choices among the passages of questions, some hundred in memory. */
export type AnswerJudge = {
  find(key: string): Judgment | undefined
  /** Has passages judged, unless that is in progress or done; resolves when it is done or after `waitMs`, whichever is first. */
  judge(key: string, waitMs: number, make: (signal: AbortSignal) => Promise<FinishedJudgment>): Promise<Judgment>
}

type CachedJudgment = { state: Judgment; readonly startedAt: number; readonly finished: Promise<void> }

const mostKept = 500
const mostAtOnce = 4
/** A page shows its passages meanwhile; later than this a choice is of little use. */
export const longestJudgingMs = 30_000
/** A failed one is tried again after this long, so that a page that looks again and again doesn't ask each time. */
const againMs = 300_000

/** Opens the judgments of one process. */
export function openAnswerJudge(now: () => Date): AnswerJudge {
  const all = new Map<string, CachedJudgment>()

  function current(key: string): CachedJudgment | undefined {
    const known = all.get(hiddenKey(key))
    const isOver = known?.state.kind === 'failed' && now().getTime() - known.startedAt >= againMs
    return isOver ? undefined : known
  }

  return {
    find: (key) => current(key)?.state,
    async judge(key, waitMs, make) {
      const known = current(key)
      if (known) return shown(known, waitMs)
      const underWay = [...all.values()].filter(({ state }) => state.kind === 'judging').length
      if (underWay >= mostAtOnce) return { kind: 'failed' }
      const finish = (state: FinishedJudgment) => {
        kept.state = state
      }
      const kept: CachedJudgment = {
        state: { kind: 'judging' },
        startedAt: now().getTime(),
        // The port never rejects, but our own mistake must not end the process or leave a page waiting forever.
        finished: Promise.resolve()
          .then(() => make(AbortSignal.timeout(longestJudgingMs)))
          .then(finish, () => finish({ kind: 'failed' })),
      }
      all.delete(hiddenKey(key))
      all.set(hiddenKey(key), kept)
      forgetOldest(all, mostKept, ({ kind }) => kind !== 'judging')
      return shown(kept, waitMs)
    },
  }
}

/** A page that doesn't wait gets the present state at once. */
function shown(one: CachedJudgment, waitMs: number): Judgment | Promise<Judgment> {
  return waitMs <= 0 ? one.state : stateWithin(one, waitMs)
}
