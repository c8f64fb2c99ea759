import type { Span } from '../span.ts'

/** A text and its headline for comparison: sentences in order, and their figures and quotations. */
export type RevisedText = {
  readonly title: string
  readonly text: string
  readonly sentences: readonly Span[]
  /** Numbers with what they count. */
  readonly figures?: readonly { readonly span: Span; readonly value: number; readonly unit: string }[]
  /** The words of quotations, without quotation marks. */
  readonly quotes?: readonly Span[]
}

/** Differences between two sentences: deleted spans of the older text, added spans of the newer. */
export type WordEdits = { readonly gone: readonly Span[]; readonly put: readonly Span[] }

/** A change that matters more than wording: a different number, or a quotation changed, removed or added. */
export type WeightyChange =
  | { readonly kind: 'figure'; readonly before: Span; readonly after: Span; readonly unit?: string }
  | { readonly kind: 'quote-changed'; readonly before: Span; readonly after: Span }
  | { readonly kind: 'quote-gone'; readonly before: Span }
  | { readonly kind: 'quote-new'; readonly after: Span }

/**
 * One sentence of either text or both. `same`: identical; `moved`: the same words elsewhere; `typographic`: the same words with
 * other spaces, quotation marks or commas. `before` is a span of the older text, `after` of the newer.
 */
export type DiffRow =
  | { readonly kind: 'same' | 'moved' | 'typographic'; readonly before: Span; readonly after: Span }
  | {
      readonly kind: 'changed'
      readonly before: Span
      readonly after: Span
      readonly words: WordEdits
      readonly weighty: readonly WeightyChange[]
    }
  | { readonly kind: 'removed'; readonly before: Span; readonly weighty: readonly WeightyChange[] }
  | { readonly kind: 'added'; readonly after: Span; readonly weighty: readonly WeightyChange[] }

export type RevisionDiff = {
  /** Every sentence of both, in the order of the newer text; deleted ones are where they were. */
  readonly rows: readonly DiffRow[]
  /** Present if the headlines aren't identical. */
  readonly headline?: {
    readonly before: string
    readonly after: string
    readonly words: WordEdits
    readonly isTypographic: boolean
  }
}

/** How many sentences, headlines, figures and quotations changed. */
export type DiffCounts = {
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly moved: number
  readonly typographic: number
  readonly figures: number
  readonly quotes: number
  readonly isHeadlineChanged: boolean
}

export function countDiff({ rows, headline }: RevisionDiff): DiffCounts {
  const of = (kind: DiffRow['kind']) => rows.filter((row) => row.kind === kind).length
  const weighty = rows.flatMap((row) => ('weighty' in row ? row.weighty : []))
  return {
    added: of('added'),
    removed: of('removed'),
    changed: of('changed'),
    moved: of('moved'),
    typographic: of('typographic'),
    figures: weighty.filter(({ kind }) => kind === 'figure').length,
    quotes: weighty.filter(({ kind }) => kind !== 'figure').length,
    isHeadlineChanged: headline !== undefined && !headline.isTypographic,
  }
}

/** True when the newer text differs at most in order and typography. */
export function hasSameContent(diff: RevisionDiff): boolean {
  const { added, removed, changed, isHeadlineChanged } = countDiff(diff)
  return added + removed + changed === 0 && !isHeadlineChanged
}
