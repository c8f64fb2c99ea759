import { z } from 'zod'
import { moment, storyId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import type { ChangesView } from '../views.ts'
import { getStory } from './get-story.ts'

export const whatChangedInStory = defineOperation({
  name: 'what_changed',
  minRole: 'guest',
  summary: 'What is new in a story since a time: reports, points, quotations, figures, commitments, edits, each cited',
  input: z.object({ id: storyId, since: moment }),
  async run(context, input): Promise<ChangesView | undefined> {
    const story = await getStory.run(context, input)
    if (!story?.changes) return undefined
    const { id, dossier, documents, changes } = story
    return { id, title: dossier.headline.title, documents, ...changes }
  },
})
