import type { StoryId } from '../core/ids.ts'
import { getEntries } from '../operations/get-entries.ts'
import { mustCarryOut } from '../operations/must-carry-out.ts'
import { getPreferences } from '../operations/preferences.ts'
import { findStoryItems, tellStories } from '../operations/story-items.ts'
import type { Call } from './call.ts'
import { entryItem, type Item } from './entry-item.ts'
import type { ItemRef } from './item-id.ts'
import { storyItem } from './story-item.ts'
import { storyWords } from './story-words.ts'

/** So many are read and written down at a time. */
const atOnce = 100

/** The items of some references in their order, a hundred at a time; what is not there is left out. */
export async function* buildItems({ context, base }: Call, refs: readonly ItemRef[]): AsyncGenerator<readonly Item[]> {
  const { images, language } = await mustCarryOut(context, getPreferences, {})
  for (let at = 0; at < refs.length; at += atOnce) {
    const some = refs.slice(at, at + atOnce)
    const ids = some.flatMap((ref) => (ref.kind === 'entry' ? [ref.id] : []))
    const numbers = some.flatMap((ref) => (ref.kind === 'story' ? [ref.number] : []))
    const items = new Map<string, Item>()
    if (ids.length > 0)
      for (const entry of await mustCarryOut(context, getEntries, { ids }))
        items.set(entry.id, entryItem(entry, base, images === 'on'))
    if (numbers.length > 0) {
      const named = await mustCarryOut(context, findStoryItems, { numbers })
      const byId = new Map(Object.entries(named).map(([number, id]) => [id, number]))
      for (const story of await mustCarryOut(context, tellStories, { ids: [...byId.keys()] as StoryId[] }))
        items.set(byId.get(story.id)!, storyItem(story, byId.get(story.id)!, base, storyWords(language)))
    }
    yield some.flatMap((ref) => items.get(ref.kind === 'entry' ? ref.id : ref.number) ?? [])
  }
}
