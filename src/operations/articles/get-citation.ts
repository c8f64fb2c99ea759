import { z } from 'zod'
import { correctedLayers } from '../../analyze/corrections/corrected-layers.ts'
import { type Citation, cite, matchesText } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import { heardAt } from '../../core/reading/heard.ts'
import { causeOf } from '../../core/reading/revision-cause.ts'
import { contains, overlaps, type Span, span } from '../../core/span.ts'
import type { StoredArticle } from '../../store/store.ts'
import { compareRevisions } from '../../story/changes/compare-revisions.ts'
import { discussionOfWords } from '../discussion/discussion-of.ts'
import { documentId, offset } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { CitationView, CitedQuotation } from '../views.ts'
import { citedArticle } from './cited-article.ts'
import { revisedText } from './revised-text.ts'

export const getCitation = defineOperation({
  name: 'get_citation',
  minRole: 'guest',
  summary: 'The cited words in their paragraph, with the paragraphs around it, outlet, time and revision',
  input: z.strictObject({ documentId, start: offset, end: offset }),
  async run(context, input): Promise<CitationView | undefined> {
    const { store } = context
    const found = await store.articles.findByDocument(input.documentId)
    if (!found || input.end <= input.start || input.end > found.document.text.length) return undefined
    const { document } = found
    const cited = span(input.start, input.end)
    const index = Math.max(
      document.blocks.findIndex((block) => contains(block, cited)),
      document.blocks.findIndex((block) => cited.start >= block.start && cited.start < block.end),
    )
    const first = document.blocks[index] ?? { start: 0, end: document.text.length }
    const end = Math.max(first.end, cited.end)
    const before = document.blocks[index - 1]
    // A citation that runs into the next paragraph shows that one too.
    const after = end > first.end ? undefined : document.blocks[index + 1]
    const textOf = (block: Span) => document.text.slice(block.start, block.end)
    const citation = cite(document, cited)
    return {
      citation,
      document: citedArticle(found),
      paragraph: document.text.slice(first.start, end),
      start: cited.start - first.start,
      end: cited.end - first.start,
      ...(before && { before: textOf(before), beforeSpan: span(before.start, before.end) }),
      ...(after && { after: textOf(after), afterSpan: span(after.start, after.end) }),
      revision: {
        index: found.revisions.findIndex((revision) => revision.documentId === document.id) + 1,
        count: found.revisions.length,
      },
      holds: matchesText(document, citation),
      ...(await discussionOfWords(context, document.articleId, citation)),
      ...defined({
        story: await storyOf(context, found),
        quotation: await quotationAt(context, found, cited),
        heard: heardAt(document, found.article, cited.start),
      }),
      ...(await nowOf(store, found, citation)),
    }
  },
})

async function storyOf({ store }: OperationContext, { storyId }: StoredArticle): Promise<CitationView['story']> {
  const story = storyId && (await store.stories.find(storyId))
  return story ? { id: story.id, title: story.title } : undefined
}

/** The quotation with the largest part of the cited words; undefined when they are none. */
async function quotationAt(
  { store }: OperationContext,
  { article, document, annotations }: StoredArticle,
  cited: Span,
): Promise<CitedQuotation | undefined> {
  const corrections = await store.corrections.listOf([article.id])
  const { quotes } = await correctedLayers(document, annotations, corrections)
  const lengthIn = ({ span }: { readonly span: Span }) =>
    Math.min(span.end, cited.end) - Math.max(span.start, cited.start)
  const [quote] = (quotes?.items ?? [])
    .filter(({ span }) => overlaps(span, cited))
    .toSorted((a, b) => lengthIn(b) - lengthIn(a))
  if (!quote) return undefined
  const { speaker, kind, pattern, confidence, cue } = quote
  const isKnown = speaker && (await store.entities.withPage([speaker.id])).has(speaker.id)
  return {
    kind,
    pattern,
    confidence,
    ...defined({
      speaker: speaker && {
        id: speaker.id,
        name: speaker.name,
        ...(isKnown ? {} : { isWithoutPage: true as const }),
      },
      cue: cue && document.text.slice(cue.start, cue.end),
    }),
  }
}

/** Whether the newest text still has words cited from an earlier one, or what replaced them. */
async function nowOf(
  store: OperationContext['store'],
  stored: StoredArticle,
  cited: Citation,
): Promise<Pick<CitationView, 'now'>> {
  const { document, article, revisions } = stored
  const newest = revisions.length > 1 ? await store.articles.find(article.id) : undefined
  if (!newest || newest.document.id === document.id) return {}
  const start = newest.document.text.indexOf(cited.exact)
  const documentId = newest.document.id
  if (start !== -1) return { now: { documentId, span: { start, end: start + cited.exact.length } } }
  const instead = insteadOf(document, newest.document, cited.span)
  const cause = causeOf(stored, newest)
  return { now: { documentId, ...defined({ instead, cause: cause !== 'outlet' ? cause : undefined }) } }
}

/** The sentence of a newer text that replaced the one around a span of an older text; undefined if none did. */
function insteadOf(before: Document, after: Document, span: Span): Citation | undefined {
  const { rows } = compareRevisions(revisedText(before), revisedText(after))
  const row = rows.find((row) => 'before' in row && overlaps(row.before, span))
  return row && 'after' in row ? cite(after, row.after) : undefined
}
