import { type ArticleId, asId, type FeedId } from '../../src/core/ids.ts'
import * as views from './views.ts'

const embargoUntil = '2026-03-18T09:00:00.000Z'
const { article, oneFeed } = views

/** An article and a newsletter of which nothing leaves yet. */
export const underEmbargo = {
  article: { ...article, article: { ...article.article, id: asId<ArticleId>('article-held') }, embargoUntil },
  letters: {
    ...oneFeed,
    feed: { ...oneFeed.feed!, id: asId<FeedId>('feed-held'), intake: 'mail' as const },
    embargoUntil,
  },
}
