import type { NewsView } from '../operations/list-news.ts'

/** What a page that stays open asks for. */
export type LiveOperations = {
  news(input: { readonly after?: string; readonly stories?: readonly string[] }): Promise<NewsView>
  /** Calls `listener` with what came since the story `after`, and with how the story `story` stands, until it is let go. */
  subscribeNews(
    interest: { readonly after?: string; readonly story?: string },
    listener: (news: NewsView) => void,
  ): () => void
}
