import { defined } from '../core/defined.ts'
import type { DocumentId, StoryId } from '../core/ids.ts'
import type { ActiveChoices } from '../core/story-choice.ts'
import type { Move } from './repair.ts'
import type { WindowEntry } from './window-entry.ts'

/** A merge or a split that is left to the reader, by document. `otherId` absent in a split: into a story of their own. */
export type Proposed =
  | { readonly kind: 'merge'; readonly storyId: StoryId; readonly otherId: StoryId }
  | {
      readonly kind: 'split'
      readonly storyId: StoryId
      readonly otherId?: StoryId
      readonly documentIds: readonly DocumentId[]
    }

/**
 * Of the moves that clustering would make, those it may make under the choices readers made, and what it would have done
 * besides, as proposals. Out of a story that a reader changed nothing moves; into one, a document may come by itself, but
 * no other story goes in whole. What a reader decided is not proposed the other way: stories told apart are not to
 * be merged, merged ones not to be split, and an article put somewhere is not to leave.
 * @param rows where every document of the window is now
 */
export function obeyChoices(
  rows: readonly Pick<WindowEntry, 'storyId'>[],
  moves: readonly Move[],
  standing: ActiveChoices,
): { readonly moves: readonly Move[]; readonly proposals: readonly Proposed[] } {
  const { touched } = standing
  if (touched.size === 0) return { moves, proposals: [] }
  const sizes = new Map<StoryId, number>()
  for (const { storyId } of rows) if (storyId !== undefined) sizes.set(storyId, (sizes.get(storyId) ?? 0) + 1)
  const groups = [...Map.groupBy(moves, ({ from, to }) => `${from} ${to}`).values()]
  const isWhole = (group: readonly Move[]) => group.length === sizes.get(group[0]!.from)
  const isRefused = (group: readonly Move[]) => {
    const { from, to } = group[0]!
    return touched.has(from) || (touched.has(to) && isWhole(group) && group.length > 1)
  }
  const refused = groups.filter(isRefused)
  // A new story of which only part of the founders may come is not founded.
  const unfounded = new Set(refused.map(([move]) => move!.to).filter((id) => !sizes.has(id)))
  const allowed = groups.filter((group) => !isRefused(group) && !unfounded.has(group[0]!.to))
  return {
    moves: allowed.flat(),
    proposals: refused.flatMap((group) => proposalFor(group, sizes.has(group[0]!.to), isWhole(group), standing)),
  }
}

function proposalFor(
  group: readonly Move[],
  isTargetThere: boolean,
  isWhole: boolean,
  { apart, whole, placed }: ActiveChoices,
): readonly Proposed[] {
  const { from, to } = group[0]!
  if (apart.some(([a, b]) => (a === from && b === to) || (a === to && b === from))) return []
  if (isWhole) return isTargetThere ? [{ kind: 'merge', storyId: from, otherId: to }] : []
  const documentIds = group.map(({ documentId }) => documentId)
  if (whole.has(from) || documentIds.some((id) => placed.has(id))) return []
  return [{ kind: 'split', storyId: from, ...defined({ otherId: isTargetThere ? to : undefined }), documentIds }]
}
