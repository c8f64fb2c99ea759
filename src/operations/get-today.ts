import { z } from 'zod'
import type { StoryRow } from '../store/store.ts'
import { type Rankable, type Ranked, rankToday, recentHours, reportTimesOf } from '../story/rank-today.ts'
import { progressOf } from './get-progress.ts'
import { day } from './input.ts'
import { defineOperation } from './operation.ts'
import { storyCard } from './story-card.ts'
import type { StoryCard, TodayView } from './today-views.ts'

/** Of a day with more, those with most independent reports: more than anybody reads to the end. */
const MOST_STORIES = 300

export const getToday = defineOperation({
  name: 'get_today',
  summary: 'The stories of one day in order: confirmed before single-source, then by reports, recency and growth',
  input: z.object({
    day: day.optional(),
    language: z.string().max(20).optional(),
    section: z.string().max(40).optional(),
    /** Ids of people, organizations and places whose stories stand higher. */
    follows: z.array(z.string().max(200)).max(1000).optional(),
  }),
  async run(context, input): Promise<TodayView> {
    const { store } = context
    const now = context.now()
    const [days, progress, feeds] = await Promise.all([store.stories.days(), progressOf(context), store.feeds.list()])
    const known = days.map((each) => each.day).sort()
    const today = now.toISOString().slice(0, 10)
    const chosen = input.day ?? (known.includes(today) ? today : (known.at(-1) ?? today))
    const period = { from: `${chosen}T00:00:00.000Z`, until: `${chosen}T23:59:59.999Z` }
    const rows = await store.stories.list(period, MOST_STORIES)
    const cards = rows.flatMap((row) => storyCard(row, now) ?? [])
    // Filtered by the store, so that a small language or section is whole although the day has more stories than are listed.
    const filter = present({ language: input.language, section: input.section })
    const wanted =
      Object.keys(filter).length === 0 ? rows : await store.stories.list({ ...period, ...filter }, MOST_STORIES)
    const ranked = rankToday(
      wanted.flatMap((row) => rankable(row, input.follows)),
      earlier(now.toISOString(), period.until),
    )
    const shown = ranked.flatMap((place) => cardAt(place, now))
    const previousDay = known.findLast((each) => each < chosen)
    const nextDay = known.find((each) => each > chosen)
    return {
      day: chosen,
      ...(previousDay === undefined ? {} : { previousDay }),
      ...(nextDay === undefined ? {} : { nextDay }),
      languages: distinct(cards.map(({ language }) => language)),
      ...(input.language === undefined ? {} : { language: input.language }),
      sections: distinct(cards.flatMap(({ section }) => section ?? [])),
      ...(input.section === undefined ? {} : { section: input.section }),
      articleCount: shown.reduce((sum, { articleCount }) => sum + articleCount, 0),
      sourceCount: new Set(shown.flatMap(({ outlets }) => outlets)).size,
      stories: shown,
      oneSourceOnly: shown.filter(({ badges }) => badges.includes('one source only')).slice(0, 6),
      edited: await store.articles.listEdited(`${chosen}T00:00:00.000Z`, `${chosen}T23:59:59.999Z`, 6),
      progress,
      feedCount: feeds.length,
    }
  },
})

type RankableRow = Rankable & { readonly row: StoryRow }

function rankable(row: StoryRow, follows: readonly string[] = []): RankableRow[] {
  const { dossier } = row
  if (!dossier) return []
  const isFollowed = follows.length > 0 && (dossier.entities ?? []).some(({ entity }) => follows.includes(entity.id))
  return [{ row, id: row.id, reportTimes: reportTimesOf(dossier), ...(isFollowed ? { isFollowed } : {}) }]
}

function cardAt({ item, reports, newestAt, recent }: Ranked<RankableRow>, now: Date): StoryCard[] {
  const card = storyCard(item.row, now)
  const follows = item.isFollowed ? ({ isFollowed: true } as const) : {}
  return card ? [{ ...card, place: { reports, newestAt, recent, hours: recentHours, ...follows } }] : []
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}

function present(filter: { readonly language: string | undefined; readonly section: string | undefined }) {
  return {
    ...(filter.language === undefined ? {} : { language: filter.language }),
    ...(filter.section === undefined ? {} : { section: filter.section }),
  }
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort()
}
