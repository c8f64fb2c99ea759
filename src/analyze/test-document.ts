import type { Mention } from '../core/annotation.ts'
import { defined } from '../core/defined.ts'
import type { Block, Document } from '../core/document.ts'
import { asId } from '../core/ids.ts'
import type { Annotations } from '../core/layers.ts'
import type { Quote } from '../core/quote.ts'
import type { Span } from '../core/span.ts'
import { annotate } from './annotate.ts'
import { mentions } from './mentions.ts'
import { quotes } from './quotes.ts'
import { sentences } from './sentences.ts'

/** For tests: a document of the given paragraphs; one that begins with `# ` is a heading (without the sign). */
export function documentOf(paragraphs: readonly string[], more: Partial<Document> = {}): Document {
  const blocks: Block[] = []
  let text = ''
  for (const paragraph of paragraphs) {
    const isHeading = paragraph.startsWith('# ')
    const words = isHeading ? paragraph.slice(2) : paragraph
    if (text !== '') text += '\n'
    blocks.push({ start: text.length, end: text.length + words.length, kind: isHeading ? 'heading' : 'paragraph' })
    text += words
  }
  return {
    id: asId('doc'),
    articleId: asId('article'),
    language: 'en',
    title: '',
    text,
    blocks,
    publishedAt: '2025-06-10T12:00:00Z',
    ...more,
  }
}

/** Sentences, mentions and quotes of a document. */
export function layersOf(doc: Document): Annotations {
  return annotate(doc, [sentences, mentions, quotes])
}

export function mentionsOf(doc: Document): readonly Mention[] {
  return layersOf(doc).mentions?.items ?? []
}

export function quotesOf(doc: Document): readonly Quote[] {
  return layersOf(doc).quotes?.items ?? []
}

/** A quote in words, to compare: absent parts are left out. */
export type Told = {
  readonly words: string
  readonly by?: string
  readonly cue?: string
  readonly on?: string
  readonly when?: string
  readonly pattern?: string
  readonly kind?: string
}

/** The quotes between marks, each as its words and its speaker (the source as written when nobody is named). */
export function saidBy(...paragraphs: string[]): [string, string | undefined][] {
  const doc = documentOf(paragraphs)
  return quotesOf(doc)
    .filter(({ kind }) => kind !== 'indirect')
    .map((quote) => [wordsOf(doc, quote.span) as string, quote.speaker?.name ?? wordsOf(doc, quote.source)])
}

/** Everything told, with cue, channel and time. */
export function told(doc: Document): Told[] {
  return quotesOf(doc).map((quote) => {
    const by = quote.speaker?.name ?? wordsOf(doc, quote.source)
    const cue = wordsOf(doc, quote.cue)
    const on = wordsOf(doc, quote.channel)
    const when = wordsOf(doc, quote.when)
    return {
      words: wordsOf(doc, quote.span) as string,
      ...defined({ by, cue, on, when }),
      pattern: quote.pattern,
      kind: quote.kind,
    }
  })
}

export function wordsOf(doc: Document, span: Span | undefined): string | undefined {
  return span && doc.text.slice(span.start, span.end)
}
