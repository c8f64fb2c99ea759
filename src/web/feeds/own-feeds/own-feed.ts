import type { FeedSubject } from '../../../core/feed/feed-subject.ts'
import type { PublishedFeed } from '../../../core/feed/published-feed.ts'
import { briefFeed } from '../../day/brief-feed.ts'
import { articleListFeed, sourceFeed } from './article-list-feed.ts'
import { commentFeed } from './comment-feed.ts'
import { entityFeed } from './entity-feed.ts'
import type { FeedContext } from './feed-context.ts'
import { savedFeed, searchFeed } from './saved-feed.ts'
import { storyFeed, todayFeed } from './story-feed.ts'

/** The feed of a list or subject; undefined when there is no such subject. */
export async function ownFeed({ kind, target }: FeedSubject, making: FeedContext): Promise<PublishedFeed | undefined> {
  switch (kind) {
    case 'today':
      return todayFeed(making)
    case 'section':
      return todayFeed(making, target)
    case 'feeds':
      return articleListFeed(making, {})
    case 'folder':
      return articleListFeed(making, { folder: target })
    case 'starred':
      return articleListFeed(making, { isStarred: true })
    case 'saved':
      return savedFeed(making)
    case 'story':
      return storyFeed(making, target)
    case 'entity':
      return entityFeed(making, target)
    case 'source':
      return sourceFeed(making, target)
    case 'search':
      return searchFeed(making, target)
    case 'brief':
      return briefFeed(making.run, making.reader, making)
    case 'discussion':
      return commentFeed(making, target)
  }
}
