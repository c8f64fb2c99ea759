import type { Context, Hono } from 'hono'
import { guest } from '../core/reader-identity.ts'
import type { NewsView } from '../operations/day/list-news.ts'
import { listNews } from '../operations/day/list-news.ts'
import { day, moment } from '../operations/input.ts'
import { eventStream } from './event-stream.ts'
import { identityOf, type RunIn, readerOf, type WebOptions } from './request-reader.ts'
import type { Live } from './watch-live.ts'

/** News while a page is open, as events in the reader's language; the page itself is never changed. */
export function liveRoutes(web: Hono, run: RunIn, options: WebOptions, live: Live): void {
  web.get('/news/events', async (context) => {
    const { story } = context.req.query()
    return story === undefined ? ofDay(context) : ofStory(context, story)
  })

  /** New stories of a day under the page's filters. The first event says from where to count, for a page that reconnects. */
  async function ofDay(context: Context): Promise<Response> {
    const { words } = readerOf(context, options)
    const query = context.req.query()
    const from = day.safeParse(query.day).data ?? ''
    const after = query.after || (await run(context, listNews, {}))?.newest || '0'
    const matches = ({ id, lastAt, language, section, sources }: NewsView['founded'][number]) =>
      id > after &&
      lastAt >= from &&
      (!query.language || language === query.language) &&
      (!query.section || section === query.section) &&
      (!query.source || (sources as readonly string[]).includes(query.source))
    return eventStream<NewsView>(context, {
      event: 'news',
      first: { founded: [], changed: [] },
      subscribe: (listener) => live.subscribeNews(identityOf(context) ?? guest, { after }, listener),
      toMessage: changedOnly(({ founded }) => {
        const count = founded.filter(matches).length
        return { after, text: count === 0 ? '' : words.frame.newStories(count) }
      }),
    })
  }

  function ofStory(context: Context, story: string): Response {
    const { words } = readerOf(context, options)
    const since = moment.safeParse(context.req.query('changed')).data
    const hasChanged = ({ changed }: NewsView) =>
      since !== undefined && changed.some(({ id, changedAt }) => id === story && changedAt > since)
    return eventStream<NewsView>(context, {
      event: 'news',
      first: undefined,
      subscribe: (listener) => live.subscribeNews(identityOf(context) ?? guest, { story }, listener),
      toMessage: changedOnly((news) => (hasChanged(news) ? { text: words.frame.storyChanged } : undefined)),
    })
  }
}

/** Skips an item equal to the last one sent. */
function changedOnly<Item>(write: (item: Item) => unknown): (item: Item) => unknown {
  let last: string | undefined
  return (item) => {
    const message = write(item)
    const text = JSON.stringify(message)
    if (text === last) return undefined
    last = text
    return message
  }
}
