import { pollReasons } from '../../src/core/feed/feed-pace.ts'
import { asId, type FeedId } from '../../src/core/ids.ts'
import type { FeedHealth } from '../../src/operations/views.ts'
import { failingFeed } from './views.ts'
import { hub } from './websub.ts'

const { lastError: _, ...feed } = failingFeed

/** Feeds with every reason why they are read when they are, in the order of the reasons. */
export const pacedFeeds: readonly FeedHealth[] = pollReasons.map((reason) => ({
  ...feed,
  id: asId<FeedId>(`feed-${reason}`),
  title: `Paced ${reason}`,
  ...(reason === 'pushed' && { hub }),
  nextPollBecause: { reason, everyMinutes: 360, gapMinutes: 7 * 1440 },
}))
