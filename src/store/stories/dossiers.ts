import { randomInt } from 'node:crypto'
import type { SourceId, StoryId } from '../../core/ids.ts'
import type { Dossier, Member } from '../../core/story.ts'
import { revisionCache } from '../articles/revision-cache.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { textOf } from '../engine/packed-text.ts'
import { toNumber } from '../engine/row-ids.ts'
import { normalizedTime } from '../engine/times.ts'
import { markPrivateStory } from '../feeds/private-feeds.ts'
import type { StoryRow } from './stories.ts'
import { removeStoryFacts, saveStoryFacts } from './story-facts.ts'

const cachedDossiers = 400
/** First revisions of stories are random numbers below this. */
const highestFirst = 2 ** 30

/**
 * Reads dossiers and caches the last few hundred parsed ones: the front page needs the same hundred repeatedly. Never stale, since
 * the revision is read each time.
 */
export function dossierCache(engine: Engine) {
  const kept = revisionCache<Dossier>(cachedDossiers)

  async function get(ids: readonly string[]): Promise<ReadonlyMap<string, Dossier>> {
    if (ids.length === 0) return new Map()
    const revisions = await engine.reader
      .selectFrom('story_dossier')
      .select(['story_id', 'revision'])
      .where(engine.isIn('story_id', ids))
      .execute()
    const found = new Map<string, Dossier>()
    const missing: string[] = []
    for (const { story_id, revision } of revisions) {
      const known = kept.get(story_id, revision)
      if (known) found.set(story_id, known)
      else missing.push(story_id)
    }
    for (const row of await load(missing)) {
      const dossier = JSON.parse(textOf(row.body, row.packed)) as Dossier
      found.set(row.story_id, dossier)
      kept.set(row.story_id, row.revision, dossier)
    }
    return found
  }

  function load(ids: readonly string[]) {
    if (ids.length === 0) return []
    return engine.reader
      .selectFrom('story_dossier')
      .select(['story_id', 'revision', 'body', 'packed'])
      .where(engine.isIn('story_id', ids))
      .execute()
  }

  /** Reads without caching, for a walk over all stories that needs each once. */
  async function read(ids: readonly string[]): Promise<ReadonlyMap<string, Dossier>> {
    const rows = await load(ids)
    return new Map(rows.map((row) => [row.story_id, JSON.parse(textOf(row.body, row.packed)) as Dossier]))
  }

  return { get, read }
}

export type DossierCache = ReturnType<typeof dossierCache>

/** Stores a dossier and what lists need of it. A story that was merged into another meanwhile gets none: that one is refreshed too. */
export async function saveDossier(
  engine: Engine,
  tx: Tx,
  id: StoryId,
  dossier: Dossier,
  row: Omit<StoryRow, 'id' | 'dossier'>,
): Promise<void> {
  const updated = await tx
    .updateTable('story')
    .set({
      title: row.title,
      language: row.language,
      section: row.section ?? null,
      first_at: normalizedTime(row.firstAt) ?? row.firstAt,
      last_at: normalizedTime(row.lastAt) ?? row.lastAt,
      changed_at: normalizedTime(row.changedAt) ?? row.changedAt,
      article_count: row.articleCount,
      report_count: row.reportCount,
      outlet_count: new Set(dossier.members.map((member) => member.sourceId)).size,
      first_source_id: firstSource(dossier.members),
      has_dossier: 1,
    })
    .where('id', '=', id)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) return
  // Not 1: a story split off again after a merge could otherwise repeat revisions that are still cached.
  const first = randomInt(highestFirst)
  const { revision } = await tx
    .insertInto('story_dossier')
    .values({ story_id: id, revision: first, body: JSON.stringify(dossier) })
    .onConflict((conflict) =>
      conflict.column('story_id').doUpdateSet((eb) => ({
        revision: eb('story_dossier.revision', '+', 1),
        body: eb.ref('excluded.body'),
        packed: null,
      })),
    )
    .returning('revision')
    .executeTakeFirstOrThrow()
  await engine.updateMany(
    tx,
    'membership',
    'article_id',
    dossier.members.map((member) => ({ article_id: member.articleId, own: member.own })),
  )
  await markPrivateStory(
    engine,
    tx,
    id,
    dossier.members.map(({ articleId }) => articleId),
  )
  if (revision !== first) await removeStoryFacts(engine, tx, [id])
  await saveStoryFacts(engine, tx, { ...dossier, storyId: id })
}

function firstSource(members: readonly Member[]): number | null {
  const first = members.toSorted((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))[0]
  return first === undefined ? null : toNumber(first.sourceId satisfies SourceId)
}
