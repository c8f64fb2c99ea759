import { asId, type FeedId, type SourceId } from '../src/core/ids.ts'
import type { PollTarget } from '../src/store/store.ts'

/** A feed that is to be asked, of which nothing is known yet. */
export const pollTarget: PollTarget = {
  feedId: asId<FeedId>('f1'),
  sourceId: asId<SourceId>('s1'),
  url: 'https://example.org/feed.xml',
  title: 'Example',
  validators: {},
  intervalMinutes: 60,
  errorCount: 0,
  movedSightings: 0,
  intake: 'feed',
  pace: {},
  goodAt: '2026-03-01T00:00:00.000Z',
  subscribers: 1,
}
