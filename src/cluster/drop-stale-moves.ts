import type { StoryId } from '../core/ids.ts'
import type { Move } from './repair.ts'
import type { WindowEntry } from './window-entry.ts'

/**
 * Of moves decided on an earlier state of the window, those that still make sense: the document is still where it was to
 * be moved from, and the story it was to go to is still there or is one that the moves found.
 * @param places where every document of the window is now
 * @param founded the stories that the moves would found
 */
export function dropStaleMoves(
  moves: readonly Move[],
  places: readonly Pick<WindowEntry, 'documentId' | 'storyId'>[],
  founded: ReadonlySet<StoryId>,
): readonly Move[] {
  const storyOf = new Map(places.map(({ documentId, storyId }) => [documentId, storyId]))
  const stories = new Set(storyOf.values())
  return moves.filter(
    ({ documentId, from, to }) => storyOf.get(documentId) === from && (stories.has(to) || founded.has(to)),
  )
}
