import { annotate } from '../../../src/analyze/annotate.ts'
import { mentions } from '../../../src/analyze/mentions.ts'
import { quotes } from '../../../src/analyze/quotes.ts'
import { sentences } from '../../../src/analyze/sentences.ts'
import type { Block, Document } from '../../../src/core/document.ts'
import { asId } from '../../../src/core/ids.ts'
import type { Quote } from '../../../src/core/quote.ts'

/** A document of lines; the first line that is the title is a heading. */
export function documentOf(id: string, text: string, date: string, title = '', language = 'en'): Document {
  const blocks: Block[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      const isTitle = start === 0 && title !== '' && line.trim() === title.trim()
      blocks.push({ start, end: start + line.length, kind: isTitle ? 'heading' : 'paragraph' })
    }
    start += line.length + 1
  }
  return { id: asId(id), articleId: asId(id), language, title, text, blocks, publishedAt: `${date}T12:00:00Z` }
}

export function quotesOf(doc: Document): readonly Quote[] {
  return annotate(doc, [sentences, mentions, quotes]).quotes?.items ?? []
}
