import type { Span } from '../../core/span.ts'
import type { FoundPlace } from '../search/text-check-views.ts'

/** What became of a quotation's words. `words` are those that were checked. */
export type QuotationCheck =
  /** A single word. */
  | { readonly kind: 'too-short'; readonly words: string }
  /** In no article here: they may have been said all the same. */
  | { readonly kind: 'not-found'; readonly words: string }
  | {
      /**
       * `exact`: quoted word for word, by the speaker asked for if there is one and we know. `other-speaker`: quoted, but certainly as
       * somebody else's. `unquoted`: in the text of an article, but not as a quotation.
       */
      readonly kind: 'exact' | 'other-speaker' | 'unquoted'
      readonly words: string
      /** The earliest. */
      readonly place: FoundPlace
      /** Other outlets with the same. */
      readonly alsoIn: readonly string[]
    }
  | {
      /** Not quoted in these words; the closest quotation has others. */
      readonly kind: 'altered'
      readonly words: string
      readonly place: FoundPlace
      /** Spans of `words` that it doesn't have. */
      readonly differs: readonly Span[]
      /** Spans of the citation's words that it has in addition or instead. */
      readonly instead: readonly Span[]
    }
