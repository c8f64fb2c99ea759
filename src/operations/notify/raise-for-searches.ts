import type { StoryId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import type { AlertFollower } from '../../store/notify/alerts.ts'
import type { SearchHit } from '../../store/store.ts'
import type { StoryRow } from '../../store/stories/stories.ts'
import type { AlertChange } from '../../story/alerts/alert-changes.ts'
import { mutableHit } from '../library/hide-muted.ts'
import { newestMatches } from '../search/saved-searches.ts'
import type { AlertContext } from './alert-desk.ts'
import { changesOf, firstKept, mutableStory, raise, storyOf } from './raise-alerts.ts'

/** Of one search so many new matches are looked at in one go. */
const MOST_MATCHES = 100
const MINUTE_MS = 60_000
/** What came so shortly before the last look is looked at again: texts are found a little after they came. */
const OVERLAP_MS = 10 * MINUTE_MS
/** What is not read after a day is not waited for. */
const WAIT_MS = 24 * 60 * MINUTE_MS

type Found = {
  /** Undefined for a match that is not read, or whose story is not told yet: it is looked at again. */
  readonly raised: number | undefined
}

/**
 * Raises what is new of the searches that alert, each asked once, however many readers keep it. A match is the report its
 * text is part of, so that copies of one text are one alert. Safe to repeat.
 */
export async function raiseForSearches(context: AlertContext): Promise<number> {
  const { store, now } = context
  const at = now().toISOString()
  const earlier = (ms: number) => new Date(Date.parse(at) - ms).toISOString()
  const byQuery = Map.groupBy(await store.alerts.searches(), ({ target }) => target)
  let raised = 0
  const settled: string[] = []
  const waiting: string[] = []
  for (const [query, followers] of byQuery) {
    const since = followers.map((follower) => follower.since).sort()[0] ?? at
    const { text, sequences } = await newestMatches(store, query, since, MOST_MATCHES)
    const hits = await store.search.hits(sequences, text)
    let isWaiting = false
    const changes = changesByStory((row, dossier) => changesOf(context, row, dossier, followers, at))
    for (const hit of hits) {
      const found = await raiseHit(context, hit, followers, changes)
      raised += found.raised ?? 0
      if (found.raised === undefined) isWaiting = true
    }
    if (isWaiting) waiting.push(query)
    else settled.push(query)
  }
  await store.alerts.setSearched(settled, earlier(OVERLAP_MS))
  await store.alerts.setSearched(waiting, earlier(WAIT_MS))
  if (waiting.length > 0) {
    const runAt = new Date(Date.parse(at) + 2 * MINUTE_MS).toISOString()
    await store.jobs.enqueue([{ kind: 'alert', key: 'searches', runAt }])
  }
  return raised
}

type ChangesOf = (row: StoryRow, dossier: Dossier) => Promise<readonly AlertChange[]>

/** What changed in a story, worked out once for all its matches: all its articles are read for it. */
function changesByStory(work: ChangesOf): ChangesOf {
  const known = new Map<StoryId, Promise<readonly AlertChange[]>>()
  return (row, dossier) => {
    const changes = known.get(row.id) ?? work(row, dossier)
    known.set(row.id, changes)
    return changes
  }
}

async function raiseHit(
  context: AlertContext,
  hit: SearchHit,
  followers: readonly AlertFollower[],
  changesOfStory: ChangesOf,
): Promise<Found> {
  if (hit.articleId === undefined) return { raised: undefined }
  if (hit.storyId === undefined) return { raised: await raiseAlone(context, hit, followers) }
  const [row] = await context.store.stories.findMany([hit.storyId as StoryId])
  if (!row?.dossier?.members.some(({ articleId }) => articleId === hit.articleId)) return { raised: undefined }
  const changes = await changesOfStory(row, row.dossier)
  const report = changes.filter(({ articleIds }) => articleIds.some((id) => id === hit.articleId))
  return { raised: await raiseReport(context, row, report, followers) }
}

function raiseReport(
  context: AlertContext,
  row: StoryRow,
  changes: readonly AlertChange[],
  followers: readonly AlertFollower[],
): Promise<number> {
  const { dossier } = row
  return dossier
    ? raise(context, storyOf(row, dossier), changes, followers, mutableStory(row, dossier))
    : Promise.resolve(0)
}

/** An article that is in no story; a copy of another text is nothing new. */
async function raiseAlone(context: AlertContext, hit: SearchHit, followers: readonly AlertFollower[]): Promise<number> {
  const stored = hit.articleId && (await context.store.articles.find(hit.articleId))
  if (!stored) return 0
  const isCopy = stored.syndications.some(({ kind }) => kind === 'whole-copy' || kind === 'cut-copy')
  if (isCopy) return 0
  const { article, source, document } = stored
  const change: AlertChange = {
    key: `report:${article.id}`,
    kind: 'report',
    at: firstKept(stored),
    isNewStory: false,
    ownSources: [source.id],
    sourceName: source.name,
    articleIds: [article.id],
  }
  const path = `/articles/${encodeURIComponent(article.id)}`
  const story = { id: article.id, title: hit.title, language: document.language, path, entityIds: [] }
  return raise(context, story, [change], followers, mutableHit(hit))
}
