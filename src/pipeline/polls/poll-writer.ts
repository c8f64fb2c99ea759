import type { PollOutcome } from '../../store/store.ts'
import type { PipelineContext } from '../pipeline-context.ts'

/** Outcomes written together, and entries in them: few commits, and no more held than so many. */
const MOST_OUTCOMES = 32
const MOST_ENTRIES = 240
/** None waits longer than this for the rest, in milliseconds. */
const WAIT_MS = 200
/** Where so many in a row cannot be kept, nothing can. */
const MOST_IN_ROW = 3

export type PollWriter = {
  /**
   * Takes an outcome to be written. Settles at once while little waits; while a whole batch waits, when there is room again, so that
   * no more is fetched meanwhile.
   */
  write(outcome: PollOutcome): Promise<void>
  /** Writes what waits without waiting for more. Settles when all is kept; fails where a batch could not be. */
  flush(): Promise<void>
  /** New entries among those kept. */
  newEntries(): number
}

/** Collects outcomes and saves them a batch at a time, one batch after another. */
export function createPollWriter({ store }: Pick<PipelineContext, 'store'>): PollWriter {
  const waiting: PollOutcome[] = []
  let timer: NodeJS.Timeout | undefined
  let saving: Promise<void> | undefined
  let failure: { readonly error: unknown } | undefined
  let newEntries = 0

  const keep = async (outcomes: readonly PollOutcome[]) => {
    for (const saved of await store.feeds.savePolls(outcomes)) newEntries += saved.newCount
  }
  const save = (outcomes: readonly PollOutcome[]) => keep(outcomes).catch(() => saveEach(outcomes))
  /** What one feed sends may be what no database takes: the others are not to be lost with it. */
  const saveEach = async (outcomes: readonly PollOutcome[]) => {
    let inRow = 0
    for (const outcome of outcomes) {
      try {
        await keep([outcome])
        inRow = 0
      } catch (error) {
        failure ??= { error }
        if (++inRow === MOST_IN_ROW) return
      }
    }
  }
  const start = () => {
    clearTimeout(timer)
    timer = undefined
    if (saving || waiting.length === 0) return
    saving = save(waiting.splice(0, batchOf(waiting).count)).finally(() => {
      saving = undefined
      // Those whose wait was over meanwhile have no timer any more.
      if (batchOf(waiting).isWhole || timer === undefined) start()
    })
  }
  const refuseAfterFailure = () => {
    if (failure) throw failure.error
  }

  return {
    async write(outcome) {
      while (saving && batchOf(waiting).isWhole) await saving
      waiting.push(outcome)
      if (batchOf(waiting).isWhole) start()
      else timer ??= setTimeout(start, WAIT_MS)
      refuseAfterFailure()
    },
    async flush() {
      while (saving || waiting.length > 0) {
        start()
        await saving
      }
      refuseAfterFailure()
    },
    newEntries: () => newEntries,
  }
}

/** How many of those that wait make a batch, and whether it is a whole one. */
function batchOf(waiting: readonly PollOutcome[]): { readonly count: number; readonly isWhole: boolean } {
  let entries = 0
  for (const [index, { result }] of waiting.entries()) {
    entries += result.kind === 'parsed' ? result.entries.length : 0
    if (entries >= MOST_ENTRIES || index + 1 === MOST_OUTCOMES) return { count: index + 1, isWhole: true }
  }
  return { count: waiting.length, isWhole: false }
}
