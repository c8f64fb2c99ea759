import type { Db, Engine, Tx } from '../engine/engine.ts'
import { removeStoryFacts } from './story-facts.ts'

/** Where merged stories went: old id to current id, for those of `ids` that were merged. */
export async function currentIds(
  engine: Engine,
  reader: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.selectFrom('story_alias').select(['id', 'story_id']).where(engine.isIn('id', ids)).execute()
  return new Map(rows.map((row) => [row.id, row.story_id]))
}

/** How many merges of a story to follow between two reads. */
const mostMerges = 8

/**
 * The same, locked until the transaction ends, so that no lane deletes a story to which another adds an article. `isToMove`:
 * articles will be removed, so nobody may add any meanwhile.
 */
export async function lockStories(
  engine: Engine,
  tx: Tx,
  ids: readonly string[],
  isToMove: boolean,
): Promise<ReadonlyMap<string, string>> {
  let current = await currentIds(engine, tx, ids)
  for (let looks = 0; looks < mostMerges; looks++) {
    const now = [...new Set(ids.map((id) => current.get(id) ?? id))]
    if (now.length === 0) break
    const there = new Set(await engine.lockStories(tx, now, isToMove))
    const gone = now.filter((id) => !there.has(id))
    // A missing story without alias will be created; one with an alias was merged while waiting.
    const later = await currentIds(engine, tx, gone)
    if (later.size === 0) break
    current = await currentIds(engine, tx, ids)
  }
  return current
}

/** The targets a mark may have: for a story its current id and all merged into it, otherwise the target itself. */
export async function markedTargets(reader: Db, kind: string, target: string): Promise<readonly string[]> {
  if (kind !== 'story') return [target]
  const rows = await reader.selectFrom('story_alias').select('id').where('story_id', '=', target).execute()
  return [target, ...rows.map((row) => row.id)]
}

/** The same for many of one kind: only what was merged into them, without themselves. */
export async function earlierIds(
  engine: Engine,
  reader: Db,
  kind: string,
  targets: readonly string[],
): Promise<readonly string[]> {
  if (kind !== 'story') return []
  const rows = await reader.selectFrom('story_alias').select('id').where(engine.isIn('story_id', targets)).execute()
  return rows.map((row) => row.id)
}

/** Moves marks on merged stories to the current ones; of several on one story with the same `name`, the first stays. */
export async function onPresentStories<Mark extends { readonly kind: string; readonly target: string }>(
  engine: Engine,
  reader: Db,
  marks: readonly Mark[],
  nameOf: (mark: Mark) => string = () => '',
): Promise<readonly Mark[]> {
  const ids = [...new Set(marks.filter(({ kind }) => kind === 'story').map(({ target }) => target))]
  const present = await currentIds(engine, reader, ids)
  const once = new Map<string, Mark>()
  for (const mark of marks) {
    const target = mark.kind === 'story' ? (present.get(mark.target) ?? mark.target) : mark.target
    const key = `${mark.kind} ${target} ${nameOf(mark)}`
    if (!once.has(key)) once.set(key, target === mark.target ? mark : { ...mark, target })
  }
  return [...once.values()]
}

/** Deletes stories without articles. Links to one then lead to the story that its articles moved to. */
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

/** The same moves can empty an heir, too. */
function lastHeir(id: string, heirs: ReadonlyMap<string, string>, empty: readonly string[]): string {
  let heir = id
  for (let step = 0; step <= heirs.size; step++) {
    const next = heirs.get(heir)
    if (next === undefined || (heir !== id && !empty.includes(heir))) return heir
    heir = next
  }
  return heir
}
