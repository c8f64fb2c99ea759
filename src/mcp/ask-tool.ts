import { z } from 'zod'
import type { AnswerPoint } from '../core/answer.ts'
import { defined } from '../core/defined.ts'
import { sureEnough } from '../core/quote.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { ask } from '../operations/search/ask.ts'
import { shownPoints } from '../operations/search/ask-views.ts'
import { citedWords } from './cited.ts'
import type { Links } from './links.ts'
import { outside, outsideText } from './outside.ts'
import { defineTool, toolResultOf } from './tool.ts'

const passage = z.object({
  ...citedWords.omit({ original: true }).shape,
  speaker: outsideText.optional(),
  isProbable: z.boolean().optional(),
  label: z.string().optional().describe('Set where it is no news article held whole: say so'),
  firstReportBy: outsideText.optional().describe('Set for the earliest article: whose report it is'),
  alsoIn: z.array(outsideText),
  articleId: z.string(),
  storyId: z.string().optional(),
})

export const askTool = defineTool({
  name: 'ask',
  title: 'Ask',
  description:
    'Answers a question with passages of stored articles, word for word and cited. `answered`: the passages answer it. `closest`: they are close and were not checked to answer, so say that no answer was found for sure. `nothing`: say so.',
  input: z.object({
    question: z.string().min(1).max(500),
    storyId: z.string().max(120).optional().describe('Ask one story only'),
    entityId: z.string().max(400).optional().describe('Ask what concerns one person, organization or place'),
    from: z.string().max(40).optional().describe('A day or a time, ISO 8601'),
    until: z.string().max(40).optional(),
  }),
  output: z.object({
    kind: z.enum(['answered', 'closest', 'nothing']),
    passages: z.array(passage),
    conflicts: z.array(z.object({ a: passage, b: passage })).describe('Passages that differ: tell both'),
    searched: z.object({
      articleCount: z.number(),
      sentenceCount: z.number(),
      quoteCount: z.number(),
      notFound: z.array(z.string()).describe('Words of the question that stand nowhere in what was looked at'),
    }),
  }),
  run: async ({ context, links }, input) =>
    toolResultOf(await runForProgram(context, ask, input), 'There is no such story or person.', ({ answer }) => {
      const { articleCount, sentenceCount, quoteCount, missing } = answer.searched
      const tell = (point: AnswerPoint) => passageOf(point, links)
      return {
        kind: answer.kind,
        passages: shownPoints(answer).map(tell),
        conflicts: answer.kind === 'answered' ? answer.conflicts.map(({ a, b }) => ({ a: tell(a), b: tell(b) })) : [],
        searched: { articleCount, sentenceCount, quoteCount, notFound: [...missing] },
      }
    }),
})

function passageOf(point: AnswerPoint, links: Links): z.output<typeof passage> {
  const { citation, sourceName, publishedAt, speaker, label, alsoIn, articleId, storyId, firstReport } = point
  const labels = [label?.kind, label?.completeness, label?.isWithdrawn && 'withdrawn'].filter(
    (one) => one !== undefined,
  )
  return {
    words: outside(citation.exact),
    outlet: outside(sourceName),
    publishedAt,
    link: links.citation(citation),
    ...(speaker && { speaker: outside(speaker.name), isProbable: speaker.confidence < sureEnough }),
    ...defined({ label: labels.length > 0 ? labels.join(', ') : undefined }),
    ...(firstReport && { firstReportBy: outside(firstReport.agency ?? sourceName) }),
    alsoIn: alsoIn.map(outside),
    articleId,
    ...defined({ storyId }),
  }
}
