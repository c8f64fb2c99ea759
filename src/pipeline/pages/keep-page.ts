import { type ArticleId, asId } from '../../core/ids.ts'
import { withOwnHeaders } from '../../http/client.ts'
import type { Job } from '../../store/jobs/jobs.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { fetchPage, type PageFetched } from './fetch-page.ts'

/** After this many failed tries the page of an article isn't fetched again. */
const mostTries = 3

/** Fetches and keeps the page of an article that is saved or whose story is on the desk, under the same rules as its text. Safe to repeat. */
export async function keepWantedPage(context: PipelineContext, { key, attempts }: Job): Promise<void> {
  const { store, limits, http } = context
  const articleId = asId<ArticleId>(key)
  if (!limits.fetchesPages || !(await store.servedPages.isWanted(articleId))) return
  if ((await store.servedPages.list(articleId)).length > 0) return
  const known = await store.articles.find(articleId)
  const entryId = known?.article.entryId
  const target = entryId && (await store.articles.ingestTarget(entryId))
  const url = target?.entry.url ?? known?.article.url
  if (url === undefined || target?.usesOwnText) return
  const page = await fetchPage({ ...context, http: withOwnHeaders(http, target?.own) }, url)
  if (page.kind === 'page') await keepIfWanted(context, articleId, page)
  else if (page.isPassing && attempts < mostTries) throw new Error(page.reason)
}

/** Queues the fetch of a page for an article that was read from something else, where a page of it is wanted. Safe to repeat. */
export async function askForPage(
  { store, now, limits }: Pick<PipelineContext, 'store' | 'now' | 'limits'>,
  articleId: ArticleId,
): Promise<void> {
  if (!limits.fetchesPages) return
  if (!(await store.servedPages.isWanted(articleId)) || (await store.servedPages.list(articleId)).length > 0) return
  await store.jobs.enqueue([{ kind: 'keep-page', key: articleId, runAt: now().toISOString() }])
}

/** Keeps a page that was just read, if it is wanted and isn't kept already. */
export async function keepIfWanted(
  { store, now, log }: Pick<PipelineContext, 'store' | 'now' | 'log'>,
  articleId: ArticleId,
  { url, body, contentType, status = 200, headers = {} }: Extract<PageFetched, { kind: 'page' }>,
): Promise<void> {
  if (!(await store.servedPages.isWanted(articleId))) return
  const own = contentType === '' ? headers : { 'content-type': contentType, ...headers }
  const isNew = await store.servedPages.add(articleId, { url, status, headers: own, body, at: now().toISOString() })
  if (isNew) log('page-kept', { article: articleId })
}
