import type { LiveOperations } from './live-operations.ts'

type Listener = {
  readonly after?: string
  readonly story?: string
  readonly hear: Parameters<LiveOperations['subscribeNews']>[1]
}

const mostStories = 500

/**
 * One question and one timer for all pages that stay open; it runs only while there are some. A question that fails is
 * asked again at the next turn.
 */
export function watchNews(read: LiveOperations['news'], everyMs = 20_000): LiveOperations['subscribeNews'] {
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
      const news = await read({ ...(after !== undefined && { after }), ...(stories.length > 0 && { stories }) })
      for (const listener of all) if (listeners.has(listener)) listener.hear(news)
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
