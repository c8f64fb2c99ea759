import type { Span } from '../core/span.ts'
import { alignInOrder } from '../story/align-in-order.ts'

/** A text and where its sentences stand. */
export type SentenceText = { readonly text: string; readonly sentences: readonly Span[] }

/** Sentences that stand beside each other in two texts: the same words, much alike, or one that the other text lacks there. */
export type AlignedRow =
  | { readonly kind: 'same' | 'alike'; readonly a: Span; readonly b: Span }
  | { readonly kind: 'only-a'; readonly a: Span }
  | { readonly kind: 'only-b'; readonly b: Span }

/** Sentences with less in common than this share of the shorter one's words, or than this many, are not put side by side. */
const least = { share: 0.5, weight: 3 }
/** Beyond this many sentences the work would keep a page waiting; the rest of a text stands alone. */
const mostSentences = 400

/** Two texts side by side, in the order of both; whatever they share in another order stands alone on either side. */
export function alignTexts(a: SentenceText, b: SentenceText): readonly AlignedRow[] {
  const [wordsA, wordsB] = [a, b].map(({ text, sentences }) =>
    sentences.slice(0, mostSentences).map(({ start, end }) => wordsOf(text.slice(start, end))),
  ) as [ReadonlySet<string>[], ReadonlySet<string>[]]
  const { pairs } = alignInOrder(wordsA, wordsB, () => 1, least)
  const rows: AlignedRow[] = []
  let [i, j] = [0, 0]
  for (const pair of pairs) {
    passTo(pair.a, pair.b)
    const [spanA, spanB] = [a.sentences[i++]!, b.sentences[j++]!]
    const isSame = lettersOf(a.text, spanA) === lettersOf(b.text, spanB)
    rows.push({ kind: isSame ? 'same' : 'alike', a: spanA, b: spanB })
  }
  passTo(a.sentences.length, b.sentences.length)
  return rows

  /** What each has before the next pair. */
  function passTo(untilA: number, untilB: number): void {
    for (; i < untilA; i += 1) rows.push({ kind: 'only-a', a: a.sentences[i]! })
    for (; j < untilB; j += 1) rows.push({ kind: 'only-b', b: b.sentences[j]! })
  }
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}

/** The letters and digits: outlets set quotation marks and dashes each in their own way. */
function lettersOf(text: string, { start, end }: Span): string {
  return text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
