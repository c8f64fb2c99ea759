import { z } from 'zod'
import { visitKinds } from '../core/marks.ts'
import { ownerId } from '../core/reader-id.ts'
import { defineOperation } from './operation.ts'

export const recordVisit = defineOperation({
  name: 'record_visit',
  summary: 'Notes that a page, a story, an article or a followed thing is looked at; answers when it was before',
  input: z.object({ kind: z.enum(visitKinds), target: z.string().min(1).max(600) }),
  async run({ store, now }, { kind, target }): Promise<{ readonly before?: string }> {
    const before = await store.visits.touch(ownerId, kind, target, now().toISOString())
    return before === undefined ? {} : { before }
  },
})
