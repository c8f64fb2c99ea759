import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { StoryId } from '../../core/ids.ts'
import type { StoryProposal } from '../../core/story-choice.ts'
import { storyId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { ChoiceResult } from './choice-views.ts'
import { mergeOfId } from './proposals-of.ts'
import { chooseStory } from './story-choices.ts'

export const answerProposal = defineOperation({
  name: 'answer_proposal',
  minRole: 'moderator',
  summary: 'Accepts a proposal of the clustering for a story, or dismisses it for good',
  input: z.strictObject({ story: storyId, proposal: z.string().min(1).max(120), isAccepted: z.boolean() }),
  async run(context, { story, proposal: id, isAccepted }): Promise<ChoiceResult | undefined> {
    const { store, now } = context
    const here = (await store.stories.find(story))?.id
    if (here === undefined) return undefined
    const proposal = mergeOfId(here, id) ?? (await store.choices.proposals(here)).find((each) => each.id === id)
    // Already answered or outdated: pressing a button twice is no error.
    if (!proposal) return { kind: 'already' }
    if (isAccepted) return accept(context, here, proposal)
    await store.choices.dismiss(proposal, now().toISOString())
    return { kind: 'already' }
  },
})

/** A merge keeps the story the reader is on. */
function accept(context: OperationContext, here: StoryId, proposal: StoryProposal): Promise<ChoiceResult> {
  if (proposal.kind === 'split') {
    const { storyId: from, articleIds, otherId: to } = proposal
    return chooseStory(context, { kind: 'split', from, articleIds, ...defined({ to }) })
  }
  const other = proposal.storyId === here ? proposal.otherId : proposal.storyId
  return chooseStory(context, { kind: 'merge', from: other, to: here })
}
