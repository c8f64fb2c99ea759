import type { KeptOutline, OpmlTop } from '../../core/feed/subscription-list.ts'
import type { FeedId } from '../../core/ids.ts'

/** A list of subscriptions on its way in. */
export type OpmlImport = {
  readonly id: string
  readonly readerId: string
  /** The file or address it came from. */
  readonly name: string
  readonly state: 'running' | 'done' | 'cancelled'
  readonly feedCount: number
  readonly doneCount: number
  readonly added: number
  readonly existing: number
  /** What was left out, each with why; of a long list the first. */
  readonly skipped: readonly string[]
  readonly at: string
  readonly endedAt?: string
}

export type NewOpmlImport = Pick<OpmlImport, 'id' | 'readerId' | 'name' | 'feedCount' | 'skipped' | 'at'> & {
  readonly top: OpmlTop
  /** When the job for it is due; whoever takes it in at once leaves it time. */
  readonly jobAt: string
}

/** What a batch did: the feeds that were new to the reader, and those they had. */
export type BatchTaken = {
  readonly isEnded: boolean
  readonly doneCount: number
  readonly added: readonly FeedId[]
  readonly existing: readonly FeedId[]
}

/** Lists of subscriptions that come in a batch at a time, and what is kept of them. */
export type OpmlStore = {
  /** Lays aside outlines of an import that is not started yet: a JSON list of `PlacedOutline`, in their order. */
  layAside(readerId: string, importId: string, number: number, outlines: string): Promise<void>
  /** Starts an import whose batches are laid aside, with the job that takes them in. */
  start(started: NewOpmlImport): Promise<void>
  /**
   * Takes in the next batch in one transaction: feeds, subscriptions, kept outlines, progress. `firstPollAt` says when a new feed
   * is asked first, by its address and how many came before it. Undefined: there is no such import, or it has ended.
   */
  takeBatch(
    id: string,
    now: string,
    firstPollAt: (url: string, before: number) => string,
  ): Promise<BatchTaken | undefined>
  find(readerId: string, id: string): Promise<OpmlImport | undefined>
  /** The newest first. */
  list(readerId: string, limit: number): Promise<readonly OpmlImport[]>
  /** Ends one that is running; what has been taken in stays. False: there is none. */
  cancel(readerId: string, id: string, at: string): Promise<boolean>
  /** What is kept of a reader's lists, outlines in their order. */
  kept(readerId: string): Promise<{ readonly top: OpmlTop; readonly outlines: readonly KeptOutline[] }>
  /** How many outlines are kept of a reader. */
  countKept(readerId: string): Promise<number>
  /** How many feeds a reader subscribes to; with `urls`, how many of these. */
  countSubscriptions(readerId: string, urls?: readonly string[]): Promise<number>
}
