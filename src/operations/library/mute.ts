import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { asId, type MuteId } from '../../core/ids.ts'
import { type Mute, muteKinds, mutePeriods } from '../../core/marks.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { moment } from '../input.ts'
import { defineOperation } from '../operation.ts'

const DAY_MS = 86_400_000
const days = { day: 1, week: 7, month: 30 } as const

const muted = z
  .object({ kind: z.enum(muteKinds), target: z.string().trim().min(1).max(maxLength.followed) })
  // A symbol or single letter would hide nearly everything, or nothing.
  .refine(
    ({ kind, target }) => kind !== 'word' || (target.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2,
    'No word to mute',
  )

export const mute = defineOperation({
  name: 'mute',
  minRole: 'reader',
  summary: 'Mutes a word, source, topic, story or person for a day, a week, a month or for good',
  input: muted.and(
    z.strictObject({
      label: z.string().trim().max(maxLength.followed).optional(),
      period: z.enum(mutePeriods).default('always'),
      /** When it ends, instead of a period. */
      until: moment.optional(),
    }),
  ),
  async run({ store, now, reader }, { kind, target, label, period, until }): Promise<Mute> {
    const at = now()
    const end =
      until ?? (period === 'always' ? undefined : new Date(at.getTime() + days[period] * DAY_MS).toISOString())
    const given: Mute = {
      id: asId<MuteId>(randomUUID()),
      kind,
      target,
      label: label || target,
      at: at.toISOString(),
      ...defined({ until: end }),
    }
    await store.mutes.add(reader.id, [given])
    return given
  },
})

export const unmute = defineOperation({
  name: 'unmute',
  minRole: 'reader',
  summary: 'Removes a mute; returns it, so that this can be undone',
  input: z.union([z.strictObject({ id: z.string().min(1).max(120) }), muted]),
  run: ({ store, reader }, input): Promise<Mute | undefined> =>
    'id' in input
      ? store.mutes.remove(reader.id, asId<MuteId>(input.id))
      : store.mutes.removeFrom(reader.id, input.kind, input.target),
})
