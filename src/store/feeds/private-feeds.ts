import { sql } from 'kysely'
import { hasPersonalKey } from '../../core/text/personal-key.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { enqueue } from '../jobs/jobs.ts'
import { LETTERS_SCHEME } from './open-feeds.ts'

/** Whether what a feed brings is for its subscribers alone: its address holds a key, or it is a newsletter of one reader. */
export function isPrivateAddress(url: string): boolean {
  return url.startsWith(LETTERS_SCHEME) || hasPersonalKey(url)
}

/**
 * Marks those of these feeds that are private, in the transaction that gives them their address. A feed that was private once stays it:
 * what it brought was opened by a key. What it brought before it was private becomes private with it.
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
  await setApart(engine, tx, fresh, at)
}

/** Looks through all feeds and all that private ones brought: an older program that runs beside this one marks nothing. Safe to repeat. */
export async function markAllPrivate(engine: Engine, at: string): Promise<void> {
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
    await setApart(
      engine,
      tx,
      unmarked.rows.map((row) => row.feed_id),
      at,
    )
  })
}

type Brought = { sequence: number; feed_id: number; article_id: string; brought: number; texts: number; by: number }

/**
 * Makes articles private whose text came from one of these feeds, as far as that can be told: the feed brought it first, nobody else
 * did, or it has several texts. Entries of other feeds lead to them no longer, and are read once more, as articles of their own.
 */
async function setApart(engine: Engine, tx: Tx, feedIds: readonly number[], at: string): Promise<void> {
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
    const first = entries.find(({ sequence, brought }) => Number(sequence) === Number(brought)) ?? entries[0]!
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
  await markToldStories(
    engine,
    tx,
    apart.map(({ articleId }) => articleId),
  )
  await enqueue(
    engine,
    tx,
    others.map(({ sequence }) => ({ kind: 'ingest', key: String(sequence), runAt: at })),
  )
  await retellPrivate(engine, tx, at)
}

/** Stories told with these articles are told to nobody who may not see them, from now on, until they are told without them. */
async function markToldStories(engine: Engine, tx: Tx, articleIds: readonly string[]): Promise<void> {
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

/** Keeps which private feeds a story was told with: who may not read all of them is not shown what was told. */
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

/** Which private feeds articles came from and stories were told with, by their ids. */
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

/** Marks those of these stories that are not told yet: until then they are called what their first article is. */
export async function markUntold(
  engine: Engine,
  tx: Tx,
  stories: readonly { readonly story_id: string; readonly feed_id: number }[],
): Promise<void> {
  if (stories.length === 0) return
  const untold = await tx
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
  const ids = new Set(untold.map((row) => row.id))
  const rows = stories.filter((row) => ids.has(row.story_id))
  await engine.insertMany(tx, 'private_story', rows, { ifExists: 'ignore' })
}

/** Has the stories told again that have articles of these feeds: who subscribes to one is told them otherwise from now on. */
export async function retellStoriesOf(engine: Engine, tx: Tx, feedIds: readonly number[], at: string): Promise<void> {
  const { rows } = await sql<{ story_id: string }>`select distinct membership.story_id from private_article
    join membership on membership.article_id = private_article.article_id
    where ${engine.isIn('private_article.feed_id', feedIds)}`.execute(tx)
  await enqueue(
    engine,
    tx,
    rows.map(({ story_id }) => ({ kind: 'refresh-story', key: story_id, runAt: at })),
  )
}

/** Has every story that has private articles told again: after somebody else comes in, or after the last of the others has left. */
export async function retellPrivate(engine: Engine, tx: Tx, at: string): Promise<void> {
  const { rows } = await sql<{ story_id: string }>`select distinct membership.story_id from private_article
    join membership on membership.article_id = private_article.article_id`.execute(tx)
  await enqueue(
    engine,
    tx,
    rows.map(({ story_id }) => ({ kind: 'refresh-story', key: story_id, runAt: at })),
  )
}

/**
 * Marks articles that are saved for the first time as private where a private feed brings them. Answers which of them are private. Throws where one reading mixes what is
 * private with what is not, or with what another feed's key opened: an article of a private feed is one of its own.
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
    // Its entry is gone meanwhile: what is known of the article stays.
    if (feed === undefined) return []
    if (known.has(articleId) && (ownerOf.get(articleId) ?? 0) !== feed) throw new MixedPrivacyError(articleId)
    return feed === 0 ? [] : [{ article_id: articleId, feed_id: feed }]
  })
  await engine.insertMany(tx, 'private_article', fresh, { ifExists: 'ignore' })
  return new Set([...ownerOf.keys(), ...fresh.map((row) => row.article_id)])
}

/** A feed became private while one of its entries was read: the entry is read again. */
class MixedPrivacyError extends Error {
  override name = 'MixedPrivacyError'
  constructor(articleId: string) {
    super(`The article ${articleId} would mix texts that are private with others: its entry is read again, apart.`)
  }
}
