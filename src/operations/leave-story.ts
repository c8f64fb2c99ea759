import { z } from 'zod'
import type { ChoiceResult } from './choice-views.ts'
import { chooseStory } from './choose-story.ts'
import { articleId, storyId } from './input.ts'
import { defineOperation } from './operation.ts'

export const leaveStory = defineOperation({
  name: 'leave_story',
  summary: 'Takes an article out of a story, into one of its own or into another; clustering obeys',
  input: z.object({ story: storyId, article: articleId, to: storyId.optional() }),
  run: (context, { story, article, to }): Promise<ChoiceResult> =>
    chooseStory(context, { kind: 'leave', from: story, articleIds: [article], ...(to === undefined ? {} : { to }) }),
})
