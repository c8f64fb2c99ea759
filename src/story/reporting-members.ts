import { isAggregation } from '../core/article.ts'
import type { StoryInput } from './story-text.ts'

/**
 * The members that report for themselves. A list or a newsletter can be among them when its page became one later or a person put it
 * there: it is neither told nor counted, unless the story has nothing else.
 */
export function reportingMembers<Input extends Pick<StoryInput, 'article'>>(
  members: readonly Input[],
): readonly Input[] {
  const reporting = members.filter(({ article }) => !isAggregation(article.kind))
  return reporting.length > 0 ? reporting : members
}
