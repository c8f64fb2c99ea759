import type { Span } from '../span.ts'

/** A text and its headline as they are compared: sentences in order, and what is known of them. */
export type RevisedText = {
  readonly title: string
  readonly text: string
  readonly sentences: readonly Span[]
  /** Numbers with what they count. */
  readonly figures?: readonly { readonly span: Span; readonly value: number; readonly unit: string }[]
  /** The words of quotations, without their marks. */
  readonly quotes?: readonly Span[]
}

/** Where the words of two sentences differ: spans of the older text that are gone, of the newer that are new. */
export type WordEdits = { readonly gone: readonly Span[]; readonly put: readonly Span[] }

/** What a change does to more than words: a number that is another now, a quotation that is another, gone or new. */
export type WeightyChange =
  | { readonly kind: 'figure'; readonly before: Span; readonly after: Span; readonly unit?: string }
  | { readonly kind: 'quote-changed'; readonly before: Span; readonly after: Span }
  | { readonly kind: 'quote-gone'; readonly before: Span }
  | { readonly kind: 'quote-new'; readonly after: Span }

/**
 * One sentence of either text or of both. `same`: letter by letter; `moved`: the same words at another place; `typographic`: the
 * same words, set otherwise (spaces, quotation marks, commas). `before` is a span of the older text, `after` of the newer.
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

/** What a newer text of an article has made of an older one. */
export type RevisionDiff = {
  /** Every sentence of both, in the order of the newer text; what is gone stands where it stood. */
  readonly rows: readonly DiffRow[]
  /** Present when the headlines are not the same letter by letter. */
  readonly headline?: {
    readonly before: string
    readonly after: string
    /** Spans of either headline. */
    readonly words: WordEdits
    readonly isTypographic: boolean
  }
}

/** How many sentences, headlines, figures and quotations a newer text has changed. */
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

/** Counts what a diff holds. */
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

/** True when the newer text says nothing else than the older: at most its order and its typography are others. */
export function saysNothingElse(diff: RevisionDiff): boolean {
  const { added, removed, changed, isHeadlineChanged } = countDiff(diff)
  return added + removed + changed === 0 && !isHeadlineChanged
}
