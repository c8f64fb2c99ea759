import type { Highlight } from '../../src/core/marks.ts'
import type { HighlightsView, TagsView } from '../../src/operations/library/library-views.ts'
import type { Answers } from './answers.ts'
import * as views from './views.ts'

const hostile = '<b>"Tram & Rail\' \u202e'
const at = '2025-08-19T14:00:00.000Z'
const { article, document, source } = views.article

export const highlight: Highlight = {
  id: 'highlight-1' as never,
  articleId: article.id,
  documentId: document.id,
  selector: { span: { start: 0, end: 60 }, exact: document.text.slice(0, 60), prefix: '', suffix: '' },
  color: 'green',
  at,
}

/** One whose words are in the text, one that crosses it, and one whose words are gone. */
export const highlights = [
  { highlight, span: { start: 0, end: 60 } },
  { highlight: { ...highlight, id: 'highlight-2' as never, color: 'pink' as const }, span: { start: 30, end: 90 } },
  {
    highlight: {
      ...highlight,
      id: 'highlight-3' as never,
      color: 'blue' as const,
      selector: { ...highlight.selector, exact: hostile },
    },
  },
]

const { url, publishedAt } = article
const title = {
  id: article.id,
  title: document.title,
  url,
  language: 'en',
  sourceId: source.id,
  sourceName: source.name,
  publishedAt,
}
const citation = { documentId: document.id, span: highlight.selector.span, exact: highlight.selector.exact }

export const highlightsView: HighlightsView = {
  highlights: [
    { highlight, citation, article: title },
    { highlight: highlights[2]!.highlight, citation: { ...citation, exact: hostile } },
  ],
  next: 'next',
}

export const tags: TagsView = {
  tags: [
    { name: hostile, count: 1 },
    { name: 'harbor', count: 12 },
    { name: 'ميناء', count: 2 },
  ],
}

export function tagOperations(changes: unknown[]) {
  const known = (input: { readonly name: string }) => input.name !== 'unknown'
  const did = (name: string, input: unknown) => void changes.push([name, input])
  return {
    list_tags: async () => tags,
    list_highlights: async ({ cursor }) => (cursor === 'none' ? { highlights: [] } : highlightsView),
    async save_highlight(input) {
      if ('articleId' in input && input.articleId !== article.id) return undefined
      did('saveHighlight', input)
      return highlight
    },
    async remove_highlight(input) {
      if (input.id !== highlight.id) return undefined
      did('removeHighlight', input)
      return highlight
    },
    async add_tags(input) {
      if (input.target === 'nowhere') return undefined
      did('addTags', input)
      return input.names.map((name) => ({ kind: input.kind, target: input.target, name, at }))
    },
    async remove_tag(input) {
      if (!known(input)) return undefined
      did('removeTag', input)
      return { ...input, at }
    },
    async rename_tag(input) {
      if (!known(input)) return undefined
      did('renameTag', input)
      return { count: 2, undoId: 'undo-1' }
    },
    async drop_tag(input) {
      if (!known(input)) return undefined
      did('dropTag', input)
      return { count: 2, undoId: 'undo-1' }
    },
    async undo_tags(input) {
      if (input.undoId !== 'undo-1') return undefined
      did('undoTags', input)
      return { count: 2 }
    },
  } satisfies Answers
}
