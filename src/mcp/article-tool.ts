import { z } from 'zod'
import type { Amendment } from '../core/annotation.ts'
import { defined } from '../core/defined.ts'
import { getArticle } from '../operations/articles/get-article.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import type { ArticleView } from '../operations/views.ts'
import { languageTag } from './language-tag.ts'
import { outside, outsideAll } from './outside.ts'
import { defineTool, toolResultOf } from './tool.ts'

export const articleTool = defineTool({
  name: 'article',
  title: 'Article',
  description:
    'The text of an article as published, and what is known of it: kind, completeness (only "complete" is the whole article), revisions, what its outlet changed (changedAfter) or itself says it corrected (notices), its story, and the entryId for star and mark_read. A long text comes in parts: ask again with `from` set to `next`.',
  input: z.object({
    id: z.string().min(1).max(120),
    from: z.number().int().min(0).max(50_000_000).default(0).describe('Where in the text to begin, in characters'),
    maxCharacters: z.number().int().min(200).max(50_000).default(8000),
  }),
  run: async ({ context, links }, { id, from, maxCharacters }) =>
    toolResultOf(
      await runForProgram(context, getArticle, { id }),
      `There is no article ${id}.`,
      ({ article, source, document, revisions, story, entry, changes, annotations }) => ({
        id: article.id,
        title: outside(document.title),
        outlet: outside(source.name),
        ...outsideAll('authors', article.authors),
        publishedAt: document.publishedAt,
        language: languageTag(document.language),
        kind: article.kind,
        completeness: article.completeness.kind,
        revisionCount: revisions.length,
        ...changedAfter(changes),
        ...noticesOf(document.text, annotations.amendments?.items),
        ...defined({ storyId: story?.id, entryId: entry?.id }),
        link: links.article(article.id),
        ...(/^https?:\/\//i.test(article.url) && { original: outside(article.url) }),
        ...partOf(document.text, from, maxCharacters),
        length: document.text.length,
      }),
    ),
})

function partOf(text: string, from: number, most: number) {
  const part = textPart(text, from, most)
  return { ...part, text: outside(part.text) }
}

/** The outlet's latest change; absent if only our reading, or how much text we have, differed. */
function changedAfter(changes: ArticleView['changes']) {
  if (!changes?.counts || changes.cause) return {}
  const { added, removed, changed, figures, quotes } = changes.counts
  const headline = changes.previousTitle === undefined ? {} : { headlineBefore: outside(changes.previousTitle) }
  return { changedAfter: { sentences: added + removed + changed, figures, quotations: quotes, ...headline } }
}

function noticesOf(text: string, notes: readonly Amendment[] = []) {
  if (notes.length === 0) return {}
  return {
    notices: notes.map(({ kind, day, span }) => ({
      kind,
      ...defined({ day }),
      text: outside(text.slice(span.start, span.end)),
    })),
  }
}

/**
 * A part of a text of at most `most` UTF-16 units, and where the next begins. A surrogate pair (an emoji) is never split, since
 * programs in other languages fail to encode half of one.
 */
export function textPart(text: string, from: number, most: number): { readonly text: string; readonly next?: number } {
  const start = isWithin(text, from) ? from - 1 : from
  const end = isWithin(text, from + most) ? from + most - 1 : from + most
  return { text: text.slice(start, end), ...defined({ next: end < text.length ? end : undefined }) }
}

/** True inside a surrogate pair. */
function isWithin(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
}
