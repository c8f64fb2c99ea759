import type { StoryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Assignment } from '../../core/story.ts'
import type { Ingested } from '../articles/articles.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'
import { normalizedTime } from '../engine/times.ts'
import { markPrivateStory } from '../feeds/private-feeds.ts'
import { enqueue } from '../jobs/jobs.ts'
import { refreshJobs } from '../jobs/refresh-jobs.ts'
import { lockStories } from './story-aliases.ts'
import { newStoryId } from './story-ids.ts'

export type Assigned = Ingested & { readonly isNewText: boolean; readonly isPrivate: boolean }

/**
 * Adds articles to the stories they are assigned to. An article is in one story; a revision stays there unless it is assigned
 * elsewhere, and otherwise keeps its time of joining. Each affected story is refreshed once, a little later.
 */
export async function assignStories(
  engine: Engine,
  tx: Tx,
  all: readonly Assigned[],
  refreshDelayMs: number,
): Promise<void> {
  const known = await engine.findMany(
    tx,
    'membership',
    all.map(({ article }) => ({ article_id: article.id })),
    ['article_id', 'story_id', 'document_id', 'reason', 'added_at'],
  )
  const before = new Map(known.map((row) => [row.article_id, row]))
  // Nobody else uses a new story yet.
  const joined = all.filter(({ assignment }) => assignment.kind === 'join')
  const current = await lockStories(
    engine,
    tx,
    joined.flatMap((one) => wantedStory(one) ?? []),
    false,
  )
  const members = all.flatMap((one) => {
    const was = before.get(one.article.id)
    const wanted = wantedStory(one)
    const isStaying = was !== undefined && one.assignment.kind !== 'join'
    const storyId = isStaying ? was.story_id : wanted === undefined ? undefined : (current.get(wanted) ?? wanted)
    if (storyId === undefined) return []
    const addedAt = was?.story_id === storyId ? was.added_at : one.at
    return [{ one, storyId, addedAt, reason: isStaying ? was.reason : reasonOf(one.assignment) }]
  })
  if (known.length > 0)
    await tx
      .deleteFrom('membership')
      .where(
        engine.isIn(
          'article_id',
          members.map(({ one }) => one.article.id),
        ),
      )
      .execute()
  await engine.insertMany(
    tx,
    'membership',
    members.map(({ one, storyId, addedAt, reason }) => ({
      article_id: one.article.id,
      story_id: storyId,
      document_id: one.document.id,
      source_id: toNumber(one.article.sourceId),
      reason,
      added_at: addedAt,
    })),
  )
  await createStories(engine, tx, members)
  for (const { one, storyId } of members)
    if (one.isPrivate && one.assignment.kind === 'found') await markPrivateStory(engine, tx, storyId, [one.article.id])
  const left = known.map((row) => row.story_id).filter((id) => !members.some(({ storyId }) => storyId === id))
  const changes = [
    ...members.map(({ one, storyId }) => ({ storyId, at: one.at })),
    ...left.map((storyId) => ({ storyId, at: nth(all, 0).at })),
  ]
  await enqueue(engine, tx, await refreshJobs(engine, tx, changes, refreshDelayMs))
}

function wantedStory({ assignment, storyId }: Ingested): StoryId | undefined {
  switch (assignment.kind) {
    case 'join':
      return storyId ?? assignment.storyId
    case 'found':
      return storyId ?? newStoryId()
    case 'hold':
      return undefined
  }
}

function reasonOf(assignment: Assignment): string | null {
  return assignment.kind === 'join' ? JSON.stringify(assignment.reason) : null
}

/** A new story starts with its first article's title; its dossier follows. */
async function createStories(
  engine: Engine,
  tx: Tx,
  members: readonly { readonly one: Ingested; readonly storyId: string }[],
): Promise<void> {
  const founders = new Map(members.map(({ one, storyId }) => [storyId, one]))
  await engine.insertMany(
    tx,
    'story',
    [...founders].map(([id, { article, document, at }]) => {
      const publishedAt = normalizedTime(article.publishedAt) ?? at
      return {
        id,
        title: document.title,
        language: document.language,
        section: article.section ?? null,
        first_at: publishedAt,
        last_at: publishedAt,
        changed_at: at,
        article_count: 1,
        report_count: 1,
        outlet_count: 1,
        first_source_id: toNumber(article.sourceId),
        has_dossier: 0,
      }
    }),
    { ifExists: 'ignore' },
  )
}
