import { z } from 'zod'
import { entityId, moment, storyId, timeZone } from '../input.ts'
import { defineOperation } from '../operation.ts'
import type { AskView } from './ask-views.ts'

export const ask = defineOperation({
  name: 'ask',
  minRole: 'guest',
  summary: 'Answers a question with passages of stored articles, word for word and cited, or returns what was searched',
  input: z.strictObject({
    question: z.string().max(500),
    storyId: storyId.optional(),
    entityId: entityId.optional(),
    folder: z.string().max(200).optional(),
    from: moment.optional(),
    until: moment.optional(),
    /** The zone of `today`, `yesterday` and other days of the question. */
    timeZone: timeZone.optional(),
    /** The previous questions, oldest first, one per line, for follow-ups. */
    follows: z.string().max(2000).optional(),
    judge: z.enum(['start', 'wait']).optional(),
  }),
  async run(context, input): Promise<AskView | undefined> {
    // Loaded with the first question, because no other page needs its word vectors and tagger.
    const { findAnswer } = await import('./find-answer.ts')
    return findAnswer(context, input)
  },
})
