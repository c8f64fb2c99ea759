import { z } from 'zod'
import { choiceId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import type { ChoiceResult } from './choice-views.ts'

export const undoChoice = defineOperation({
  name: 'undo_choice',
  minRole: 'moderator',
  summary: 'Takes a choice about stories back: its articles stand where they stood, and clustering decides again',
  input: z.object({ id: choiceId }),
  async run({ store, now, wake }, { id }): Promise<ChoiceResult | undefined> {
    const outcome = await store.choices.undo(id, now().toISOString())
    wake()
    switch (outcome?.kind) {
      case undefined:
        return undefined
      case 'undone':
        return outcome
      case 'already':
        return { kind: 'already' }
      case 'later':
        return {
          kind: 'refused',
          why: 'later',
          message: `A later choice (${outcome.later.id}) builds on this one: undo that one first.`,
          later: outcome.later,
        }
    }
  },
})
