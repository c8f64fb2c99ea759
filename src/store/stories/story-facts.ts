import { sql } from 'kysely'
import { asId, type StoryId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { textOf } from '../engine/packed-text.ts'
import { rowsOfDossier } from './dossier-rows.ts'
import { hasDossier } from './has-dossier.ts'

// A name stays as it was first stored; a Wikidata id is added once it is certain.
const addWikidata = `on conflict (id) do update set wikidata_id = excluded.wikidata_id
  where entity.wikidata_id is null and excluded.wikidata_id is not null`

/** Writes a dossier's facts about people and outlets; the story's earlier ones must be removed first. */
export async function saveStoryFacts(engine: Engine, tx: Tx, dossier: Dossier): Promise<void> {
  const { entities, aliases, inStory, outlets } = rowsOfDossier(dossier)
  await engine.insertMany(tx, 'entity', entities, { ifExists: addWikidata })
  await engine.insertMany(tx, 'entity_alias', aliases, { ifExists: 'ignore' })
  await engine.insertMany(tx, 'story_entity', inStory)
  await engine.insertMany(tx, 'story_source', outlets)
}

/** Removes the facts of stories that are deleted or being refreshed. */
export async function removeStoryFacts(engine: Engine, tx: Tx, storyIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('story_entity').where(engine.isIn('story_id', storyIds)).execute()
  await tx.deleteFrom('story_source').where(engine.isIn('story_id', storyIds)).execute()
}

/** Removes stories' facts for good, and entities that are in no other story, since a search by name would find them. */
export async function forgetStoryFacts(engine: Engine, tx: Tx, storyIds: readonly string[]): Promise<void> {
  const named = await tx
    .selectFrom('story_entity')
    .select('entity_id')
    .distinct()
    .where(engine.isIn('story_id', storyIds))
    .execute()
  await removeStoryFacts(engine, tx, storyIds)
  const isNowhere = sql`${engine.isIn(
    'id',
    named.map(({ entity_id }) => entity_id),
  )} and not exists (select 1 from story_entity where story_entity.entity_id = entity.id)`
  // Writing a story locks its entities, so only unlocked ones are checked again and deleted.
  const { rows } = await sql<{ id: string }>`select id from entity where ${isNowhere} ${engine.skipLocked}`.execute(tx)
  const held = engine.isIn(
    'id',
    rows.map(({ id }) => id),
  )
  await sql`delete from entity where ${held} and ${isNowhere}`.execute(tx)
}

/**
 * Writes facts for the next stories after an id whose dossiers are older than these tables; returns the id to continue from, absent
 * at the end. Safe to repeat.
 */
export async function fillStoryFacts(engine: Engine, after: string, limit: number): Promise<string | undefined> {
  const { reader } = engine
  const ids = await reader
    .selectFrom('story')
    .select('id')
    .where('id', '>', after)
    .where(hasDossier)
    .orderBy('id')
    .limit(limit)
    .execute()
  const last = ids.at(-1)?.id
  if (last === undefined) return undefined
  const rows = await reader
    .selectFrom('story_dossier')
    .select(['story_id', 'revision', 'body', 'packed'])
    .where(
      engine.isIn(
        'story_id',
        ids.map(({ id }) => id),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('story_source')
            .select('story_source.story_id')
            .whereRef('story_source.story_id', '=', 'story_dossier.story_id'),
        ),
      ),
    )
    .execute()
  for (const { story_id, revision, body, packed } of rows) {
    const dossier = { ...(JSON.parse(textOf(body, packed)) as Dossier), storyId: asId<StoryId>(story_id) }
    await engine.write(async (tx) => {
      // Locks the story for this transaction. If it was refreshed or merged meanwhile, its facts are already written or gone.
      const { numUpdatedRows } = await tx
        .updateTable('story_dossier')
        .set({ revision })
        .where('story_id', '=', story_id)
        .where('revision', '=', revision)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return
      const filled = await tx
        .selectFrom('story_source')
        .select('story_id')
        .where('story_id', '=', story_id)
        .limit(1)
        .executeTakeFirst()
      if (!filled) await saveStoryFacts(engine, tx, dossier)
    })
  }
  return ids.length < limit ? undefined : last
}
