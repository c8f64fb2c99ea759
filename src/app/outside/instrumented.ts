import { defined } from '../../core/defined.ts'
import type { FetchResult } from '../../core/fetch-result.ts'
import type { Http } from '../../http/client.ts'
import type { AnalysisPool } from '../../pipeline/analysis/analysis-pool.ts'
import { pollKey } from '../../pipeline/polls/trace-poll.ts'
import type { Store } from '../../store/store.ts'
import type { OurMeters } from '../../watch/meter-list.ts'
import type { Tracer } from '../../watch/tracer.ts'

/** Metrics and traces; absent what is not configured. */
export type Instruments = { readonly meters?: OurMeters; readonly tracer?: Tracer }

/** The same HTTP client, with the result of each request counted and traced as a step of its task. */
export function instrumentedHttp(http: Http, { meters, tracer }: Instruments): Http {
  if (!meters && !tracer) return http
  const watched = async (url: string, ask: () => Promise<FetchResult>): Promise<FetchResult> => {
    const fetched = await (tracer ? tracer.step('fetch', ask, (result) => aboutFetch(url, result)) : ask())
    meters?.count('twosource_fetches_total', [fetched.kind])
    return fetched
  }
  return {
    ...http,
    get: (url, options) => watched(url, () => http.get(url, options)),
    post: (url, options) => watched(url, () => http.post(url, options)),
  }
}

/** The host alone: a path or a query may contain a key. */
function aboutFetch(url: string, fetched: FetchResult) {
  const isOk = fetched.kind === 'ok' || fetched.kind === 'not-modified'
  return {
    attributes: {
      'server.address': URL.parse(url)?.hostname ?? '',
      'twosource.result': fetched.kind,
      ...defined({
        'http.response.status_code': 'status' in fetched ? fetched.status : undefined,
        'http.response.body.size': fetched.kind === 'ok' ? fetched.body.length : undefined,
      }),
    },
    isError: !isOk,
  }
}

/** The same threads, measuring the time of each article. */
export function instrumentedPool(pool: AnalysisPool, { meters, tracer }: Instruments): AnalysisPool {
  if (!meters && !tracer) return pool
  return {
    ...pool,
    async digest(input) {
      const digested = await pool.digest(input)
      meters?.count('twosource_pages_read_total', [digested.kind])
      if (digested.kind !== 'done' || !digested.tookMs) return digested
      const { extract, analyze } = digested.tookMs
      meters?.observe('twosource_page_read_duration_seconds', [], (extract + analyze) / 1000)
      const endedMs = Date.now()
      tracer?.timed('extract', extract, endedMs - analyze)
      tracer?.timed('analyze', analyze, endedMs)
      return digested
    },
  }
}

/** The same store, counting what is saved. */
export function instrumentedStore(store: Store, { meters, tracer }: Instruments): Store {
  if (!meters && !tracer) return store
  return {
    ...store,
    feeds: {
      ...store.feeds,
      async savePolls(outcomes) {
        const startMs = Date.now()
        const saved = await store.feeds.savePolls(outcomes)
        const endMs = Date.now()
        const newOf = new Map(saved.map(({ feedId, newCount }) => [feedId, newCount]))
        for (const { feedId, at, result } of outcomes) {
          const newCount = newOf.get(feedId) ?? 0
          meters?.count('twosource_polls_total', [result.kind])
          meters?.count('twosource_entries_new_total', [], newCount)
          tracer?.report(
            { poll: pollKey(feedId, at), attributes: { 'twosource.entries.new': newCount } },
            'store',
            startMs,
            endMs,
          )
        }
        return saved
      },
    },
    articles: {
      ...store.articles,
      async saveIngested(ingested) {
        await store.articles.saveIngested(ingested)
        meters?.count('twosource_articles_saved_total', [], ingested.length)
      },
    },
  }
}
