import { z } from 'zod'
import { ownerId } from '../core/reader-id.ts'
import { defineOperation } from './operation.ts'

export const noteVisit = defineOperation({
  name: 'note_visit',
  summary: 'Note that Today is looked at, so that the next visit knows what is new',
  input: z.object({}),
  run: ({ store, now }) => store.visits.touch(ownerId, 'page', 'today', now().toISOString()),
})
