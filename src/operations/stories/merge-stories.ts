import { z } from 'zod'
import { storyId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import type { ChoiceResult } from './choice-views.ts'
import { chooseStory } from './choose-story.ts'

export const mergeStories = defineOperation({
  name: 'merge_stories',
  minRole: 'moderator',
  summary: 'Makes one story of two; it keeps the id of the first, and links to the other lead to it',
  input: z.object({ story: storyId, other: storyId }),
  run: (context, { story, other }): Promise<ChoiceResult> =>
    chooseStory(context, { kind: 'merge', from: other, to: story }),
})
