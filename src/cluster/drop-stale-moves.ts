import type { StoryId } from '../core/ids.ts'
import type { Move } from './repair.ts'
import type { WindowEntry } from './window-entry.ts'

/**
 * Of moves decided on an earlier state of the window, those still valid: the document is still in its old story, and its new story still
 * exists or is started by the moves.
 * @param places where every document of the window is now
 * @param founded the stories that the moves would start
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
