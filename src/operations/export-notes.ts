import { z } from 'zod'
import { allNotes } from './get-notes.ts'
import { markdownLine } from './markdown-line.ts'
import type { MarksFile, NoteView } from './mine-views.ts'
import { defineOperation } from './operation.ts'

export const exportNotes = defineOperation({
  name: 'export_notes',
  least: 'reader',
  summary: 'All notes as W3C Web Annotations (JSON-LD), or as Markdown',
  input: z.object({ format: z.enum(['jsonld', 'md']) }),
  async run(context, { format }): Promise<MarksFile> {
    const notes = await allNotes(context)
    switch (format) {
      case 'jsonld':
        return {
          text: `${JSON.stringify(collection(notes), undefined, 2).replaceAll('<', '\\u003c')}\n`,
          mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
          fileName: 'twosource-notes.jsonld',
        }
      case 'md':
        return {
          text: `# Notes\n\n${notes.map(markdown).join('\n\n---\n\n')}\n`,
          mediaType: 'text/markdown; charset=utf-8',
          fileName: 'twosource-notes.md',
        }
    }
  },
})

/** W3C Web Annotation Data Model, 2017: an AnnotationCollection with all its items on one page. */
function collection(notes: readonly NoteView[]) {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    total: notes.length,
    first: { type: 'AnnotationPage', startIndex: 0, items: notes.map(annotation) },
  }
}

function annotation({ note, article }: NoteView) {
  const { id, articleId, documentId, selector, body, at, changedAt } = note
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: at,
    ...(changedAt === at ? {} : { modified: changedAt }),
    body: { type: 'TextualBody', value: body, format: 'text/plain' },
    target: {
      source: article?.url || `urn:twosource:article:${articleId}`,
      'urn:twosource:document': documentId,
      ...(article ? { 'http://purl.org/dc/terms/title': article.title } : {}),
      selector: [
        { type: 'TextPositionSelector', start: selector.span.start, end: selector.span.end },
        { type: 'TextQuoteSelector', exact: selector.exact, prefix: selector.prefix, suffix: selector.suffix },
      ],
    },
  }
}

function markdown({ note, article }: NoteView): string {
  const facts = [
    article && markdownLine(article.title),
    article && markdownLine(article.sourceName),
    article?.publishedAt.slice(0, 10),
  ]
  const source = facts.filter(Boolean).join(', ')
  return `> ${markdownLine(note.selector.exact)}\n>\n> ${source}${article?.url ? ` <${article.url.replace(/[<>\s]/g, encodeURIComponent)}>` : ''}\n\n${note.body}\n\n${note.at.slice(0, 10)}`
}
