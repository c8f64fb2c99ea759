import { z } from 'zod'
import { defaultBrief } from '../../core/brief-choice.ts'
import type { Citation } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { Follow } from '../../core/marks.ts'
import type { Dossier } from '../../core/story.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import { boundsOfDay, dayInZone } from '../../core/time/zone.ts'
import type { OutlinedStory } from '../../store/stories/stories.ts'
import { rankToday } from '../../story/rank-today.ts'
import { type BriefPeriod, briefStory, wordCount } from '../../story/summaries/brief-story.ts'
import { day, moment, timeZone } from '../input.ts'
import { followedBy, isAbout } from '../library/followed-by.ts'
import { mutableOutline, mutedLists, withoutParked } from '../library/hide-muted.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { CitedDocument } from '../views.ts'
import type { BriefStoryView, BriefView } from './brief-views.ts'
import { daysAround } from './day-periods.ts'
import { rankable, readWeighing } from './weigh-stories.ts'

const DAY_MS = 86_400_000
const MINUTES = 5
/** Further stories, as headlines. */
const ALSO = 6
const WORDS_A_MINUTE = 230

export const getBrief = defineOperation({
  name: 'get_brief',
  minRole: 'guest',
  summary: 'The brief of a day in cited sentences: followed stories first, then the top stories',
  input: z.strictObject({
    /** A whole past day. Absent: the 24 hours until now. */
    day: day.optional(),
    /** IANA time zone of the day. Absent: UTC. */
    timeZone: timeZone.optional(),
    /** The seven days until now. */
    isWeek: z.boolean().optional(),
    /** Stories are new if they changed after this, the previous brief. Absent: all of the period counts as new. */
    since: moment.optional(),
    /** Shows muted stories this once. */
    muted: z.enum(['show']).optional(),
    /** True: leaves out stories without news. Absent: according to the reader's settings. */
    isOnlyNew: z.boolean().optional(),
  }),
  async run(context, input): Promise<BriefView> {
    const { store, reader } = context
    const now = context.now().toISOString()
    const zone = input.timeZone ?? 'UTC'
    const today = dayInZone(now, zone)
    const [follows, lists, feeds, around, choice = defaultBrief] = await Promise.all([
      store.follows.list(reader.id),
      mutedLists(context, input.muted, 'stories'),
      store.feeds.progress(now),
      daysAround(store, { day: input.day ?? today, now, timeZone: zone }),
      store.briefs.find(reader.id),
    ])
    const weighing = await readWeighing(context, follows)
    const period = periodOf(input, { today, now, zone })
    const all = lists.sift(await withoutParked(context, await store.stories.listOutlines(period)), mutableOutline)
    const stories = all.filter(({ outline }) => isRead(choice.languages, outline.language))
    const isFollowed = followedBy(follows)
    const ranked = rankToday(
      stories.map((story) => rankable(story, isFollowed(story), weighing)),
      period.until,
      weighing.weights,
    ).map(({ item }) => item)
    const wanted = [...ranked.filter((item) => item.isFollowed), ...ranked.filter((item) => !item.isFollowed)]
    const newSince = { ...period, from: later(input.since, period.from) }
    const isOnlyNew = input.isOnlyNew ?? choice.isOnlyNew
    const views: BriefStoryView[] = []
    let unchangedCount = 0
    for (const { story } of wanted) {
      if (views.length === choice.stories) break
      const one = await viewStory(context, story, newSince, follows)
      if (!one) continue
      if (isOnlyNew && !one.isNew && Object.keys(one.changes).length === 0) unchangedCount += 1
      else views.push(one)
    }
    const fitting = withinMinutes(views)
    const told = new Set<string>(fitting.stories.map(({ id }) => id))
    const others = wanted.filter(({ story }) => !told.has(story.id)).slice(0, ALSO)
    return {
      day: around.day,
      ...defined({
        previousDay: around.previousDay,
        nextDay: around.nextDay === undefined || around.nextDay > today ? undefined : around.nextDay,
      }),
      ...period,
      isToday: around.day === today,
      stories: await withAddresses(context, fitting.stories),
      also: others.map(({ story: { id, title, language, reportCount, outline } }) => ({
        id,
        title,
        language,
        reportCount,
        outlets: outline.sources.map(({ name }) => name),
      })),
      storyCount: stories.length,
      minutes: Math.max(1, Math.ceil(fitting.words / WORDS_A_MINUTE)),
      feedCount: feeds.total,
      ...lists.hidden(),
      unchangedCount,
      otherLanguageCount: all.length - stories.length,
    }
  },
})

/** A past day from midnight to midnight; for today or no day, the last 24 hours or seven days. */
function periodOf(
  asked: { readonly day?: string | undefined; readonly isWeek?: boolean | undefined },
  { today, now, zone }: { readonly today: string; readonly now: string; readonly zone: string },
): BriefPeriod {
  if (asked.day !== undefined && asked.day !== today) return boundsOfDay(asked.day, zone)
  return { from: new Date(Date.parse(now) - (asked.isWeek ? 7 : 1) * DAY_MS).toISOString(), until: now }
}

function later(since: string | undefined, from: string): string {
  return since !== undefined && Date.parse(since) > Date.parse(from) ? since : from
}

/** A reader without chosen languages reads all; a text of unknown language is kept. */
function isRead(languages: readonly string[], language: string): boolean {
  return languages.length === 0 || language === 'und' || languages.includes(primaryLanguage(language))
}

async function viewStory(
  { store }: OperationContext,
  { id, ...outlined }: OutlinedStory,
  period: BriefPeriod,
  follows: readonly Follow[],
): Promise<BriefStoryView | undefined> {
  const row = await store.stories.find(id)
  if (!row?.dossier) return undefined
  const { title, language, section } = row
  const followedAs = follows
    .filter((follow) => follow.kind !== 'source' && isAbout(follow, { id, ...outlined }))
    .map(({ label }) => label)
  return {
    id,
    title,
    language,
    ...defined({ section, picture: row.dossier.picture }),
    isFollowed: followedAs.length > 0,
    ...defined({ followedAs: followedAs.length > 0 ? followedAs : undefined }),
    ...briefStory(row.dossier, period),
    documents: citedDocuments(row.dossier),
  }
}

/** The documents a dossier cites, without URLs. */
export function citedDocuments({ members, language }: Dossier): BriefStoryView['documents'] {
  return Object.fromEntries(
    members.map(({ documentId, articleId, sourceId, sourceName, title, publishedAt }): [string, CitedDocument] => [
      documentId,
      { documentId, articleId, sourceId, sourceName, title, publishedAt, url: '', language },
    ]),
  )
}

/** Adds each stored document's URL at the outlet and its language. */
export async function withAddresses<Story extends Pick<BriefStoryView, 'points' | 'strongest' | 'documents'>>(
  { store }: OperationContext,
  stories: readonly Story[],
): Promise<readonly Story[]> {
  const ids = stories.flatMap(({ points, strongest }) =>
    [...points.map(({ citation }) => citation), ...citationsOf(strongest)].map(({ documentId }) => documentId),
  )
  const found = await store.articles.citedDocuments(ids)
  return stories.map((story) => ({
    ...story,
    documents: Object.fromEntries(
      Object.entries(story.documents).map(([id, document]) => {
        const { url = '', language } = found[id] ?? {}
        return [id, { ...document, url, ...defined({ language }) }]
      }),
    ),
  }))
}

function citationsOf(strongest: BriefStoryView['strongest']): readonly Citation[] {
  if (strongest === undefined) return []
  if (strongest.kind === 'quote') return [strongest.citation]
  return [strongest.a.citation, strongest.b.citation, ...(strongest.signal ? [strongest.signal] : [])]
}

/** As many as can be read in five minutes, at least one. */
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
  const said = citationsOf(strongest)
  return [title, ...points.map(({ citation }) => citation.exact), ...said.map(({ exact }) => exact)].reduce(
    (sum, text) => sum + wordCount(text),
    0,
  )
}
