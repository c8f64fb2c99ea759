import { defined } from '../../core/defined.ts'
import type { listNews, NewsView } from '../../operations/day/list-news.ts'
import type { InputOf } from '../../operations/operation.ts'

type Listener = {
  readonly after?: string
  readonly story?: string
  readonly hear: (news: NewsView) => void
}

/**
 * Calls `hear` with what is new since the story `after`, and with the current state of the story `story`; returns the function that ends
 * that.
 */
export type SubscribeNews = (interest: Omit<Listener, 'hear'>, hear: Listener['hear']) => () => void

const mostStories = 500

/** One query and one timer for all open pages; runs only while there are some. A failed query is repeated at the next tick. */
export function watchNews(
  read: (input: InputOf<typeof listNews>) => Promise<NewsView | undefined>,
  everyMs = 20_000,
): SubscribeNews {
  const listeners = new Set<Listener>()
  let timer: NodeJS.Timeout | undefined
  let isAsking = false

  async function tick(): Promise<void> {
    if (isAsking) return
    isAsking = true
    try {
      const all = [...listeners]
      const after = all.flatMap((each) => each.after ?? []).sort()[0]
      const stories = [...new Set(all.flatMap(({ story }) => story ?? []))].slice(0, mostStories)
      const news = await read(defined({ after, stories: stories.length > 0 ? stories : undefined }))
      if (news) for (const listener of all) if (listeners.has(listener)) listener.hear(news)
    } finally {
      isAsking = false
    }
  }

  return (interest, hear) => {
    const listener = { ...interest, hear }
    listeners.add(listener)
    timer ??= setInterval(() => void tick().catch(() => {}), everyMs).unref()
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      clearInterval(timer)
      timer = undefined
    }
  }
}
