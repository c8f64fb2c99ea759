import { z } from 'zod'
import { type Follow, followKinds } from '../../core/marks.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { moment } from '../input.ts'
import { defineOperation } from '../operation.ts'

const target = z.string().trim().min(1).max(maxLength.followed)
const followed = z.strictObject({ kind: z.enum(followKinds), target })

export const follow = defineOperation({
  name: 'follow',
  minRole: 'reader',
  summary: 'Follows a story, a person, organization or place, a source, a topic or a search',
  input: followed.extend({
    label: z.string().trim().max(maxLength.followed).optional(),
    /** When it was followed, for undo and imports. */
    at: moment.optional(),
  }),
  async run({ store, now, reader }, { kind, target, label, at }): Promise<Follow> {
    const given = { kind, target, label: label || target, at: at ?? now().toISOString() }
    await store.follows.add(reader.id, [given])
    return given
  },
})

export const unfollow = defineOperation({
  name: 'unfollow',
  minRole: 'reader',
  summary: 'Unfollows something; returns it, so that this can be undone',
  input: followed,
  run: ({ store, reader }, { kind, target }): Promise<Follow | undefined> =>
    store.follows.remove(reader.id, kind, target),
})
