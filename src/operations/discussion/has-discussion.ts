import { z } from 'zod'
import { defineOperation } from '../operation.ts'

/** Requested with every page: whether it links to a discussion. */
export const hasDiscussion = defineOperation({
  name: 'has_discussion',
  minRole: 'anyone',
  summary: 'Whether discussion is on',
  input: z.strictObject({}),
  run: ({ store }): Promise<boolean> => store.comments.isOn(),
})
