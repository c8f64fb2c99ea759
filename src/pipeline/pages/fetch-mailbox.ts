import { isOfSenders, type LetterLeftOut, type MailboxAccount, type MailboxTrouble } from '../../core/mailbox.ts'
import { newId } from '../../credentials/token.ts'
import { readLetterHead } from '../../feeds/newsletters/read-letter-head.ts'
import type { createDayLimits } from '../../newsletters/day-limits.ts'
import type { LetterHead, OpenMailbox, readMailbox } from '../../newsletters/imap-mailbox.ts'
import type { Mailbox } from '../../store/feeds/mailboxes.ts'
import type { Store } from '../../store/store.ts'
import type { NewsletterReader } from './newsletter-reader.ts'

export type MailboxContext = {
  readonly store: Pick<Store, 'mailboxes'>
  readonly now: () => Date
  readonly newsletterReader: NewsletterReader
  readonly limits: ReturnType<typeof createDayLimits>
  /** The longest email that is taken. */
  readonly maxBytes: number
  readonly openMailbox: <Result>(
    box: MailboxAccount & { readonly folder: string },
    work: (open: OpenMailbox) => Promise<Result>,
    signal?: AbortSignal,
  ) => ReturnType<typeof readMailbox<Result>>
}

/** Fetches emails from mailboxes. */
export type MailboxFetcher = {
  /** Signs in and opens a folder; returns why that failed. Reads no email. */
  test(account: MailboxAccount & { readonly folder: string }): Promise<MailboxTrouble | undefined>
  /** Fetches now, for about this long; the rest comes later. Undefined: there is none, or it is being fetched. */
  fetch(id: string, budgetMs: number): Promise<MailboxFetched | undefined>
  /** Fetches from all that are due. */
  fetchDue(signal: AbortSignal): Promise<void>
}

/** How a fetch went. */
export type MailboxFetched =
  | { readonly kind: 'done'; readonly newCount: number; readonly hasMore: boolean }
  | { readonly kind: 'trouble'; readonly trouble: MailboxTrouble }

const MINUTE_MS = 60_000
const INTERVAL_MS = 15 * MINUTE_MS
/** After a failure it waits twice as long each time, at most this; a provider may lock an account after wrong passwords. */
const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS
const AFTER_LOGIN_MS = 60 * MINUTE_MS
/** At first, emails of this many days, and this many at most. */
const FIRST_DAYS = 30
const MOST_AT_FIRST = 500
/** Numbers of emails asked for at once. */
const MOST_AT_ONCE = 200
const MOST_HEADS = 50

/**
 * Fetches the new emails of a leased mailbox, the oldest first, and ends the lease. Each is stored and passed over in one transaction, so
 * that a fetch that is cut short continues where it was; nothing in the mailbox changes.
 */
export async function fetchMailbox(
  context: MailboxContext,
  box: Mailbox,
  { budgetMs, signal }: { readonly budgetMs: number; readonly signal?: AbortSignal },
): Promise<MailboxFetched> {
  const { store, now, openMailbox } = context
  const endsAt = performance.now() + budgetMs
  const isOver = () => signal?.aborted === true || performance.now() > endsAt
  const release = (waitMs: number) => store.mailboxes.release(box, new Date(now().getTime() + waitMs).toISOString())
  const work = (open: OpenMailbox) => takeLetters(context, box, open, isOver)
  const read = await openMailbox(box, work, signal).catch(async (error: unknown) => {
    await release(signal?.aborted ? 0 : INTERVAL_MS)
    throw error
  })
  if (read.kind === 'trouble' && signal?.aborted) {
    await release(0)
    return read
  }
  const at = now()
  const trouble = read.kind === 'trouble' ? read.trouble : undefined
  const failures = trouble ? box.failures + 1 : 0
  const waitMs = trouble
    ? Math.min(
        LONGEST_WAIT_MS,
        (trouble.kind === 'login' ? AFTER_LOGIN_MS : INTERVAL_MS) * 2 ** Math.min(failures - 1, 8),
      )
    : read.kind === 'done' && read.result.hasMore
      ? 0
      : INTERVAL_MS
  const nextAt = new Date(at.getTime() + waitMs).toISOString()
  await store.mailboxes.settle(box, { at: at.toISOString(), nextAt, failures, ...(trouble ? { trouble } : {}) })
  return read.kind === 'done' ? { kind: 'done', ...read.result } : read
}

type Taken = { readonly newCount: number; readonly hasMore: boolean }

async function takeLetters(
  context: MailboxContext,
  box: Mailbox,
  open: OpenMailbox,
  isOver: () => boolean,
): Promise<Taken> {
  const { lastUid, oldUid } = box.uidValidity === open.validity ? box : await begin(context, box, open)
  let newCount = 0
  let uids = await open.after(lastUid, MOST_AT_ONCE)
  while (uids.length > 0) {
    const some = uids.slice(0, MOST_HEADS)
    const heads = await open.heads(some)
    for (const uid of some) {
      if (isOver()) return { newCount, hasMore: true }
      const head = heads.get(uid)
      const taken = head ? await takeLetter(context, box, open, { uid, head, isOld: uid <= oldUid }) : 'passed'
      if (taken === 'later') return { newCount, hasMore: false }
      if (taken === 'new') newCount++
      // Where nothing was written, these are passed over together, by the last of them.
      if (taken === 'passed' && uid === some.at(-1)) await context.store.mailboxes.skipTo(box.id, open.validity, uid)
    }
    const last = some.at(-1) ?? 0
    uids = uids.length > some.length ? uids.slice(some.length) : await open.after(last, MOST_AT_ONCE)
  }
  return { newCount, hasMore: false }
}

/** Decides which emails of a folder that was never read are fetched: the newest. */
async function begin({ store, now }: MailboxContext, box: Mailbox, open: OpenMailbox) {
  const sinceMs = now().getTime() - FIRST_DAYS * 24 * 60 * MINUTE_MS
  const newest = (await open.newest(MOST_AT_FIRST)).toSorted((a, b) => a.uid - b.uid)
  const first = newest.find(({ atMs }) => atMs === undefined || atMs >= sinceMs)
  const last = newest.at(-1)?.uid ?? 0
  const start = { uidValidity: open.validity, lastUid: first === undefined ? last : first.uid - 1, oldUid: last }
  await store.mailboxes.begin(box, start)
  return start
}

type Letter = { readonly uid: number; readonly head: LetterHead; readonly isOld: boolean }

/** `passed`: nothing was written. `later`: today no more may be stored, or not from this folder any more. */
async function takeLetter(
  { store, now, newsletterReader, limits, maxBytes }: MailboxContext,
  box: Mailbox,
  open: OpenMailbox,
  { uid, head, isOld }: Letter,
): Promise<'new' | 'written' | 'passed' | 'later'> {
  const { sender, name, title, isNewsletter } = await readLetterHead(head.headers)
  const at = now().toISOString()
  const leaveOut = async (why: LetterLeftOut['why']) => {
    await store.mailboxes.skipTo(box.id, open.validity, uid, { sender, title, why, at })
    return 'written' as const
  }
  if (sender === '' || !isWanted(box, sender, isNewsletter)) return 'passed'
  if (head.lengthBytes > maxBytes) return leaveOut('too-large')
  if (!limits.allows(box.id, head.lengthBytes)) return 'later'
  // One byte more shows whether the server sent the right length.
  const bytes = await open.letter(uid, maxBytes + 1)
  if (bytes === undefined) return 'passed'
  if (bytes.length > maxBytes) return leaveOut('too-large')
  const read = await newsletterReader.read(bytes, at)
  if (read.kind === 'unreadable') return leaveOut('unreadable')
  const saved = await store.mailboxes.save({
    ...{ mailboxId: box.id, uidValidity: open.validity, uid, at, sender, senderName: name, newFeedId: newId(), isOld },
    polled: { entry: read.entry, contentHash: read.contentHash, text: () => read.text },
  })
  if (saved === 'too-many') return leaveOut('too-many')
  return saved === 'passed' ? 'later' : saved === 'new' ? 'new' : 'written'
}

/** An inbox also has what people write: without a choice of senders, only newsletters are taken from it. */
function isWanted({ folder, senders }: Mailbox, sender: string, isNewsletter: boolean): boolean {
  if (senders.length > 0) return isOfSenders(sender, senders)
  return folder.toUpperCase() !== 'INBOX' || isNewsletter
}
