import type { NewsletterAddress } from '../../store/feeds/newsletter-addresses.ts'
import type { PollOutcome, Store } from '../../store/store.ts'
import type { NewsletterReader } from './newsletter-reader.ts'

type NewsletterContext = {
  readonly store: Store
  readonly now: () => Date
  readonly newsletterReader: NewsletterReader
}

/** The outcome for a newsletter. Only `kept`, when it is in the database, may be acknowledged to the sender. */
type NewsletterOutcome = { readonly kind: 'kept' } | { readonly kind: 'unreadable'; readonly message: string }

/**
 * Stores a newsletter as an entry in the feed of each address it was sent to, in one transaction, unless its reader has it from a
 * mailbox. Receiving the same one again changes nothing. One that cannot be read is refused, and the feed shows that until the next readable one.
 */
export async function receiveNewsletter(
  { store, now, newsletterReader }: NewsletterContext,
  letterboxes: readonly NewsletterAddress[],
  bytes: Uint8Array,
): Promise<NewsletterOutcome> {
  const at = now().toISOString()
  const read = await newsletterReader.read(bytes, at)
  const result = read.kind === 'letter' ? parsed(read) : refused(read.message)
  await store.newsletterAddresses.save(letterboxes, at, result)
  return read.kind === 'letter' ? { kind: 'kept' } : read
}

type Result = PollOutcome['result']

function parsed({
  entry,
  contentHash,
  text,
}: Extract<Awaited<ReturnType<NewsletterReader['read']>>, { kind: 'letter' }>): Result {
  const entries = [{ entry, contentHash, text: () => text }]
  // The feed keeps the name that its reader gave it.
  return { kind: 'parsed', title: '', validators: {}, bodyHash: '', entries }
}

function refused(message: string): Result {
  return { kind: 'failed', reason: 'letter-unreadable', message, isStopped: false }
}
