import type { Citation } from '../../core/citation.ts'
import type { EntityId } from '../../core/ids.ts'
import type { Span } from '../../core/span.ts'
import type { CitedDocument } from '../views.ts'

/** Words of an article, and whose they are there. */
export type QuotationPlace = {
  readonly citation: Citation
  readonly document: CitedDocument
  /** Absent where the article doesn't say, or we can't tell. */
  readonly speaker?: { readonly id: EntityId; readonly name: string }
  readonly isProbable?: true
}

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
      readonly place: QuotationPlace
      /** Other outlets with the same. */
      readonly alsoIn: readonly string[]
    }
  | {
      /** Not quoted in these words; the closest quotation has others. */
      readonly kind: 'altered'
      readonly words: string
      readonly place: QuotationPlace
      /** Spans of `words` that it doesn't have. */
      readonly differs: readonly Span[]
      /** Spans of the citation's words that it has in addition or instead. */
      readonly instead: readonly Span[]
    }
