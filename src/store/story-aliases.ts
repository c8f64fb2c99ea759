import type { Engine, Reader, Tx } from './engine.ts'
import { removeStoryFacts } from './story-facts.ts'

/** Where merged stories went: old id to present id, for those of `ids` that were merged. */
export async function currentIds(
  engine: Engine,
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.selectFrom('story_alias').select(['id', 'story_id']).where(engine.isIn('id', ids)).execute()
  return new Map(rows.map((row) => [row.id, row.story_id]))
}

/** Removes stories without articles. A link to one leads from now on to the story its articles went to. */
export async function removeEmptyStories(
  engine: Engine,
  tx: Tx,
  heirs: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const ids = [...heirs.keys()]
  const peopled = await tx
    .selectFrom('membership')
    .select('story_id')
    .distinct()
    .where(engine.isIn('story_id', ids))
    .execute()
  const kept = new Set(peopled.map((row) => row.story_id))
  const empty = ids.filter((id) => !kept.has(id))
  if (empty.length === 0) return []
  await tx.deleteFrom('story').where(engine.isIn('id', empty)).execute()
  await tx.deleteFrom('story_dossier').where(engine.isIn('story_id', empty)).execute()
  await removeStoryFacts(engine, tx, empty)
  for (const id of empty) {
    const heir = lastHeir(id, heirs, empty)
    await tx.updateTable('story_alias').set({ story_id: heir }).where('story_id', '=', id).execute()
    await tx.deleteFrom('story_alias').where('id', '=', id).execute()
    await tx.insertInto('story_alias').values({ id, story_id: heir }).execute()
  }
  return empty
}

/** An heir can itself have been emptied by the same moves. */
function lastHeir(id: string, heirs: ReadonlyMap<string, string>, empty: readonly string[]): string {
  let heir = id
  for (let step = 0; step <= heirs.size; step++) {
    const next = heirs.get(heir)
    if (next === undefined || (heir !== id && !empty.includes(heir))) return heir
    heir = next
  }
  return heir
}
