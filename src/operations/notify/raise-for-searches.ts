import type { StoryId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import type { AlertFollower } from '../../store/notify/alerts.ts'
import type { SearchHit } from '../../store/store.ts'
import type { StoryRow } from '../../store/stories/stories.ts'
import type { AlertChange } from '../../story/alerts/alert-changes.ts'
import { mutableHit } from '../library/hide-muted.ts'
import { newestMatches } from '../search/saved-searches.ts'
import type { AlertContext } from './alert-jobs.ts'
import { changesOf, firstKept, mutableStory, raise, storyOf } from './raise-alerts.ts'

/** New matches of one search handled in one run. */
const MOST_MATCHES = 100
const MINUTE_MS = 60_000
/** Entries from this long before the last run are checked again, because articles become searchable a little after they arrive. */
const OVERLAP_MS = 10 * MINUTE_MS
/** After a day, an unread match is no longer waited for. */
const WAIT_MS = 24 * 60 * MINUTE_MS

type Found = {
  /** Undefined for a match that is not read yet, or whose story does not include it yet: it is checked again later. */
  readonly raised: number | undefined
}

/**
 * Raises alerts for searches, each query run once however many readers saved it. A match counts as the report its text belongs to, so
 * copies of a text raise one alert. Safe to repeat.
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

/** A story's changes, computed once for all its matches because that reads all its articles. */
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
  const [row] = await context.store.stories.findMany([hit.storyId])
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

/** An article without a story; a copy of another text is not news. */
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
