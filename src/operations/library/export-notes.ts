import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { targetKey } from '../../core/marks.ts'
import { isTimeUnknown } from '../../core/time/day-only.ts'
import { markdownLine } from '../../export/markdown-line.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { allNotes } from './get-notes.ts'
import { allHighlights } from './highlights.ts'
import type { HighlightView, MarksFile, NoteView } from './library-views.ts'
import { savedItems } from './list-saved.ts'
import { annotationCollection } from './web-annotations.ts'

export const exportNotes = defineOperation({
  name: 'export_notes',
  minRole: 'reader',
  leaves: true,
  summary: 'All notes, highlights and tags as W3C Web Annotations (JSON-LD), or notes and highlights as Markdown',
  input: z.strictObject({ format: z.enum(['jsonld', 'md']) }),
  async run(context, { format }): Promise<MarksFile> {
    const held = await context.store.embargoes.held(context.reader.id)
    const notes = (await allNotes(context)).filter(({ note }) => !held.has(note.articleId))
    const highlights = (await allHighlights(context)).filter(({ highlight }) => !held.has(highlight.articleId))
    const tags = (await tagsWithTitles(context)).filter(({ target }) => !held.has(target))
    switch (format) {
      case 'jsonld':
        return {
          text: `${JSON.stringify(annotationCollection(notes, highlights, tags), undefined, 2).replaceAll('<', '\\u003c')}\n`,
          mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
          fileName: 'twosource-notes.jsonld',
        }
      case 'md':
        return {
          text: `# Notes\n\n${[...notes.map(markdown), ...highlights.map(highlightMarkdown)].join('\n\n---\n\n')}\n`,
          mediaType: 'text/markdown; charset=utf-8',
          fileName: 'twosource-notes.md',
        }
    }
  },
})

/** The tags with the current titles of what they are on. */
async function tagsWithTitles(context: OperationContext) {
  const items = new Map((await savedItems(context)).map((item) => [targetKey(item), item]))
  return (await context.store.tags.list(context.reader.id)).map((tag) => {
    const { url, title } = items.get(targetKey(tag)) ?? {}
    return { ...tag, ...defined({ url, title }) }
  })
}

function markdown({ note, article }: NoteView): string {
  return `${quoted(note.selector.exact, article)}\n\n${note.body}\n\n${note.at.slice(0, 10)}`
}

function highlightMarkdown({ highlight, article }: HighlightView): string {
  return `${quoted(highlight.selector.exact, article)}\n\n${highlight.at.slice(0, 10)} · ${highlight.color}`
}

function quoted(exact: string, article: NoteView['article']): string {
  const facts = [
    article && markdownLine(article.title),
    article && markdownLine(article.sourceName),
    article && !isTimeUnknown(article.publishedAt) && article.publishedAt.slice(0, 10),
  ]
  const address = article?.url ? ` <${article.url.replace(/[<>\s]/g, encodeURIComponent)}>` : ''
  return `> ${markdownLine(exact)}\n>\n> ${facts.filter(Boolean).join(', ')}${address}`
}
