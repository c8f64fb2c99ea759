import { asId, type EntityId, type StoryId } from '../core/ids.ts'
import type { Lift, LiftKind } from '../core/ranking.ts'
import { thingKey } from '../core/thing-key.ts'
import type { OperationContext } from './operation.ts'

const fewestSaved = 3
const mostSuggested = 6
/** Of what was saved last. */
const mostLookedAt = 200

type LiftSuggestion = Omit<Lift, 'weight' | 'why'> & { readonly savedCount: number }

/**
 * What could be raised, from the stories a reader saved: whom at least three of them are about, and sections of as many. What
 * they raised, lowered or set aside before is not suggested. A count that the reader can check, and nothing else.
 */
export async function suggestLifts(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  lifts: readonly Lift[],
): Promise<readonly LiftSuggestion[]> {
  const saved = (await store.saves.list(reader.id)).filter(({ kind }) => kind === 'story').slice(0, mostLookedAt)
  const stories = await store.stories.findOutlines(saved.map(({ target }) => asId<StoryId>(target)))
  const known = new Set(lifts.map(thingKey))
  const counted = (kind: LiftKind, targets: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const target of targets) counts.set(target, 1 + (counts.get(target) ?? 0))
    return [...counts]
      .filter(([target, count]) => count >= fewestSaved && !known.has(thingKey({ kind, target })))
      .map(([target, savedCount]) => ({ kind, target, label: target, savedCount }))
  }
  const sections = counted(
    'section',
    stories.flatMap(({ section }) => section ?? []),
  )
  const entities = counted(
    'entity',
    stories.flatMap(({ outline }) => outline.mainEntityIds),
  )
  const first = [...entities, ...sections]
    .sort((a, b) => b.savedCount - a.savedCount || (a.target < b.target ? -1 : 1))
    .slice(0, mostSuggested)
  const named = await Promise.all(
    first.map(async (each) => {
      if (each.kind !== 'entity') return [each]
      const found = await store.entities.find(asId<EntityId>(each.target))
      return found ? [{ ...each, label: found.entity.name }] : []
    }),
  )
  return named.flat()
}
