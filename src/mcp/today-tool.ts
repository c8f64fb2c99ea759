import { z } from 'zod'
import { getToday } from '../operations/day/get-today.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { limitOf, pageNumber } from './paging.ts'
import { rowOf } from './story-row.ts'
import { defineTool, toolResultOf } from './tool.ts'

export const todayTool = defineTool({
  name: 'today',
  title: 'Today',
  description:
    'The stories of a day, top stories first, each once however many outlets have it: independent reports (reportCount; copies are not counted), outlets, and one cited sentence. Open one with the tool story.',
  input: z.object({
    day: z.string().optional().describe('YYYY-MM-DD; absent: the newest day with news'),
    period: z.enum(['day', 'hours', 'week']).optional().describe('The day, its last hours, or seven days'),
    section: z.string().max(40).optional().describe('One of the sections in an answer'),
    language: z.string().max(20).optional().describe('BCP 47, such as en'),
    limit: limitOf(10, 50),
    page: pageNumber,
  }),
  run: async ({ context, links }, { limit, ...input }) =>
    toolResultOf(
      await runForProgram(context, getToday, { ...input, pageSize: limit }),
      'There is no such day.',
      (view) => ({
        day: view.day,
        storyCount: view.storyCount,
        articleCount: view.articleCount,
        page: view.page,
        pageCount: view.pageCount,
        hiddenByMutes: view.hidden?.total ?? 0,
        sections: view.facets.sections.map(({ value, count }) => ({ section: value, storyCount: count })),
        stories: view.stories.map((card) => rowOf(card, links)),
      }),
    ),
})
