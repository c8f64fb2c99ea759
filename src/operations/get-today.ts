import { z } from 'zod'
import { progressOf } from './get-progress.ts'
import { day } from './input.ts'
import { defineOperation } from './operation.ts'
import { storyCard } from './story-card.ts'
import type { StoryCard, TodayView } from './views.ts'

const MOST_STORIES = 300

export const getToday = defineOperation({
  name: 'get_today',
  summary: 'The stories of one day, weightiest first',
  input: z.object({
    day: day.optional(),
    language: z.string().max(20).optional(),
    section: z.string().max(40).optional(),
  }),
  async run(context, input): Promise<TodayView> {
    const { store } = context
    const now = context.now()
    const [days, progress, feeds] = await Promise.all([store.stories.days(), progressOf(context), store.feeds.list()])
    const known = days.map((each) => each.day).sort()
    const today = now.toISOString().slice(0, 10)
    const chosen = input.day ?? (known.includes(today) ? today : (known.at(-1) ?? today))
    const rows = await store.stories.list(
      { from: `${chosen}T00:00:00.000Z`, until: `${chosen}T23:59:59.999Z` },
      MOST_STORIES,
    )
    const cards = rows.flatMap((row) => storyCard(row, now) ?? [])
    const shown = cards.filter((card) => matches(card, input))
    const previousDay = known.findLast((each) => each < chosen)
    const nextDay = known.find((each) => each > chosen)
    const ofDay = rows.filter((row) => shown.some(({ id }) => id === row.id))
    return {
      day: chosen,
      ...(previousDay === undefined ? {} : { previousDay }),
      ...(nextDay === undefined ? {} : { nextDay }),
      languages: distinct(cards.map(({ language }) => language)),
      ...(input.language === undefined ? {} : { language: input.language }),
      sections: distinct(cards.flatMap(({ section }) => section ?? [])),
      ...(input.section === undefined ? {} : { section: input.section }),
      articleCount: ofDay.reduce((sum, { articleCount }) => sum + articleCount, 0),
      sourceCount: new Set(shown.flatMap(({ outlets }) => outlets)).size,
      stories: shown,
      oneSourceOnly: shown.filter(({ badges }) => badges.includes('one source only')).slice(0, 6),
      edited: await store.articles.listEdited(`${chosen}T00:00:00.000Z`, `${chosen}T23:59:59.999Z`, 6),
      progress,
      feedCount: feeds.length,
    }
  },
})

function matches(
  card: StoryCard,
  { language, section }: { language?: string | undefined; section?: string | undefined },
): boolean {
  return (language === undefined || card.language === language) && (section === undefined || card.section === section)
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort()
}
