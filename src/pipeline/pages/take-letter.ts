import type { NewsletterAddress } from '../../store/feeds/newsletter-addresses.ts'
import type { PollOutcome, Store } from '../../store/store.ts'
import type { LetterReader } from './letter-reader.ts'

export type LetterContext = { readonly store: Store; readonly now: () => Date; readonly letterReader: LetterReader }

/** What became of a letter. Only `kept` may be acknowledged to whoever brought it: then it stands in the database. */
export type LetterTaken = { readonly kind: 'kept' } | { readonly kind: 'unreadable'; readonly message: string }

/** Letters come when they come: no poll is due. */
const NEVER = '9999-12-31T00:00:00.000Z'
const DAY_MINUTES = 1440

/**
 * Keeps a letter as an entry of the feed of each letterbox it was sent to, in one transaction. The same letter once more changes
 * nothing. One that cannot be read is refused, which the feed then says, until the next that can.
 */
export async function takeLetter(
  { store, now, letterReader }: LetterContext,
  letterboxes: readonly NewsletterAddress[],
  bytes: Uint8Array,
): Promise<LetterTaken> {
  const at = now().toISOString()
  const read = await letterReader.read(bytes, at)
  const result = read.kind === 'letter' ? parsed(read) : refused(read.message)
  await store.feeds.savePolls(
    letterboxes.map(({ feedId }) => ({ feedId, at, nextPollAt: NEVER, intervalMinutes: DAY_MINUTES, result })),
  )
  return read.kind === 'letter' ? { kind: 'kept' } : read
}

type Result = PollOutcome['result']

function parsed({
  entry,
  contentHash,
  text,
}: Extract<Awaited<ReturnType<LetterReader['read']>>, { kind: 'letter' }>): Result {
  const entries = [{ entry, contentHash, text: () => text }]
  // The feed keeps the name that its reader gave it.
  return { kind: 'parsed', title: '', validators: {}, bodyHash: '', entries }
}

function refused(message: string): Result {
  return { kind: 'failed', reason: 'letter-unreadable', message, isStopped: false }
}
