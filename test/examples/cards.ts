import { type ArticleId, asId, type SourceId, type StoryId } from '../../src/core/ids.ts'
import type { StoryCard } from '../../src/operations/day/today-views.ts'
import { carriers, citedDocument, citeWords, members, storyId } from './story.ts'
import { arabic, hostile, own, wire } from './texts.ts'

export const cards: readonly StoryCard[] = [
  {
    id: storyId,
    title: wire.title,
    language: 'en',
    section: 'Region',
    articleCount: members.length,
    reportCount: 4,
    firstAt: wire.at,
    lastAt: '2026-03-17T09:40:00Z',
    changedAt: '2026-03-17T09:54:00Z',
    line: { citation: citeWords(wire, wire.blocks[1]!), document: citedDocument(wire) },
    outlets: [wire.outlet, own.outlet, arabic.outlet, ...carriers.slice(1)],
    sources: sourcesOf([wire.outlet, own.outlet, arabic.outlet, ...carriers.slice(1)]),
    picture: {
      of: { articleId: asId<ArticleId>('article-wire') },
      url: 'https://wire.example/quay.jpg',
      alt: 'The lower quay.',
    },
    groups: [1, 1, 1, members.length - 3],
    sameTextCount: members.length - 3,
    copyCount: 21,
    quoteCount: 6,
    differenceCount: 2,
    place: { reports: 4, newestAt: '2026-03-17T09:40:00Z', recent: 2, hours: 3, isFollowed: true },
    badges: ['developing', 'differs'],
  },
  card(
    'story-3',
    'Night trains return to the coast line after nine years',
    'Transport',
    9,
    3,
    ['Rail Letter', 'Northern Wire', 'Varn Echo'],
    ['new'],
  ),
  card(
    'story-4',
    'Court lets the seed bank keep its oldest shelf',
    'Science',
    2,
    2,
    ['The Strait Review', 'Field Notes'],
    ['changed'],
  ),
  {
    ...card('story-5', arabic.title, 'Region', 3, 2, [arabic.outlet, 'منبر الساحل'], []),
    language: 'ar',
    line: { citation: citeWords(arabic, arabic.blocks[0]!), document: citedDocument(arabic) },
  },
  card('story-6', hostile.title, 'World', 2, 1, [hostile.outlet], ['new']),
]

function sourcesOf(outlets: readonly string[]): StoryCard['sources'] {
  return outlets.map((name) => ({ id: asId<SourceId>(`source-${name}`), name }))
}

function card(
  id: string,
  title: string,
  section: string,
  articleCount: number,
  reportCount: number,
  outlets: readonly string[],
  badges: StoryCard['badges'],
): StoryCard {
  const copyCount = articleCount - reportCount
  const times = { firstAt: '2026-03-17T05:00:00Z', lastAt: '2026-03-17T08:05:00Z', changedAt: '2026-03-17T08:20:00Z' }
  return {
    id: asId<StoryId>(id),
    title,
    language: 'en',
    section,
    articleCount,
    reportCount,
    ...times,
    outlets,
    sources: sourcesOf(outlets),
    groups: [...Array.from({ length: reportCount - 1 }, () => 1), copyCount + 1],
    sameTextCount: copyCount > 0 ? copyCount + 1 : 0,
    copyCount,
    quoteCount: 2,
    differenceCount: 0,
    place: { reports: reportCount, newestAt: '2026-03-15T06:00:00Z', recent: 0, hours: 3 },
    badges,
  }
}

export const singles: readonly StoryCard[] = [
  card('story-7', 'Ministers weigh a levy on empty moorings', 'Politics', 1, 1, ['Varn Echo'], ['one source only']),
  card(
    'story-8',
    'A lighthouse keeper’s log turns up in a piano',
    'Culture',
    1,
    1,
    ['Ambly Mercury'],
    ['one source only'],
  ),
]
