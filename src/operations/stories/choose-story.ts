import type { ChoiceOutcome, NewChoice } from '../../store/stories/story-choices.ts'
import type { OperationContext } from '../operation.ts'
import type { ChoiceResult } from './choice-views.ts'

/** Applies a reader's correction of stories, and has the stories rebuilt. */
export async function chooseStory(context: OperationContext, asked: NewChoice): Promise<ChoiceResult> {
  const outcome = await context.store.choices.choose(asked, context.now().toISOString())
  context.wake()
  return resultOf(outcome)
}

function resultOf(outcome: ChoiceOutcome): ChoiceResult {
  switch (outcome.kind) {
    case 'done':
    case 'already':
      return outcome
    case 'everything':
      return {
        kind: 'refused',
        why: 'everything',
        message: 'That is the whole story: leave one article in it, or merge it with another story.',
      }
    case 'missing':
      return { kind: 'refused', why: 'missing', message: 'There is no such story.' }
  }
}
