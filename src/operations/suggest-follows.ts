import type { Follow, Mute } from '../core/marks.ts'
import type { NewsRow } from '../story/followed-news.ts'
import type { FollowingView } from './mine-views.ts'

type Suggestion = FollowingView['suggestions'][number]

const MOST = 6
const FEWEST_STORIES = 2

/**
 * Whom and what most stories since a time are about, with how many, then the sections they are in; what is followed or muted
 * is left out.
 */
export function suggestFollows(
  rows: readonly NewsRow[],
  follows: readonly Follow[],
  mutes: readonly Mute[],
  since: string,
): FollowingView['suggestions'] {
  const known = new Set([...follows, ...mutes].map(({ kind, target }) => `${kind} ${target}`))
  const entities = new Map<string, Suggestion>()
  const topics = new Map<string, Suggestion>()
  const count = (found: Map<string, Suggestion>, kind: Suggestion['kind'], target: string, label: string) => {
    if (known.has(`${kind} ${target}`)) return
    found.set(target, { kind, target, label, storyCount: 1 + (found.get(target)?.storyCount ?? 0) })
  }
  for (const { dossier, section } of rows) {
    const { members } = dossier
    if (!members.some(({ publishedAt }) => Date.parse(publishedAt) > Date.parse(since))) continue
    if (section !== undefined) count(topics, 'topic', section, section)
    for (const { entity, documentCount } of dossier.entities ?? [])
      if (2 * documentCount >= members.length) count(entities, 'entity', entity.id, entity.name)
  }
  const inOrder = (found: ReadonlyMap<string, Suggestion>) =>
    [...found.values()].sort((a, b) => b.storyCount - a.storyCount || (a.label < b.label ? -1 : 1)).slice(0, MOST)
  return [...inOrder(entities).filter(({ storyCount }) => storyCount >= FEWEST_STORIES), ...inOrder(topics)]
}
