import type { RevisedText, WeightyChange, WordEdits } from '../../core/reading/revision-diff.ts'
import { contains, type Span } from '../../core/span.ts'
import { wordKeyOf } from '../sentence-keys.ts'

/** What the sentences of two texts say of numbers and in quotations, looked up by sentence. */
export function weigher(before: RevisedText, after: RevisedText) {
  const saidIn = (text: RevisedText) => new Set((text.quotes ?? []).map((span) => keyOf(text, span)))
  const [saidBefore, saidAfter] = [saidIn(before), saidIn(after)]
  // A quotation that another sentence still has is neither gone nor new.
  const goneFrom = (sentence: Span) => quotesIn(before, sentence).filter((span) => !saidAfter.has(keyOf(before, span)))
  const newIn = (sentence: Span) => quotesIn(after, sentence).filter((span) => !saidBefore.has(keyOf(after, span)))
  return {
    removed: (sentence: Span): readonly WeightyChange[] =>
      goneFrom(sentence).map((span) => ({ kind: 'quote-gone', before: span })),
    added: (sentence: Span): readonly WeightyChange[] =>
      newIn(sentence).map((span) => ({ kind: 'quote-new', after: span })),
    changed(was: Span, is: Span, words: WordEdits): readonly WeightyChange[] {
      const [gone, put] = [goneFrom(was), newIn(is)]
      const both = Math.min(gone.length, put.length)
      return [
        ...figureChanges(before, was, after, is, words),
        ...gone.map(
          (span, index): WeightyChange =>
            index < both
              ? { kind: 'quote-changed', before: span, after: put[index]! }
              : { kind: 'quote-gone', before: span },
        ),
        ...put.slice(both).map((span): WeightyChange => ({ kind: 'quote-new', after: span })),
      ]
    },
  }
}

function quotesIn({ quotes = [] }: RevisedText, sentence: Span): readonly Span[] {
  return quotes.filter((span) => span.start >= sentence.start && span.start < sentence.end)
}

/** A mark before a closing one is set inside or outside by taste. */
function keyOf({ text }: RevisedText, { start, end }: Span): string {
  return wordKeyOf(text.slice(start, end)).toLowerCase()
}

/** Numbers of the same thing with another value; and numbers in digits that stand where another stood. */
function figureChanges(
  before: RevisedText,
  was: Span,
  after: RevisedText,
  is: Span,
  words: WordEdits,
): readonly WeightyChange[] {
  const figuresIn = ({ figures = [] }: RevisedText, sentence: Span) =>
    figures.filter(({ span }) => contains(sentence, span))
  const [old, now] = [figuresIn(before, was), figuresIn(after, is)]
  const found: WeightyChange[] = []
  const taken: Span[] = []
  for (const unit of new Set(old.map((figure) => figure.unit))) {
    const [mine, theirs] = [old, now].map((figures) => figures.filter((figure) => figure.unit === unit))
    // As many of a thing in both sentences: each is held against the one in its place.
    if (mine!.length !== theirs!.length) continue
    mine!.forEach((figure, index) => {
      const other = theirs![index]!
      if (figure.value === other.value) return
      found.push({ kind: 'figure', before: figure.span, after: other.span, unit })
      taken.push(other.span)
    })
  }
  const numbers = ({ text }: RevisedText, spans: readonly Span[]) =>
    spans.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/\d+(?:[.,:]\d+)*/g)].map((match) => ({
        start: start + match.index,
        end: start + match.index + match[0].length,
      })),
    )
  const [gone, put] = [numbers(before, words.gone), numbers(after, words.put)]
  if (gone.length !== put.length) return found
  gone.forEach((span, index) => {
    const other = put[index]!
    if (!taken.some((known) => contains(known, other))) found.push({ kind: 'figure', before: span, after: other })
  })
  return found
}
