import { z } from 'zod'
import { defined } from '../core/defined.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { find } from '../operations/search/find.ts'
import { outside } from './outside.ts'
import { limitOf, pageNumber } from './paging.ts'
import { rowOf } from './story-row.ts'
import { defineTool, toolResultOf } from './tool.ts'

export const searchTool = defineTool({
  name: 'search',
  title: 'Search',
  description:
    'Finds stories, or single articles, by their words. The query takes words, "a phrase", -without, said:, from: (an outlet), in: (2026, 2026-08 or a day), after:, before:, lang: and section:. What it did not understand is in notUnderstood. With isMore, there are more than count.',
  input: z.object({
    query: z.string().min(1).max(500),
    kind: z.enum(['stories', 'articles']).default('stories'),
    sort: z.enum(['best', 'newest']).default('best'),
    limit: limitOf(10, 50),
    page: pageNumber,
  }),
  run: async ({ context, links }, { kind, limit, ...input }) =>
    toolResultOf(
      await runForProgram(context, find, { ...input, tab: kind, pageSize: limit }),
      'Nothing was asked.',
      (view) => ({
        query: view.query,
        ...view.counts[kind],
        page: view.page,
        pageCount: view.pageCount,
        ...(view.asked.unread.length > 0 && { notUnderstood: view.asked.unread }),
        hiddenByMutes: view.hidden?.total ?? 0,
        ...(kind === 'stories'
          ? { stories: view.stories.map(({ card, matchCount }) => ({ ...rowOf(card, links), matchCount })) }
          : {
              articles: view.articles.map(({ articleId, storyId, title, sourceName, publishedAt, snippet }) => ({
                ...(articleId !== undefined && { articleId, link: links.article(articleId) }),
                ...defined({ storyId }),
                title: outside(title),
                outlet: outside(sourceName),
                publishedAt,
                snippet: outside(snippet),
              })),
            }),
      }),
    ),
})
