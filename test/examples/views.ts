import { type ArticleId, asId, type DocumentId, type EntryId, type FeedId, type SourceId } from '../../src/core/ids.ts'
import type { Quote } from '../../src/core/quote.ts'
import type { JobsView } from '../../src/operations/admin/list-jobs.ts'
import type { ArticleListView } from '../../src/operations/articles/article-list-views.ts'
import type { SourcePageView, SourceRowView } from '../../src/operations/feeds/source-views.ts'
import type {
  AddView,
  ArticleView,
  CitationView,
  EntryView,
  ListedEntry,
  SearchView,
} from '../../src/operations/views.ts'
import { articleChanges } from './article-changes.ts'
import { beside, failingFeed, feed, folders } from './feeds.ts'
import { busy } from './progress.ts'
import { busyReport, emptyReport } from './source-report.ts'
import { articleIdOf, citedDocument, citeWords, ellind, reyd, story, storyId } from './story.ts'
import { arabic, copy, hostile, joinBlocks, own, spanOf, wire } from './texts.ts'

export { firstRun, gathering, quietDay, today } from './day.ts'
export { busy, idle } from './progress.ts'
export { story } from './story.ts'

/** The moment at which the examples are looked at. */
export const now = '2026-03-17T10:00:00Z'

const wireText = joinBlocks(wire)

function quote(words: string, speaker: Quote['speaker'], confidence = 0.95): Quote {
  const found = { pattern: 'cue-right', confidence, sentence: 0 } as const
  return { span: spanOf(wire, words), kind: 'direct', ...(speaker && { speaker }), ...found }
}

export const article: ArticleView = {
  article: {
    id: articleIdOf(wire),
    sourceId: asId<SourceId>('source-1'),
    url: 'https://wire.example/harbor-talks',
    title: wire.title,
    authors: ['Lina Orr', 'Jon Askvig'],
    publishedAt: wire.at,
    updatedAt: '2026-03-17T07:20:00Z',
    section: 'Region',
    credit: 'NW',
    leadPicture: {
      url: 'https://pictures.example/quay.jpg',
      caption: 'The lower quay after the storm.',
      credit: 'Lina Orr',
    },
    pictures: [],
    kind: 'article',
    completeness: { kind: 'lead-missing', reason: 'the page begins in the middle of a sentence' },
    removals: [
      { step: 'caption', text: 'The lower quay after the storm. Picture: Lina Orr' },
      { step: 'promotion', text: 'Sign up for our <b>newsletter</b>' },
    ],
  },
  source: { id: asId<SourceId>('source-1'), name: wire.outlet, homeUrl: 'https://wire.example/' },
  document: {
    id: asId<DocumentId>(wire.id),
    articleId: articleIdOf(wire),
    language: 'en',
    title: wire.title,
    text: wireText.text,
    blocks: wireText.spans.map((span, index) => ({ ...span, kind: index === 3 ? 'heading' : 'paragraph' })),
    publishedAt: wire.at,
  },
  annotations: {
    quotes: {
      by: 'quotes',
      version: 1,
      items: [
        quote(
          'These were the two outcomes that mattered most today. They are good outcomes, and there was a real sense of unity,',
          reyd,
        ),
        quote('I don’t think you need a toll on the bridge,', ellind),
        quote('all of us would obviously prefer a fair toll while we work on the ferry', undefined, 0.4),
      ],
    },
  },
  stated: {
    promises: [
      {
        span: spanOf(wire, 'The council will “accept” a shared night watch on the strait'),
        reportedBy: spanOf(wire, 'Ellind'),
      },
      { span: spanOf(wire, wire.blocks[6]!.slice(0, -1)), by: { name: 'Tomas Reyd', isSure: false } },
    ],
    denials: [{ span: spanOf(wire, 'I don’t think you need a toll'), denied: spanOf(wire, 'a fair toll') }],
    figures: [
      { span: spanOf(wire, 'Around 140 people'), number: spanOf(wire, '140') },
      { span: spanOf(wire, 'forty volunteers'), number: spanOf(wire, 'forty') },
    ],
  },
  topics: [
    { code: '11000000', by: 'words', words: [spanOf(wire, 'unity'), spanOf(wire, 'bridge')] },
    { code: '20000638', broader: '11000000', by: 'words', words: [spanOf(wire, 'bridge')] },
  ],
  revisions: [
    {
      documentId: asId<DocumentId>('doc-earlier'),
      title: 'Harbor talks end with historic plan',
      at: '2026-03-16T22:10:00Z',
    },
    { documentId: asId<DocumentId>(wire.id), title: wire.title, at: '2026-03-17T07:20:00Z' },
  ],
  isCurrent: true,
  notRead: [],
  reading: { words: 420, minutes: 2, wordsPerSentence: 18, grade: { scale: 'flesch-kincaid', value: 9 } },
  lastLook: { at: '2026-03-17T07:20:00Z', outcome: 'changed' },
  keptPages: ['2026-03-16T09:20:00Z', '2026-03-17T07:20:00Z'].map((at, index) => ({
    digest: String(index).repeat(64),
    url: 'https://herald.example/bridge',
    status: 200,
    headers: { 'content-type': 'text/html' },
    byteCount: 48_000,
    at,
  })),
  changes: articleChanges,
  syndications: [
    {
      documentId: asId<DocumentId>(wire.id),
      otherId: asId<DocumentId>(copy.id),
      kind: 'cut-copy',
      share: 0.62,
      otherShare: 1,
      isCopyOfOther: false,
      direction: { kind: 'credit', agency: 'NW' },
      passages: wireText.spans.slice(0, 3).map((span) => ({ span, otherSpan: span, isQuotation: false })),
      other: citedDocument(copy),
    },
  ],
  story: {
    id: storyId,
    title: wire.title,
    articleCount: story.dossier.members.length,
    reportCount: 4,
    reportSizes: [1, 1, 1, 2],
    outlets: story.dossier.members.map(({ sourceId, sourceName }) => ({ id: sourceId, name: sourceName })),
    next: { articleId: articleIdOf(copy), sourceName: copy.outlet, title: copy.title },
  },
  entry: { id: asId<EntryId>('entry-1'), feedId: asId<FeedId>('feed-wire'), isRead: false, isStarred: true },
}

const arabicText = joinBlocks(arabic)
const { updatedAt: _updated, leadPicture: _lead, credit: _credit, ...plainArticle } = article.article

export const arabicArticle: ArticleView = {
  article: {
    ...plainArticle,
    id: articleIdOf(arabic),
    title: arabic.title,
    authors: [],
    completeness: { kind: 'complete' },
    removals: [],
  },
  source: { id: asId<SourceId>('source-3'), name: arabic.outlet, homeUrl: 'https://arabic.example/' },
  document: {
    id: asId<DocumentId>(arabic.id),
    articleId: articleIdOf(arabic),
    language: 'ar',
    title: arabic.title,
    text: arabicText.text,
    blocks: arabicText.spans.map((span) => ({ ...span, kind: 'paragraph' })),
    publishedAt: arabic.at,
  },
  annotations: {},
  topics: [{ code: '15000000', by: 'section', words: [] }],
  stated: { promises: [], denials: [], figures: [] },
  revisions: [],
  isCurrent: true,
  notRead: ['indirect-speech', 'promises', 'figures'],
  reading: { words: 62, minutes: 1, wordsPerSentence: 16 },
  syndications: [],
}

const cited = citeWords(wire, 'The council will “accept” a shared night watch on the strait')

export const citation: CitationView = {
  citation: cited,
  document: citedDocument(wire),
  paragraph: wire.blocks[1]!,
  start: 0,
  end: cited.exact.length,
  before: wire.blocks[0]!,
  after: wire.blocks[2]!,
  beforeSpan: { start: 0, end: wire.blocks[0]!.length },
  afterSpan: { start: 300, end: 300 + wire.blocks[2]!.length },
  revision: { index: 2, count: 2 },
  holds: true,
}

function entry(id: number, title: string, feedTitle: string, rest: Partial<ListedEntry> = {}): ListedEntry {
  const marks = { isRead: false, isStarred: false }
  const ids = { id: asId<EntryId>(`entry-${id}`), feedId: asId<FeedId>('feed-wire') }
  const url = `https://wire.example/${id}`
  return {
    ...ids,
    feedTitle,
    title,
    excerpt: wire.blocks[1]!,
    url,
    publishedAt: '2026-03-17T09:12:00Z',
    ...marks,
    ...rest,
  }
}

export const entries: readonly ListedEntry[] = [
  entry(1, wire.title, wire.outlet, { articleId: articleIdOf(wire), storyId, isStarred: true }),
  entry(2, own.title, own.outlet, { articleId: articleIdOf(own), storyId, excerpt: own.blocks[0]!, copyCount: 2 }),
  entry(3, arabic.title, arabic.outlet, { excerpt: arabic.blocks[0]! }),
  entry(4, hostile.title, hostile.outlet, { url: 'javascript:alert(2)', excerpt: hostile.blocks[0]! }),
  entry(5, 'Tide tables for April', 'Northern Wire', { isRead: true, excerpt: '' }),
]

export { failingFeed, folders }

export const river: ArticleListView = {
  folders: beside,
  unreadCount: 43,
  filter: { show: 'unread' },
  title: '',
  entries,
  order: 'newest',
  chosenOrder: 'newest',
  next: 'cursor-2',
}

export const oneFeed: ArticleListView = {
  ...river,
  filter: { feedId: failingFeed.id, show: 'all' },
  title: failingFeed.title,
  feed: failingFeed,
  nextUnread: { feedId: asId<FeedId>('feed-arabic'), title: arabic.outlet, unreadCount: 9 },
}

export const noFeeds: ArticleListView = {
  folders: [],
  unreadCount: 0,
  filter: { show: 'unread' },
  title: '',
  order: 'newest',
  chosenOrder: 'newest',
  entries: [],
}
export const entryView: EntryView = {
  entry: entries[1]!,
  authors: ['Ida <Holm>'],
  html: '<p>The feed’s <b>own</b> text.</p><a href="https://pictures.example/a.jpg?x=1&amp;y=2" rel="noopener noreferrer nofollow" class="picture">Picture: A ferry</a><ul><li>One</li><li>Two</li></ul>',
  more: { enclosures: [] },
}

export const sources: readonly (SourceRowView & SourcePageView)[] = [
  source('source-1', wire.outlet, 0.98, { entries, language: 'en', report: busyReport(asId<FeedId>('feed-source-1')) }),
  source('source-varn', 'Varn Echo', 0.21, {
    feeds: [failingFeed],
    family: 'Coast Papers',
    language: 'en',
    isFollowed: true,
  }),
  source('source-3', arabic.outlet, undefined, { language: 'ar' }),
  source('source-4', hostile.outlet, 0.5, {
    homeUrl: 'javascript:alert(3)',
    family: '<b>"Owner"',
    speed: { storyCount: 33, firstCount: 14, medianBehind: 170 },
    report: busyReport(asId<FeedId>('feed-source-4')),
  }),
]

function source(
  id: string,
  name: string,
  ownShare: number | undefined,
  rest: Partial<SourceRowView & SourcePageView> = {},
): SourceRowView & SourcePageView {
  const counts = {
    articleCount: 120,
    firstCount: 14,
    storyCount: 33,
    editedCount: 5,
    ...(ownShare !== undefined && { ownShare }),
  }
  return {
    id: asId<SourceId>(id),
    name,
    homeUrl: `https://${id}.example/`,
    feeds: [feed(id, name, 'Region', 4)],
    ...counts,
    entries: [],
    speed: { storyCount: 0, firstCount: 0 },
    isFollowed: false,
    report: emptyReport,
    ...rest,
  }
}

const snippet = 'talks to begin planning a second ferry between the two harbors'

export const search: SearchView = {
  query: 'ferry "night watch"',
  hits: [
    hit(1, wire.title, wire.outlet, snippet, { start: snippet.indexOf('ferry'), end: snippet.indexOf('ferry') + 5 }),
    hit(2, hostile.title, hostile.outlet, hostile.blocks[0]!, { start: 0, end: 5 }),
  ],
  quotes: [
    {
      articleId: asId<ArticleId>('article-wire'),
      documentId: asId<DocumentId>(wire.id),
      ...spanOf(wire, 'I don’t think you need a toll on the bridge,'),
      text: 'I don’t think you need a toll on the bridge,',
      speakerName: ellind.name,
      sourceName: wire.outlet,
      publishedAt: wire.at,
      kind: 'direct',
      confidence: 0.96,
    },
  ],
  next: 'cursor-3',
}

function hit(
  id: number,
  title: string,
  sourceName: string,
  text: string,
  mark: { start: number; end: number },
): SearchView['hits'][number] {
  const entryId = asId<EntryId>(`entry-${id}`)
  return {
    entryId,
    articleId: articleIdOf(wire),
    storyId,
    title,
    sourceName,
    publishedAt: wire.at,
    snippet: text,
    marks: [mark],
  }
}

export const add: AddView = {
  feedCount: 12,
  packs: ['World in English', 'Science', 'Le monde en français', 'العالم بالعربية'].map((name, index) => ({
    id: `pack-${index}`,
    name,
    language: ['en', 'en', 'fr', 'ar'][index]!,
    section: 'World',
    feeds: Array.from({ length: 8 }, (_, feedIndex) => ({
      title: `Outlet ${index + 1}.${feedIndex + 1}`,
      url: `https://outlet${feedIndex}.example/feed`,
      siteUrl: `https://outlet${feedIndex}.example/`,
    })),
  })),
}

export const jobs: JobsView = {
  progress: busy,
  jobs: [
    {
      id: 'job-1',
      kind: 'ingest-entry',
      key: 'entry-9',
      state: 'failed',
      attempts: 5,
      runAt: now,
      lastError: 'The page answered 503 <html>',
    },
    {
      id: 'job-2',
      kind: 'refresh-story',
      key: 'story-9',
      state: 'failed',
      attempts: 5,
      runAt: now,
      lastError: 'Out of time',
    },
    { id: 'job-3', kind: 'ingest-entry', key: 'entry-10', state: 'waiting', attempts: 0, runAt: now },
  ],
  failingFeeds: [failingFeed],
  store: { isOk: true, detail: 'integrity check passed, schema 3', sizeBytes: 48_300_000, dialect: 'sqlite' },
}
