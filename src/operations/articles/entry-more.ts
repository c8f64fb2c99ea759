import type { FeedEntry } from '../../core/entry.ts'

/** What a feed says of an entry beside its words; what it does not say is absent. */
export type EntryMore = Pick<
  FeedEntry,
  | 'enclosures'
  | 'recording'
  | 'places'
  | 'origin'
  | 'via'
  | 'related'
  | 'inReplyTo'
  | 'replyCount'
  | 'commentsUrl'
  | 'rights'
>
