import { asId, type StoryId } from '../../src/core/ids.ts'
import type { NewsView } from '../../src/operations/day/list-news.ts'
import type { SubscribeNews } from '../../src/web/day/watch-news.ts'
import type { Live } from '../../src/web/watch-live.ts'
import type { Answers } from './answers.ts'

/** News as tests send it: `founded` stories of today, in English, and the story of the examples changed when asked. */
export function newsOf(founded: number, changedAt?: string): NewsView {
  return {
    newest: asId<StoryId>('story-9'),
    founded: Array.from({ length: founded }, (_, index) => ({
      id: asId<StoryId>(`story-9${index}`),
      lastAt: '2026-03-17T10:00:00Z',
      language: 'en',
      section: 'Region',
      sources: [],
    })),
    changed: changedAt === undefined ? [] : [{ id: asId<StoryId>('story-1'), changedAt }],
  }
}

/** The operations of pages that stay open, and a way to send news to all of them. */
export function liveOperations() {
  const listeners = new Map<(news: NewsView) => void, Parameters<SubscribeNews>[0]>()
  const subscribeNews: Live['subscribeNews'] = (_reader, interest, listener) => {
    listeners.set(listener, interest)
    return () => listeners.delete(listener)
  }
  return {
    operations: { list_news: async () => newsOf(0) } satisfies Answers,
    subscribeNews,
    announceNews: (news: NewsView) => {
      for (const listener of listeners.keys()) listener(news)
    },
    newsListeners: () => [...listeners.values()],
  }
}
