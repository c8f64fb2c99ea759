import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { embargoUrl, isEmbargoUrl, plainFeedUrl } from '../../core/feed/own-copy.ts'
import { type ArticleId, asId, type FeedId } from '../../core/ids.ts'
import { laneOf } from '../../core/text/primary-language.ts'
import { askForDesk } from '../desk/desk-pages.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { enqueue } from '../jobs/jobs.ts'
import { makeFeeds, type NewFeed } from './add-feeds.ts'
import { refreshPrivateStories } from './private-feeds.ts'
import { subscribe } from './subscriptions.ts'

/** Texts that an account brings in before their moment. */
type Held = {
  readonly readerId: string
  /** The feed that the outlet's imported texts have otherwise. */
  readonly feed: NewFeed
  readonly until: string
  readonly at: string
}

/**
 * Feeds of which nothing leaves before a moment. Until then they are private to one reader, like feeds with a key; imported texts become
 * ordinary at that moment, newsletters stay their recipient's.
 */
export function embargoStore(engine: Engine) {
  const { reader } = engine
  const endedCount = whileUnchanged(engine, async (): Promise<number> => {
    const { rows } = await sql<{
      count: number
    }>`select count(*) as count from embargo where ended_at is not null`.execute(reader)
    return Number(rows[0]?.count ?? 0)
  })
  return {
    /** The feed for texts that one reader imports under one embargo; the same one each time. */
    hold: ({ readerId, feed, until, at }: Held): Promise<FeedId> =>
      engine.write(async (tx) => {
        const id = createHash('sha256').update(`${readerId}\n${until}`).digest('base64url')
        const url = embargoUrl(feed.url, id)
        const feedId = (await makeFeeds(engine, tx, [{ ...feed, url }], at)).get(url)
        if (feedId === undefined) throw new Error(`The feed ${url} was neither made nor there`)
        await begin(engine, tx, feedId, until, at)
        await subscribe(engine, tx, readerId, [{ feedId, folder: feed.folder ?? '', title: feed.title ?? null }], at)
        return fromNumber<FeedId>(feedId)
      }),

    /**
     * Sets the moment for a reader's newsletters, or another one for texts under embargo; `undefined` ends it now. False: the reader has
     * no such feed.
     */
    set: (readerId: string, feedId: FeedId, until: string | undefined, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const id = toNumber(feedId)
        const feed = await tx
          .selectFrom('feed')
          .innerJoin('subscription', 'subscription.feed_id', 'feed.id')
          .select(['feed.url', 'feed.intake'])
          .where('feed.id', '=', id)
          .where('subscription.reader_id', '=', readerId)
          .executeTakeFirst()
        if (!feed || (feed.intake !== 'mail' && !isEmbargoUrl(feed.url))) return false
        if (until === undefined) await end(engine, tx, id, at)
        else await begin(engine, tx, id, until, at)
        return true
      }),

    /** Ends a feed's embargo if its moment has come; else it is due again then. False: there was nothing to end. */
    endIfDue: (feedId: FeedId, at: string): Promise<boolean> =>
      engine.write(async (tx) => {
        const id = toNumber(feedId)
        const running = await findRunning(tx, id)
        if (!running) return false
        if (running.until <= at) return end(engine, tx, id, at)
        await enqueue(engine, tx, [{ kind: 'end-embargo', key: String(id), runAt: running.until }])
        return false
      }),

    /** Queues the end of those that are due, in case a job was lost. */
    async enqueueDue(at: string): Promise<void> {
      const due = await reader
        .selectFrom('embargo')
        .select('feed_id')
        .where('ended_at', 'is', null)
        .where('until', '<=', at)
        .execute()
      if (due.length === 0) return
      const jobs = due.map(({ feed_id }) => ({ kind: 'end-embargo' as const, key: String(feed_id), runAt: at }))
      await engine.write((tx) => enqueue(engine, tx, jobs))
    },

    /** A reader's feeds under embargo, each with its moment. */
    list: whileUnchanged(engine, async (readerId: string): Promise<ReadonlyMap<FeedId, string>> => {
      const rows = await reader
        .selectFrom('embargo')
        .innerJoin('subscription', 'subscription.feed_id', 'embargo.feed_id')
        .select(['embargo.feed_id', 'embargo.until'])
        .where('embargo.ended_at', 'is', null)
        .where('subscription.reader_id', '=', readerId)
        .execute()
      return new Map(rows.map((row) => [fromNumber<FeedId>(row.feed_id), row.until]))
    }),

    /** The ids of articles, and of stories written with them, that a reader has under embargo. */
    held: whileUnchanged(engine, async (readerId: string): Promise<ReadonlySet<string>> => {
      const { rows } = await sql<{ id: string }>`
        with own as (select embargo.feed_id from embargo join subscription on subscription.feed_id = embargo.feed_id
          where embargo.ended_at is null and subscription.reader_id = ${readerId})
        select article_id as id from private_article where feed_id in (select feed_id from own)
        union all select story_id as id from private_story where feed_id in (select feed_id from own)`.execute(reader)
      return new Set(rows.map(({ id }) => id))
    }),

    /** When articles that were under embargo became public, by article. Newsletters and all others have no such moment. */
    async endedOf(articleIds: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, string>> {
      if (articleIds.length === 0 || (await endedCount()) === 0) return new Map()
      const rows = await reader
        .selectFrom('embargo')
        .innerJoin('entry', 'entry.feed_id', 'embargo.feed_id')
        .select(['entry.article_id', 'embargo.ended_at'])
        .where(engine.isIn('entry.article_id', articleIds))
        .where('embargo.ended_at', 'is not', null)
        .execute()
      return new Map(rows.map((row) => [asId<ArticleId>(row.article_id!), row.ended_at!]))
    },

    /** The articles of a feed that became public when its embargo ended. */
    async endedIn(feedId: FeedId): Promise<readonly ArticleId[]> {
      const rows = await reader
        .selectFrom('embargo')
        .innerJoin('entry', 'entry.feed_id', 'embargo.feed_id')
        .select('entry.article_id')
        .distinct()
        .where('embargo.feed_id', '=', toNumber(feedId))
        .where('embargo.ended_at', 'is not', null)
        .where('entry.article_id', 'is not', null)
        .orderBy('entry.article_id')
        .execute()
      return rows.map((row) => asId<ArticleId>(row.article_id!))
    },

    /** How many ended so far. */
    endedCount,
  }
}

export type EmbargoStore = ReturnType<typeof embargoStore>

async function findRunning(tx: Tx, id: number): Promise<{ readonly until: string } | undefined> {
  return tx
    .selectFrom('embargo')
    .select('until')
    .where('feed_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

async function begin(engine: Engine, tx: Tx, id: number, until: string, at: string): Promise<void> {
  await engine.insertMany(tx, 'embargo', [{ feed_id: id, until, ended_at: null }], {
    ifExists: 'on conflict (feed_id) do update set until = excluded.until, ended_at = null',
  })
  await enqueue(engine, tx, [{ kind: 'end-embargo', key: String(id), runAt: until }])
  await refreshPrivateStories(engine, tx, at)
}

/** False: no embargo runs. */
async function end(engine: Engine, tx: Tx, id: number, at: string): Promise<boolean> {
  if (!(await findRunning(tx, id))) return false
  await engine.lockFeeds(tx, [id])
  const { url } = await tx.selectFrom('feed').select('url').where('id', '=', id).executeTakeFirstOrThrow()
  if (isEmbargoUrl(url)) {
    await makeOrdinary(engine, tx, id, url, at)
    await tx.updateTable('embargo').set({ ended_at: at }).where('feed_id', '=', id).execute()
    // What came meanwhile could not be compared with its articles.
    await enqueue(engine, tx, [{ kind: 'end-embargo', key: String(id), runAt: at }])
  } else await tx.deleteFrom('embargo').where('feed_id', '=', id).execute()
  await refreshPrivateStories(engine, tx, at)
  const readers = await tx.selectFrom('subscription').select('reader_id').where('feed_id', '=', id).execute()
  // What rules still have to tell and send of it.
  const jobs = readers.flatMap(({ reader_id }) =>
    (['alert', 'announce'] as const).map((kind) => ({ kind, key: `rules:${reader_id}`, runAt: at })),
  )
  await enqueue(engine, tx, jobs)
  return true
}

/** Makes a feed and its articles public, under the ids they have, so that marks, notes and citations stay. They join their stories now. */
async function makeOrdinary(engine: Engine, tx: Tx, id: number, url: string, at: string): Promise<void> {
  const rows = await tx
    .selectFrom('private_article')
    .leftJoin('membership', 'membership.article_id', 'private_article.article_id')
    .select(['private_article.article_id', 'membership.story_id'])
    .where('private_article.feed_id', '=', id)
    .execute()
  const articleIds = rows.map((row) => row.article_id)
  for (const table of ['private_article', 'private_story', 'private_event', 'private_feed'] as const)
    await tx.deleteFrom(table).where('feed_id', '=', id).execute()
  const plain = plainFeedUrl(url)
  const taken = await tx.selectFrom('feed').select('id').where('url', '=', plain).executeTakeFirst()
  const open = taken ? `${plain}#${id}` : plain
  await tx.updateTable('feed').set({ url: open }).where('id', '=', id).execute()
  if (articleIds.length === 0) return
  await tx.updateTable('membership').set({ added_at: at }).where(engine.isIn('article_id', articleIds)).execute()
  await askForDesk(engine, tx, engine.isIn('membership.article_id', articleIds), at)
  await repairAgain(engine, tx, articleIds)
  const stories = [...new Set(rows.flatMap((row) => row.story_id ?? []))]
  await enqueue(
    engine,
    tx,
    stories.map((key) => ({ kind: 'refresh-story', key, runAt: at })),
  )
}

/** Others could not join these articles in a story until now: the next repair looks at them, too. */
async function repairAgain(engine: Engine, tx: Tx, articleIds: readonly string[]): Promise<void> {
  const found = await tx
    .selectFrom('document')
    .select((eb) => ['language', eb.fn.min<number | string>('sequence').as('first')])
    .where(engine.isIn('article_id', articleIds))
    .groupBy('language')
    .execute()
  for (const { language, first } of found)
    await tx
      .updateTable('repair_mark')
      .set({ sequence: Number(first) - 1 })
      .where('lane', 'in', [laneOf(language), ''])
      .where('sequence', '>=', Number(first))
      .execute()
}
