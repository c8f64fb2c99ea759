import { defined } from '../core/defined.ts'
import type { DocumentId, StoryId } from '../core/ids.ts'
import { nth } from '../core/nth.ts'
import type { ActiveChoices } from '../core/story-choice.ts'
import type { Move } from './repair.ts'
import type { WindowEntry } from './window-entry.ts'

/** A merge or split suggested to the reader, by document. A split without `otherId` makes a new story. */
type ProposedChange =
  | { readonly kind: 'merge'; readonly storyId: StoryId; readonly otherId: StoryId }
  | {
      readonly kind: 'split'
      readonly storyId: StoryId
      readonly otherId?: StoryId
      readonly documentIds: readonly DocumentId[]
    }

/**
 * Splits the moves that clustering would make into those that readers' choices allow and proposals for the rest. Nothing leaves a story
 * that a reader changed; single documents may join it, but not a whole other story. A proposal never contradicts a reader: stories they
 * separated are not merged, merged ones are not split, and an article they placed stays there.
 * @param rows where every document of the window is now
 */
export function obeyChoices(
  rows: readonly Pick<WindowEntry, 'storyId'>[],
  moves: readonly Move[],
  standing: ActiveChoices,
): { readonly moves: readonly Move[]; readonly proposals: readonly ProposedChange[] } {
  const { touched } = standing
  if (touched.size === 0) return { moves, proposals: [] }
  const sizes = new Map<StoryId, number>()
  for (const { storyId } of rows) if (storyId !== undefined) sizes.set(storyId, (sizes.get(storyId) ?? 0) + 1)
  const groups = [...Map.groupBy(moves, ({ from, to }) => `${from} ${to}`).values()]
  const isWhole = (group: readonly Move[]) => group.length === sizes.get(nth(group, 0).from)
  const isRefused = (group: readonly Move[]) => {
    const { from, to } = nth(group, 0)
    return touched.has(from) || (touched.has(to) && isWhole(group) && group.length > 1)
  }
  const refused = groups.filter(isRefused)
  // A new story is not started when only some of its first documents may move.
  const unfounded = new Set(refused.map(([move]) => move!.to).filter((id) => !sizes.has(id)))
  const allowed = groups.filter((group) => !isRefused(group) && !unfounded.has(nth(group, 0).to))
  return {
    moves: allowed.flat(),
    proposals: refused.flatMap((group) => proposalFor(group, sizes.has(nth(group, 0).to), isWhole(group), standing)),
  }
}

function proposalFor(
  group: readonly Move[],
  isTargetThere: boolean,
  isWhole: boolean,
  { apart, whole, placed }: ActiveChoices,
): readonly ProposedChange[] {
  const { from, to } = nth(group, 0)
  if (apart.some(([a, b]) => (a === from && b === to) || (a === to && b === from))) return []
  if (isWhole) return isTargetThere ? [{ kind: 'merge', storyId: from, otherId: to }] : []
  const documentIds = group.map(({ documentId }) => documentId)
  if (whole.has(from) || documentIds.some((id) => placed.has(id))) return []
  return [{ kind: 'split', storyId: from, ...defined({ otherId: isTargetThere ? to : undefined }), documentIds }]
}

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
