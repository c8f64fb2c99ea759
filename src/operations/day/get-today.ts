import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { SourceId, StoryId } from '../../core/ids.ts'
import { visitKinds } from '../../core/marks.ts'
import { boundsOfDay, dayInZone } from '../../core/time/zone.ts'
import type { OutlinedStory } from '../../store/stories/stories.ts'
import { newFirst, type Ranked, rankToday, recentHours } from '../../story/rank-today.ts'
import { busyProgressOf } from '../admin/get-progress.ts'
import { readStories } from '../articles/mark-opened.ts'
import { ignoringStoreTrouble } from '../busy.ts'
import { day, moment, month, sourceId, timeZone } from '../input.ts'
import { followedBy, followedOfDay, visitTarget } from '../library/followed-by.ts'
import { mutableOutline, mutedLists, withoutParked } from '../library/hide-muted.ts'
import { isHistoryOn } from '../library/is-history-on.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { cardOf } from '../stories/story-card.ts'
import { daysAround, isNewSince, lastHours, plusDays, storiesOfPeriod } from './day-periods.ts'
import type { Facet, PlannedEvent, StoryCard, TodayView } from './today-views.ts'
import { type RankableStory, rankable, readWeighing } from './weigh-stories.ts'

/** Stories per page. */
const PAGE = 40
const OF_SECTION = 5
const ASIDE = 6
/** With fewer stories of several sources, the list takes stories of one source first. */
const LEADING = 3
/** The list is divided into new and known stories for readers who were here within a day. */
const DIVIDED_MS = 24 * 3_600_000

export const getToday = defineOperation({
  name: 'get_today',
  minRole: 'guest',
  summary: 'The stories of one day in order: confirmed before single-source, then by reports, recency and growth',
  input: z.strictObject({
    day: day.optional(),
    /** IANA time zone of the days. Absent: UTC. */
    timeZone: timeZone.optional(),
    /** Of today: the whole day, its last hours, or what changed since the last visit; or seven days. */
    period: z.enum(['day', 'hours', 'visit', 'week']).optional(),
    language: z.string().max(20).optional(),
    section: z.string().max(40).optional(),
    source: sourceId.optional(),
    /** Only stories with several independent reports. */
    isConfirmedOnly: z.boolean().optional(),
    /** Only stories the reader has not read. */
    isUnreadOnly: z.boolean().optional(),
    /** By the time of the newest article, instead of by rank. */
    isByTime: z.boolean().optional(),
    /** Each section with its first stories, instead of one list. */
    isBySection: z.boolean().optional(),
    /** The first stories of one source only in `oneSourceOnly`, and not in the list. */
    hasAside: z.boolean().optional(),
    /** The month whose days are counted, `YYYY-MM`; absent: that of the day. */
    month: month.optional(),
    /** Shows muted stories this once. */
    muted: z.enum(['show']).optional(),
    page: z.coerce.number<number>().int().min(1).max(100_000).optional(),
    pageSize: z.coerce.number<number>().int().min(1).max(10_000).optional(),
    /** Ids of people, organizations and places whose stories rank higher, beside those the reader follows. */
    follows: z.array(z.string().max(200)).max(1000).optional(),
    /** When the reader's previous visit ended; absent: as recorded. */
    visitedAt: moment.optional(),
  }),
  async run(context, input): Promise<TodayView> {
    const { store, reader } = context
    const now = context.now()
    const zone = input.timeZone ?? 'UTC'
    const today = dayInZone(now.toISOString(), zone)
    const [busy, follows, around, noted, lists] = await Promise.all([
      busyProgressOf(context),
      store.follows.list(context.reader.id),
      daysAround(store, { day: input.day, month: input.month, now: now.toISOString(), timeZone: zone }),
      store.visits.lastBefore(context.reader.id, 'page', 'today', now.toISOString()),
      mutedLists(context, input.muted, 'stories'),
    ])
    const weighing = await readWeighing(context, follows)
    // After midnight, until there is news, the newest day is yesterday.
    const isNewest = around.day === today || (input.day === undefined && around.nextDay === undefined)
    const isNow = around.day === today || input.day === undefined
    const bounds = boundsOfDay(around.day, zone)
    const lastVisit = input.visitedAt ?? noted
    const asked = {
      day: around.day,
      timeZone: zone,
      period: input.period,
      now: now.toISOString(),
      visitedAt: lastVisit,
      isNewest,
      sift: async (stories: readonly OutlinedStory[]) =>
        lists.sift(await withoutParked(context, stories), mutableOutline),
    }
    const { period, until, ofDay, ofPeriod, periods } = await storiesOfPeriod(store, asked)
    const looks = await store.visits.lastOf(context.reader.id, 'follow', follows.map(visitTarget))
    const visitedAt = isNewest ? lastVisit : undefined
    const confirmed = input.isConfirmedOnly ? ofPeriod.filter(({ reportCount }) => reportCount > 1) : ofPeriod
    const read = input.isUnreadOnly ? await readStories(context, confirmed) : undefined
    const offered = read ? confirmed.filter(({ id }) => !read.has(id)) : confirmed
    const { matching, facets } = facetStories(offered, input)

    const isFollowed = followedBy([...follows, ...(input.follows ?? []).map(entityFollow)])
    const isFresh = visitedAt === undefined ? () => false : isNewSince(visitedAt)
    const isNew = ({ story }: RankableStory) => isFresh(story)
    const byRank = rankToday(
      matching.map((story) => rankable(story, isFollowed(story), weighing)),
      until,
      weighing.weights,
    )
    const byWeight = input.isByTime ? byRank.toSorted(newestFirst) : byRank
    const isDivided =
      period === 'day' && !input.isByTime && visitedAt && now.getTime() - Date.parse(visitedAt) < DIVIDED_MS
    const { ranked, newCount } = isDivided ? newFirst(byWeight, isNew) : { ranked: byWeight, newCount: 0 }
    const isBySection = input.isBySection === true
    const isAside = input.hasAside === true && !isBySection && !input.isByTime
    const single = ranked.filter(({ item }) => item.story.reportCount <= 1)
    // The column is for what is left beside a list of some length.
    const aside = single.slice(isAside ? Math.max(0, LEADING - ranked.length + single.length) : 0).slice(0, ASIDE)
    const list = isAside ? ranked.filter((place) => !aside.includes(place)) : ranked

    const size = input.pageSize ?? PAGE
    const pageCount = Math.max(1, Math.ceil(list.length / size))
    const page = Math.min(input.page ?? 1, pageCount)
    const skipped = (page - 1) * size
    const inPage = isBySection ? [] : list.slice(skipped, skipped + size)
    const sections = isBySection ? sectionsOf(byWeight) : []
    const beside = page > 1 || (input.hasAside && !isAside) ? [] : aside
    const listed = [...inPage, ...sections.flatMap(({ places }) => places), ...beside].map(({ item }) => item.story)
    const marksOf = await readerMarks(context, listed, follows, read)
    const cards = (places: readonly Ranked<RankableStory>[]) =>
      places.map((place) => ({
        ...cardAt(place, now, isNew(place.item)),
        ...marksOf(place.item.story.id),
      }))
    const source = input.source && {
      id: input.source,
      name:
        facets.sources.find(({ value }) => value === input.source)?.label ??
        (await store.feeds.findSource(context.reader.id, input.source))?.name ??
        input.source,
    }
    return {
      ...around,
      period,
      ...defined({ language: input.language, section: input.section, source }),
      ...(follows.some(({ kind, target }) => kind === 'topic' && target === input.section) && {
        isSectionFollowed: true as const,
      }),
      ...defined({
        isConfirmedOnly: input.isConfirmedOnly || undefined,
        isUnreadOnly: input.isUnreadOnly || undefined,
        isByTime: input.isByTime || undefined,
      }),
      isBySection,
      facets: { ...facets, periods },
      ...defined({ visitedAt }),
      recentHours: lastHours,
      storyCount: ranked.length,
      articleCount: matching.reduce((sum, { articleCount }) => sum + articleCount, 0),
      sourceCount: new Set(matching.flatMap(({ outline }) => outline.sources.map(({ id }) => id))).size,
      dayCount: ofDay.length,
      asideCount: isAside ? aside.length : 0,
      page,
      pageCount: isBySection ? 1 : pageCount,
      skipped,
      stories: cards(inPage),
      newCount,
      followed: page > 1 ? [] : followedOfDay(follows, ofDay, looks).slice(0, ASIDE),
      ...lists.hidden(),
      bySection: sections.map(({ places, ...rest }) => ({ ...rest, stories: cards(places) })),
      oneSourceOnly: cards(beside),
      comingUp:
        isNow && page === 1
          ? comingUp(
              ranked.map(({ item }) => item.story),
              today,
            )
          : [],
      edited: page > 1 ? [] : await store.articles.listEdited(bounds.from, bounds.until, ASIDE),
      ...busy,
      ...(await failingOf(context, ofDay.length, isNow && page === 1)),
      ...(reader.role === 'guest' ? {} : { unreadCount: await store.entries.unreadCount(reader.id, {}) }),
    }
  },
})

function newestFirst({ item: { story: a } }: Ranked<RankableStory>, { item: { story: b } }: Ranked<RankableStory>) {
  return a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : 0
}

/** How many feeds of a reader can't be loaded, on an empty day or, of the present day, where they are most. */
async function failingOf({ store, reader }: OperationContext, dayCount: number, isNow: boolean) {
  if (reader.role === 'guest' || (dayCount > 0 && !isNow)) return {}
  const { count, of, since } = await store.feeds.sumUpFailing(reader.id)
  const areMost = 2 * count > of
  if (count === 0 || (dayCount > 0 && !areMost)) return {}
  return { failingCount: count, ...(areMost ? { mostFail: { of, ...defined({ since }) } } : {}) }
}

/** What a reader did with stories: read, saved, followed. `known`: the ids of those read, if they were looked up before. */
async function readerMarks(
  context: OperationContext,
  stories: readonly OutlinedStory[],
  follows: readonly { readonly kind: string; readonly target: string }[],
  known: Awaited<ReturnType<typeof readStories>> | undefined,
): Promise<(id: StoryId) => Pick<StoryCard, 'isRead' | 'isSaved' | 'isFollowed'>> {
  const { store, reader } = context
  if (reader.role === 'guest') return () => ({})
  const [read, saved] = await Promise.all([
    known ?? readStories(context, stories),
    store.saves.among(
      reader.id,
      'story',
      stories.map(({ id }) => id),
    ),
  ])
  const followed = new Set(follows.flatMap(({ kind, target }) => (kind === 'story' ? [target] : [])))
  const mark = (isSet: boolean) => (isSet ? (true as const) : undefined)
  return (id) =>
    defined({ isRead: mark(read.has(id)), isSaved: mark(saved.has(id)), isFollowed: mark(followed.has(id)) })
}

function entityFollow(target: string) {
  return { kind: 'entity', target } as const
}

function cardAt(
  { item, reports, newestMs, recent, parts }: Ranked<RankableStory>,
  now: Date,
  isNew: boolean,
): StoryCard {
  const marks = defined({
    isFollowed: item.isFollowed ? (true as const) : undefined,
    isNew: isNew ? (true as const) : undefined,
  })
  const newestAt = new Date(newestMs).toISOString()
  return { ...cardOf(item.story, now), place: { reports, newestAt, recent, hours: recentHours, parts, ...marks } }
}

/** Each section with its first stories; largest section first, stories without a section last. */
function sectionsOf(ranked: readonly Ranked<RankableStory>[]) {
  const groups = [...Map.groupBy(ranked, ({ item }) => item.story.section)]
  return groups
    .sort(([a, left], [b, right]) => Number(a === undefined) - Number(b === undefined) || right.length - left.length)
    .map(([section, places]) => ({
      ...defined({ section }),
      storyCount: places.length,
      places: places.slice(0, OF_SECTION),
    }))
}

/** What a list of stories can be filtered by; the filters are optional and combine. */
type StoryChoices = {
  readonly language?: string | undefined
  readonly section?: string | undefined
  readonly source?: SourceId | undefined
}

type Test = (story: OutlinedStory) => boolean

/** The stories that match all filters, and the facets: each is counted with the other filters applied. */
function facetStories(
  stories: readonly OutlinedStory[],
  { language, section, source }: StoryChoices,
): { readonly matching: readonly OutlinedStory[]; readonly facets: Omit<TodayView['facets'], 'periods'> } {
  const isOfLanguage: Test = (story) => language === undefined || story.language === language
  const isOfSection: Test = (story) => section === undefined || story.section === section
  const isOfSource: Test = ({ outline }) => source === undefined || outline.sources.some(({ id }) => id === source)
  const bySection = stories.filter((story) => isOfLanguage(story) && isOfSource(story))
  const byLanguage = stories.filter((story) => isOfSection(story) && isOfSource(story))
  const bySource = stories.filter((story) => isOfSection(story) && isOfLanguage(story))
  return {
    matching: bySection.filter(isOfSection),
    facets: {
      sections: facetsOf(bySection, ({ section }) => (section === undefined ? [] : [[section, section]])),
      languages: facetsOf(byLanguage, ({ language }) => [[language, language]]),
      sources: facetsOf(bySource, ({ outline }) => outline.sources.map(({ id, name }) => [id, name] as const)),
      all: { sections: bySection.length, languages: byLanguage.length, sources: bySource.length },
    },
  }
}

/** The most frequent first, then by name. */
function facetsOf(
  stories: readonly OutlinedStory[],
  valuesOf: (story: OutlinedStory) => readonly (readonly [value: string, label: string])[],
): readonly Facet[] {
  const found = new Map<string, { label: string; count: number }>()
  for (const story of stories)
    for (const [value, label] of valuesOf(story)) {
      const known = found.get(value)
      if (known) known.count += 1
      else found.set(value, { label, count: 1 })
    }
  return [...found]
    .map(([value, { label, count }]) => ({ value, label, count }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}

export const recordVisit = defineOperation({
  name: 'record_visit',
  minRole: 'guest',
  summary: 'Records a visit to a page, a story, an article or something followed; returns the previous visit',
  input: z.strictObject({ kind: z.enum(visitKinds), target: z.string().min(1).max(600) }),
  async run(context, { kind, target }): Promise<{ readonly before?: string }> {
    const { store, now, reader } = context
    if (reader.role === 'guest') return {}
    // Opened stories and articles are history, stored only if the reader keeps one.
    if ((kind === 'story' || kind === 'article') && !(await isHistoryOn(context))) return {}
    const before = await ignoringStoreTrouble(store.visits.touch(reader.id, kind, target, now().toISOString()))
    return before === undefined ? {} : { before }
  },
})

const daysAhead = 7
const mostEvents = 5
const ofOneStory = 2
/** A longer sentence would fill the column. */
const mostLetters = 240

/** A plan that its own sentence takes back: `A strike planned for Tuesday has been called off`. */
const calledOff =
  /\b(?:call(?:ed|s|ing)? off|cancel\w*|scrapp\w*|averted|postpon\w*|annul\p{L}*|report[ée]e?s? (?:à|au)|abgesagt|verschoben)|(?:أُ?لغ|تأج[يّ]?ل)/iu

/**
 * What stories say is planned for the seven days from `today` (`YYYY-MM-DD`) on, the soonest first; a story's sentence that is already
 * under its headline is not repeated. Of several sentences of a story on one day, the longest is taken.
 */
function comingUp(stories: readonly OutlinedStory[], today: string): readonly PlannedEvent[] {
  const until = `${plusDays(today, daysAhead)}T`
  return stories
    .flatMap(({ id, title, language, outline: { plans, line } }) => {
      const near = plans.filter(({ date, citation: { exact } }) => {
        const isNear = date >= today && date < until
        return isNear && exact.length <= mostLetters && exact !== line?.citation.exact && !calledOff.test(exact)
      })
      const best = [...Map.groupBy(near, ({ date }) => date.slice(0, 10)).values()].flatMap((ofDay) => {
        // The longest says most of what it is about.
        const [longest] = ofDay.toSorted((a, b) => b.citation.exact.length - a.citation.exact.length)
        return longest ? [longest] : []
      })
      return best.slice(0, ofOneStory).map((plan) => ({ ...plan, story: { id, title, language } }))
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .slice(0, mostEvents)
}
