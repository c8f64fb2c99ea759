import { z } from 'zod'
import { lastingTrouble } from '../../core/feed/lasting-trouble.ts'
import { feedId } from '../input.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation } from '../operation.ts'
import { feedHealth } from './feed-health.ts'
import type { SilentFeed } from './source-views.ts'

export const listSilentFeeds = defineOperation({
  name: 'list_silent_feeds',
  minRole: 'reader',
  summary: 'The reader’s feeds that load but have had nothing new for far longer than usual, longest silence first',
  input: z.strictObject({}),
  async run({ store, reader, now }): Promise<readonly SilentFeed[]> {
    const at = now().toISOString()
    return (await store.feeds.list(reader.id))
      .flatMap((row): readonly SilentFeed[] => {
        const trouble = lastingTrouble(row, at)
        if (trouble?.kind !== 'silent') return []
        const { medianGapMinutes = 0 } = row.pace
        return [{ ...feedHealth(row, reader), silentSince: trouble.since, usualGapMinutes: medianGapMinutes }]
      })
      .sort((a, b) => (a.silentSince < b.silentSince ? -1 : 1))
  },
})

const undoId = z.string().min(8).max(80)

export const removeFeeds = defineOperation({
  name: 'remove_feeds',
  minRole: 'reader',
  summary: 'Unsubscribes from several feeds at once, which can be undone for a day; returns how many',
  input: z.strictObject({ ids: z.array(feedId).min(1).max(10_000), undoId }),
  run: ({ store, reader, now }, { ids, undoId: id }): Promise<number> =>
    oneByOne(`subscriptions ${reader.id}`, () => store.feeds.unsubscribeMany(reader.id, ids, id, now().toISOString())),
})

export const undoRemoveFeeds = defineOperation({
  name: 'undo_remove_feeds',
  minRole: 'reader',
  summary: 'Undoes unsubscribing, with folders, names and read marks; returns how many feeds are back',
  input: z.strictObject({ undoId }),
  async run({ store, reader, now, wake }, { undoId: id }): Promise<number | undefined> {
    const count = await oneByOne(`subscriptions ${reader.id}`, () =>
      store.feeds.undoUnsubscribe(reader.id, id, now().toISOString()),
    )
    wake()
    return count
  },
})
