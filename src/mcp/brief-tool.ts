import { z } from 'zod'
import { defined } from '../core/defined.ts'
import type { BriefStoryView } from '../operations/day/brief-views.ts'
import { getBrief } from '../operations/day/get-brief.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { citedIn, mapPresent } from './cited.ts'
import type { Links } from './links.ts'
import { outside } from './outside.ts'
import { limitOf, pageNumber, pageOf } from './paging.ts'
import { defineTool, toolResultOf } from './tool.ts'

export const briefTool = defineTool({
  name: 'brief',
  title: 'Brief',
  description:
    'A brief that ends: first what the reader follows, then the top stories, each in two or three cited sentences (points). `differs` has two accounts that differ: give both. isWithheld: no full text is available, so nothing is said of the story.',
  input: z.object({
    day: z.string().optional().describe('A past day, YYYY-MM-DD; absent: the last 24 hours'),
    isWeek: z.boolean().optional().describe('The last seven days'),
    limit: limitOf(8, 50),
    page: pageNumber,
  }),
  run: async ({ context, links }, { limit, page, ...input }) =>
    toolResultOf(await runForProgram(context, getBrief, input), 'There is no such day.', (view) => {
      const { shown, ...pages } = pageOf(view.stories, { page, limit })
      return {
        day: view.day,
        from: view.from,
        until: view.until,
        storyCount: view.storyCount,
        ...pages,
        hiddenByMutes: view.hidden?.total ?? 0,
        stories: shown.map((story) => briefStoryOf(story, links)),
      }
    }),
})

function briefStoryOf(story: BriefStoryView, links: Links) {
  const { id, title, isFollowed, isNew, articleCount, reportCount, points, strongest, isWithheld } = story
  const cite = citedIn(story.documents, links)
  const sideOf = (given: { readonly speaker?: string; readonly citation: Parameters<typeof cite>[0] }) => {
    const cited = cite(given.citation)
    return (
      cited && { ...cited, ...defined({ speaker: given.speaker === undefined ? undefined : outside(given.speaker) }) }
    )
  }
  const [a, b] = strongest?.kind === 'difference' ? [sideOf(strongest.a), sideOf(strongest.b)] : []
  const said = strongest?.kind === 'quote' ? sideOf(strongest) : undefined
  return {
    id,
    title: outside(title),
    link: links.story(id),
    ...(isFollowed && { isFollowed }),
    ...(isNew && { isNew }),
    articleCount,
    reportCount,
    points: mapPresent(points, ({ citation }) => cite(citation)),
    ...defined({
      differs: a && b && { a, b },
      said: said && strongest?.kind === 'quote' ? { ...said, isDirect: strongest.isDirect } : undefined,
    }),
    ...(isWithheld && { isWithheld }),
  }
}
