import { sql } from 'kysely'
import type { ChoiceId, DocumentId, StoryId } from '../../core/ids.ts'
import type { Mover } from '../../core/story-choice.ts'
import type { IngestSettings } from '../articles/save-ingested.ts'
import { askForDesk } from '../desk/desk-pages.ts'
import type { Engine, NewJob, Tx } from '../engine/engine.ts'
import { addMs } from '../engine/times.ts'
import { markWithoutDossier, privateFeedsOf } from '../feeds/private-feeds.ts'
import { enqueue } from '../jobs/jobs.ts'
import { refreshJobs } from '../jobs/refresh-jobs.ts'
import { lockStories, removeEmptyStories } from './story-aliases.ts'
import { type MovedBetween, recordMoves } from './story-events.ts'

/** `place`: the article's earlier membership, when it moves back. */
export type Move = {
  readonly documentId: DocumentId
  readonly to: StoryId
  readonly place?: { readonly addedAt: string; readonly reason: string | null }
}

/** Who moves it, and for which choice; `isUndo` when that choice is undone. */
export type MoveCause = { readonly by: Mover; readonly choiceId?: ChoiceId; readonly isUndo?: boolean }

/**
 * Moves articles, named by a document, to other stories: a merge, a split or a repair. A missing target story is created; one left
 * empty is deleted and redirects to its heir. All affected stories are refreshed, and the move is added to both histories. Returns
 * what was moved, by pair of stories.
 */
export async function moveDocuments(
  engine: Engine,
  tx: Tx,
  moves: readonly Move[],
  at: string,
  settings: IngestSettings,
  cause: MoveCause = { by: 'clustering' },
): Promise<readonly MovedBetween[]> {
  const rows = await tx
    .selectFrom('document')
    .innerJoin('article', 'article.id', 'document.article_id')
    .leftJoin('membership', 'membership.article_id', 'article.id')
    .leftJoin('story', 'story.id', 'membership.story_id')
    .select(['document.id as moved_id', 'article.id as article_id', 'article.document_id', 'article.source_id'])
    .select(['article.title', 'article.published_at', 'document.language', 'membership.story_id'])
    .select(['membership.added_at', 'membership.reason', 'story.title as story_title'])
    .where(
      engine.isIn(
        'document.id',
        moves.map((move) => move.documentId),
      ),
    )
    .execute()
  // A document that was replaced doesn't say where its article belongs: the article may be in another lane by now.
  const byDocument = new Map(rows.filter((row) => row.moved_id === row.document_id).map((row) => [row.moved_id, row]))
  const present = await lockStories(
    engine,
    tx,
    [...moves.map((move) => move.to), ...rows.flatMap((row) => row.story_id ?? [])],
    true,
  )
  const targets = new Map<string, { row: (typeof rows)[number]; to: string; place: Move['place'] }>()
  for (const { documentId, to, place } of moves) {
    const row = byDocument.get(documentId)
    if (row) targets.set(row.article_id, { row, to: present.get(to) ?? to, place })
  }
  const moved = [...targets.values()].filter(({ row, to }) => row.story_id !== to)
  const before = await titlesOf(
    engine,
    tx,
    moved.map(({ to }) => to),
  )
  const articleIds = moved.map(({ row }) => row.article_id)
  const feedsOf = await privateFeedsOf(engine, tx, articleIds, [
    ...moved.map(({ to }) => to),
    ...moved.flatMap(({ row }) => row.story_id ?? []),
  ])
  await found(engine, tx, moved, at)
  await markWithoutDossier(
    engine,
    tx,
    moved.flatMap(({ row, to }) => feedsOf(row.article_id).map((feed_id) => ({ story_id: to, feed_id }))),
  )
  await tx.deleteFrom('membership').where(engine.isIn('article_id', articleIds)).execute()
  await engine.insertMany(
    tx,
    'membership',
    moved.map(({ row, to, place }) => ({
      article_id: row.article_id,
      story_id: to,
      document_id: row.document_id,
      source_id: row.source_id,
      reason: place?.reason ?? null,
      added_at: place?.addedAt ?? at,
    })),
  )
  const heirs = new Map(moved.flatMap(({ row, to }) => (row.story_id === null ? [] : [[row.story_id, to] as const])))
  const gone = new Set(await removeEmptyStories(engine, tx, heirs))
  // A story that went into another one may have been on the desk: then all of that one is.
  const into = gone.size === 0 ? [] : [...heirs].flatMap(([from, to]) => (gone.has(from) ? to : []))
  const isNewThere = sql`(${engine.isIn('membership.article_id', articleIds)} or ${engine.isIn('membership.story_id', into)})`
  await askForDesk(engine, tx, isNewThere, at)
  const groups = [...Map.groupBy(moved, ({ row, to }) => `${row.story_id} ${to}`).values()].flatMap((group) =>
    betweenOf(group, before, gone).map((between) => ({
      ...between,
      privateFeeds: feedsOf(between.from, between.to, ...between.articles.map(({ articleId }) => articleId)),
    })),
  )
  await recordMoves(engine, tx, groups, at, cause)
  const touched = [...new Set([...heirs.keys(), ...moved.map(({ to }) => to)])].filter((id) => !gone.has(id))
  await enqueue(engine, tx, await refreshes(engine, tx, touched, at, settings, cause))
  return groups
}

/** A reader waits to see a move; repairs are refreshed as slowly as new articles. */
async function refreshes(
  engine: Engine,
  tx: Tx,
  storyIds: readonly string[],
  at: string,
  { refreshDelayMs }: IngestSettings,
  { by }: MoveCause,
): Promise<readonly NewJob[]> {
  switch (by) {
    case 'reader':
      return storyIds.map((key) => ({ kind: 'refresh-story', key, runAt: addMs(at, refreshDelayMs) }))
    case 'clustering': {
      const changes = storyIds.map((storyId) => ({ storyId, at }))
      return refreshJobs(engine, tx, changes, refreshDelayMs)
    }
  }
}

type Moved = {
  readonly row: {
    article_id: string
    story_id: string | null
    story_title: string | null
    added_at: string | null
    reason: string | null
    title: string
    language: string
    published_at: string
    source_id: number
  }
  readonly to: string
}

/** What went from one story to another; nothing for articles that had no story. */
function betweenOf(
  group: readonly Moved[],
  before: ReadonlyMap<string, string>,
  gone: ReadonlySet<string>,
): readonly Omit<MovedBetween, 'privateFeeds'>[] {
  const [{ row, to }] = group as [Moved]
  if (row.story_id === null) return []
  return [
    {
      from: row.story_id,
      to,
      fromTitle: row.story_title ?? row.title,
      toTitle: before.get(to) ?? row.title,
      hasFounded: !before.has(to),
      hasEmptied: gone.has(row.story_id),
      articles: group.map(({ row: { article_id, added_at, reason } }) => ({
        articleId: article_id,
        addedAt: added_at ?? '',
        reason,
      })),
    },
  ]
}

async function titlesOf(engine: Engine, tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('story').select(['id', 'title']).where(engine.isIn('id', ids)).execute()
  return new Map(rows.map((row) => [row.id, row.title]))
}

function found(engine: Engine, tx: Tx, moved: readonly Moved[], at: string): Promise<unknown> {
  const founders = new Map(moved.map(({ row, to }) => [to, row]))
  return engine.insertMany(
    tx,
    'story',
    [...founders].map(([id, row]) => ({
      id,
      title: row.title,
      language: row.language,
      first_at: row.published_at,
      last_at: row.published_at,
      changed_at: at,
      article_count: 1,
      report_count: 1,
      outlet_count: 1,
      first_source_id: row.source_id,
      has_dossier: 0,
    })),
    { ifExists: 'ignore' },
  )
}
