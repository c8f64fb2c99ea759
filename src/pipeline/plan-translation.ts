import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import { overlaps, type Span } from '../core/span.ts'
import type { KeptPassage } from '../core/translation.ts'

/** A sentence of an article, or its headline, and what is to be done with it. */
export type Passage = {
  /** Absent: the headline. */
  readonly span?: Span
  readonly text: string
  /** Names of people in it, as they stand there. */
  readonly names: readonly string[]
} & (
  | { readonly kind: 'translate' }
  /** Has somebody's own words, which are not replaced. */
  | { readonly kind: 'quotation' }
  | { readonly kind: 'keep'; readonly why: KeptPassage }
)

/** Longer than any sentence of the news: a page that was cut badly. */
const MOST_LETTERS = 2_000
/** What is translated of one article; the rest stays in the original. */
const MOST_SENTENCES = 400
/** Fewer words in quotation marks are a name or a word, and no quotation. */
const WORDS_OF_A_QUOTATION = 3

const inMarks = /[“„«"]\s*([^”»“"]+)/gu

/** The headline and the sentences of an article in order, each with what is to be done with it. */
export function planTranslation(document: Document, annotations: Annotations): readonly Passage[] {
  const sentences = annotations.sentences?.items ?? document.blocks.map((span, block) => ({ span, block }))
  const quotes = (annotations.quotes?.items ?? []).filter(({ kind }) => kind !== 'indirect')
  const people = (annotations.mentions?.items ?? []).filter(({ kind, form }) => kind === 'person' && form === 'name')
  const headline: Passage = { ...kindOf(document.title, hasQuotation(document.title)), text: document.title, names: [] }
  return [
    headline,
    ...sentences.map(({ span, block }, index): Passage => {
      const text = document.text.slice(span.start, span.end)
      const kind = document.blocks[block]?.kind
      const isQuoted = kind === 'quote' || quotes.some((quote) => overlaps(quote.span, span)) || hasQuotation(text)
      const names = people
        .filter((mention) => overlaps(mention.span, span))
        .map((mention) => document.text.slice(mention.span.start, mention.span.end))
      const done = index >= MOST_SENTENCES ? keep('too-long') : kind === 'code' ? keep('code') : kindOf(text, isQuoted)
      return { span, text, names, ...done }
    }),
  ]
}

function kindOf(text: string, isQuoted: boolean) {
  if (!/\p{L}/u.test(text)) return keep('no-words')
  if (text.length > MOST_LETTERS) return keep('too-long')
  return { kind: isQuoted ? ('quotation' as const) : ('translate' as const) }
}

function keep(why: KeptPassage) {
  return { kind: 'keep' as const, why }
}

function hasQuotation(text: string): boolean {
  return [...text.matchAll(inMarks)].some(
    ([, inside = '']) => (inside.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= WORDS_OF_A_QUOTATION,
  )
}
