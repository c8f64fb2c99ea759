import type { Document } from '../../core/document.ts'
import { nth } from '../../core/nth.ts'
import { contains, overlaps, type Span } from '../../core/span.ts'
import { shownPosts } from '../../core/text/shown-posts.ts'
import { isRunningText, type MemberText, type SentenceText } from '../story-text.ts'

/** A figure, date or name, and the sentence that has it first. A figure's key begins with `#`. */
export type Fact = { readonly key: string; readonly sentence: number }

/** The content words and facts of a sentence, without quotations. */
type SentenceFacts = {
  readonly text: SentenceText
  readonly stems: ReadonlySet<string>
  readonly keys: readonly string[]
}

/** What a text reports in its outlet's own words, by sentence, and its facts in the order of first mention. */
export type TextFacts = {
  readonly document: Document
  readonly sentences: readonly SentenceFacts[]
  readonly facts: readonly Fact[]
  /** The keys of its figures. */
  readonly figures: ReadonlySet<string>
}

/** News states what matters in its first sentences; more would only add cost. */
const mostSentences = 60

export function readTextFacts({ input, sentences, mentions, times, quotes }: MemberText): TextFacts {
  const quoted = [
    ...quotes.flatMap(({ kind, span }) => (kind === 'indirect' ? [] : [span])),
    ...shownPosts(input.document),
  ]
  const isQuoted = (span: Span) => quoted.some((quote) => overlaps(quote, span))
  const sentenceFacts = sentences
    .filter(isRunningText)
    .slice(0, mostSentences)
    .map((text): SentenceFacts => {
      const from = text.span.start
      const own = text.words.filter(({ span }) => !isQuoted(placed(span, from)))
      const dated = times.filter(({ span }) => contains(text.span, span))
      // The numbers of a date are not figures: every article of a day has those.
      const isDate = (span: Span) => dated.some((time) => overlaps(time.span, span))
      const named = mentions.filter(({ form, span }) => form === 'name' && contains(text.span, span) && !isQuoted(span))
      return {
        text,
        stems: new Set(own.filter(({ isStop }) => !isStop).map(({ stem }) => stem)),
        keys: [
          ...own
            .filter((word) => /^\p{N}/u.test(word.text) && !isDate(placed(word.span, from)))
            .map((word) => `#${word.text}`),
          ...named.map(({ entity }) => entity.id),
          ...dated.map(({ value }) => `@${value}`),
        ],
      }
    })
  const facts = factsOf(sentenceFacts)
  return { document: input.document, sentences: sentenceFacts, facts, figures: figuresOf(facts) }
}

function placed({ start, end }: Span, from: number): Span {
  return { start: from + start, end: from + end }
}

/** The same without sentences that the spans cover by more than half. */
export function withoutSpans(whole: TextFacts, spans: readonly Span[]): TextFacts {
  if (spans.length === 0) return whole
  const covered = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start)
  const sentenceFacts = whole.sentences.filter(({ text }) =>
    spans.every((span) => covered(span, text.span) <= (text.span.end - text.span.start) / 2),
  )
  const facts = factsOf(sentenceFacts)
  return { ...whole, sentences: sentenceFacts, facts, figures: figuresOf(facts) }
}

/** How many different figures both have, and their share of the figures of the text with fewer. */
export function figuresInBoth(a: TextFacts, b: TextFacts): readonly [count: number, share: number] {
  let count = 0
  for (const key of a.figures) if (b.figures.has(key)) count += 1
  return [count, count / Math.max(1, Math.min(a.figures.size, b.figures.size))]
}

/** Of all pairs of common facts in different sentences on both sides, the share in the same order; 0 without any. */
export function orderOf(a: TextFacts, b: TextFacts): number {
  const placeThere = new Map(b.facts.map(({ key, sentence }) => [key, sentence]))
  const common = a.facts.flatMap(({ key, sentence }) => {
    const other = placeThere.get(key)
    return other === undefined ? [] : [[sentence, other] as const]
  })
  let same = 0
  let crossed = 0
  for (const [index, [here, there]] of common.entries())
    for (let next = index + 1; next < common.length; next += 1) {
      const [otherHere, otherThere] = nth(common, next)
      const sign = (here - otherHere) * (there - otherThere)
      if (sign > 0) same += 1
      else if (sign < 0) crossed += 1
    }
  return same === 0 ? 0 : same / (same + crossed)
}

function figuresOf(facts: readonly Fact[]): ReadonlySet<string> {
  return new Set(facts.filter(({ key }) => key.startsWith('#')).map(({ key }) => key))
}

/** Every fact at its first mention. */
function factsOf(sentenceFacts: readonly SentenceFacts[]): Fact[] {
  const seen = new Set<string>()
  return sentenceFacts.flatMap(({ keys }, sentence) =>
    keys.flatMap((key) => {
      if (seen.has(key)) return []
      seen.add(key)
      return [{ key, sentence }]
    }),
  )
}
