import type { OwnFeed } from '../../../core/feed/own-feed.ts'
import { getToday } from '../../../operations/day/get-today.ts'
import { queryOf } from '../../layout/links.ts'
import { type FeedContext, feedIdOf, feedOf } from './feed-context.ts'
import { storyEntry } from './story-entry.ts'

/** Stories per feed: today's by rank, then the previous day's, so that nothing is missed at midnight. */
const mostStories = 60

/** Today: one entry for each story, or for each of a section. */
export async function todayFeed(making: FeedContext, section?: string): Promise<OwnFeed | undefined> {
  const { run, reader } = making
  const within = section === undefined ? {} : { section }
  const today = await run(getToday, within)
  if (!today) return undefined
  const before =
    today.previousDay === undefined ? undefined : await run(getToday, { ...within, day: today.previousDay })
  const cards = new Map([...today.stories, ...(before?.stories ?? [])].map((card) => [card.id, card]))
  for (const card of today.stories) cards.set(card.id, card)
  const entries = await Promise.all([...cards.values()].slice(0, mostStories).map((card) => storyEntry(card, making)))
  const told = {
    id: await feedIdOf(making, ...(section === undefined ? ['today'] : ['section', section])),
    title: section ?? reader.words.today,
    description: reader.words.feedsOut.ofStories,
    path: `/${queryOf({ section })}`,
  }
  return feedOf(making, told, entries)
}
