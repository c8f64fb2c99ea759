import { z } from 'zod'
import { getToday } from '../operations/day/get-today.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { rowOf, storyRow } from './story-row.ts'
import { defineTool, toolResultOf } from './tool.ts'

/** Stories in one response: as many as a model reads at once. */
const PAGE = 20

export const todayTool = defineTool({
  name: 'today',
  title: 'Today, once each',
  description:
    'The stories of a day in order of weight, each once however many outlets have it: independent reports, outlets and one cited sentence. Read one with the tool story.',
  input: z.object({
    day: z.string().optional().describe('YYYY-MM-DD; absent: the newest day with news'),
    period: z.enum(['day', 'hours', 'week']).optional().describe('The day, its last hours, or seven days'),
    section: z.string().max(40).optional().describe('One of the sections of an answer'),
    language: z.string().max(20).optional().describe('BCP 47, such as en'),
    page: z.number().int().min(1).optional(),
  }),
  output: z.object({
    day: z.string(),
    storyCount: z.number(),
    articleCount: z.number(),
    page: z.number(),
    pageCount: z.number(),
    hiddenByMutes: z.number(),
    sections: z.array(z.object({ section: z.string(), storyCount: z.number() })),
    stories: z.array(storyRow),
  }),
  run: async ({ context, links }, input) =>
    toolResultOf(
      await runForProgram(context, getToday, { ...input, pageSize: PAGE }),
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
