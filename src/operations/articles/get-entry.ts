import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { FeedEntry } from '../../core/entry.ts'
import { listedEntry } from '../feeds/feed-health.ts'
import { entryId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import type { EntryView } from '../views.ts'
import { pictureUrls, safeMarkup } from './entry-pictures.ts'
import type { EntryMore } from './entry-views.ts'
import { markOpened } from './mark-opened.ts'
import { pictureSizes } from './picture-home.ts'

export const getEntry = defineOperation({
  name: 'get_entry',
  minRole: 'guest',
  summary: 'An entry as its feed delivered it, sanitized',
  input: z.strictObject({
    id: entryId,
    /** True when the reader opens it, which marks it read. */
    reads: z.boolean().optional(),
  }),
  async run(context, { id, reads }): Promise<EntryView | undefined> {
    if (reads) await markOpened(context, { kind: 'entry', id })
    const row = await context.store.entries.find(context.reader.id, id)
    if (!row) return undefined
    const html = await safeMarkup(row)
    const shown = pictureUrls(html).map((url) => ({ url, home: { entryId: id } }))
    return {
      entry: listedEntry(row),
      authors: row.entry.authors.map(({ name }) => name),
      html,
      ...defined({ letter: row.entry.letter }),
      pictureSizes: pictureSizes(context, shown),
      more: moreOf(row.entry),
    }
  },
})

function moreOf(entry: FeedEntry): EntryMore {
  const { enclosures, recording, places, origin, via, related, inReplyTo, replyCount, commentsUrl, rights } = entry
  return {
    enclosures,
    ...defined({
      recording,
      places,
      origin,
      via,
      related,
      inReplyTo,
      replyCount,
      commentsUrl: commentsUrl || undefined,
      rights: rights || undefined,
    }),
  }
}
