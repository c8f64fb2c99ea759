import { z } from 'zod'
import type { Amendment } from '../core/annotation.ts'
import { defined } from '../core/defined.ts'
import { getArticle } from '../operations/articles/get-article.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import type { ArticleView } from '../operations/views.ts'
import { languageTag } from './language-tag.ts'
import { outside, outsideText } from './outside.ts'
import { defineTool, toolResultOf } from './tool.ts'

/** Characters of article text in one response. */
const PART = 20_000

export const articleTool = defineTool({
  name: 'article',
  title: 'One article',
  description:
    'The text of one article as its outlet has it, with what is known of it: kind, how complete it is, revisions, and its story. A long text comes in parts: ask again from `next`.',
  input: z.object({
    id: z.string().min(1).max(120),
    from: z.number().int().min(0).max(50_000_000).default(0).describe('Where in the text to begin, in characters'),
  }),
  output: z.object({
    id: z.string(),
    title: outsideText,
    outlet: outsideText,
    authors: z.array(outsideText),
    publishedAt: z.string(),
    language: z.string(),
    kind: z.string(),
    completeness: z.string().describe('Only a complete one is the whole article'),
    revisionCount: z.number(),
    changedAfter: z
      .object({
        sentences: z.number(),
        figures: z.number(),
        quotations: z.number(),
        headlineBefore: outsideText.optional(),
      })
      .optional()
      .describe('What its outlet changed against the text before'),
    notices: z
      .array(z.object({ kind: z.string(), day: z.string().optional(), text: outsideText }))
      .optional()
      .describe('What the outlet itself says it corrected, clarified, changed or withdrew'),
    storyId: z.string().optional(),
    entryId: z.string().optional().describe('For the tools star and mark_read'),
    link: z.string(),
    original: outsideText.optional(),
    text: outsideText,
    next: z.number().optional(),
    length: z.number(),
  }),
  run: async ({ context, links }, { id, from }) =>
    toolResultOf(
      await runForProgram(context, getArticle, { id }),
      `There is no article ${id}.`,
      ({ article, source, document, revisions, story, entry, changes, annotations }) => ({
        id: article.id,
        title: outside(document.title),
        outlet: outside(source.name),
        authors: article.authors.map(outside),
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
        ...partOf(document.text, from),
        length: document.text.length,
      }),
    ),
})

function partOf(text: string, from: number) {
  const part = textPart(text, from, PART)
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
