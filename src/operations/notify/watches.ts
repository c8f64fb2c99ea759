import { z } from 'zod'
import { watchOccasions } from '../../core/alert.ts'
import { maxLength } from '../../core/text/max-length.ts'
import type { Watch } from '../../store/notify/watches.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { WatchLogView, WatchView } from './alert-views.ts'

/** Lines of a log that a page shows. */
const ON_PAGE = 100

/** What can be watched: what can be followed, without searches. */
export const watchedKinds = ['story', 'entity', 'source', 'topic'] as const
const id = z.string().min(1).max(60)
const text = z.string().trim().min(1).max(maxLength.followed)

export const listWatches = defineOperation({
  name: 'list_watches',
  minRole: 'reader',
  summary: 'The reader’s watches and those shared with everybody here, with who took them',
  input: z.strictObject({}),
  run: async ({ store, reader }): Promise<readonly WatchView[]> =>
    (await store.watches.list(reader.id)).map((watch) => viewOf(watch, reader.id)),
})

export const getWatch = defineOperation({
  name: 'get_watch',
  minRole: 'reader',
  summary: 'One watch with its log: what was sent, and who took it or gave it back',
  input: z.strictObject({ id }),
  async run({ store, reader }, { id }): Promise<WatchLogView | undefined> {
    const watch = await store.watches.find(reader.id, id)
    return watch && { watch: viewOf(watch, reader.id), log: await store.watches.log(watch, reader.id, ON_PAGE) }
  },
})

export const saveWatch = defineOperation({
  name: 'save_watch',
  minRole: 'reader',
  summary: 'Watches a story, a person, organization or place, a source or a topic; or changes the watch on it',
  input: z.strictObject({
    kind: z.enum(watchedKinds),
    target: text,
    label: text.optional(),
    occasions: z.array(z.enum(watchOccasions)).min(1).max(watchOccasions.length),
    isShared: z.boolean().default(false),
  }),
  /** Undefined: they have as many as there may be. */
  async run(
    { store, reader, now, wake },
    { kind, target, label, occasions, isShared },
  ): Promise<WatchView | undefined> {
    const at = now().toISOString()
    const asked = { kind, target, label: label ?? target, occasions, isShared }
    const watch = await store.watches.save({ ...asked, readerId: reader.id, ownerName: reader.name }, at)
    if (!watch) return undefined
    // What is known of the story today is no news tomorrow.
    if (kind === 'story') await store.jobs.enqueue([{ kind: 'alert', key: `story:${target}`, runAt: at }])
    wake()
    return viewOf(watch, reader.id)
  },
})

export const removeWatch = defineOperation({
  name: 'remove_watch',
  minRole: 'reader',
  summary: 'Deletes one of the reader’s own watches with its log',
  input: z.strictObject({ id }),
  run: async ({ store, reader }, { id }): Promise<true | undefined> =>
    (await store.watches.remove(reader.id, id)) ? true : undefined,
})

export const takeWatch = defineOperation({
  name: 'take_watch',
  minRole: 'reader',
  summary: 'Takes a shared watch, or gives it back; a watch that another reader took stays theirs',
  input: z.strictObject({ id, isTaken: z.boolean() }),
  /** As it is afterwards. */
  async run({ store, reader, now }: OperationContext, { id, isTaken }): Promise<WatchView | undefined> {
    const watch = await store.watches.find(reader.id, id)
    if (!watch?.isShared) return undefined
    await store.watches.take(id, { id: reader.id, name: reader.name }, isTaken, now().toISOString())
    const after = await store.watches.find(reader.id, id)
    return after && viewOf(after, reader.id)
  },
})

/** Without the ids of other readers. */
function viewOf({ readerId, taken, since: _, ...watch }: Watch, viewerId: string): WatchView {
  return {
    ...watch,
    isMine: readerId === viewerId,
    ...(taken && { taken: { name: taken.name, at: taken.at, isMe: taken.by === viewerId } }),
  }
}
