import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { articleId, storyId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import type { ChoiceResult } from './choice-views.ts'
import { chooseStory } from './choose-story.ts'

const mostArticles = 2_000

export const splitStory = defineOperation({
  name: 'split_story',
  minRole: 'moderator',
  summary: 'Makes a story of their own out of some articles of a story, or puts them into another; clustering obeys',
  input: z.object({
    story: storyId,
    articles: z.array(articleId).min(1).max(mostArticles),
    to: storyId.optional(),
  }),
  run: (context, { story, articles, to }): Promise<ChoiceResult> =>
    chooseStory(context, { kind: 'split', from: story, articleIds: articles, ...defined({ to }) }),
})
