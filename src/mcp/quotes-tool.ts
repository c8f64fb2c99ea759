import { z } from 'zod'
import { defined } from '../core/defined.ts'
import { sureEnough } from '../core/quote.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { find } from '../operations/search/find.ts'
import { writeSearch } from '../operations/search/search-language.ts'
import { outside, outsideAll } from './outside.ts'
import { limitOf, pageNumber } from './paging.ts'
import { defineTool, toolResultOf } from './tool.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const quotesTool = defineTool({
  name: 'quotes',
  title: 'Quotations',
  description:
    'Quotations by who said them, by their words, or both, letter by letter as in their article. Only those of the kind "direct" are between quotation marks there. Where isProbable is true, say "probably" of the speaker.',
  input: z.object({
    speaker: z.string().max(100).optional().describe('A name or a part of it'),
    words: z.string().max(300).optional(),
    outlet: z.string().max(100).optional(),
    after: day.optional().describe('From this day on, YYYY-MM-DD'),
    before: day.optional().describe('Until the day before this one'),
    limit: limitOf(10, 50),
    page: pageNumber,
  }),
  async run({ context, links }, { speaker, words, outlet, after, before, page, limit }) {
    const query = writeSearch({
      text: words ?? '',
      ...defined({ said: speaker, from: outlet, after, before }),
    })
    if (query === '') return { kind: 'failed', message: 'Name a speaker, words, or both.' }
    return toolResultOf(
      await runForProgram(context, find, { query, tab: 'quotes', page, pageSize: limit }),
      'Nothing was asked.',
      (view) => ({
        ...view.counts.quotes,
        page: view.page,
        pageCount: view.pageCount,
        hiddenByMutes: view.hidden?.total ?? 0,
        quotes: view.quotes.map((quote) => ({
          words: outside(quote.text),
          outlet: outside(quote.sourceName),
          publishedAt: quote.publishedAt,
          link: links.citation({ documentId: quote.documentId, span: { start: quote.start, end: quote.end } }),
          kind: quote.kind,
          speaker: outside(quote.speakerName),
          ...(quote.confidence < sureEnough && { isProbable: true }),
          ...outsideAll('alsoIn', quote.alsoIn),
          articleId: quote.articleId,
        })),
      }),
    )
  },
})
