import { createSocketOpener } from '../../http/guarded-socket.ts'
import { createDayLimits } from '../../newsletters/day-limits.ts'
import type { MailboxContext, MailboxFetcher } from '../../pipeline/pages/fetch-mailbox.ts'
import { createNewsletterReader } from '../../pipeline/pages/newsletter-reader.ts'
import type { Mailbox } from '../../store/feeds/mailboxes.ts'
import type { Store } from '../../store/store.ts'

/** Of IMAP, encrypted from the first byte or later. */
const PORTS = [993, 143]
/** A server that sends little by little is left after this. */
const LONGEST_MS = 8 * 60_000
/** Others wait: what is left is fetched next. */
const BUDGET_MS = 2 * 60_000
/** Somebody waits for the page. */
const TEST_MS = 15_000
/** Mailboxes fetched at once. */
const WIDTH = 3

type Settings = {
  /** Of one newsletter. */
  readonly maxBytes: number
  readonly http: Parameters<typeof createSocketOpener>[0]
  readonly store: Store
  readonly now: () => Date
}

/** Fetches letters from mailboxes, over the same guards as requests to the web. IMAP is loaded with the first mailbox. */
export function openMailboxFetcher({ maxBytes, http, store, now }: Settings): MailboxFetcher & AsyncDisposable {
  const stopping = new AbortController()
  const openSocket = createSocketOpener(http, PORTS)
  const newsletterReader = createNewsletterReader()
  const context: MailboxContext = {
    ...{ store, now, newsletterReader, maxBytes },
    limits: createDayLimits(() => now().getTime()),
    async openMailbox({ folder, ...account }, work, signal = stopping.signal) {
      const { readMailbox } = await import('../../newsletters/imap-mailbox.ts')
      const any = AbortSignal.any([stopping.signal, signal, AbortSignal.timeout(LONGEST_MS)])
      return readMailbox(account, folder, { openSocket, signal: any }, work)
    },
  }
  const fetchFrom = async (box: Mailbox, budgetMs: number, signal: AbortSignal) => {
    const { fetchMailbox } = await import('../../pipeline/pages/fetch-mailbox.ts')
    return fetchMailbox(context, box, { budgetMs, signal })
  }
  return {
    async test(account) {
      const read = await context.openMailbox(account, async () => undefined, AbortSignal.timeout(TEST_MS))
      return read.kind === 'trouble' ? read.trouble : undefined
    },
    async fetch(id, budgetMs) {
      const box = await store.mailboxes.claim(id, now().toISOString())
      return box && fetchFrom(box, budgetMs, stopping.signal)
    },
    async fetchDue(signal) {
      const fetchNext = async () => {
        while (!signal.aborted) {
          const box = await store.mailboxes.claimDue(now().toISOString())
          if (box === undefined) return
          await fetchFrom(box, BUDGET_MS, signal)
        }
      }
      // One that fails does not leave the others behind.
      for (const done of await Promise.allSettled(Array.from({ length: WIDTH }, fetchNext)))
        if (done.status === 'rejected') throw done.reason
    },
    async [Symbol.asyncDispose]() {
      stopping.abort()
      await newsletterReader.close()
    },
  }
}
