import { isGathering } from '../core/article.ts'
import type { StoryInput } from './story-text.ts'

/**
 * The members that report themselves. A list or newsletter can be a member if its page became one later or a reader added it; it is neither
 * shown nor counted, unless the story has nothing else.
 */
export function reportingMembers<Input extends Pick<StoryInput, 'article'>>(
  members: readonly Input[],
): readonly Input[] {
  const reporting = members.filter(({ article }) => !isGathering(article.kind))
  return reporting.length > 0 ? reporting : members
}
