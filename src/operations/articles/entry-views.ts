import type { Letter } from '../../core/entry.ts'
import type { RiverEntry } from '../views.ts'
import type { EntryMore } from './entry-more.ts'
import type { PictureSizes } from './picture-sizes.ts'

/** An entry as its feed delivered it, for when there is no article yet or the reader wants the feed's own text. */
export type EntryView = {
  readonly entry: RiverEntry
  readonly authors: readonly string[]
  /** Sanitized HTML; a picture in it is a link of the class `picture`. */
  readonly html: string
  readonly pictureSizes?: PictureSizes
  /** What an entry that came as a letter says beside its text. */
  readonly letter?: Letter
  /** What its feed says of it beside its words. */
  readonly more: EntryMore
}
