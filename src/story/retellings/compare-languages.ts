import type { Span } from '../../core/span.ts'
import { marksIn } from '../language-marks.ts'
import { alignInOrder, type InOrder } from '../points/align-in-order.ts'
import { isRunningText, type MemberText, type SentenceText } from '../story-text.ts'

/** What reads the same in every language: for each sentence with any, its names by sound and its numbers. */
type LanguageNeutralText = {
  readonly language: string
  readonly sentences: readonly SentenceText[]
  readonly marks: readonly ReadonlySet<string>[]
}

const mostSentences = 60
/** Two sentences match from this on: one mark, and half of those of the one with fewer. */
const leastMatch = { share: 0.5, weight: 1 }
const leastPairs = 5
/** Least share of the marks of the text with fewer that is in matching sentences, in the same order. */
const leastShare = 0.7
const leastNumbers = 3
const numbersAgree = 0.6

/** Reads a member's running text; the numbers of dates are left out. */
export function readLanguageNeutral({ input, sentences, times }: MemberText): LanguageNeutralText {
  const { language } = input.document
  const marked = sentences
    .filter(isRunningText)
    .slice(0, mostSentences)
    .map((sentence) => ({ sentence, marks: new Set(marksIn(sentence.text, language, timesIn(sentence.span, times))) }))
    .filter(({ marks }) => marks.size > 0)
  return { language, sentences: marked.map(({ sentence }) => sentence), marks: marked.map(({ marks }) => marks) }
}

function timesIn({ start, end }: Span, times: MemberText['times']): { readonly span: Span }[] {
  return times.flatMap(({ span }) =>
    span.start >= start && span.end <= end ? [{ span: { start: span.start - start, end: span.end - start } }] : [],
  )
}

/** The matching sentences of two texts in different languages; undefined when there are too few. */
export function compareLanguages(
  a: LanguageNeutralText,
  b: LanguageNeutralText,
): (InOrder & { readonly figures: number }) | undefined {
  const [here, there] = [numbersOf(a), numbersOf(b)]
  const figures = [...here].filter((number) => there.has(number)).length
  if (figures < leastNumbers || figures < numbersAgree * Math.min(here.size, there.size)) return undefined
  const inOrder = alignInOrder(a.marks, b.marks, weigh, leastMatch)
  return inOrder.pairs.length >= leastPairs && inOrder.share >= leastShare ? { ...inOrder, figures } : undefined
}

/** One word of a name is in many sentences; two side by side identify a person. */
function weigh(mark: string): number {
  return mark.startsWith('w:') ? 0 : 1
}

function numbersOf({ marks }: LanguageNeutralText): ReadonlySet<string> {
  return new Set(marks.flatMap((each) => [...each].filter((mark) => mark.startsWith('n:'))))
}
