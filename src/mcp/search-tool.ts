import { z } from 'zod'
import { defined } from '../core/defined.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { find } from '../operations/search/find.ts'
import { outside, outsideText } from './outside.ts'
import { rowOf, storyRow } from './story-row.ts'
import { defineTool, toolResultOf } from './tool.ts'

export const searchTool = defineTool({
  name: 'search',
  title: 'Search',
  description:
    'Finds stories, or articles one by one, by their words. The query takes words, "a phrase", -without, said:, from: (an outlet), in: (2026, 2026-08 or a day), after:, before:, lang: and section:.',
  input: z.object({
    query: z.string().min(1).max(500),
    kind: z.enum(['stories', 'articles']).default('stories'),
    sort: z.enum(['best', 'newest']).default('best'),
    page: z.number().int().min(1).max(1000).default(1),
  }),
  output: z.object({
    query: z.string().describe('As it was understood'),
    count: z.number(),
    isMore: z.boolean().describe('True: there are more than were counted'),
    page: z.number(),
    pageCount: z.number(),
    notUnderstood: z.array(z.string()).describe('Parts of the query by which nothing was filtered'),
    hiddenByMutes: z.number(),
    stories: z.array(z.object({ ...storyRow.shape, matchCount: z.number() })),
    articles: z.array(
      z.object({
        articleId: z.string().optional().describe('For the tool article'),
        storyId: z.string().optional().describe('For the tool story'),
        title: outsideText,
        outlet: outsideText,
        publishedAt: z.string(),
        snippet: outsideText,
        link: z.string().optional(),
      }),
    ),
  }),
  run: async ({ context, links }, { kind, ...input }) =>
    toolResultOf(await runForProgram(context, find, { ...input, tab: kind }), 'Nothing was asked.', (view) => ({
      query: view.query,
      ...view.counts[kind],
      page: view.page,
      pageCount: view.pageCount,
      notUnderstood: [...view.asked.unread],
      hiddenByMutes: view.hidden?.total ?? 0,
      stories: view.stories.map(({ card, matchCount }) => ({ ...rowOf(card, links), matchCount })),
      articles: view.articles.map(({ articleId, storyId, title, sourceName, publishedAt, snippet }) => ({
        ...(articleId !== undefined && { articleId, link: links.article(articleId) }),
        ...defined({ storyId }),
        title: outside(title),
        outlet: outside(sourceName),
        publishedAt,
        snippet: outside(snippet),
      })),
    })),
})
