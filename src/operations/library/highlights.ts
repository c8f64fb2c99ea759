import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import { asId, type HighlightId } from '../../core/ids.ts'
import { type Highlight, highlightColors } from '../../core/marks.ts'
import { findTextQuote, selectText } from '../../core/text/text-quote.ts'
import { chosenWords, documentOfWords } from '../articles/chosen-words.ts'
import { moment } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { HighlightsView, HighlightView, PlacedHighlight } from './library-views.ts'

const PAGE = 50
const highlightId = z.string().min(1).max(120) as unknown as z.ZodType<HighlightId>
const color = z.enum(highlightColors)

export const saveHighlight = defineOperation({
  name: 'save_highlight',
  minRole: 'reader',
  summary: 'Highlights words of an article, or changes a highlight’s color',
  input: z.union([
    z.strictObject({
      ...chosenWords,
      color,
      /** The id of a removed one, to restore it. */
      id: highlightId.optional(),
      at: moment.optional(),
    }),
    z.strictObject({ id: highlightId, color }),
  ]),
  async run({ store, now, reader }, input): Promise<Highlight | undefined> {
    if (!('articleId' in input)) return store.highlights.recolor(reader.id, input.id, input.color)
    const { start, end } = input
    const document = await documentOfWords({ store }, input)
    if (!document) return undefined
    const highlight: Highlight = {
      id: input.id ?? asId<HighlightId>(randomUUID()),
      articleId: input.articleId,
      documentId: document.id,
      selector: selectText(document.text, { start, end }),
      color: input.color,
      at: input.at ?? now().toISOString(),
    }
    await store.highlights.save(reader.id, [highlight])
    return highlight
  },
})

export const removeHighlight = defineOperation({
  name: 'remove_highlight',
  minRole: 'reader',
  summary: 'Removes a highlight; returns it, so that this can be undone',
  input: z.strictObject({ id: highlightId }),
  run: ({ store, reader }, { id }): Promise<Highlight | undefined> => store.highlights.remove(reader.id, id),
})

export const listHighlights = defineOperation({
  name: 'list_highlights',
  minRole: 'reader',
  summary: 'The reader’s highlights, newest first, each with its article',
  input: z.strictObject({ cursor: z.string().max(400).optional() }),
  async run(context, { cursor }): Promise<HighlightsView> {
    const { rows, next } = await context.store.highlights.list(context.reader.id, PAGE, cursor)
    return { highlights: await withTitles(context, rows), ...defined({ next }) }
  },
})

/** All highlights, for an export; read page by page. */
export async function allHighlights(
  context: Pick<OperationContext, 'store' | 'reader'>,
): Promise<readonly HighlightView[]> {
  const highlights: Highlight[] = []
  let cursor: string | undefined
  do {
    const page = await context.store.highlights.list(context.reader.id, 1_000, cursor)
    highlights.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined)
  return withTitles(context, highlights)
}

async function withTitles(
  { store }: Pick<OperationContext, 'store'>,
  highlights: readonly Highlight[],
): Promise<readonly HighlightView[]> {
  const articles = await store.titles.articles([...new Set(highlights.map((highlight) => highlight.articleId))])
  return highlights.map((highlight) => {
    const article = articles.get(highlight.articleId)
    const { documentId, selector } = highlight
    const citation = { documentId, span: selector.span, exact: selector.exact }
    return { highlight, citation, ...defined({ article }) }
  })
}

/** The highlights on an article with their places in a revision; those whose words are gone have no place. */
export async function highlightsOn(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  document: Document,
): Promise<readonly PlacedHighlight[]> {
  const highlights = await store.highlights.listOf(reader.id, document.articleId)
  return highlights.map((highlight) => {
    const { selector } = highlight
    const span = highlight.documentId === document.id ? selector.span : findTextQuote(document.text, selector)
    return { highlight, ...defined({ span }) }
  })
}
