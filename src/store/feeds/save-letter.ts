import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { safeKey } from '../engine/safe-text.ts'
import { makeFeeds } from './add-feeds.ts'
import type { NewsletterAddress } from './newsletter-addresses.ts'
import { NEWSLETTER_SCHEME } from './open-feeds.ts'
import { type PolledEntry, type PollOutcome, savePolls } from './polls.ts'

/** An email from a mailbox, and whose it is. */
export type ArrivedLetter = {
  readonly mailboxId: string
  readonly uidValidity: number
  readonly uid: number
  readonly at: string
  /** In lower case. */
  readonly sender: string
  /** For the feed, if this is the sender's first email. */
  readonly senderName: string
  /** A new id, for the same case. */
  readonly newFeedId: string
  readonly polled: PolledEntry
  /** It was there before the mailbox was added, so nobody is notified. */
  readonly isOld: boolean
}

/**
 * `known`: it came before, in this way or another. `unwanted`: the reader removed the sender's feed. `too-many`: the reader has emails of
 * too many senders, and nothing was written. `passed`: no longer to be dealt with.
 */
export type LetterSaved = 'new' | 'known' | 'unwanted' | 'too-many' | 'passed'

/** Senders of one reader; more are probably spam. */
const MOST_SENDERS = 500

/** Newsletters arrive by mail: no poll is due. */
const NEVER = '9999-12-31T00:00:00.000Z'
const DAY_MINUTES = 1440

/** The schedule of a feed of emails: it is never polled. */
export function letterPoll(feedId: PollOutcome['feedId'], at: string, result: PollOutcome['result']): PollOutcome {
  return { feedId, at, nextPollAt: NEVER, intervalMinutes: DAY_MINUTES, result }
}

/** Stores an email in the feed of its sender, which it makes, and passes over it in its mailbox. Safe to repeat. */
export async function saveLetter(engine: Engine, tx: Tx, letter: ArrivedLetter): Promise<LetterSaved> {
  const { mailboxId, uidValidity, uid, at, sender, senderName, newFeedId, polled, isOld } = letter
  if (await isOneTooMany(tx, mailboxId, sender)) return 'too-many'
  const box = await tx
    .updateTable('mailbox')
    .set({ last_uid: uid })
    .where('id', '=', mailboxId)
    .where('uid_validity', '=', uidValidity)
    .where('last_uid', '<', uid)
    .returning(['reader_id', 'feed_folder'])
    .executeTakeFirst()
  if (!box) return 'passed'
  const known = await tx
    .selectFrom('letter_sender')
    .select('feed_id')
    .where('reader_id', '=', box.reader_id)
    .where('sender', '=', sender)
    .executeTakeFirst()
  if (known && known.feed_id === null) return 'unwanted'
  const feeds = await lockLetterFeeds(engine, tx, [box.reader_id])
  if ((await readersWith(engine, tx, polled.entry.key, feeds)).has(box.reader_id)) return 'known'
  const feedId = known?.feed_id ?? (await makeSenderFeed())
  const result = { kind: 'parsed', title: '', validators: {}, bodyHash: '', entries: [polled] } as const
  const [saved] = await savePolls(engine, tx, [
    { ...letterPoll(fromNumber(feedId), at, result), ...(isOld ? { isIngestedByCaller: true } : {}) },
  ])
  return saved?.newCount ? 'new' : 'known'

  async function makeSenderFeed(): Promise<number> {
    // Not the address: a feed's URL may appear in an export.
    const url = `${NEWSLETTER_SCHEME}${newFeedId}`
    const id = (await makeFeeds(engine, tx, [{ url, title: senderName, intake: 'mail' }], at)).get(url)
    if (id === undefined || !box) throw new Error(`The feed ${url} was neither made nor there`)
    const { reader_id, feed_folder: folder } = box
    const subscription = { reader_id, feed_id: id, folder, title: senderName, read_up_to: 0, read_count: 0, at }
    await tx.insertInto('subscription').values(subscription).execute()
    await tx.insertInto('letter_sender').values({ reader_id, sender, feed_id: id, at }).execute()
    return id
  }
}

async function isOneTooMany(tx: Tx, mailboxId: string, sender: string): Promise<boolean> {
  const { known, own } = await tx
    .selectFrom('letter_sender')
    .innerJoin('mailbox', 'mailbox.reader_id', 'letter_sender.reader_id')
    .select((eb) => [
      eb.fn.countAll<number>().as('known'),
      eb.fn.countAll<number>().filterWhere('letter_sender.sender', '=', sender).as('own'),
    ])
    .where('mailbox.id', '=', mailboxId)
    .executeTakeFirstOrThrow()
  return Number(known) >= MOST_SENDERS && Number(own) === 0
}

/** Stores an email that was sent to these addresses, except for readers who have it from a mailbox. */
export async function saveSentLetter(
  engine: Engine,
  tx: Tx,
  addresses: readonly Pick<NewsletterAddress, 'feedId' | 'readerId'>[],
  at: string,
  result: PollOutcome['result'],
): Promise<void> {
  const feeds = await lockLetterFeeds(engine, tx, [...new Set(addresses.map(({ readerId }) => readerId))])
  const key = result.kind === 'parsed' ? result.entries[0]?.entry.key : undefined
  const fetched = feeds.filter(({ isFetched }) => isFetched)
  const having = key === undefined ? new Set<string>() : await readersWith(engine, tx, key, fetched)
  const others = addresses.filter(({ readerId }) => !having.has(readerId))
  if (others.length === 0) return
  await savePolls(
    engine,
    tx,
    others.map(({ feedId }) => letterPoll(feedId, at, result)),
  )
}

type LetterFeed = { readonly feedId: number; readonly readerId: string; readonly isFetched: boolean }

/** Locks all email feeds of these readers, so that an email that arrives in two ways at once is stored once. */
async function lockLetterFeeds(engine: Engine, tx: Tx, readers: readonly string[]): Promise<readonly LetterFeed[]> {
  const sent = await tx
    .selectFrom('letterbox')
    .select(['feed_id', 'reader_id'])
    .where('reader_id', 'in', readers)
    .execute()
  const fetched = await tx
    .selectFrom('letter_sender')
    .select(['feed_id', 'reader_id'])
    .where('reader_id', 'in', readers)
    .execute()
  const feeds = [
    ...sent.map((row) => ({ feedId: row.feed_id, readerId: row.reader_id, isFetched: false })),
    ...fetched.flatMap(({ feed_id, reader_id }) =>
      feed_id === null ? [] : [{ feedId: feed_id, readerId: reader_id, isFetched: true }],
    ),
  ]
  await engine.lockFeeds(
    tx,
    feeds.map(({ feedId }) => feedId),
  )
  return feeds
}

/** Those of these feeds' readers who have an email with this key. */
async function readersWith(
  engine: Engine,
  tx: Tx,
  key: string,
  feeds: readonly LetterFeed[],
): Promise<ReadonlySet<string>> {
  if (feeds.length === 0) return new Set()
  const ids = feeds.map(({ feedId }) => feedId)
  const rows = await tx
    .selectFrom('entry')
    .select('feed_id')
    .where('key', '=', safeKey(key))
    .where(engine.isIn('feed_id', ids))
    .execute()
  const having = new Set(rows.map((row) => row.feed_id))
  return new Set(feeds.flatMap(({ feedId, readerId }) => (having.has(feedId) ? readerId : [])))
}
