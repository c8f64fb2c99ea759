import type { ClaimCheck } from '../../core/claim.ts'
import type { ModelUse } from '../../core/model.ts'

/** What one use of the model came to on a day of UTC. */
export type ModelDay = {
  readonly day: string
  readonly use: ModelUse
  readonly calls: number
  readonly failures: number
  readonly tokensIn: number
  readonly tokensOut: number
  /** Claims that passed every check, and those that did not. */
  readonly kept: number
  readonly dropped: number
  /** Of the dropped: how many by the check that failed first. */
  readonly droppedBy: Readonly<Partial<Record<ClaimCheck, number>>>
}

/** What is added to a day; what is left out is 0. */
export type ModelCount = Partial<
  Pick<ModelDay, 'calls' | 'failures' | 'tokensIn' | 'tokensOut' | 'kept'> & {
    readonly dropped: Readonly<Partial<Record<ClaimCheck, number>>>
  }
>

/** The ledger of the model. Days are like 2026-03-12. */
export type ModelUseStore = {
  /** Adds to a day, in one write. */
  count(day: string, use: ModelUse, count: ModelCount): Promise<void>
  /** From a day on, the newest first, and by use. */
  days(from: string): Promise<readonly ModelDay[]>
  /** What all uses cost on a day. */
  spent(day: string): Promise<{ readonly calls: number; readonly tokens: number }>
}

/** What the owner chose for the model, as JSON, and the key of its server. */
export type ModelChoiceStore = {
  find(): Promise<{ readonly body?: string; readonly key?: string }>
  /** In one write; `key` undefined forgets it. */
  set(body: string, key: string | undefined, at: string): Promise<void>
}
