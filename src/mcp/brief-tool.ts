import { z } from 'zod'
import { defined } from '../core/defined.ts'
import type { BriefStoryView } from '../operations/day/brief-views.ts'
import { getBrief } from '../operations/day/get-brief.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { citedIn, citedWords, mapPresent } from './cited.ts'
import type { Links } from './links.ts'
import { outside, outsideText } from './outside.ts'
import { defineTool, toolResultOf } from './tool.ts'

const side = z.object({ ...citedWords.shape, speaker: outsideText.optional() })
const storyBriefed = z.object({
  id: z.string(),
  title: outsideText,
  link: z.string(),
  isFollowed: z.boolean(),
  isNew: z.boolean(),
  articleCount: z.number(),
  reportCount: z.number(),
  points: z.array(citedWords).describe('The story in two or three sentences of its articles'),
  differs: z.object({ a: side, b: side }).optional().describe('Where accounts differ: tell both'),
  said: z.object({ ...side.shape, isDirect: z.boolean() }).optional(),
  isWithheld: z.boolean().describe('True: none of its articles is held whole, so nothing is told of it'),
})

export const briefTool = defineTool({
  name: 'brief',
  title: 'The daily brief',
  description:
    'A brief of a day that ends: what the reader follows first, then the heaviest stories, each in two or three cited sentences.',
  input: z.object({
    day: z.string().optional().describe('A day past, YYYY-MM-DD; absent: the 24 hours until now'),
    isWeek: z.boolean().optional().describe('The seven days until now'),
  }),
  output: z.object({
    day: z.string(),
    from: z.string(),
    until: z.string(),
    storyCount: z.number().describe('Stories in the news in that time'),
    minutes: z.number().describe('Reading time'),
    hiddenByMutes: z.number(),
    stories: z.array(storyBriefed),
  }),
  run: async ({ context, links }, input) =>
    toolResultOf(await runForProgram(context, getBrief, input), 'There is no such day.', (view) => ({
      day: view.day,
      from: view.from,
      until: view.until,
      storyCount: view.storyCount,
      minutes: view.minutes,
      hiddenByMutes: view.hidden?.total ?? 0,
      stories: view.stories.map((story) => briefStoryOf(story, links)),
    })),
})

function briefStoryOf(story: BriefStoryView, links: Links): z.output<typeof storyBriefed> {
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
    isFollowed,
    isNew,
    articleCount,
    reportCount,
    points: mapPresent(points, ({ citation }) => cite(citation)),
    ...defined({
      differs: a && b && { a, b },
      said: said && strongest?.kind === 'quote' ? { ...said, isDirect: strongest.isDirect } : undefined,
    }),
    isWithheld,
  }
}
