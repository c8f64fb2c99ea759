import type { FeedEntry, Letter } from '../../core/entry.ts'
import type { ListedEntry } from '../views.ts'
import type { PictureSizes } from './picture-home.ts'

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

/** An entry as its feed delivered it, for when there is no article yet or the reader prefers the feed version. */
export type EntryView = {
  readonly entry: ListedEntry
  readonly authors: readonly string[]
  /** Sanitized HTML; pictures are links of the class `picture`. */
  readonly html: string
  readonly pictureSizes?: PictureSizes
  /** Details of an entry that is a newsletter. */
  readonly letter?: Letter
  readonly more: EntryMore
}
