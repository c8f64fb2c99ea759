import { defined } from '../../core/defined.ts'
import type { FeedId } from '../../core/ids.ts'
import type { LeavingHook } from '../accounts/leaving-hooks.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { makeFeeds } from './add-feeds.ts'
import type { LetterboxTable } from './feed-schema.ts'
import { NEWSLETTER_SCHEME } from './open-feeds.ts'
import type { PollOutcome } from './polls.ts'
import { removeFeed } from './remove-feed.ts'
import { saveSentLetter } from './save-letter.ts'

/** An address that receives newsletters, and the feed they become entries of. */
export type NewsletterAddress = {
  readonly id: string
  readonly readerId: string
  readonly feedId: FeedId
  /** The part before the @. Stored as plain text: it lets somebody send newsletters here, but not read any. */
  readonly localPart: string
  readonly at: string
  /** Newsletters are refused since then. */
  readonly endedAt?: string
}

/** As its reader sees it. */
export type NewsletterAddressRow = NewsletterAddress & {
  readonly title: string
  readonly folder: string
  readonly entryCount: number
  readonly lastArrivalAt?: string
}

type NewNewsletterAddress = Pick<NewsletterAddress, 'id' | 'readerId' | 'localPart' | 'at'> & {
  readonly name: string
  readonly folder: string
}

/** The addresses that receive newsletters. */
export function newsletterAddressStore(engine: Engine) {
  const { reader } = engine
  return {
    /** Creates the address and its feed, and subscribes its reader, the only one who ever can. */
    add: ({ id, readerId, localPart, name, folder, at }: NewNewsletterAddress): Promise<NewsletterAddress> =>
      engine.write(async (tx) => {
        // Not the email address: senders know it, and a feed's URL may appear in an export.
        const url = `${NEWSLETTER_SCHEME}${id}`
        const feedId = (await makeFeeds(engine, tx, [{ url, title: name, intake: 'mail' }], at)).get(url)
        if (feedId === undefined) throw new Error(`The feed ${url} was neither made nor there`)
        const subscription = {
          reader_id: readerId,
          feed_id: feedId,
          folder,
          title: name,
          read_up_to: 0,
          read_count: 0,
          at,
        }
        await tx.insertInto('subscription').values(subscription).execute()
        const row = { id, reader_id: readerId, feed_id: feedId, local_part: localPart, at, ended_at: null }
        await tx.insertInto('letterbox').values(row).execute()
        return toAddress(row)
      }),

    /** Newest first. */
    async list(readerId: string): Promise<readonly NewsletterAddressRow[]> {
      const rows = await reader
        .selectFrom('letterbox')
        .innerJoin('feed', 'feed.id', 'letterbox.feed_id')
        .innerJoin('subscription', (join) =>
          join
            .onRef('subscription.feed_id', '=', 'letterbox.feed_id')
            .onRef('subscription.reader_id', '=', 'letterbox.reader_id'),
        )
        .selectAll('letterbox')
        .select(['feed.title as feed_title', 'feed.entry_count', 'feed.last_fetched_at'])
        .select(['subscription.title', 'subscription.folder'])
        .where('letterbox.reader_id', '=', readerId)
        .orderBy('letterbox.at', 'desc')
        .orderBy('letterbox.id')
        .execute()
      return rows.map((row) => ({
        ...toAddress(row),
        title: row.title ?? row.feed_title,
        folder: row.folder,
        entryCount: row.entry_count,
        ...defined({ lastArrivalAt: row.last_fetched_at ?? undefined }),
      }))
    },

    /** The active one for this address; undefined when there is none or it has ended. */
    async findOpen(localPart: string): Promise<NewsletterAddress | undefined> {
      const row = await reader
        .selectFrom('letterbox')
        .selectAll()
        .where('local_part', '=', localPart)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return row && toAddress(row)
    },

    /** Stores an email, or why it can't be read, in the feed of each address, in one transaction. Safe to repeat. */
    save: (addresses: readonly NewsletterAddress[], at: string, result: PollOutcome['result']): Promise<void> =>
      engine.write((tx) => saveSentLetter(engine, tx, addresses, at, result)),

    /** Refuses newsletters from then on; its entries stay. Returns undefined when this reader has no such address. */
    end: (readerId: string, id: string, at: string): Promise<true | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .updateTable('letterbox')
          .set((eb) => ({ ended_at: eb.fn.coalesce('ended_at', eb.val(at)) }))
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst()
        return row && true
      }),
  }
}

export type NewsletterAddressStore = ReturnType<typeof newsletterAddressStore>

function toAddress({ id, reader_id, feed_id, local_part, at, ended_at }: LetterboxTable): NewsletterAddress {
  return {
    id,
    readerId: reader_id,
    feedId: fromNumber<FeedId>(feed_id),
    localPart: local_part,
    at,
    ...defined({ endedAt: ended_at ?? undefined }),
  }
}

/** Deletes a leaving reader's newsletter feeds and addresses. */
export const deleteNewslettersOnLeaving: LeavingHook = async (tx, readerId, _words, engine) => {
  for (const table of ['letterbox', 'letter_sender'] as const) {
    const rows = await tx
      .selectFrom(table)
      .innerJoin('feed', 'feed.id', `${table}.feed_id`)
      .select('feed.id')
      .where(`${table}.reader_id`, '=', readerId)
      .where('feed.intake', '=', 'mail')
      .execute()
    for (const { id } of rows) await removeFeed(engine, tx, id)
  }
}
