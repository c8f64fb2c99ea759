import { z } from 'zod'
import type { Dossier } from '../core/story.ts'
import { type BriefPeriod, briefStory, wordCount } from '../story/brief-story.ts'
import { rankToday } from '../story/rank-today.ts'
import type { BriefStoryView, BriefView } from './brief-views.ts'
import { daysAround } from './days-around.ts'
import { followedBy } from './followed-by.ts'
import { mutedLists } from './hide-muted.ts'
import { day } from './input.ts'
import { defineOperation, type OperationContext } from './operation.ts'
import { mutableOutline } from './outline-mutes.ts'
import type { CitedDocument } from './views.ts'

const DAY_MS = 86_400_000
const MOST_STORIES = 12
const MINUTES = 5
const WORDS_A_MINUTE = 230

export const getBrief = defineOperation({
  name: 'get_brief',
  least: 'guest',
  summary:
    'A brief of a day that ends: followed stories first, then the heaviest, each in two or three cited sentences',
  input: z.object({
    /** A day past, whole. Absent: the 24 hours until now. */
    day: day.optional(),
  }),
  async run(context, input): Promise<BriefView> {
    const { store } = context
    const now = context.now().toISOString()
    const today = now.slice(0, 10)
    const [follows, lists, feeds, around] = await Promise.all([
      store.follows.list(context.reader.id),
      mutedLists(context),
      store.feeds.progress(now),
      daysAround(store, input.day ?? today, now),
    ])
    const period = periodOf(input.day, now)
    const stories = lists.sift(await store.stories.listOutlines(period), mutableOutline)
    const isFollowed = followedBy(follows)
    const ranked = rankToday(
      stories.map((story) => ({
        story,
        id: story.id,
        reportTimes: story.outline.reportTimes,
        ...(isFollowed(story) ? { isFollowed: true } : {}),
      })),
      period.until,
    ).map(({ item }) => item)
    const wanted = [...ranked.filter((item) => item.isFollowed), ...ranked.filter((item) => !item.isFollowed)].slice(
      0,
      MOST_STORIES,
    )
    const told = await Promise.all(wanted.map(({ story }) => tell(context, story.id, period, isFollowed(story))))
    const fitting = withinMinutes(told.flat())
    return {
      day: around.day,
      ...(around.previousDay === undefined ? {} : { previousDay: around.previousDay }),
      ...(around.nextDay === undefined || around.nextDay > today ? {} : { nextDay: around.nextDay }),
      ...period,
      isToday: around.day === today,
      stories: fitting.stories,
      storyCount: stories.length,
      minutes: Math.max(1, Math.ceil(fitting.words / WORDS_A_MINUTE)),
      feedCount: feeds.total,
    }
  },
})

/** A day past from midnight to midnight; without one, and on the day itself, what came within 24 hours. */
function periodOf(asked: string | undefined, now: string): BriefPeriod {
  if (asked !== undefined && asked !== now.slice(0, 10))
    return { from: `${asked}T00:00:00.000Z`, until: `${asked}T23:59:59.999Z` }
  return { from: new Date(Date.parse(now) - DAY_MS).toISOString(), until: now }
}

async function tell(
  { store }: OperationContext,
  id: BriefStoryView['id'],
  period: BriefPeriod,
  isFollowed: boolean,
): Promise<readonly BriefStoryView[]> {
  const row = await store.stories.find(id)
  if (!row?.dossier) return []
  const { title, language, section } = row
  return [
    {
      id,
      title,
      language,
      ...(section === undefined ? {} : { section }),
      isFollowed,
      ...briefStory(row.dossier, period),
      documents: citedDocuments(row.dossier),
    },
  ]
}

function citedDocuments({ members, language }: Dossier): BriefStoryView['documents'] {
  return Object.fromEntries(
    members.map(({ documentId, articleId, sourceName, title, publishedAt }): [string, CitedDocument] => [
      documentId,
      { documentId, articleId, sourceName, title, publishedAt, url: '', language },
    ]),
  )
}

/** As many as are read in five minutes, at least one. */
function withinMinutes(stories: readonly BriefStoryView[]) {
  let words = 0
  let count = 0
  for (const story of stories) {
    const more = wordsOf(story)
    if (count > 0 && words + more > MINUTES * WORDS_A_MINUTE) break
    words += more
    count += 1
  }
  return { stories: stories.slice(0, count), words }
}

function wordsOf({ title, points, strongest }: BriefStoryView): number {
  const said =
    strongest === undefined
      ? []
      : strongest.kind === 'quote'
        ? [strongest.citation]
        : [strongest.a.citation, strongest.b.citation]
  return [title, ...points.map(({ citation }) => citation.exact), ...said.map(({ exact }) => exact)].reduce(
    (sum, text) => sum + wordCount(text),
    0,
  )
}
