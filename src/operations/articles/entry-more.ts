import type { FeedEntry } from '../../core/entry.ts'

/** What a feed states about an entry besides its text. */
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
