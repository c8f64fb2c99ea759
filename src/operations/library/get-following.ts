import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { asId, type EntityId, type StoryId } from '../../core/ids.ts'
import type { ListPicture } from '../../core/list-picture.ts'
import type { Follow, Mute } from '../../core/marks.ts'
import { targetKey } from '../../core/marks.ts'
import type { Member } from '../../core/story.ts'
import type { SearchHit } from '../../store/store.ts'
import type { OutlinedStory, StoryRow } from '../../store/stories/stories.ts'
import { followedNews, isOfTopic, type NewsRow, type StoryNews } from '../../story/followed-news.ts'
import { ignoringStoreTrouble } from '../busy.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { newestMatches } from '../search/saved-searches.ts'
import { isAbout, visitTarget } from './followed-by.ts'
import { mutableOutline, mutedLists } from './hide-muted.ts'
import type { FollowedQuote, FollowedView, FollowingView } from './library-views.ts'

type Suggestion = FollowingView['suggestions'][number]

const MOST = 6

/**
 * Suggestions: the names that most stories are about, then the sections of these stories; of equally many, those with more articles
 * first. Without what is followed or muted.
 */
export async function suggestFollows(
  { store }: { readonly store: { readonly entities: Pick<OperationContext['store']['entities'], 'find'> } },
  stories: readonly OutlinedStory[],
  marks: readonly (Follow | Mute)[],
): Promise<readonly Suggestion[]> {
  const known = new Set(marks.map(targetKey))
  const counted = (kind: Suggestion['kind'], targetsOf: (story: OutlinedStory) => readonly string[]) => {
    const counts = new Map<string, { readonly stories: number; readonly articles: number }>()
    for (const story of stories)
      for (const target of targetsOf(story)) {
        const { stories = 0, articles = 0 } = counts.get(target) ?? {}
        counts.set(target, { stories: stories + 1, articles: articles + story.articleCount })
      }
    return [...counts]
      .filter(([target]) => !known.has(targetKey({ kind, target })))
      .sort(
        ([a, left], [b, right]) => right.stories - left.stories || right.articles - left.articles || (a < b ? -1 : 1),
      )
      .slice(0, MOST)
      .map(([target, { stories }]) => [target, stories] as const)
  }
  const entities = counted('entity', ({ outline }) => outline.mainEntityIds)
  const sections = counted('topic', ({ section }) => (section === undefined ? [] : [section]))
  const named = await Promise.all(
    entities.map(async ([target, storyCount]) => {
      const found = await store.entities.find(asId<EntityId>(target))
      return found ? [{ kind: 'entity' as const, target, label: found.entity.name, storyCount }] : []
    }),
  )
  return [
    ...named.flat(),
    ...sections.map(([target, storyCount]) => ({ kind: 'topic' as const, target, label: target, storyCount })),
  ]
}

const DAY_MS = 86_400_000
/** Something never looked at shows this many days of news; nothing older than `longestDays` is shown. */
const firstLookDays = 7
const longestDays = 30
/** Stories read in full, newest first; a reader who follows more than this looks often. */
const MOST_STORIES = 400
const STORIES_SHOWN = 5
const QUOTES_SHOWN = 3
const ARTICLES_SHOWN = 5

export const getFollowing = defineOperation({
  name: 'get_following',
  minRole: 'reader',
  summary: 'What is new about each followed item since the last visit',
  input: z.strictObject({
    muted: z.enum(['show']).optional(),
    /** True when the reader opens the page, which is recorded. */
    looks: z.boolean().optional(),
  }),
  async run(context, { muted, looks }): Promise<FollowingView> {
    const { store, now } = context
    const at = now().toISOString()
    const [follows, mutes, isAlerting] = await Promise.all([
      store.follows.list(context.reader.id),
      store.mutes.list(context.reader.id, at),
      alertingOf(context),
    ])
    const targets = follows.map(visitTarget)
    const noted =
      looks && (await ignoringStoreTrouble(store.visits.touchMany(context.reader.id, 'follow', targets, at)))
    const before = noted || (await store.visits.lastOf(context.reader.id, 'follow', targets))
    const since = sinceOf(await withReadStories(context, follows, before), at)
    const daysAgo = (days: number) => new Date(Date.parse(at) - days * DAY_MS).toISOString()
    const outlines = await outlinesSince(
      context,
      follows,
      [daysAgo(firstLookDays), ...follows.map((follow) => since(follow).since)],
      at,
    )
    const lists = await mutedLists(context, muted)
    const wanted = outlines.filter((story) => follows.some((follow) => mayHaveNews(follow, story, since(follow).since)))
    const rows = await newsRows(context, lists.sift(wanted, mutableOutline))
    const pictures = new Map(outlines.map(({ id, outline }) => [id as string, outline.picture]))
    const unmuted = (await mutedLists(context)).sift(outlines, mutableOutline)
    const followed = await Promise.all(
      follows.map(async (follow) => ({
        ...defined({ newest: newestOf(follow, unmuted) }),
        ...(await followedView(
          context,
          follow,
          rows,
          pictures,
          { ...since(follow), isAlerting: isAlerting(follow) },
          at,
        )),
      })),
    )
    const dayAgo = daysAgo(1)
    return {
      followed: followed.sort(newsFirst),
      ...lists.hidden(),
      mutes,
      suggestions: await suggestFollows(
        context,
        unmuted.filter(({ lastAt }) => lastAt > dayAgo),
        [...follows, ...mutes],
      ),
    }
  },
})

/** Whether a followed thing alerts: by its own switch, otherwise by the general one. */
async function alertingOf({ store, reader }: OperationContext): Promise<(follow: Follow) => boolean> {
  const [{ isAllOn }, choices] = await Promise.all([store.alerts.settings(reader.id), store.alerts.choices(reader.id)])
  const chosen = new Map(choices.map((each) => [visitTarget(each), each.choice === 'on']))
  return (follow) => chosen.get(visitTarget(follow)) ?? isAllOn
}

type Row = StoryRow & NewsRow

/** The stories in the news since the earliest of the times, and followed stories of any age. */
async function outlinesSince(
  { store }: OperationContext,
  follows: readonly Follow[],
  times: readonly string[],
  until: string,
): Promise<readonly OutlinedStory[]> {
  const from = times.toSorted()[0] ?? until
  const outlines = await store.stories.listOutlines({ from, until })
  const known = new Set<string>(outlines.map(({ id }) => id))
  const older = follows.filter(({ kind, target }) => kind === 'story' && !known.has(target))
  return [...outlines, ...(await store.stories.findOutlines(older.map(({ target }) => asId<StoryId>(target))))]
}

/** A followed story can change without a new article, when a promised day passes; everything else has news only by a new article. */
function mayHaveNews(follow: Follow, story: OutlinedStory, since: string): boolean {
  if (follow.kind === 'topic') return isOfTopic(story.section, follow.target) && story.lastAt > since
  return isAbout(follow, story) && (follow.kind === 'story' || story.lastAt > since)
}

/** The newest story about something followed. */
function newestOf(follow: Follow, stories: readonly OutlinedStory[]): FollowedView['newest'] {
  const about = stories.filter((story) => isAbout(follow, story))
  const [newest] = about.sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
  return newest && { path: 'story', id: newest.id, title: newest.title, language: newest.language, at: newest.lastAt }
}

async function newsRows({ store }: OperationContext, stories: readonly OutlinedStory[]): Promise<readonly Row[]> {
  const latest = stories.toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1)).slice(0, MOST_STORIES)
  const rows = await store.stories.findMany(latest.map(({ id }) => id))
  return rows.flatMap((row) => (row.dossier ? [{ ...row, dossier: row.dossier }] : []))
}

/** Reading a story also counts as looking at it. */
async function withReadStories(
  { store, reader }: OperationContext,
  follows: readonly Follow[],
  looks: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const stories = follows.filter(({ kind }) => kind === 'story')
  const read = await store.visits.lastOf(
    reader.id,
    'story',
    stories.map(({ target }) => target),
  )
  const later = new Map(looks)
  for (const story of stories) {
    const at = read.get(story.target)
    if (at !== undefined && at > (looks.get(visitTarget(story)) ?? '')) later.set(visitTarget(story), at)
  }
  return later
}

/** The time after which news of a thing is new: the last look, within `longestDays`. */
function sinceOf(looks: ReadonlyMap<string, string>, at: string) {
  const daysAgo = (days: number) => new Date(Date.parse(at) - days * DAY_MS).toISOString()
  return (follow: Follow): { readonly since: string; readonly isFirstLook: boolean } => {
    const look = looks.get(visitTarget(follow))
    if (look === undefined) return { since: daysAgo(firstLookDays), isFirstLook: true }
    const [, since = look] = [look, daysAgo(longestDays)].sort()
    return { since, isFirstLook: false }
  }
}

async function followedView(
  context: OperationContext,
  follow: Follow,
  rows: readonly Row[],
  pictures: ReadonlyMap<string, ListPicture | undefined>,
  { since, isFirstLook, isAlerting }: Pick<FollowedView, 'since' | 'isFirstLook' | 'isAlerting'>,
  now: string,
): Promise<FollowedView> {
  const base = { follow, isAlerting, since, isFirstLook }
  if (follow.kind === 'search') return { ...base, ...(await foundSince(context, follow.target, since)) }
  const news = followedNews(follow, rows, { since, now })
  const newest = news[0]?.at
  return {
    ...base,
    ...defined({ newestAt: newest }),
    counts: countsOf(follow, news),
    stories:
      follow.kind === 'source'
        ? []
        : news.slice(0, STORIES_SHOWN).map(({ row, at, count }) => {
            const { id, title, language } = row
            return { id, title, language, ...defined({ picture: pictures.get(id) }), at, count }
          }),
    articles:
      follow.kind === 'source'
        ? news.flatMap(({ row, articles }) => articles.map((member) => articleOf(member, row))).slice(0, ARTICLES_SHOWN)
        : [],
    quotes: news
      .flatMap(({ row, quotes }) => quotes.map((quote) => quoteOf(quote, row)))
      .toSorted((a, b) => Date.parse(b.document.publishedAt) - Date.parse(a.document.publishedAt))
      .slice(0, QUOTES_SHOWN),
  }
}

function countsOf({ kind }: Follow, news: readonly StoryNews<Row>[]): FollowedView['counts'] {
  return {
    stories: news.length,
    quotes: news.reduce((sum, { quotes }) => sum + quotes.length, 0),
    articles: kind === 'source' ? news.reduce((sum, { articles }) => sum + articles.length, 0) : 0,
  }
}

function articleOf(member: Member, { language }: Row): FollowedView['articles'][number] {
  const { articleId, title, sourceName, publishedAt } = member
  return { path: 'article', id: articleId, title, sourceName, language, at: publishedAt }
}

function quoteOf({ citation, member, isDirect }: StoryNews<Row>['quotes'][number], { language }: Row): FollowedQuote {
  const { documentId, articleId, sourceName, title, publishedAt } = member
  return { citation, isDirect, document: { documentId, articleId, sourceName, title, publishedAt, url: '', language } }
}

/** The first results of a followed search that were published since. */
async function foundSince({ store }: OperationContext, query: string, since: string) {
  const { text, sequences } = await newestMatches(store, query, undefined, 50)
  const rows = await store.search.hits(sequences, text)
  const found = rows
    .filter(({ publishedAt }) => Date.parse(publishedAt) > Date.parse(since))
    .toSorted((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
  const newest = found[0]?.publishedAt
  const [last] = rows.toSorted((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
  return {
    ...defined({ newestAt: newest, newest: last && newestFound(last) }),
    counts: { stories: 0, quotes: 0, articles: found.length },
    stories: [],
    articles: found.slice(0, ARTICLES_SHOWN).map((hit) => ({ ...newestFound(hit), sourceName: hit.sourceName })),
    quotes: [],
  }
}

function newestFound({ articleId, entryId, title, publishedAt }: SearchHit) {
  return {
    path: articleId === undefined ? ('entry' as const) : ('article' as const),
    id: articleId ?? entryId,
    title,
    at: publishedAt,
  }
}

function newsFirst(a: FollowedView, b: FollowedView): number {
  if (a.newestAt !== undefined && b.newestAt !== undefined) return Date.parse(b.newestAt) - Date.parse(a.newestAt)
  if (a.newestAt !== undefined || b.newestAt !== undefined) return a.newestAt === undefined ? 1 : -1
  return a.follow.label.localeCompare(b.follow.label)
}
