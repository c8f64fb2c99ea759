import type { Follow, Mute } from '../core/marks.ts'
import type { NewsRow } from '../story/followed-news.ts'
import type { FollowingView } from './mine-views.ts'

const MOST = 6
const FEWEST_STORIES = 2

/** Whom and what most stories since a time are about, with how many; what is followed or muted is left out. */
export function suggestFollows(
  rows: readonly NewsRow[],
  follows: readonly Follow[],
  mutes: readonly Mute[],
  since: string,
): FollowingView['suggestions'] {
  const known = new Set([...follows, ...mutes].filter(({ kind }) => kind === 'entity').map(({ target }) => target))
  const found = new Map<string, { label: string; storyCount: number }>()
  for (const { dossier } of rows) {
    const { members, entities = [] } = dossier
    if (!members.some(({ publishedAt }) => Date.parse(publishedAt) > Date.parse(since))) continue
    for (const { entity, documentCount } of entities) {
      if (known.has(entity.id) || 2 * documentCount < members.length) continue
      const before = found.get(entity.id)
      found.set(entity.id, { label: before?.label ?? entity.name, storyCount: 1 + (before?.storyCount ?? 0) })
    }
  }
  return [...found]
    .map(([target, { label, storyCount }]) => ({ kind: 'entity' as const, target, label, storyCount }))
    .filter(({ storyCount }) => storyCount >= FEWEST_STORIES)
    .sort((a, b) => b.storyCount - a.storyCount || (a.label < b.label ? -1 : 1))
    .slice(0, MOST)
}
