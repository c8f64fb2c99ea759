import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { ArticleId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import { articleId, storyId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import type { ChoiceResult } from './choice-views.ts'
import { chooseStory } from './choose-story.ts'

export const leaveStory = defineOperation({
  name: 'leave_story',
  minRole: 'moderator',
  summary: 'Takes an article out of a story, into one of its own or into another; clustering obeys',
  input: z.object({
    story: storyId,
    article: articleId,
    to: storyId.optional(),
    /** Also moves the articles that are one report with it: its copies, and what it is a copy of. */
    hasReport: z.boolean().default(false),
  }),
  async run(context, { story, article, to, hasReport }): Promise<ChoiceResult> {
    const dossier = hasReport ? (await context.store.stories.find(story))?.dossier : undefined
    const others = dossier ? sameReport(dossier, article) : []
    return chooseStory(context, {
      kind: others.length > 0 ? 'split' : 'leave',
      from: story,
      articleIds: [article, ...others],
      ...defined({ to }),
    })
  },
})

/** The other articles of a story that are one report with an article. */
export function sameReport({ members }: Dossier, article: ArticleId): readonly ArticleId[] {
  const group = members.find(({ articleId }) => articleId === article)?.group
  return members.flatMap((member) => (member.group === group && member.articleId !== article ? [member.articleId] : []))
}
