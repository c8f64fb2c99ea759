import { z } from 'zod'
import { feedId, moment } from '../input.ts'
import { defineOperation } from '../operation.ts'

/** Why an embargo isn't set. */
export const pastEmbargo = 'The embargo would already be over. Give a later moment, or none.'

export type EmbargoSet =
  | { readonly kind: 'set' | 'ended' }
  /** `isMail`: a newsletter, not imported texts. */
  | { readonly kind: 'refused'; readonly message: string; readonly isMail: boolean }

export const setEmbargo = defineOperation({
  name: 'set_embargo',
  minRole: 'reader',
  summary:
    'Until when nothing of a newsletter, or of texts imported under embargo, leaves the account; without a moment, the embargo ends now',
  input: z.strictObject({ id: feedId, until: moment.optional() }),
  /** Undefined: the reader has no such newsletter or text. */
  async run({ store, reader, now, wake }, { id, until }): Promise<EmbargoSet | undefined> {
    const at = now().toISOString()
    if (until !== undefined && until <= at) {
      const feed = await store.feeds.find(reader.id, id)
      if (!feed?.isSubscribed) return undefined
      return { kind: 'refused', message: pastEmbargo, isMail: feed.intake === 'mail' }
    }
    if (!(await store.embargoes.set(reader.id, id, until, at))) return undefined
    wake()
    return { kind: until === undefined ? 'ended' : 'set' }
  },
})
