import type { Follow } from '../../core/marks.ts'
import type { OutlinedStory } from '../../store/stories/stories.ts'
import { isNewSince } from '../day/day-periods.ts'
import type { FollowedOfDay } from '../day/today-views.ts'

type Followed = Pick<Follow, 'kind' | 'target'>

/** Whether a story is about something followed: the story itself, a name in it, its section, or one of its outlets. */
export function isAbout({ kind, target }: Followed, { id, section, outline }: OutlinedStory): boolean {
  switch (kind) {
    case 'story':
      return id === target
    case 'entity':
      return outline.entityIds.some((entity) => entity === target)
    case 'topic':
      return section === target
    case 'source':
      return outline.sources.some((source) => source.id === target)
    case 'search':
      return false
  }
}

/** Whether a story ranks higher because something is followed. Followed outlets don't count: all they publish would rise. */
export function followedBy(follows: readonly Followed[]): (story: OutlinedStory) => boolean {
  const raising = follows.filter(({ kind }) => kind !== 'source')
  return raising.length === 0 ? () => false : (story) => raising.some((follow) => isAbout(follow, story))
}

/**
 * Followed things with stories on a day, the most stories first: how many, and how many changed since the reader last looked.
 * `looks` has those times by `kind:target`.
 */
export function followedOfDay(
  follows: readonly Follow[],
  stories: readonly OutlinedStory[],
  looks: ReadonlyMap<string, string>,
): readonly FollowedOfDay[] {
  return follows
    .map((follow) => {
      const about = stories.filter((story) => isAbout(follow, story))
      const since = looks.get(`${follow.kind}:${follow.target}`)
      const fresh = since === undefined ? about : about.filter(isNewSince(since))
      return {
        kind: follow.kind,
        target: follow.target,
        label: follow.label,
        storyCount: about.length,
        newCount: fresh.length,
      }
    })
    .filter(({ storyCount }) => storyCount > 0)
    .sort((a, b) => b.newCount - a.newCount || b.storyCount - a.storyCount)
}

/** The key under which a look at a followed thing is recorded. */
export function visitTarget({ kind, target }: Pick<Follow, 'kind' | 'target'>): string {
  return `${kind}:${target}`
}
