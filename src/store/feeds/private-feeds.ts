import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { ownCopyUrl, storedAtNewUrl } from '../../core/feed/own-copy.ts'
import { nth } from '../../core/nth.ts'
import { hasPersonalKey } from '../../core/text/personal-key.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import { NEWSLETTER_SCHEME } from './open-feeds.ts'

/** Whether only subscribers may see a feed's entries: its URL contains a key, or it is one reader's newsletter. */
function isPrivateAddress(url: string): boolean {
  return url.startsWith(NEWSLETTER_SCHEME) || hasPersonalKey(url)
}

/**
 * The URL to store for a feed that moves. One whose key is gone from its URL becomes its reader's own copy: what the key opened is not for
 * whoever subscribes to the plain URL.
 */
export function storedAfterMove(before: string, url: string): string {
  const stored = storedAtNewUrl(before, url)
  return hasPersonalKey(before) && !hasPersonalKey(stored) ? ownCopyUrl(stored, randomUUID()) : stored
}

/**
 * Marks those feeds that are private, in the transaction that sets their URL. A private feed stays private, since a key opened its
 * entries. Its earlier entries become private, too.
 */
export async function markPrivateFeeds(
  engine: Engine,
  tx: Tx,
  feeds: readonly { readonly id: number; readonly url: string }[],
  at: string,
): Promise<void> {
  const ids = feeds.filter(({ url }) => isPrivateAddress(url)).map(({ id }) => id)
  if (ids.length === 0) return
  const known = new Set(
    (
      await engine.findMany(
        tx,
        'private_feed',
        ids.map((feed_id) => ({ feed_id })),
        ['feed_id'],
      )
    ).map((row) => row.feed_id),
  )
  const fresh = ids.filter((id) => !known.has(id))
  if (fresh.length === 0) return
  await engine.insertMany(
    tx,
    'private_feed',
    fresh.map((feed_id) => ({ feed_id })),
    { ifExists: 'ignore' },
  )
  await separateArticles(engine, tx, fresh, at)
}

/** Checks all feeds and all entries of private ones, since an older program running beside this one marks nothing. Safe to repeat. */
export async function markAllPrivate(engine: Engine, at: string): Promise<void> {
  await separateKeyless(engine)
  const feeds = await engine.reader
    .selectFrom('feed')
    .select(['id', 'url'])
    .where(sql<boolean>`not exists (select 1 from private_feed where private_feed.feed_id = feed.id)`)
    .execute()
  const fresh = feeds.filter(({ url }) => isPrivateAddress(url))
  const unmarked = await sql<{ feed_id: number }>`select distinct entry.feed_id from private_feed
    join entry on entry.feed_id = private_feed.feed_id
    where entry.article_id is not null
      and not exists (select 1 from private_article where private_article.article_id = entry.article_id)`.execute(
    engine.reader,
  )
  if (fresh.length + unmarked.rows.length === 0) return
  await engine.write(async (tx) => {
    await markPrivateFeeds(engine, tx, fresh, at)
    await separateArticles(
      engine,
      tx,
      unmarked.rows.map((row) => row.feed_id),
      at,
    )
  })
}

/** Gives private feeds whose key is gone from their URL, which an earlier version left at the plain one, a URL of their own. */
async function separateKeyless(engine: Engine): Promise<void> {
  const rows = await engine.reader
    .selectFrom('feed')
    .innerJoin('private_feed', 'private_feed.feed_id', 'feed.id')
    .select(['feed.id', 'feed.url'])
    .execute()
  const keyless = rows.filter(({ url }) => !isPrivateAddress(url))
  if (keyless.length === 0) return
  await engine.write(async (tx) => {
    for (const { id, url } of keyless)
      await tx
        .updateTable('feed')
        .set({ url: ownCopyUrl(url, randomUUID()) })
        .where('id', '=', id)
        .where('url', '=', url)
        .execute()
  })
}

type Brought = { sequence: number; feed_id: number; article_id: string; brought: number; texts: number; by: number }

/**
 * Makes articles private whose text came from one of these feeds, as far as that is known: the feed was the first or only one with
 * it, or it has several texts. Entries of other feeds are unlinked from them and ingested again as separate articles.
 */
async function separateArticles(engine: Engine, tx: Tx, feedIds: readonly number[], at: string): Promise<void> {
  if (feedIds.length === 0) return
  const { rows } = await sql<Brought>`
    select entry.sequence, entry.feed_id, entry.article_id, coalesce(article.entry_sequence, 0) as brought,
      (select count(*) from document where document.article_id = article.id) as texts,
      case when private_feed.feed_id is null then 0 else 1 end as by
    from entry join article on article.id = entry.article_id
    left join private_feed on private_feed.feed_id = entry.feed_id
    where entry.article_id in (select other.article_id from entry other where ${engine.isIn('other.feed_id', feedIds)})
      and not exists (select 1 from private_article where private_article.article_id = article.id)
    order by entry.sequence`.execute(tx)
  const apart = [...Map.groupBy(rows, (row) => row.article_id)].flatMap(([articleId, entries]) => {
    const first = entries.find(({ sequence, brought }) => Number(sequence) === Number(brought)) ?? nth(entries, 0)
    const isOpen = first.by === 0 && Number(first.texts) === 1
    const owner = first.by === 1 ? first : entries.find(({ by }) => by === 1)!
    return isOpen ? [] : [{ articleId, owner: Number(owner.feed_id), entries }]
  })
  await engine.insertMany(
    tx,
    'private_article',
    apart.map(({ articleId, owner }) => ({ article_id: articleId, feed_id: owner })),
    { ifExists: 'ignore' },
  )
  const others = apart.flatMap(({ owner, entries }) => entries.filter((entry) => Number(entry.feed_id) !== owner))
  await engine.updateMany(
    tx,
    'entry',
    'sequence',
    others.map(({ sequence }) => ({ sequence, article_id: null })),
  )
  await hideStoriesWith(
    engine,
    tx,
    apart.map(({ articleId }) => articleId),
  )
  await enqueue(
    engine,
    tx,
    others.map(({ sequence }) => ({ kind: 'ingest', key: String(sequence), runAt: at })),
  )
  await refreshPrivateStories(engine, tx, at)
}

/** Hides stories written with these articles from everybody who may not see them, until they are refreshed without them. */
async function hideStoriesWith(engine: Engine, tx: Tx, articleIds: readonly string[]): Promise<void> {
  await sql`insert into private_story (story_id, feed_id)
    select distinct membership.story_id, private_article.feed_id from membership
    join private_article on private_article.article_id = membership.article_id
    join story on story.id = membership.story_id
    where ${engine.isIn('membership.article_id', articleIds)} on conflict do nothing`.execute(tx)
  await sql`insert into private_event (sequence, feed_id)
    select distinct story_event.sequence, private_article.feed_id from membership
    join private_article on private_article.article_id = membership.article_id
    join story_event on story_event.from_story = membership.story_id or story_event.to_story = membership.story_id
    where ${engine.isIn('membership.article_id', articleIds)} on conflict do nothing`.execute(tx)
}

/** Stores which private feeds a story was written with: readers without access to all of them don't see it. */
export async function markPrivateStory(
  engine: Engine,
  tx: Tx,
  storyId: string,
  articleIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('private_story').where('story_id', '=', storyId).execute()
  await sql`insert into private_story (story_id, feed_id) select distinct cast(${storyId} as text), private_article.feed_id from private_article
    where ${engine.isIn('private_article.article_id', articleIds)}`.execute(tx)
}

/** The private feeds that articles came from and stories were written with, by id. */
export async function privateFeedsOf(
  engine: Engine,
  tx: Tx,
  articleIds: readonly string[],
  storyIds: readonly string[],
): Promise<(...ids: readonly string[]) => readonly number[]> {
  const { rows } = await sql<{ id: string; feed_id: number }>`
    select article_id as id, feed_id from private_article where ${engine.isIn('article_id', articleIds)}
    union all select story_id as id, feed_id from private_story where ${engine.isIn('story_id', storyIds)}`.execute(tx)
  const feeds = Map.groupBy(rows, (row) => row.id)
  return (...ids) => [...new Set(ids.flatMap((id) => (feeds.get(id) ?? []).map((row) => Number(row.feed_id))))]
}

/** Marks those stories that have no dossier yet: until then they have their first article's title. */
export async function markWithoutDossier(
  engine: Engine,
  tx: Tx,
  stories: readonly { readonly story_id: string; readonly feed_id: number }[],
): Promise<void> {
  if (stories.length === 0) return
  const withoutDossier = await tx
    .selectFrom('story')
    .select('id')
    .where('has_dossier', '=', 0)
    .where(
      engine.isIn(
        'id',
        stories.map((row) => row.story_id),
      ),
    )
    .execute()
  const ids = new Set(withoutDossier.map((row) => row.id))
  const rows = stories.filter((row) => ids.has(row.story_id))
  await engine.insertMany(tx, 'private_story', rows, { ifExists: 'ignore' })
}

/** Refreshes the stories with articles of these feeds, since their subscribers now see another version. */
export async function refreshStoriesOfFeeds(
  engine: Engine,
  tx: Tx,
  feedIds: readonly number[],
  at: string,
): Promise<void> {
  const { rows } = await sql<{ story_id: string }>`select distinct membership.story_id from private_article
    join membership on membership.article_id = private_article.article_id
    where ${engine.isIn('private_article.feed_id', feedIds)}`.execute(tx)
  await enqueue(
    engine,
    tx,
    rows.map(({ story_id }) => ({ kind: 'refresh-story', key: story_id, runAt: at })),
  )
}

/** Refreshes every story with private articles, after a second person joins or the last other one leaves. */
export async function refreshPrivateStories(engine: Engine, tx: Tx, at: string): Promise<void> {
  const { rows } = await sql<{ story_id: string }>`select distinct membership.story_id from private_article
    join membership on membership.article_id = private_article.article_id`.execute(tx)
  await enqueue(
    engine,
    tx,
    rows.map(({ story_id }) => ({ kind: 'refresh-story', key: story_id, runAt: at })),
  )
}

/**
 * Marks new articles of private feeds as private, and returns which ones are. Throws when one article would mix private with public
 * text, or with text from another feed's key: an article of a private feed must be separate.
 */
export async function markPrivateArticles(
  engine: Engine,
  tx: Tx,
  all: readonly { readonly articleId: string; readonly entrySequences: readonly number[] }[],
  known: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const sequences = all.flatMap(({ entrySequences }) => entrySequences)
  const brought = await tx
    .selectFrom('entry')
    .leftJoin('private_feed', 'private_feed.feed_id', 'entry.feed_id')
    .select(['entry.sequence', 'private_feed.feed_id'])
    .where(engine.isIn('entry.sequence', sequences))
    .execute()
  const feedOf = new Map(brought.map((row) => [row.sequence, row.feed_id]))
  const marked = await tx
    .selectFrom('private_article')
    .selectAll()
    .where(
      engine.isIn(
        'article_id',
        all.map(({ articleId }) => articleId),
      ),
    )
    .execute()
  const ownerOf = new Map(marked.map((row) => [row.article_id, row.feed_id]))
  const fresh = all.flatMap(({ articleId, entrySequences }) => {
    const feeds = new Set(entrySequences.flatMap((sequence) => feedOf.get(sequence) ?? (feedOf.has(sequence) ? 0 : [])))
    if (feeds.size > 1) throw new MixedPrivacyError(articleId)
    const [feed] = feeds
    // Its entry was deleted meanwhile: the article stays as it is.
    if (feed === undefined) return []
    if (known.has(articleId) && (ownerOf.get(articleId) ?? 0) !== feed) throw new MixedPrivacyError(articleId)
    return feed === 0 ? [] : [{ article_id: articleId, feed_id: feed }]
  })
  await engine.insertMany(tx, 'private_article', fresh, { ifExists: 'ignore' })
  return new Set([...ownerOf.keys(), ...fresh.map((row) => row.article_id)])
}

/** A feed became private while one of its entries was ingested: the entry is ingested again. */
class MixedPrivacyError extends Error {
  override name = 'MixedPrivacyError'
  constructor(articleId: string) {
    super(`The article ${articleId} would mix texts that are private with others: its entry is read again, apart.`)
  }
}
