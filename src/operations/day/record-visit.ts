import { z } from 'zod'
import { visitKinds } from '../../core/marks.ts'
import { ignoringStoreTrouble } from '../busy.ts'
import { isHistoryOn } from '../library/get-history.ts'
import { defineOperation } from '../operation.ts'

export const recordVisit = defineOperation({
  name: 'record_visit',
  minRole: 'guest',
  summary: 'Notes that a page, a story, an article or a followed thing is looked at; answers when it was before',
  input: z.object({ kind: z.enum(visitKinds), target: z.string().min(1).max(600) }),
  async run(context, { kind, target }): Promise<{ readonly before?: string }> {
    const { store, now, reader } = context
    if (reader.role === 'guest') return {}
    // Opened stories and articles are history, stored only if the reader keeps one.
    if ((kind === 'story' || kind === 'article') && !(await isHistoryOn(context))) return {}
    const before = await ignoringStoreTrouble(store.visits.touch(reader.id, kind, target, now().toISOString()))
    return before === undefined ? {} : { before }
  },
})
