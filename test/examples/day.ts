import { asId, type SourceId, type StoryId } from '../../src/core/ids.ts'
import type { Facet, StoryCard, TodayView } from '../../src/operations/day/today-views.ts'
import type { Answers } from './answers.ts'
import { cards, singles } from './cards.ts'
import { busy } from './progress.ts'
import { articleIdOf, citeWords } from './story.ts'
import { own, wire } from './texts.ts'

const facet = (label: string, count: number, value = label): Facet => ({ value, label, count })

function emptyDay(): Omit<TodayView, 'feedCount'> {
  return {
    day: '2026-03-17',
    month: '2026-03',
    days: daysOfMarch().map((day) => ({ day, storyCount: 0 })),
    period: 'day',
    isBySection: false,
    facets: {
      periods: [{ value: 'day', label: 'day', count: 0 }],
      sections: [],
      languages: [],
      sources: [],
      all: { sections: 0, languages: 0, sources: 0 },
    },
    recentHours: 6,
    storyCount: 0,
    articleCount: 0,
    sourceCount: 0,
    dayCount: 0,
    asideCount: 0,
    page: 1,
    pageCount: 1,
    skipped: 0,
    stories: [],
    newCount: 0,
    followed: [],
    bySection: [],
    oneSourceOnly: [],
    comingUp: [],
    edited: [],
  }
}

function daysOfMarch(): readonly string[] {
  return Array.from({ length: 31 }, (_, index) => `2026-03-${String(index + 1).padStart(2, '0')}`)
}

export const today: TodayView = {
  ...emptyDay(),
  previousDay: '2026-03-16',
  days: daysOfMarch().map((day, index) => ({
    day,
    storyCount: day === '2026-03-17' ? 5 : day < '2026-03-17' ? (index * 7) % 13 : 0,
  })),
  facets: {
    periods: [
      { value: 'day', label: 'day', count: 7 },
      { value: 'hours', label: 'hours', count: 3 },
    ],
    sections: [facet('Region', 2), facet('Transport', 1), facet('Science', 1), facet('World', 1)],
    languages: [facet('en', 4), facet('ar', 1)],
    sources: [
      facet('Northern Wire', 3, 'source-1'),
      facet('Varn Echo', 2, 'source-2'),
      facet('منبر الساحل', 1, 'source-3'),
    ],
    all: { sections: 5, languages: 5, sources: 5 },
  },
  storyCount: 7,
  articleCount: 340,
  sourceCount: 12,
  dayCount: 7,
  stories: cards,
  followed: [
    { kind: 'entity', target: 'person:mara-ellind', label: 'Mara Ellind', storyCount: 3, newCount: 2 },
    { kind: 'topic', target: 'Region', label: 'Region', storyCount: 2, newCount: 0 },
  ],
  hidden: { total: 3, counts: [{ label: 'football', kind: 'word', count: 3 }], isShown: false },
  asideCount: singles.length,
  oneSourceOnly: singles,
  comingUp: [{ date: '2026-03-19', citation: citeWords(wire, wire.blocks[1]!), story: cards[0]! }],
  edited: [{ articleId: articleIdOf(own), sourceName: own.outlet, title: own.title, at: '2026-03-17T07:31:00Z' }],
  feedCount: 12,
  unreadCount: 71,
}

export const firstRun: TodayView = { ...emptyDay(), feedCount: 0 }
export const gathering: TodayView = { ...emptyDay(), feedCount: 12, progress: busy }
export const quietDay: TodayView = { ...emptyDay(), feedCount: 12, previousDay: '2026-03-16', unreadCount: 1230 }

/** The cards again and again, as many as a busy day has. */
function manyCards(count: number, from = 0): readonly StoryCard[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index
    const card = cards[number % cards.length]!
    const place = card.place && { ...card.place, ...(number < 4 ? { isNew: true as const } : {}) }
    return { ...card, id: asId<StoryId>(`story-many-${number}`), ...(place && { place }) }
  })
}

/** A reader who comes back on a day of 212 stories. */
export const busyDay: TodayView = {
  ...today,
  facets: {
    ...today.facets,
    periods: [
      { value: 'day', label: 'day', count: 212 },
      { value: 'hours', label: 'hours', count: 80 },
      { value: 'visit', label: 'visit', count: 4 },
    ],
  },
  visitedAt: '2026-03-17T08:10:00Z',
  newCount: 4,
  storyCount: 212,
  dayCount: 212,
  pageCount: 6,
  stories: manyCards(40),
}

/** Its last page. */
export const lastPage: TodayView = {
  ...busyDay,
  page: 6,
  skipped: 200,
  stories: manyCards(12, 200),
  oneSourceOnly: [],
  comingUp: [],
  edited: [],
}

export const bySection: TodayView = {
  ...today,
  isBySection: true,
  stories: [],
  bySection: [
    { section: 'Region', storyCount: 9, stories: manyCards(3) },
    { storyCount: 2, stories: manyCards(2, 3) },
  ],
}

/** Under a filter that leaves nothing. */
export const nothingChosen: TodayView = {
  ...today,
  section: 'Sport',
  language: 'ar',
  source: { id: asId<SourceId>('source-2'), name: 'Varn Echo' },
  storyCount: 0,
  stories: [],
  oneSourceOnly: [],
  comingUp: [],
  edited: [],
}

export const nothingNew: TodayView = {
  ...busyDay,
  period: 'visit',
  newCount: 0,
  storyCount: 0,
  pageCount: 1,
  stories: [],
  oneSourceOnly: [],
  comingUp: [],
  edited: [],
}

export const dayOperations = {
  get_today: async ({ day, section, period, page, isBySection }) => {
    if (day === '2026-01-01') return firstRun
    if (day === '2026-01-02') return gathering
    if (day === '2026-01-03') return quietDay
    if (day === '2026-01-04') return page === undefined ? busyDay : lastPage
    if (section === 'Sport') return nothingChosen
    if (period === 'visit') return nothingNew
    if (isBySection) return bySection
    return section === undefined ? today : { ...today, section }
  },
} satisfies Answers
