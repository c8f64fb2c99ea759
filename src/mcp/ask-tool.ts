import { z } from 'zod'
import type { AnswerPoint } from '../core/answer.ts'
import { defined } from '../core/defined.ts'
import { sureEnough } from '../core/quote.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { ask } from '../operations/search/ask.ts'
import { shownPoints } from '../operations/search/ask-views.ts'
import type { Links } from './links.ts'
import { outside, outsideAll } from './outside.ts'
import { limitOf } from './paging.ts'
import { defineTool, toolResultOf } from './tool.ts'

export const askTool = defineTool({
  name: 'ask',
  title: 'Ask',
  description:
    'Answers a question with passages of stored articles, word for word and cited; nothing is written by a model. `answered`: the passages answer it. `closest`: they are close and were not checked to answer, so say that no answer was found for sure. `nothing`: say so. `conflicts` are passages that differ: give both. firstReportBy: this is the earliest article, and whose report it is. A passage with a label is not an ordinary news article with its full text: say so.',
  input: z.object({
    question: z.string().min(1).max(500),
    storyId: z.string().max(120).optional().describe('Ask one story only'),
    entityId: z.string().max(400).optional().describe('Ask what concerns one person, organization or place'),
    folder: z.string().max(200).optional().describe('Ask one folder of feeds only'),
    from: z.string().max(40).optional().describe('A day or a time, ISO 8601'),
    until: z.string().max(40).optional(),
    limit: limitOf(5, 20).describe('Most passages; passageCount says how many there are'),
  }),
  run: async ({ context, links }, { limit, ...input }) =>
    toolResultOf(
      await runForProgram(context, ask, input),
      'There is no such story, person or folder.',
      ({ answer }) => {
        const { articleCount, sentenceCount, quoteCount, missing } = answer.searched
        const tell = (point: AnswerPoint) => passageOf(point, links)
        const passages = shownPoints(answer)
        const conflicts = answer.kind === 'answered' ? answer.conflicts : []
        return {
          kind: answer.kind,
          passageCount: passages.length,
          passages: passages.slice(0, limit).map(tell),
          ...(conflicts.length > 0 && {
            conflicts: conflicts.slice(0, limit).map(({ a, b }) => ({ a: tell(a), b: tell(b) })),
          }),
          searched: { articleCount, sentenceCount, quoteCount, ...(missing.length > 0 && { notFound: missing }) },
        }
      },
    ),
})

function passageOf(point: AnswerPoint, links: Links) {
  const { citation, sourceName, publishedAt, speaker, label, alsoIn, articleId, storyId, firstReport } = point
  const labels = [label?.kind, label?.completeness, label?.isWithdrawn && 'withdrawn'].filter(
    (one) => one !== undefined,
  )
  return {
    words: outside(citation.exact),
    outlet: outside(sourceName),
    publishedAt,
    link: links.citation(citation),
    ...(speaker && { speaker: outside(speaker.name), ...(speaker.confidence < sureEnough && { isProbable: true }) }),
    ...defined({ label: labels.length > 0 ? labels.join(', ') : undefined }),
    ...(firstReport && { firstReportBy: outside(firstReport.agency ?? sourceName) }),
    ...outsideAll('alsoIn', alsoIn),
    articleId,
    ...defined({ storyId }),
  }
}
