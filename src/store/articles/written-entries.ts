import type { EntryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { normalizedTime } from '../engine/times.ts'
import type { PolledEntry } from '../feeds/polls.ts'
import { enqueue } from '../jobs/jobs.ts'

const excerptLength = 300

/** One entry of a poll. */
export type ArrivedEntry = {
  readonly feedId: number
  readonly key: string
  readonly at: string
  readonly polled: PolledEntry
  readonly isIngestedByCaller: boolean
  readonly isLetter: boolean
  /** Entries published before this aren't ingested. */
  readonly recentFrom: string
}
/** An arrival with its extracted text, ready to be written. */
export type WrittenEntry = ArrivedEntry & { readonly text: string }

/** Indexes entries for search. `sequences` are in the order of the entries. */
export function indexWritten(
  engine: Engine,
  tx: Tx,
  arrived: readonly WrittenEntry[],
  sequences: readonly number[],
): Promise<void> {
  return engine.search.indexEntries(
    tx,
    arrived.flatMap(({ polled, text, isLetter }, index) =>
      isLetter ? [] : [{ sequence: nth(sequences, index), title: polled.entry.title, text }],
    ),
  )
}

/** Newest first, since readers wait for those. */
export function enqueueIngest(
  engine: Engine,
  tx: Tx,
  entries: readonly { readonly sequence: number; readonly at: string }[],
): Promise<void> {
  return enqueue(
    engine,
    tx,
    entries
      .map(({ sequence, at }) => ({ kind: 'ingest-entry', key: fromNumber<EntryId>(sequence), runAt: at }))
      .reverse(),
  )
}

/** Whether an entry is ingested automatically: it is recent, and the caller doesn't do it. */
export function isToIngest({ recentFrom, polled, isIngestedByCaller, isLetter }: ArrivedEntry): boolean {
  if (isIngestedByCaller || isLetter) return false
  const published = normalizedTime(polled.entry.publishedAt)
  return published === undefined || published >= recentFrom
}

/** The beginning of a text on one line, at most 300 characters, without half a surrogate pair. */
export function excerptOf(text: string): string {
  const start = text.slice(0, 2 * excerptLength).trimStart()
  const line = (/[^\S ]| {2}/.test(start) ? start.replace(/\s+/g, ' ') : start).slice(0, excerptLength).trimEnd()
  return line.isWellFormed() ? line : line.slice(0, -1).toWellFormed()
}
