import { asId, type StoryId } from '../../src/core/ids.ts'
import type { NewsView } from '../../src/operations/list-news.ts'
import type { LiveOperations } from '../../src/web/live-operations.ts'

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
export function liveOperations(): {
  readonly operations: LiveOperations
  readonly announceNews: (news: NewsView) => void
  readonly newsListeners: () => readonly Parameters<LiveOperations['subscribeNews']>[0][]
} {
  const listeners = new Map<(news: NewsView) => void, Parameters<LiveOperations['subscribeNews']>[0]>()
  return {
    operations: {
      news: async () => newsOf(0),
      subscribeNews: (interest, listener) => {
        listeners.set(listener, interest)
        return () => listeners.delete(listener)
      },
    },
    announceNews: (news) => {
      for (const listener of listeners.keys()) listener(news)
    },
    newsListeners: () => [...listeners.values()],
  }
}
