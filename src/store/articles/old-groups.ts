import { defined } from '../../core/defined.ts'
import type { Engine, Tx } from '../engine/engine.ts'

export type OldEntry = {
  readonly sequence: number
  readonly feedId: number
  readonly key: string
  readonly articleId: string | null
  readonly cameAt: string
  /** True for what a person added themselves, and for newsletters, which belong to one reader. */
  readonly isAdded: boolean
}

/** What is kept or removed together: a story with all its articles, an article without a story, or an entry without an article. */
export type OldGroup = {
  readonly storyId?: string
  /** All ids that lead to the story, including its own. */
  readonly storyIds: readonly string[]
  readonly articleIds: readonly string[]
  readonly documents: readonly { readonly id: string; readonly at: string }[]
  readonly entries: readonly OldEntry[]
}

/** The complete groups that these articles belong to. */
export async function groupsOf(engine: Engine, tx: Tx, articleIds: readonly string[]): Promise<readonly OldGroup[]> {
  const places = await tx
    .selectFrom('membership')
    .select(['article_id', 'story_id'])
    .where(engine.isIn('article_id', articleIds))
    .execute()
  const storyIds = [...new Set(places.map((row) => row.story_id))]
  const members = await tx
    .selectFrom('membership')
    .select(['article_id', 'story_id'])
    .where(engine.isIn('story_id', storyIds))
    .execute()
  const aliases = await tx
    .selectFrom('story_alias')
    .select(['id', 'story_id'])
    .where(engine.isIn('story_id', storyIds))
    .execute()
  const placed = new Set(members.map((row) => row.article_id))
  const alone = articleIds.filter((id) => !placed.has(id))
  const all = [...placed, ...alone]
  const documents = Map.groupBy(
    await tx.selectFrom('document').select(['id', 'article_id', 'at']).where(engine.isIn('article_id', all)).execute(),
    (row) => row.article_id,
  )
  const entries = Map.groupBy(await entriesOf(engine, tx, 'article_id', all), (entry) => entry.articleId ?? '')
  const groupOf = (ids: readonly string[], storyId?: string): OldGroup => ({
    ...defined({ storyId }),
    storyIds:
      storyId === undefined ? [] : [storyId, ...aliases.filter((row) => row.story_id === storyId).map((row) => row.id)],
    articleIds: ids,
    documents: ids.flatMap((id) => documents.get(id) ?? []),
    entries: ids.flatMap((id) => entries.get(id) ?? []),
  })
  const ofStories = [...Map.groupBy(members, (row) => row.story_id)].map(([storyId, rows]) =>
    groupOf(
      rows.map((row) => row.article_id),
      storyId,
    ),
  )
  return [...ofStories, ...alone.map((id) => groupOf([id]))]
}

/** Entries by sequence number or by article. */
export async function entriesOf(
  engine: Engine,
  tx: Tx,
  by: 'sequence' | 'article_id',
  ids: readonly (number | string)[],
): Promise<readonly OldEntry[]> {
  const rows = await tx
    .selectFrom('entry')
    .innerJoin('feed', 'feed.id', 'entry.feed_id')
    .select(['entry.sequence', 'entry.feed_id', 'entry.key', 'entry.article_id', 'entry.fetched_at'])
    .select(['feed.intake', 'feed.url'])
    .where(engine.isIn(`entry.${by}`, ids))
    .execute()
  return rows.map((row) => ({
    sequence: row.sequence,
    feedId: row.feed_id,
    key: row.key,
    articleId: row.article_id,
    cameAt: row.fetched_at,
    isAdded: row.intake === 'mail' || row.url.startsWith('import:'),
  }))
}
